"""The command line: without a command it opens the app."""

import sys

from coalition_tui import collector


def main() -> None:
    """The program `coalition-tui`."""
    with collector.paused():
        from coalition_tui.cli.program import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))
