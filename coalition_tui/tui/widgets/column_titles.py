"""The titles of a table's columns, above its rows and as wide as they are."""

from collections.abc import Callable

from textual.content import Content

from coalition_tui.tui.widgets.one_line import OneLine


class ColumnTitles(OneLine):
    """One line; nothing when there are no columns."""

    line: Callable[[int], Content] | None = None

    def render(self) -> Content:
        """One line, with room for the cursor's mark and the scroll bar beside it."""
        return Content("   ") + self.line(max(1, self.size.width - 4)) if self.line else Content("")
