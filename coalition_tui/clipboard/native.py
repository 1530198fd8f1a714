"""A program of its own: its standard input goes to the clipboard by pyperclip's choice of tool.

pyperclip sets no limit of time, ignores the tool's exit status, lets it write on the screen, and
may load a graphical toolkit that ends the whole process. In a process of its own, all that is
kept from the app. Exit status 0: copied.
"""

import os
import subprocess
import sys
from typing import Any

import pyperclip

UNFIT = {
    "copy_qt": "what it copies is gone when this process ends",
    "copy_klipper": "it shows the text in the list of processes",
}
"""pyperclip's functions that are not used, and why."""


class Checked(subprocess.Popen[bytes]):
    """A tool whose failure is a failure."""

    def communicate(self, *args: Any, **options: Any) -> tuple[bytes, bytes]:
        """As usual; SystemExit when the tool's exit status is not 0."""
        answer = super().communicate(*args, **options)
        if self.returncode:
            sys.exit(f"the clipboard's tool ended with {self.returncode}")
        return answer


def main() -> None:
    """Copy standard input; any failure is an exit status that is not 0."""
    if sys.platform == "darwin":  # pbcopy reads its input in this locale's encoding
        os.environ.pop("LC_ALL", None)
        os.environ["LC_CTYPE"] = "UTF-8"
    text = sys.stdin.buffer.read().decode()
    copy, _ = pyperclip.determine_clipboard()
    if not copy:
        sys.exit("pyperclip knows no clipboard here")
    if reason := UNFIT.get(copy.__name__):
        sys.exit(f"{copy.__name__}: {reason}")
    subprocess.Popen = Checked  # type: ignore[assignment,misc]  # pyperclip calls it by this name
    copy(text)


if __name__ == "__main__":
    main()
