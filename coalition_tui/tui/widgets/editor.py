"""What every way to enter a field has in common."""

from datetime import date
from typing import Any, Protocol

from textual.message import Message
from textual.widget import Widget

from coalition_tui.fields import Field


class Editor(Protocol):
    """What a form needs of every way to enter a field."""

    item: Field

    def read(self, today: date) -> Any:
        """The value that is entered now. Problem when it is none."""

    def is_touched(self) -> bool:
        """Something was entered since the last time it was read."""

    def settle(self) -> None:
        """What is entered now is kept."""


class Touched(Message):
    """A person changed what an editor holds; `chosen` when that is a whole value already."""

    def __init__(self, editor: Widget, *, chosen: bool = False) -> None:
        """Args: editor: which one; chosen: nothing more needs to be typed."""
        super().__init__()
        self.editor = editor
        self.chosen = chosen
