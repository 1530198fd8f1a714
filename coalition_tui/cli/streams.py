"""Standard streams that were closed before the program began."""

import os
import sys


def open_closed() -> None:
    """Open each again, so that no file and no other program takes its place.

    What is asked of a standard input or output that was closed fails, as it should; what is said
    on a closed standard error is lost, as it was meant to be.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_WRONLY)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - it stays open to the end
