"""Rows with a cursor, drawn line by line: the cost grows with what is shown."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from coalition_tui.tui.widgets.framed import Framed
from coalition_tui.tui.widgets.rail import Rail
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_brush import RowBrush


class RowView(Framed, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or more lines, and a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--mark"}
    ALLOW_SELECT = False

    rows: var[Sequence[Row]] = var[Sequence[Row]](())
    cursor = var(0)

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row_list: "RowView") -> None:
            """Args: row_list: the list whose cursor moved."""
            super().__init__()
            self.row_list = row_list

        @property
        def control(self) -> "RowView":
            """The list, so that `on` can select by it."""
            return self.row_list

    class Opened(Moved):
        """A row was clicked while the cursor was on it."""

    def __init__(self, *, id: str | None = None, flagged: bool = False) -> None:  # noqa: A002 - Textual's own name
        """Args: id: of the widget; flagged: rows may have flags, and room is kept for them."""
        super().__init__(id=id)
        self.flagged = flagged
        self._starts: list[int] = [0]
        self._window = Size()
        """The room for rows: without the frame, and the bar beside them."""
        self._contents: dict[int, Sequence[Content]] = {}
        self._strips: dict[tuple[int, bool, bool], list[Strip]] = {}
        self._brushes: dict[bool, RowBrush] = {}
        self._seen: dict[int, Strip] = {}

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None when the list is empty."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar beside the rows."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Rail(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 - as Textual starts its own
        return self._vertical_scrollbar

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the cursor stays on the row with its key where there is one."""
        before = self.row
        self._forget()
        self.set_reactive(RowView.rows, rows)
        position = self.cursor
        if before is not None and not (position < len(rows) and rows[position].key == before.key):
            position = next(
                (index for index, row in enumerate(rows) if row.key == before.key), position
            )
        elif before is None and len(rows) > 1 and rows[0].heading and not rows[1].heading:
            position = position or 1  # what can be done is about the records below
        self._measure()
        self.cursor = max(0, min(position, len(rows) - 1))
        self.scroll_to_cursor()
        self._refresh_changed()

    def redraw(self) -> None:
        """Draw the rows anew, when what they show has changed and they have not."""
        self._contents.clear()
        self._strips.clear()
        self._refresh_changed()

    def restart(self) -> None:
        """Go back to the first row, without telling: other rows are about to be shown."""
        self.set_reactive(RowView.rows, ())
        self.set_reactive(RowView.cursor, 0)
        if self.scroll_offset.y:
            self.scroll_to(y=0, animate=False)

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with this key. False when there is none."""
        for index, row in enumerate(self.rows):
            if row.key == key:
                self.cursor = index
                return True
        return False

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Tell, and show the cursor's row: what follows from it comes in the same frame."""
        if before != now:
            self.announce(self.Moved(self))
            self._refresh_row(before)
            self._refresh_row(now)
            self.scroll_to_cursor()

    def announce(self, message: Message) -> None:
        """Tell what happened here to those who hold the list."""
        self.post_message(message)

    def scroll_to_cursor(self) -> None:
        """Bring the cursor's row into view."""
        width, visible = self._window
        if self.is_mounted and self.row is not None and width:
            top, height = self._starts[self.cursor], self._height(self.cursor)
            if 0 <= top - self.scroll_offset.y <= visible - height:
                return
            region = Region(0, top, width, min(height, max(visible, 1)))
            self.scroll_to_region(region, animate=False, force=True)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Wrap anew for another width before the first drawing in it, not after."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        before, self._window = self._window, self.scrollable_content_region.size
        if self._window.width != before.width:
            self._forget()
            self._measure()
            self.scroll_to_cursor()
        return resized

    def on_focus(self) -> None:
        """Show where the keyboard is."""
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Show that it has gone."""
        self._refresh_row(self.cursor)

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._brushes.clear()

    def render_line(self, y: int) -> Strip:
        """One line of what is visible."""
        return self.inner_lines(range(y, y + 1))[0]

    def inner_lines(self, lines: range) -> list[Strip]:
        """Lines of what is visible, which are seen from now on."""
        strips = self._visible(lines)
        self._seen.update(zip(lines, strips, strict=True))
        return strips

    def _refresh_changed(self) -> None:
        """Have the lines drawn again that differ from what is seen."""
        width, height = self._window
        if not width:
            self.refresh()
            return
        seen = self._seen.get
        now = enumerate(self._visible(range(height)))
        changed = [Region(0, y, width, 1) for y, strip in now if seen(y) != strip]
        if changed:
            self.refresh(*changed)

    def _visible(self, lines: range) -> list[Strip]:
        """What stands on these lines of the widget."""
        width = self._window.width
        line = int(self.scroll_offset.y) + lines.start
        index = bisect_right(self._starts, line) - 1
        here, focused, count = self.cursor, self.has_focus, len(self.rows)
        strips: list[Strip] = []
        while len(strips) < len(lines) and index < count:
            drawn = self._row_strips(index, here=index == here, focused=focused)
            height = self._height(index)
            if len(drawn) < height:
                drawn = [*drawn, *[Strip.blank(width)] * (height - len(drawn))]
            offset = line + len(strips) - self._starts[index]
            strips += drawn[offset : min(height, offset + len(lines) - len(strips))]
            index += 1
        if len(strips) < len(lines):
            blank = Strip.blank(width, self.visual_style.rich_style)
            strips += [blank] * (len(lines) - len(strips))
        return strips

    def _forget(self) -> None:
        self._contents.clear()
        self._strips.clear()

    def _measure(self) -> None:
        """Where each row starts, for the width there is."""
        self._window = self.scrollable_content_region.size
        width, visible = self._window
        heights = [
            row.height or (len(self._row_lines(index)) if width else 1)
            for index, row in enumerate(self.rows)
        ]
        self._starts = [0, *accumulate(heights)]
        # Only a list as high as its rows moves others; any other needs no new layout.
        size = Size(width, self._starts[-1])
        if self.styles.auto_dimensions:
            self.set_reactive(RowView.virtual_size, size)
            self.refresh(layout=True)
        else:
            most = max(size.height, self.virtual_size.height)
            self.set_reactive(RowView.virtual_size, size)
            if most > visible:  # else there is nothing to scroll
                self._scroll_update(size)

    def _room(self, width: int) -> int:
        return max(1, width - (3 if self.flagged else 1))

    def _height(self, index: int) -> int:
        return self._starts[index + 1] - self._starts[index]

    def _row_at(self, line: int) -> int | None:
        index = bisect_right(self._starts, line) - 1
        return index if 0 <= index < len(self.rows) else None

    def _refresh_row(self, index: int) -> None:
        width = self._window.width
        if 0 <= index < len(self.rows) and width:
            top = self._starts[index] - int(self.scroll_offset.y)
            self.refresh(Region(0, top, width, self._height(index)))

    def _row_lines(self, index: int) -> Sequence[Content]:
        if index not in self._contents:
            room = self._room(self._window.width)
            self._contents[index] = self.rows[index].lines(room) or (Content(""),)
        return self._contents[index]

    def _row_strips(self, index: int, *, here: bool, focused: bool) -> list[Strip]:
        key = (index, here, here and focused)
        if key not in self._strips:
            self._strips[key] = self._brush().strips(
                self.rows[index], self._row_lines(index), self._window.width, lit=here
            )
        return self._strips[key]

    def _brush(self) -> RowBrush:
        """The one for the styles there are with the keyboard here, or elsewhere."""
        focused = self.has_focus
        if focused not in self._brushes:
            self._brushes[focused] = RowBrush(self, flagged=self.flagged)
        return self._brushes[focused]
