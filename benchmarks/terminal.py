"""A program in a terminal of its own: keys go in, and every byte that comes out has its time.

Nothing is parsed while the program works, so that the parser takes no time from it; afterwards
pyte says when the screen showed what.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pyte

COLUMNS, ROWS = 120, 40
STILL = 0.2
"""Seconds without output after which a program is taken to have finished."""
PATIENCE = 20.0

_SLEPT = re.compile(r"^voluntary_ctxt_switches:\s*(\d+)", re.MULTILINE)
_UNFINISHED = re.compile(rb"\x1b\[?\Z")


@dataclass(frozen=True)
class Chunk:
    """Bytes that came together, and when."""

    at: float
    data: bytes


class Terminal:
    """Runs a program in a pseudo-terminal of 120 by 40, until the end of the `with` block."""

    def __init__(self, arguments: Sequence[str | Path], home: Path) -> None:
        """Start it. Args: arguments: program and arguments; home: its HOME and folder."""
        self.screen = _Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._unfinished = b""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = self.sent = time.perf_counter()
        self.process = subprocess.Popen(
            [*map(str, arguments)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LANG": "C.UTF-8",
            },
            cwd=home,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)

    @property
    def lines(self) -> list[str]:
        """What a person sees, of what has been parsed."""
        return self.screen.display

    def picture(self) -> list[list[Any]]:
        """Every cell, with its colours, of what has been parsed."""
        cells = self.screen.buffer
        return [[cells[row][column] for column in range(COLUMNS)] for row in range(ROWS)]

    def send(self, keys: str, still: float = STILL) -> list[Chunk]:
        """Press keys at once, and return what comes until the program is still."""
        self.press(keys)
        return self.output(still=still)

    def press(self, keys: str) -> None:
        """Press keys, and wait for nothing."""
        self.sent = time.perf_counter()
        os.write(self._master, keys.encode())

    def output(self, *wanted: bytes, still: float = STILL) -> list[Chunk]:
        """What the program writes until it is still, once all wanted bytes have come.

        TimeoutError says what is seen when they don't come.
        """
        chunks: list[Chunk] = []
        seen = b""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            waiting = not chunks or not all(each in seen for each in wanted)
            if select.select([self._master], [], [], 0.5 if waiting else still)[0]:
                try:
                    data = os.read(self._master, 1 << 20)
                except OSError:  # nobody has the terminal open any more
                    with suppress(subprocess.TimeoutExpired):
                        self.process.wait(1)
                    break
                chunks.append(Chunk(time.perf_counter(), data))
                if wanted and waiting:
                    seen += data
            elif not waiting:
                return chunks
            elif self.process.poll() is not None:
                break
        self.parse(chunks)
        shown = " / ".join(filter(None, map(str.strip, self.lines)))
        ended = self.process.poll()
        state = "does not answer" if ended is None else f"ended with status {ended}"
        raise TimeoutError(f"it {state}; the screen: {shown[:200] or 'empty'}")

    def ended(self) -> None:
        """Take all that the program still writes, until it has ended."""
        with suppress(OSError):  # nobody has the terminal open any more
            while os.read(self._master, 1 << 20):
                pass
        self.process.wait()

    @staticmethod
    def complete(chunks: Sequence[Chunk], *wanted: bytes) -> float:
        """When all wanted bytes had come."""
        seen = b""
        for each in chunks:
            seen += each.data
            if all(text in seen for text in wanted):
                return each.at
        raise LookupError(f"never came: {wanted}")

    def work(self) -> float:
        """Seconds that the program has kept a processor busy, with all its threads."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in tasks) / 1e9

    def parse(self, chunks: Sequence[Chunk]) -> None:
        """Bring the screen up to date."""
        for each in chunks:
            data = self._unfinished + each.data
            self._unfinished = b"".join(_UNFINISHED.findall(data))
            # pyte knows to pass over `ESC [ >` and not over `ESC [ <`.
            self._stream.feed(data.removesuffix(self._unfinished).replace(b"\x1b[<", b"\x1b[>"))

    def whole(self, chunks: Sequence[Chunk]) -> float:
        """When the screen became what it is after these chunks, in characters and colours."""
        pictures = []
        for each in chunks:
            self.parse([each])
            pictures.append(self.picture())
        changed = [n for n, picture in enumerate(pictures) if picture != pictures[-1]]
        return chunks[changed[-1] + 1 if changed else 0].at


def wakes(process: subprocess.Popen[bytes]) -> int:
    """How often a program has gone to sleep, and so how often it has woken up."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/status")
    return sum(int(_SLEPT.findall(each.read_text())[0]) for each in tasks)


class _Screen(pyte.Screen):
    def report_device_status(self, mode: int, **private: Any) -> None:
        """No answer: the programs here ask nothing that they wait for."""

    def select_graphic_rendition(self, *attributes: int, **private: Any) -> None:
        if not private:  # with a prefix it sets how keys are reported, not colours
            super().select_graphic_rendition(*attributes)
