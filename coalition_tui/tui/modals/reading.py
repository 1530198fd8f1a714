"""Texts to read and to take along: the pitch for a party, the honest summary for the room."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from coalition_tui.tui import keys
from coalition_tui.tui.messages import CopyWanted, SaveWanted
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.widgets.prose import Prose


class ReadingDialog(Dialog[str]):
    """One text, or two side by side, to scroll; `y` copies the first, `x` writes it to a file.

    The result is `log` when the person wants the conversation logged that the text was for.
    """

    def __init__(
        self,
        heading: str,
        text: str,
        *,
        title: str = "",
        note: str = "",
        beside: str = "",
        beside_title: str = "",
        file: str,
        loggable: bool = False,
    ) -> None:
        """One text, or two.

        Args:
            heading: of the box.
            text: Markdown, to read and to take along.
            title: of the text.
            note: about it, at its foot.
            beside: Markdown that stays here.
            beside_title: of that.
            file: what a file with the text is called after.
            loggable: `l` logs a conversation.
        """
        super().__init__()
        self.heading = heading
        self.text = text
        self.title_ = title
        self.note = note
        self.beside = beside
        self.beside_title = beside_title
        self.file = file
        self.loggable = loggable
        self.body = VerticalScroll(Prose(text), classes="reading--text")

    BINDINGS: ClassVar[list[BindingType]] = list(keys.READING)
    LETS_GO = True
    SCROLLS = "#reading"

    def content(self) -> ComposeResult:
        """The text, and what stands beside it."""
        self.body.border_title = self.title_
        self.body.border_subtitle = self.note
        with Horizontal(id="reading", classes="-two" if self.beside else ""):
            yield self.body
            if self.beside:
                side = VerticalScroll(Prose(self.beside), classes="reading--text")
                side.border_title = self.beside_title
                yield side

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.body.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Logging is offered where there is a conversation to log."""
        return self.loggable if action == "log" else super().check_action(action, parameters)

    def action_copy(self) -> None:
        """Copy the text."""
        self.post_message(CopyWanted(self.text))

    def action_export(self) -> None:
        """Write the text to a file."""
        self.post_message(SaveWanted(self.text, self.file))

    def action_log(self) -> None:
        """Log the conversation that the text was for."""
        self.dismiss("log")

    def action_cursor_down(self) -> None:
        """Further."""
        self._scrolled(lambda body: body.scroll_relative(y=1, animate=False))

    def action_cursor_up(self) -> None:
        """Back."""
        self._scrolled(lambda body: body.scroll_relative(y=-1, animate=False))

    def action_first(self) -> None:
        """To the beginning."""
        self._scrolled(lambda body: body.scroll_home(animate=False))

    def action_last(self) -> None:
        """To the end."""
        self._scrolled(lambda body: body.scroll_end(animate=False))

    def action_page_down(self) -> None:
        """A page further."""
        self._scrolled(lambda body: body.scroll_page_down(animate=False))

    def action_page_up(self) -> None:
        """A page back."""
        self._scrolled(lambda body: body.scroll_page_up(animate=False))

    def _scrolled(self, scroll: Callable[[VerticalScroll], None]) -> None:
        body = self.focused
        scroll(body if isinstance(body, VerticalScroll) else self.body)
