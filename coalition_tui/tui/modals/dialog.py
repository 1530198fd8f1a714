"""The frame of a small modal: a title, some words, a list or fields, the keys."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.modals.box import BoxedModal
from coalition_tui.tui.modals.picker import Choice, choice_rows
from coalition_tui.tui.widgets.key_bar import KeyBar
from coalition_tui.tui.widgets.row_list import RowList

R = TypeVar("R")


class Dialog(BoxedModal[R | None]):
    """A box with a title; Esc closes it without a result."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.MODAL)

    heading = ""

    def compose(self) -> ComposeResult:
        """The frame, and what `content` puts into it."""
        with Vertical(id="dialog") as box:
            box.border_title = text(self.heading)
            yield from self.content()
            yield KeyBar()

    def content(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class CarefulDialog(Dialog[R]):
    """A box that Esc leaves at once only when nothing that was typed in it would be lost."""

    def __init__(self) -> None:
        """Nobody has been warned yet."""
        super().__init__()
        self.problem = Static("", id="log--problem", markup=False)
        self._warned = False

    def unkept(self) -> str:
        """What would be lost, in words; empty for nothing."""
        raise NotImplementedError

    def action_close(self) -> None:
        """Close without a result; what would be lost is said first, once."""
        words = "" if self._warned else self.unkept()
        if words:
            self._warned = True
            self.problem.update(f"{words}: f5 keeps it, Esc again leaves without it.")
        else:
            self.dismiss(None)


class ChoiceDialog(Dialog[str]):
    """A question, and answers to choose from; the result is the answer's value."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.CHOOSE)
    LETS_GO = True

    def __init__(self, heading: str, words: str, choices: Sequence[Choice]) -> None:
        """Args: heading: the title; words: the question; choices: in order."""
        super().__init__()
        self.heading = heading
        self.words = words
        self.choices = choices
        self.list = RowList()
        self.list.can_filter = False

    def content(self) -> ComposeResult:
        """The question and the answers."""
        yield Static(Content(self.words), classes="dialog--words")
        yield self.list

    def on_mount(self) -> None:
        """Begin on the first answer."""
        self.list.show(choice_rows(self.choices))
        self.list.focus()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Give the answer the cursor is on."""
        if self.list.row is not None:
            self.dismiss(self.list.row.key)


def confirm(heading: str, words: str, action: str) -> ChoiceDialog:
    """A question with two answers; the safe one comes first. The result is `yes` or `no`."""
    return ChoiceDialog(heading, words, [Choice("no", "No, leave it"), Choice("yes", action)])
