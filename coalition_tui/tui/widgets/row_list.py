"""A list of rows to move in, and to make shorter by typing."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from coalition_tui.clean import one_line
from coalition_tui.model import LINE_LIMIT
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.widgets.filter import Filter, as_drawn
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_view import RowView
from coalition_tui.tui.widgets.titles import set_subtitle


class RowList(RowView):
    """Rows with a cursor that the keyboard and the mouse move, and a filter."""

    IDEA: ClassVar[str] = ""
    """What stands here and why, for the help; empty where the place says it."""
    BINDINGS: ClassVar[list[BindingType]] = [*keys.MOVE, *keys.FILTER]
    can_filter = True
    """Whether `/` makes it shorter; a few answers to a question need no filter."""
    KEEPS: ClassVar[bool] = False
    """Whether what a filter found stays in the list when it is called otherwise."""

    def __init__(self, *, id: str | None = None, flagged: bool = False) -> None:  # noqa: A002 - Textual's own name
        """Args: id: of the widget; flagged: rows may have flags, and room is kept for them."""
        super().__init__(id=id, flagged=flagged)
        self.typing = False
        self._note = Content("")
        self._every: Sequence[Row] = ()
        self._filter = Filter(self.words, keeps=self.KEEPS)

    @property
    def filtered_by(self) -> str:
        """What is typed to make the list shorter; empty for all rows."""
        return self._filter.query

    @filtered_by.setter
    def filtered_by(self, query: str) -> None:
        before = self.row.key if self.row else ""
        self._filter.query = query
        super().show(self._left())
        if self.typing and query:
            self.cursor = self._filter.nearest(self.rows)
        if before != (self.row.key if self.row else ""):
            self.announce(self.Moved(self))
        self._tell()

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None when there is none, or none that matches."""
        row = super().row
        return None if row in (NOTHING, NO_MATCH) else row

    def words(self, row: Row) -> str:
        """What a row is found by."""
        return as_drawn(row)

    def subtitle(self, content: Content) -> None:
        """Say something in the frame, where no filter needs the room."""
        if not content.is_same(self._note):
            self._note = content
            self._draw_notes()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows; the cursor stays on the row with its key where there is one."""
        self._every = rows
        super().show(self._left())
        if self.filtered_by:
            self._tell()

    def restart(self) -> None:
        """Go back to the first of all rows, without telling: others are about to be shown."""
        self._every = ()
        if self.filtered_by or self.typing:
            self.typing, self._filter.query = False, ""
            self._tell()
        super().restart()

    def go_to(self, key: str) -> bool:
        """Put the cursor on the row with this key, also one that the filter hides."""
        if super().go_to(key):
            return True
        if self.filtered_by and any(each.key == key for each in self._every):
            self.action_show_all()
        return super().go_to(key)

    @property
    def row_keys(self) -> set[str]:
        """The keys of all rows, also of those that the filter hides."""
        return {each.key for each in self._every}

    def go_to_first_not_in(self, keys: Collection[str]) -> None:
        """Put the cursor on the first row of a record that is not among these, if there is one."""
        new = (each.key for each in self._every if not each.heading and each.key not in keys)
        super().go_to(next(new, ""))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What ends the filter is only there while there is one."""
        if action == "filter":
            return self.can_filter
        if action in ("keep_filter", "shorten_filter"):
            return self.typing
        if action == "show_all":
            return self.typing or bool(self.filtered_by)
        return super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While the filter is typed, each character belongs to it."""
        return self.typing and (key in keys.LETTERS or bool(character and character.isprintable()))

    def on_key(self, event: events.Key) -> None:
        """Type into the filter."""
        if event.character and self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            self._typed(self.filtered_by + event.character)

    def on_paste(self, event: events.Paste) -> None:
        """Paste into the filter."""
        if self.typing:
            event.stop()
            self._typed(self.filtered_by + one_line(event.text))

    def on_blur(self) -> None:
        """What is typed stays, and the list is left as it is."""
        if self.typing:
            self.action_keep_filter()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse clicks; a second click opens."""
        line = int(self.scroll_offset.y) + event.y - self.gutter.top
        index = self._row_at(line)
        if index is None:
            return
        if index == self.cursor and event.chain > 1:
            self.post_message(self.Opened(self))
        self.cursor = index

    def action_filter(self) -> None:
        """Begin to type, or go on with what was typed."""
        self.typing = True
        self._tell()

    def action_keep_filter(self) -> None:
        """Typing is done; the list stays short."""
        self.typing = False
        self._tell()

    def action_shorten_filter(self) -> None:
        """Take the last character back; the last one ends the filter."""
        if self.filtered_by:
            self._typed(self.filtered_by[:-1])
        else:
            self.action_show_all()

    def action_show_all(self) -> None:
        """Show all rows again, with the cursor on the same one."""
        self.typing = False
        self.filtered_by = ""

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

    def _typed(self, query: str) -> None:
        self.filtered_by = query[:LINE_LIMIT]

    def _left(self) -> Sequence[Row]:
        """The rows that the filter leaves, or one that says it leaves none."""
        rows = self._filter.left(self._every)
        return rows or ([NOTHING] if self._every else ())

    def _tell(self) -> None:
        """Say what the list is made shorter by, in the frame and by the keys that work now."""
        self._draw_notes()
        self.refresh_bindings()

    def _draw_notes(self) -> None:
        notes = [self._note, self._filter_note() if self.is_filtered else Content("")]
        set_subtitle(self._frame(), Content(" · ").join([each for each in notes if each]))

    @property
    def is_filtered(self) -> bool:
        """A filter is typed, or stands."""
        return self.typing or bool(self.filtered_by)

    def _filter_note(self) -> Content:
        mark = Content.styled("▏", "$accent") if self.typing else Content("")
        left = sum(not each.heading for each in self.rows if each is not NOTHING)
        every = sum(not each.heading for each in self._every)
        count = Content.styled(f"  {left} of {every}" if self.filtered_by else "", "$text-muted")
        return (
            Content.styled("/", "$accent bold") + text(self.filtered_by, "$accent") + mark + count
        )

    def _frame(self) -> Widget:
        """What has the border around the list."""
        around = (each for each in self.ancestors_with_self if isinstance(each, Widget))
        return next((each for each in around if each.styles.border_bottom[0]), self)


def _said(words: str) -> Row:
    """A row that only says something: it can't be taken."""
    return Row("nothing", lambda width: wrapped(words, width, "$text-muted italic"))


NOTHING = _said("Nothing here matches.\nEsc shows all again.")
NO_MATCH = _said("Nothing here matches.")
"""For what is typed beside the list, where Esc does something else."""
