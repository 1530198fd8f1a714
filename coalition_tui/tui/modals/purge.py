"""What can't be brought back asks for a typed word."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.widgets.line import Line

WORD = "delete"


class PurgeDialog(Dialog[bool]):
    """Sure, once the word is typed."""

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.PURGE)
    heading = "Delete for good?"

    def __init__(self, words: str) -> None:
        """Args: words: what is going to be deleted."""
        super().__init__()
        self.words = words
        self.word = Line(compact=True, id="export--path")
        self._problem = Static("", id="log--problem", markup=False)

    def content(self) -> ComposeResult:
        """What is going to happen, and where to type the word."""
        how = f"Until you leave, u still takes it back.\nType {WORD} and Enter to do it."
        yield Static(Content(f"{self.words} {how}"), classes="dialog--words")
        with Horizontal(classes="dialog--line"):
            yield Static("Word", classes="log--title")
            yield self.word
        yield self._problem

    def on_mount(self) -> None:
        """Wait for the word."""
        self.word.focus()

    @on(Input.Submitted)
    def _typed(self) -> None:
        if self.word.value.strip().lower() == WORD:
            self.dismiss(True)
        else:
            self._problem.update(f"That is not the word {WORD}: nothing is deleted.")
