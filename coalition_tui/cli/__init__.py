"""The command line: without a command it opens the app."""

import sys

from coalition_tui.cli.program import run


def main() -> None:
    """The program `coalition-tui`."""
    sys.exit(run(sys.argv[1:]))
