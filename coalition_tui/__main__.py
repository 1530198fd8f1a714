"""`python -m coalition_tui`."""

from coalition_tui.cli import main

main()
