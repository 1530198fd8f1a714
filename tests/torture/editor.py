"""Processes that edit a workspace until they are killed, made quickly by one that has all loaded.

`python -m tests.torture.editor` reads orders from stdin, one JSON document a line. For each it
forks a process that stops at once, prints its number, and at its end prints how it ended.
"""

import json
import mmap
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import filelock  # noqa: F401 - loaded before the forks, not in each

from coalition_tui.session import Session, StoreError
from coalition_tui.store import TinyStore
from tests.torture.ground import COUNTER, count, later

_SIZE = 16


class Notes:
    """What an editing process has tried and what was acknowledged; it survives its death."""

    def __init__(self, path: Path) -> None:
        """Args: path: a file in memory that both processes map."""
        self.path = path
        if not path.exists():
            path.write_bytes(bytes(_SIZE))
        with path.open("r+b") as file:
            self._cells = memoryview(mmap.mmap(file.fileno(), _SIZE)).cast("Q")

    @property
    def tried(self) -> int:
        """The last value that an edit was begun with."""
        return self._cells[0]

    @property
    def acknowledged(self) -> int:
        """The last value that was shown as saved."""
        return self._cells[1]

    def write(self, tried: int, acknowledged: int) -> None:
        """Note both; no system call, so none that a fault could hit.

        Each number at once: `struct` fills with zeros first, and a kill may come between.
        """
        self._cells[0] = tried
        self._cells[1] = acknowledged


@dataclass
class Process:
    """One editing process, stopped at its first instruction."""

    pid: int
    server: "Server"

    def go(self) -> None:
        """Let it run."""
        os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> None:
        """End it as a power button would."""
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """How it ended: its exit code, or the number of the signal below zero."""
        return os.waitstatus_to_exitcode(int(self.server.line()))


class Server:
    """Starts editing processes."""

    def __init__(self) -> None:
        """Start the process that forks them."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.editor"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            cwd=Path(__file__).parents[2],
        )

    def start(
        self, path: Path, notes: Notes, *, edits: int, checkpoint: int = 5, closes: bool = True
    ) -> Process:
        """A process that will make so many edits, with a checkpoint after each few.

        At its end it closes the workspace, or ends as if it had been killed.
        """
        assert self._process.stdin
        files = {"path": str(path), "notes": str(notes.path)}
        order = {**files, "edits": edits, "each": checkpoint, "closes": closes}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return Process(int(self.line()), self)

    def line(self) -> str:
        """The next line that the server prints."""
        assert self._process.stdout
        return self._process.stdout.readline()

    def close(self) -> None:
        """End it, and what it has started."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()


def edit(path: Path, notes: Notes, edits: int, each: int, closes: bool) -> None:
    """Count on from what is there; what fails is tried again, and acknowledged when it is saved."""
    session = Session(TinyStore(path, now=later))
    value = int(session.workspace.briefs[COUNTER.id].outcome)
    acknowledged = value
    notes.write(value, acknowledged)
    for tried in range(value + 1, value + edits + 1):
        notes.write(tried, acknowledged)
        session.perform(count(session, tried))
        for _ in range(3):
            if session.save():
                break
        if not session.unsaved:
            acknowledged = tried
            notes.write(tried, acknowledged)
        if tried % each == 0:
            try:
                session.store.checkpoint()
            except StoreError:
                continue
    if closes:
        session.close()


def main() -> None:
    """Serve orders until stdin ends."""
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if not pid:
            _one(order)
        os.waitpid(pid, os.WUNTRACED)
        _say(pid)
        _say(os.waitpid(pid, 0)[1])


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _one(order: dict[str, Any]) -> None:
    code = 70
    try:
        notes = Notes(Path(order["notes"]))
        os.kill(os.getpid(), signal.SIGSTOP)
        where = Path(order["path"])
        edit(where, notes, int(order["edits"]), int(order["each"]), bool(order["closes"]))
        code = 0
    except Exception as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        code = 3
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
