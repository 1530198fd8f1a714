"""What is typed, read in a thread that sleeps while nothing is."""

import os
import select
import threading
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

TICK = 0.1
"""Seconds until another look at an Escape that may be a key, or the begin of a sequence."""
READ = 4096
"""Bytes at once."""


class Waking(threading.Event):
    """An event that also ends a wait for input: its `reader` can be read from once it is set."""

    def __init__(self) -> None:
        """Not set yet."""
        super().__init__()
        self.reader, self._writer = os.pipe()

    def set(self) -> None:
        """Set it, once."""
        if not self.is_set():
            super().set()
            os.write(self._writer, b"\0")

    def clear(self) -> None:
        """Make it ready for another time."""
        if self.is_set():
            os.read(self.reader, 1)
            super().clear()


class SleepingDriver(LinuxDriver):
    """Textual's driver, with a thread for the keys that sleeps until there are some.

    Its own looks for them ten times a second.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Args: Textual's own."""
        super().__init__(*arguments, **options)
        self._ending = self.exit_event = Waking()

    def run_input_thread(self) -> None:
        """Hand what is typed to the app, until input ends."""
        parser = XTermParser(self._debug)
        try:
            self._read_with(parser)
        finally:
            with suppress(EOFError, ParseError):
                for _ in parser.feed(""):
                    pass

    def _read_with(self, parser: XTermParser) -> None:
        decode = getincrementaldecoder("utf-8")().decode
        sources = (self.fileno, self._ending.reader)
        while not self.exit_event.is_set():
            begun = parser._timeout_time is not None  # noqa: SLF001 - else it needs no time
            ready, _, _ = select.select(sources, (), (), TICK if begun else None)
            # Nothing of a character's bytes is no text yet; to feed that would mean the end.
            if self.fileno in ready and (typed := decode(os.read(self.fileno, READ))):
                for event in parser.feed(typed):
                    self.process_message(event)
            for event in parser.tick():
                self.process_message(event)
