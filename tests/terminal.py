"""A program in a real terminal of its own: keys go in, and what a person sees comes out."""

import fcntl
import os
import re
import selectors
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import copy, deepcopy
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ENTER, ESC, TAB, SHIFT_TAB, BACKSPACE = "\r", "\x1b", "\t", "\x1b[Z", "\x7f"
F1, F4 = "\x1bOP", "\x1bOS"

PATIENCE = 15.0
"""Seconds that a slow machine may need for one step."""
_NARROWEST_TURN = 0.25
"""Seconds between two looks at whether the program has ended."""

_UNFINISHED = re.compile(rb"\x1b\[?\Z")

# A session leader takes its first terminal as its own, which is what /dev/tty opens.
_TAKE_TERMINAL = (
    "import fcntl, os, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """Runs a program in a pseudo-terminal, until `close` or the end of the `with` block.

    Nothing sleeps: each wait ends as soon as the screen shows what is waited for, the program has
    ended, or time is up, and then its error shows the screen.
    """

    def __init__(
        self,
        arguments: Sequence[str | Path],
        home: Path,
        *,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (120, 40),
        cwd: Path | None = None,
    ) -> None:
        """Start the program.

        Args:
            arguments: the program and its arguments.
            home: its HOME, so that no test meets a person's own files.
            env: more environment; nothing but PATH is taken from the test's.
            size: columns and rows.
            cwd: its working folder, `home` unless said.
        """
        self.transcript = bytearray()
        """Every byte that the program has written."""
        columns, rows = size
        self._screen = _Screen(columns, rows, self._reply)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = os.openpty()
        self._resize(columns, rows)
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-ISc", _TAKE_TERMINAL, *map(str, arguments)],
                stdin=slave,
                stdout=slave,
                stderr=slave,
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": str(home),
                    "TERM": "xterm-256color",
                    "COLORTERM": "truecolor",
                    "LANG": "C.UTF-8",
                    **(env or {}),
                },
                cwd=cwd or home,
                start_new_session=True,
            )
        except BaseException:
            os.close(self._master)
            raise
        finally:
            os.close(slave)
        os.set_blocking(self._master, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._master, selectors.EVENT_READ)
        self._silent = False
        self._unfinished = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def look(self) -> list[list[Any]]:
        """Every cell of the screen, with its colours."""
        rows, columns = self._screen.lines, self._screen.columns
        return [[self._screen.buffer[y][x] for x in range(columns)] for y in range(rows)]

    @property
    def running(self) -> bool:
        """Whether the program has not ended yet."""
        return self.process.poll() is None

    def send(self, *keys: str) -> None:
        """Press keys: characters as they are, and the names of this module."""
        rest = "".join(keys).encode()
        end = time.monotonic() + PATIENCE
        while rest:
            try:
                rest = rest[os.write(self._master, rest) :]
            except BlockingIOError:  # the program must first take what it was sent
                if time.monotonic() > end:
                    raise self._failure("the program takes no keys") from None
                self._take(_NARROWEST_TURN)

    def wait_for(self, *texts: str, timeout: float = PATIENCE) -> None:
        """Wait until all the texts are on the screen. AssertionError when they don't appear."""
        self.wait_until(lambda screen: all(text in screen for text in texts), repr(texts), timeout)

    def wait_gone(self, *texts: str, timeout: float = PATIENCE) -> None:
        """Wait until none of the texts is on the screen. AssertionError when one stays."""
        self.wait_until(
            lambda screen: not any(text in screen for text in texts), f"no {texts!r}", timeout
        )

    def wait_until(
        self, holds: Callable[[str], bool], what: str, timeout: float = PATIENCE
    ) -> None:
        """Wait until something holds of the screen. AssertionError, which says what, otherwise."""
        end = time.monotonic() + timeout
        while not holds(self.text):
            if self._silent:
                raise self._failure(f"ended without {what}")
            if time.monotonic() > end:
                raise self._failure(f"{timeout} s without {what}")
            self._take(min(_NARROWEST_TURN, timeout))

    def wait_still(self, quiet: float = 0.05) -> None:
        """Wait until the program has written nothing for so many seconds."""
        end = time.monotonic() + quiet
        while not self._silent and (left := end - time.monotonic()) > 0:
            written = len(self.transcript)
            self._take(left)
            if len(self.transcript) > written:
                end = time.monotonic() + quiet

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program ends, and return its exit status. AssertionError if it stays."""
        end = time.monotonic() + timeout
        while self.running or not self._silent:
            if time.monotonic() > end:
                raise self._failure(f"still running after {timeout} s")
            self._take(_NARROWEST_TURN)
        return self.process.wait()

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, as by dragging its window."""
        self._screen.resize(rows, columns)
        self._resize(columns, rows)

    def hang_up(self) -> None:
        """Take the terminal away, as by closing its window, and wait until the program ends."""
        self._silent = True
        self._selector.unregister(self._master)
        os.close(self._master)
        self._master = -1
        self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the program and all it started in this terminal, if it has not ended."""
        if self.running:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._selector.close()
        if self._master >= 0:
            os.close(self._master)

    def _resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _take(self, timeout: float) -> None:
        """Read what the program has written by now; wait for some, at most so many seconds."""
        ended = not self.running  # asked first: after its end no more can come
        if self._silent and not ended:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout)
            return
        if self._silent or not self._selector.select(0 if ended else timeout):
            self._silent = self._silent or ended
            return
        try:
            data = os.read(self._master, 65_536)
        except OSError:  # Linux: nobody has the terminal open any more
            data = b""
        if not data:
            self._silent = True
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout)
            return
        self.transcript += data
        self._feed(data)

    def _feed(self, data: bytes) -> None:
        """Feed the screen, with `ESC [ <` as `ESC [ >`, which pyte knows to pass over."""
        data = self._unfinished + data
        self._unfinished = b"".join(_UNFINISHED.findall(data))
        data = data.removesuffix(self._unfinished)
        self._stream.feed(data.replace(b"\x1b[<", b"\x1b[>"))

    def _reply(self, characters: str) -> None:
        with suppress(OSError):  # the program has ended and asks no more
            os.write(self._master, characters.encode())

    def _failure(self, what: str) -> AssertionError:
        status = "running" if self.running else f"exit status {self.process.returncode}"
        rows = "\n".join(f"│{line}" for line in self.lines if line)
        return AssertionError(f"{what} ({status}); the screen:\n{rows}")


class _Screen(pyte.Screen):
    """pyte's screen, with an alternate screen, which answers questions as a terminal does."""

    ALTERNATE = 1049

    def __init__(self, columns: int, rows: int, reply: Callable[[str], None]) -> None:
        self._reply = reply
        self._beneath: tuple[Any, Any] | None = None
        super().__init__(columns, rows)

    def set_mode(self, *modes: int, **private: Any) -> None:
        if private and self.ALTERNATE in modes and self._beneath is None:
            self._beneath = deepcopy(self.buffer), copy(self.cursor)
            self.erase_in_display(2)
        super().set_mode(*modes, **private)

    def reset_mode(self, *modes: int, **private: Any) -> None:
        if private and self.ALTERNATE in modes and self._beneath is not None:
            self.buffer, self.cursor = self._beneath
            self._beneath = None
        super().reset_mode(*modes, **private)

    def write_process_input(self, data: str) -> None:
        self._reply(data)

    def report_device_status(self, mode: int, **private: Any) -> None:
        if not private:  # pyte knows only the public questions
            super().report_device_status(mode)

    def select_graphic_rendition(self, *attributes: int, **private: Any) -> None:
        if not private:  # with a prefix it sets how keys are reported, not colours
            super().select_graphic_rendition(*attributes)
