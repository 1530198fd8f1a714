"""Programs of others to start beside ours, in environments that are made here, once.

They never become dependencies: each has an environment of its own below `.bench`, which git
ignores. One that can't be installed, or does not run here, is named with the reason.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terminal import Terminal

FOLDER = Path(__file__).parents[1] / ".bench"
PATIENCE = 90
"""Seconds to install one of them."""


@dataclass(frozen=True)
class Peer:
    """A package, its command, a text of its first screen, and what else it needs to run."""

    package: str
    command: str
    shows: bytes
    needs: str = ""


@dataclass(frozen=True)
class Ready:
    """One that runs here."""

    name: str
    program: Path
    shows: bytes


PEERS = (
    Peer("dooit", "dooit", b"Workspaces"),
    Peer("kanban-tui", "ktui", b"kanban-tui"),
    Peer("harlequin", "harlequin", b"Data Catalog"),
    # From 0.26.0 on, what colours its texts ends it: github.com/tree-sitter/py-tree-sitter, 472.
    Peer("posting", "posting", b"Collection", needs="tree-sitter<0.26"),
)


def tool(package: str, command: str, needs: str = "") -> Path:
    """A program in an environment of its own. OSError says why there is none."""
    program = FOLDER / package / "bin" / command
    if not program.exists():
        FOLDER.mkdir(exist_ok=True)
        print(f"installing {package}, once", file=sys.stderr)
        venv = [sys.executable, "-m", "venv", FOLDER / package]
        pip = [FOLDER / package / "bin" / "pip", "install", "--quiet", package]
        pip += [needs] * bool(needs)
        for each in (venv, pip):
            try:
                subprocess.run(each, check=True, capture_output=True, timeout=PATIENCE)
            except subprocess.CalledProcessError as error:
                reason = error.stderr.decode(errors="replace").strip().split("\n")[-1]
                raise OSError(f"can't be installed here: {reason}") from None
            except subprocess.TimeoutExpired:
                raise OSError(f"not installed within {PATIENCE} s") from None
    return program


def ready() -> tuple[list[Ready], list[str]]:
    """Those that run here, and why the others don't."""
    found, missing = [], []
    for each in PEERS:
        try:
            program = tool(each.package, each.command, each.needs)
            _try(program, each)
        except OSError as error:
            missing.append(f"{each.package}: {error}")
        else:
            found.append(Ready(f"{each.package} {_version(each)}", program, each.shows))
    return found, missing


def _try(program: Path, peer: Peer) -> None:
    with tempfile.TemporaryDirectory() as home, Terminal([program], Path(home)) as terminal:
        terminal.output(peer.shows, still=0)


def _version(peer: Peer) -> str:
    code = f"from importlib.metadata import version; print(version({peer.package!r}))"
    python = FOLDER / peer.package / "bin" / "python"
    done = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()
