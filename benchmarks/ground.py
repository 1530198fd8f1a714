"""Where everything is measured: a home of its own, workspaces of each size, and a time limit."""

import os
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from benchmarks.terminal import Terminal
from benchmarks.workspaces import keep_samples

Arguments = list[str | Path]
PROGRAM = Path(sys.executable).with_name("coalition-tui")
"""The command, as a person types it."""


@dataclass
class Ground:
    """A folder that is gone afterwards, and the programs that were started in it."""

    home: Path = field(init=False)
    until: float = float("inf")
    """The moment of `time.monotonic` after which no further run begins."""
    _stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        parent = os.environ.get("BENCH_FOLDER")  # another disk
        folder = tempfile.TemporaryDirectory(prefix="coalition-tui-bench-", dir=parent)
        self.home = Path(self._stack.enter_context(folder))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def allow(self, seconds: float) -> None:
        """Let what comes now take so many seconds."""
        self.until = time.monotonic() + seconds

    def workspace(self, briefs: int) -> Path:
        """A file with the samples, and copies of them until there are so many; for looking only."""
        path = self.home / f"{briefs}.json"
        if not path.exists():
            keep_samples(path, briefs)
        return path

    def own(self, briefs: int) -> Path:
        """A copy of that file, to change."""
        folder = Path(tempfile.mkdtemp(dir=self.home))
        return Path(shutil.copy(self.workspace(briefs), folder / "coalition.json"))

    def program(self, *arguments: str | Path) -> Arguments:
        """The program with arguments."""
        return [PROGRAM, *arguments]

    def app(self, briefs: int) -> Arguments:
        """The app on a workspace of a size."""
        return self.program("--db", self.workspace(briefs))

    def open(self, arguments: Arguments, *wanted: bytes) -> Terminal:
        """A program in a terminal, whose screen shows what is wanted; it stays open."""
        terminal = self._stack.enter_context(Terminal(arguments, self.home))
        terminal.parse(terminal.output(*wanted))
        return terminal
