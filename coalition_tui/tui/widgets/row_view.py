"""Rows with a cursor, drawn line by line: the cost grows with what is shown."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import ClassVar

from msgspec import Struct
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from coalition_tui.pointer import Path
from coalition_tui.workspace import Place

CURSOR = "▌"


class Row(Struct, frozen=True, eq=False):
    """One row: what it stands for, and its lines for a width.

    `key` stays the same while the row changes, so that the cursor stays on it. `height` is the
    number of lines when that does not depend on the width; 0 when it does. `head` is how many
    of the lines the cursor lights up; 0 for all. `flag` stands between the cursor's mark and the
    first line. `place` is where Enter leads from a row that is about something elsewhere.
    `heading` says that it stands above the rows up to the next heading, which belong to it.
    """

    key: str
    lines: Callable[[int], Sequence[Content]]
    path: Path = ()
    height: int = 0
    head: int = 0
    flag: Content | None = None
    place: Place | None = None
    heading: bool = False


class RowView(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or more lines, and a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--mark"}
    ALLOW_SELECT = False

    rows: reactive[Sequence[Row]] = reactive[Sequence[Row]](())
    cursor = reactive(0)

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
        self._width = 0
        self._strips: dict[tuple[int, bool, bool], list[Strip]] = {}

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None when the list is empty."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

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
        self._measure()
        self.cursor = max(0, min(position, len(rows) - 1))
        self.scroll_to_cursor()
        self.refresh()

    def redraw(self) -> None:
        """Draw the rows anew, when what they show has changed and they have not."""
        self._strips.clear()
        self.refresh()

    def restart(self) -> None:
        """Go back to the first row, without telling: other rows are about to be shown."""
        self.set_reactive(RowView.rows, ())
        self.set_reactive(RowView.cursor, 0)
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
        """Show the cursor's row, and tell."""
        if before != now:
            self._refresh_row(before)
            self._refresh_row(now)
            self.scroll_to_cursor()
            self.post_message(self.Moved(self))

    def scroll_to_cursor(self) -> None:
        """Bring the cursor's row into view."""
        if self.is_mounted and self.row is not None and self._width:
            top, height = self._starts[self.cursor], self._height(self.cursor)
            visible = self.scrollable_content_region.height
            region = Region(0, top, self._width, min(height, max(visible, 1)))
            self.scroll_to_region(region, animate=False, force=True)

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Wrap anew for another width before the first drawing in it, not after."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if self.scrollable_content_region.width != self._width:
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

    def render_line(self, y: int) -> Strip:
        """One line of what is visible."""
        width = self.scrollable_content_region.width
        line = int(self.scroll_offset.y) + y
        index = self._row_at(line)
        if index is None:
            return Strip.blank(width, self.visual_style.rich_style)
        strips = self._row_strips(index, width)
        offset = line - self._starts[index]
        return strips[offset] if offset < len(strips) else Strip.blank(width)

    def _forget(self) -> None:
        self._strips.clear()
        self._width = 0

    def _measure(self) -> None:
        """Where each row starts, for the width there is."""
        width = self.scrollable_content_region.width
        self._width = width
        heights = (
            row.height or (max(1, len(row.lines(self._room(width)))) if width else 1)
            for row in self.rows
        )
        self._starts = [0, *accumulate(heights)]
        # Only a list as high as its rows moves others; any other needs no new layout.
        self.set_reactive(RowView.virtual_size, Size(width, self._starts[-1]))
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        else:
            self._scroll_update(self.virtual_size)

    def _room(self, width: int) -> int:
        return max(1, width - (3 if self.flagged else 1))

    def _height(self, index: int) -> int:
        return self._starts[index + 1] - self._starts[index]

    def _row_at(self, line: int) -> int | None:
        index = bisect_right(self._starts, line) - 1
        return index if 0 <= index < len(self.rows) else None

    def _refresh_row(self, index: int) -> None:
        if 0 <= index < len(self.rows) and self._width:
            top = self._starts[index] - int(self.scroll_offset.y)
            region = self.scrollable_content_region
            self.refresh(Region(0, top, region.width, self._height(index)))

    def _row_strips(self, index: int, width: int) -> list[Strip]:
        here, focused = index == self.cursor, self.has_focus
        key = (index, here, here and focused)
        if key not in self._strips:
            style = self.visual_style
            if here:
                style = self._cursor_style()
            self._strips[key] = self._draw(self.rows[index], width, style, here)
        return self._strips[key]

    def _cursor_style(self) -> Style:
        """The style of the cursor's row. Textual leaves `reverse` out of it."""
        reverse = self.get_component_styles("rows--cursor").text_style.reverse
        return self.get_visual_style("rows--cursor") + Style(reverse=bool(reverse))

    def _draw(self, row: Row, width: int, style: Style, here: bool) -> list[Strip]:
        strips = []
        # In the terminal's own colours, a mark can't be hidden in that of the background.
        marks = self.get_visual_style("rows--mark")
        marked = here and marks.foreground != marks.background
        for number, content in enumerate(row.lines(self._room(width)) or [Content("")]):
            if row.head and number >= row.head:
                style = self.visual_style
            mark = Content.styled(CURSOR, ".rows--mark") if marked else Content(" ")
            if self.flagged:
                flag = row.flag if row.flag is not None and not number else Content(" ")
                mark += flag + Content(" ")
            line = (mark + content).truncate(width)
            if style.reverse:
                line = Content(line.plain.ljust(len(line) + width - line.cell_length))
            strips.extend(
                Visual.to_strips(self, line, width, 1, style, pad=True, apply_selection=False)
            )
        return strips
