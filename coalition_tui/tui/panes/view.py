"""A section that is shown in a way of its own."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual.content import Content

from coalition_tui.tui.panes.tables import Scene
from coalition_tui.tui.widgets.row import Row

Line = Callable[[int], Content]
"""A line for a width."""


class View(Struct, frozen=True):
    """The rows of a section that are not simply its fields, and the line above them."""

    rows: Callable[[Scene], Sequence[Row]]
    header: Callable[[Scene], Line | None] = lambda scene: None
