"""The program in real terminals: two at one file, texts cut short by a signal, a full disk."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from coalition_tui.model import Brief
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Workspace
from tests.terminal import ESC, Terminal
from tests.tui.desk import keep, workspace_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "coalition_tui")
FULL_DISK = """
import os, sys
from pathlib import Path
from coalition_tui import atomic
from coalition_tui.cli.program import run

def write(descriptor, data, write=atomic.write_all):
    if Path(sys.argv[1]).exists():
        raise OSError(28, os.strerror(28))
    write(descriptor, data)

atomic.write_all = write
sys.exit(run(["--db", sys.argv[2]]))
"""
"""The program, whose disk is full while a file is there that says so."""


class Room:
    """Terminals that show one file."""

    def __init__(self, home: Path, path: Path, stack: ExitStack) -> None:
        self.home, self.path, self.stack = home, path, stack

    def open(self, *run: str | Path) -> Terminal:
        """One more of them."""
        words = run or (*PROGRAM, "--db", str(self.path))
        started = Terminal(words, self.home, env={"PYTHONPATH": str(ROOT)})
        return self.stack.enter_context(started)

    @property
    def kept(self) -> Workspace:
        """What any program reads now."""
        return TinyStore(self.path, "looking").load()


@pytest.fixture
def room(home: Path, database: Path) -> Iterator[Room]:
    """A file with one brief, and nobody at it yet."""
    keep(database, workspace_of(Brief(id="one", title="First brief")))
    with ExitStack() as stack:
        yield Room(home, database, stack)


def begin(terminal: Terminal, title: str) -> None:
    """Begin a brief, and wait until it is shown as saved."""
    terminal.send("n")
    terminal.wait_for("Blank")
    terminal.send("\r")
    terminal.wait_for("What is the work called?")
    terminal.send(title, ESC)
    terminal.wait_gone("What is the work called?")
    terminal.wait_for(f"Briefs › {title}", "saved")


@pytest.mark.parametrize("end", ["leaves", "is killed"])
def test_the_second_one_reads_follows_and_takes_over(room: Room, end: str) -> None:
    first = room.open()
    first.wait_for("First brief", "saved")
    second = room.open()
    second.wait_for("First brief", "read-only", f"process {first.process.pid}")
    begin(first, "Seen by both")
    second.wait_for("Seen by both", "read-only")
    second.send("d")
    second.wait_for("Not changed: it is open elsewhere", "First brief")
    if end == "leaves":
        first.send("q")
        assert first.wait_exit() == 0
    else:
        os.kill(first.process.pid, signal.SIGKILL)
        first.wait_exit()
    second.wait_for("The file is free", "saved")
    second.wait_gone("read-only")
    begin(second, "By the second")
    second.send("q")
    assert second.wait_exit() == 0
    titles = [each.title for each in room.kept.briefs.values()]
    assert titles == ["First brief", "Seen by both", "By the second"]


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "the terminal goes"])
def test_what_is_being_typed_is_kept(room: Room, end: str) -> None:
    terminal = room.open()
    terminal.wait_for("First brief", "saved")
    terminal.send("1")
    terminal.send("e")
    terminal.wait_for("tab Next")
    terminal.send("Half a senten")
    terminal.wait_for("Half a senten", "editing")
    if end == "the terminal goes":
        terminal.hang_up()
    else:
        os.kill(terminal.process.pid, getattr(signal, end))
    terminal.wait_exit()
    assert room.kept.briefs["one"].outcome == "Half a senten"


def test_leaving_with_edits_that_are_not_saved_asks_first(room: Room, tmp_path: Path) -> None:
    full = tmp_path / "full"
    terminal = room.open(sys.executable, "-c", FULL_DISK, full, room.path)
    terminal.wait_for("First brief", "saved")
    full.touch()
    terminal.send("d")
    terminal.wait_for("NOT SAVED", "No space left")
    terminal.send("q")
    terminal.wait_for("Leave without them")
    terminal.send("\r")
    terminal.wait_gone("Leave without them")
    assert terminal.running
    assert list(room.kept.briefs) == ["one"]
    full.unlink()
    terminal.wait_gone("NOT SAVED")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert not room.kept.briefs


def test_leaving_without_them_says_so_at_the_end(room: Room, tmp_path: Path) -> None:
    full = tmp_path / "full"
    terminal = room.open(sys.executable, "-c", FULL_DISK, full, room.path)
    terminal.wait_for("First brief", "saved")
    full.touch()
    terminal.send("d")
    terminal.wait_for("NOT SAVED")
    terminal.send("q")
    terminal.wait_for("Leave without them")
    terminal.send("j", "\r")
    assert terminal.wait_exit() == 3
    assert "the last edits are NOT SAVED: " in terminal.text
    full.unlink()
    assert list(room.kept.briefs) == ["one"]
