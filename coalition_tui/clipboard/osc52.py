"""OSC 52: the control sequence by which a terminal is asked to set its clipboard.

It goes through SSH and needs no tool, but the terminal never answers.
"""

import os
import select
import time
from base64 import b64encode
from collections.abc import Callable

from coalition_tui.clipboard.feeding import LIMIT

MOST = 74_994
"""Bytes of base64 that are sent at most; terminals drop a longer sequence without a word."""


def fits(data: bytes) -> bool:
    """Whether the data's base64 is short enough to be sent."""
    return len(data) <= MOST // 4 * 3


def sequence(data: bytes) -> str:
    """The control sequence that puts UTF-8 text on the terminal's clipboard."""
    return f"\x1b]52;c;{b64encode(data).decode()}\x07"


def send(data: bytes, write: Callable[[str], None]) -> bool:
    """Whether the terminal was sent the data; what it did with it is not known."""
    try:
        write(sequence(data))
    except OSError:
        return False
    return True


def to_tty(characters: str) -> None:
    """Write to this process's terminal, wherever its output goes.

    Raises:
        OSError: it has none.
        TimeoutError: the terminal takes nothing for `LIMIT` seconds.
    """
    # Not blocking, so that a terminal stopped by Ctrl+S can't hold the program.
    terminal = os.open("/dev/tty", os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        rest = memoryview(characters.encode())
        end = time.monotonic() + LIMIT
        while rest:
            _, ready, _ = select.select([], [terminal], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise TimeoutError("the terminal takes nothing")
            rest = rest[os.write(terminal, rest) :]
    finally:
        os.close(terminal)
