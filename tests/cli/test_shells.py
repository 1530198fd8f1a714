"""Completion at the prompts of the real shells, set up as the guide says."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalition_tui.cli.shells import SHELLS
from tests.cli.conftest import Command
from tests.terminal import ENTER, TAB, Terminal

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
CLEAR = "\x15\x0c"
"""Ctrl+U and Ctrl+L: an empty line on an empty screen."""

QUIET = {
    "bash": (".bashrc", "PS1='$ '\n{}\n"),
    "zsh": (".zshrc", "PS1='$ '\n{}\n"),
    "fish": (
        ".config/fish/config.fish",
        "set -g fish_greeting\nfunction fish_prompt; echo -n '$ '; end\n{}\n",
    ),
}
TITLES = ("Launch, wave $1", "AI: triage *now*", "AI: “trust”", "Ein Büro, it's here")

pytestmark = [pytest.mark.slow]


@pytest.fixture(params=SHELLS)
def prompt(request, command: Command, database: Path, tmp_path: Path) -> Iterator[Terminal]:
    """A shell that has been told what the guide says, and some briefs."""
    shell = request.param
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    for title in TITLES:
        command("new", title)
    program = tmp_path / "bin" / "coalition-tui"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m coalition_tui "$@"\n'
    )
    program.chmod(0o755)
    (said,) = re.findall(rf"^(.*coalition-tui completions {shell}.*)$", LINES, re.MULTILINE)
    name, text = QUIET[shell]
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.format(said))
    (tmp_path / "my notes.md").write_text("# Notes\n")
    path = f"{program.parent}:/usr/local/bin:/usr/bin:/bin"
    env = {"COALITION_TUI_DB": str(database), "PATH": path}
    with Terminal([shutil.which(shell) or "", "-i"], tmp_path, env=env) as terminal:
        terminal.wait_for("$")
        # A command's output shows that the prompt has taken what it was told at start.
        terminal.send(f"coalition-tui --version{ENTER}")
        terminal.wait_for("coalition-tui 0.")
        yield terminal


def _files(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_tab_completes_names_options_and_files(prompt: Terminal, database: Path) -> None:
    before = _files(database.parent)
    for typed, completed in (
        ("sho", "show"),
        ("export --form", "export --format"),
        ("export --format=ht", "export --format=html"),
        ("show lau", r"show Launch,\ wave\ \$1"),
        ("show 'Lau", "show 'Launch, wave $1'"),
        ('show "Lau', r'show "Launch, wave \$1"'),
        (r"show AI:\ tri", r"triage\ \*now\*"),
        ("show Ein", r"show Ein\ Büro,\ it\'s\ here"),
        ("import my", r"import my\ notes.md"),
        ("check my", r"check my\ notes.md"),
    ):
        prompt.send(f"{CLEAR}coalition-tui {typed}{TAB}")
        prompt.wait_for(completed)
        assert len([line for line in prompt.lines if line]) == 1  # and no error beside it
    assert _files(database.parent) == before


def test_what_was_completed_is_found(prompt: Terminal) -> None:
    typed = ("show Lau", r"show AI:\ tri", 'show "AI: “t', "show Ein")
    for words, title in zip(typed, TITLES, strict=True):
        prompt.send(f"{CLEAR}coalition-tui {words}{TAB}")
        prompt.wait_for(title.rpartition(" ")[2].removesuffix("*"))
        prompt.send(ENTER)
        prompt.wait_for(f"# {title}\n")
