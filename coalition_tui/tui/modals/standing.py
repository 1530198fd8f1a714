"""The five gates of a coalition, each with what it still lacks."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from coalition_tui.rules.standing import Standing
from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.panes.standing import gate_rows, word
from coalition_tui.tui.widgets.row_list import RowList


class StandingDialog(Dialog[None]):
    """How a coalition stands, in full."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.MODAL)
    LETS_GO = True

    def __init__(self, title: str, found: Standing) -> None:
        """Args: title: the coalition's; found: its standing."""
        super().__init__()
        self.heading = f"Standing: {title}"
        self.found = found
        self.list = RowList()

    def content(self) -> ComposeResult:
        """The word, and the gates."""
        yield Static(word(self.found), classes="dialog--words")
        yield self.list

    def on_mount(self) -> None:
        """Begin on the first gate."""
        self.list.show(gate_rows(self.found.gates, full=True))
        self.list.focus()
