"""Textual's own list of 400 rows, and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class BareList(App[None]):
    """One list that fills the window."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(*(f"Row number {number} of four hundred" for number in range(400)))


if __name__ == "__main__":
    BareList().run()
