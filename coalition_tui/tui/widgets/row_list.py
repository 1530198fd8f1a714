"""A list of rows that the keyboard and the mouse move in."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from coalition_tui.tui import keys
from coalition_tui.tui.widgets.row_view import RowView


class RowList(RowView):
    """Rows with a cursor that the keyboard and the mouse move."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.MOVE)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse clicks; a second click opens."""
        line = int(self.scroll_offset.y) + event.y - self.gutter.top
        index = self._row_at(line)
        if index is None:
            return
        if index == self.cursor and event.chain > 1:
            self.post_message(self.Opened(self))
        self.cursor = index

    def action_cursor_down(self) -> None:
        """Next row; or further down inside a row that is taller than the list."""
        if self._inside(1):
            return
        self.cursor += 1

    def action_cursor_up(self) -> None:
        """Previous row; or further up inside a row that is taller than the list."""
        if self._inside(-1):
            return
        self.cursor -= 1

    def action_first(self) -> None:
        """First row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Last row."""
        self.cursor = len(self.rows) - 1

    def action_page_down(self) -> None:
        """A page further."""
        self._page(1)

    def action_page_up(self) -> None:
        """A page back."""
        self._page(-1)

    def _page(self, direction: int) -> None:
        if self.row is not None:
            page = max(1, self.scrollable_content_region.height - 1)
            line = self._starts[self.cursor] + direction * page
            found = self._row_at(max(0, min(line, self._starts[-1] - 1)))
            self.cursor = self.cursor + direction if found in (None, self.cursor) else found or 0

    def _inside(self, direction: int) -> bool:
        visible = self.scrollable_content_region.height
        # Before its first layout a list has no height, and every row would be taller than it.
        if self.row is None or not visible:
            return False
        top, bottom = self._starts[self.cursor], self._starts[self.cursor + 1]
        offset = int(self.scroll_offset.y)
        if direction > 0 and bottom - top > visible and offset + visible < bottom:
            self.scroll_to(y=offset + 1, animate=False)
            return True
        if direction < 0 and bottom - top > visible and offset > top:
            self.scroll_to(y=offset - 1, animate=False)
            return True
        return False
