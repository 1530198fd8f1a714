"""The driver of a real terminal, which may go away at any moment: a window is closed."""

import os
import signal
from typing import Any, cast

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Textual's driver, without what keeps a program alive whose terminal has gone.

    There, the thread that writes ends at the first failure, and soon the program waits forever
    until its next output is taken: it never ends, and holds the workspace's file.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Args: Textual's own."""
        super().__init__(*arguments, **options)
        self._file = cast("Any", LastingFile(self._file))

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
            os.kill(os.getpid(), signal.SIGHUP)  # the way in which a terminal says that it goes
