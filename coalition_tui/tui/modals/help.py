"""What you can do here: the idea of the section, and every key that works, in words."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from coalition_tui.tui import keys
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.modals.dialog import Dialog

KEY = 16


class KeyTable(Widget):
    """Keys, and what each does beside it, on as many lines as that needs."""

    def __init__(self, keys_and_bindings: Sequence[tuple[str, Binding]]) -> None:
        """Args: keys_and_bindings: keys as shown, and their bindings."""
        super().__init__()
        self.rows = keys_and_bindings

    def render(self) -> RenderResult:
        """All of them."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many lines as they need."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        room = KEY if width > 2 * KEY + 20 else KEY - 4
        lines = []
        for shown, binding in self.rows:
            key = text(shown, "$accent bold")
            body = wrapped(binding.tooltip, max(1, width - room))
            lines.append(key.pad_right(max(1, room - key.cell_length)) + body[0])
            lines += [Content(" " * room) + line for line in body[1:]]
        return lines


class HelpDialog(Dialog[None]):
    """Help for where the focus was."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.MODAL, *keys.MOVE]
    LETS_GO = True
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
                yield Static(text(part, style), classes="help--intro")
            yield KeyTable(self.lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Help has no help."""
        return action != "help" and super().check_action(action, parameters)

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
