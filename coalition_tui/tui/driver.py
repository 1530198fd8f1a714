"""The driver of a real terminal, which may go away at any moment: a window is closed."""

import os
import select
import signal
import threading
from contextlib import suppress
from typing import Any, cast

from coalition_tui.tui.typing_thread import SleepingDriver


class TerminalDriver(SleepingDriver):
    """A driver without what keeps a program alive whose terminal has gone.

    In Textual's, the thread that writes ends at the first failure, and soon the program waits
    forever until its next output is taken: it never ends, and holds the workspace's file. And who
    has no claim to the signal that a terminal goes would read its end over and over, as fast as it
    can.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Args: Textual's own."""
        super().__init__(*arguments, **options)
        self._file = cast("Any", LastingFile(self._file))
        self._watching = False

    def start_application_mode(self) -> None:
        """Begin, and watch whether the terminal is still there."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual says no types
        if not self._watching:  # it begins again after a suspension
            self._watching = True
            threading.Thread(target=self._watch, name="terminal", daemon=True).start()

    def _watch(self) -> None:
        """Sleep until the terminal has gone, without a single look at it before."""
        going = select.poll()
        going.register(self.fileno, 0)
        if any(event & select.POLLHUP for _, event in going.poll()):
            gone()

    def _sigcont_application(self, *_: Any) -> None:
        """Begin again after a suspension only; a second thread for the keys never ends.

        Whoever takes the terminal away sends this as well.
        """
        if self._must_signal_resume:
            super()._sigcont_application()


class LastingFile:
    """A terminal to write to; what can't be written any more is dropped, and ends the program."""

    def __init__(self, file: Any) -> None:
        """Args: file: the terminal."""
        self._file = file
        self._lost = False

    def write(self, text: str) -> None:
        """Write, as long as there is a terminal."""
        self._try(lambda: self._file.write(text))

    def flush(self) -> None:
        """Have it all written."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """The terminal's."""
        return int(self._file.fileno())

    def _try(self, act: Any) -> None:
        if self._lost:
            return
        try:
            act()
        except (OSError, ValueError):
            self._lost = True
            self._drop()
            gone()

    def _drop(self) -> None:
        """Drop what it still holds, which else is tried, and fails, once more when Python ends."""
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._file.fileno())
            os.close(nowhere)


def gone() -> None:
    """End the program in order, in the way in which a terminal says that it goes."""
    os.kill(os.getpid(), signal.SIGHUP)
