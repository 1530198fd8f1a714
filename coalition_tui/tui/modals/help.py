"""What you can do here: the idea of the section, and every key that works, in words."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coalition_tui.tui import keys
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.modals.dialog import Dialog

KEY = 16


class HelpDialog(Dialog[None]):
    """Help for where the focus was."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.MODAL, *keys.MOVE]
    SCROLLS = "#help--body"
    heading = "Help"

    def __init__(self, intro: Sequence[str], bindings: Iterable[tuple[str, Binding]]) -> None:
        """Args: intro: the idea of the place; bindings: keys as shown, and what they do."""
        super().__init__()
        self.intro = intro
        self.lines = list(bindings)
        self.body = VerticalScroll(id="help--body")

    def content(self) -> ComposeResult:
        """The idea, then the keys."""
        with self.body:
            for number, part in enumerate(self.intro):
                style = "bold" if number == 0 else ""
                yield Static(Content("\n").join(wrapped(part, 70, style)), classes="help--intro")
            for shown, binding in self.lines:
                key = text(shown, "$accent bold")
                yield Static(key.pad_right(max(1, KEY - key.cell_length)) + text(binding.tooltip))

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.body.focus()

    def action_cursor_down(self) -> None:
        """Further."""
        self.body.scroll_relative(y=1, animate=False)

    def action_cursor_up(self) -> None:
        """Back."""
        self.body.scroll_relative(y=-1, animate=False)

    def action_first(self) -> None:
        """To the beginning."""
        self.body.scroll_home(animate=False)

    def action_last(self) -> None:
        """To the end."""
        self.body.scroll_end(animate=False)

    def action_page_down(self) -> None:
        """A page further."""
        self.body.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """A page back."""
        self.body.scroll_page_up(animate=False)
