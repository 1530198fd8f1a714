"""The list of a table's records, on the left of a place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from coalition_tui.fields import headline, noun
from coalition_tui.lazy import Lazy, Unreadable, ids, names
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text, wrapped
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import TYPES, Entry, Table, Top, Workspace

Note = Callable[[Top], str]
"""What stands beside a record's name: how full it is, or how it stands."""

MARK = Content.styled("* ", "$accent bold")


ABOUT_RECORDS = frozenset(each.action for each in keys.LIST)


class TopList(RowList):
    """Records in the order of the file; the one under the cursor is open."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER, *keys.LIST]
    HEIGHT: ClassVar[int] = 1
    """Lines of each record."""
    KEEPS = True

    class Acted(Message):
        """A key that is about the record under the cursor: `open`, `edit` or `delete`."""

        def __init__(self, action: str) -> None:
            """Args: action: which one."""
            super().__init__()
            self.action = action

    def __init__(self, table: Table, title: str, note: Note = lambda top: "") -> None:
        """Args: table: whose records; title: of the list; note: what stands beside a name."""
        super().__init__(id="list")
        self.table = table
        self.note = note
        self.border_title = title
        self.marked: frozenset[str] = frozenset()
        self._shown: Mapping[str, Entry] = {}

    def refresh_from(self, workspace: Workspace) -> None:
        """Show the records of a workspace; nothing is done when none of them changed."""
        records = workspace.table(self.table)
        if records is self._shown:
            return
        self._shown = records
        self.__dict__.pop("_words", None)
        rows = [
            *(
                Row(key, partial(self._lines, records, key), (key,), self.HEIGHT)
                for key in self.ordered(records)
            ),
            *self._unreadable(workspace.unreadable),
        ]
        kind = noun(TYPES[self.table])
        words = f"No {kind} yet.\nn begins one."
        self.show(rows or [Row("empty", lambda width: wrapped(words, width, MUTED))])
        if not self.marked <= records.keys():
            self._mark(self.marked & records.keys())

    def announce(self, message: Message) -> None:
        """Tell the screen at once, so that it shows the other record in the same frame."""
        self.screen.post_message(message)

    @property
    def open_id(self) -> str:
        """The id of the record under the cursor; empty when there is none."""
        return str(self.row.path[0]) if self.row and self.row.path else ""

    @property
    def chosen(self) -> list[str]:
        """The ids of the marked records, in their order; without marks, the open one's."""
        if self.marked:
            return [each.key for each in self._every if each.key in self.marked]
        return [self.open_id] if self.open_id else []

    def words(self, row: Row) -> str:
        """A record is found by its name and its tags."""
        return self._words.get(row.key) or super().words(row)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """What each record is found by."""
        return dict(names(cast("Mapping[str, Top]", self._shown), _name_and_tags))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Something is done to records where there are some. Marks are taken away like a filter."""
        if (self.row is None or not self._shown) and action in ABOUT_RECORDS:
            return False
        if not self._shown and action == "filter":
            return False
        return bool(self.marked and action == "show_all") or super().check_action(
            action, parameters
        )

    def action_mark(self) -> None:
        """Mark the record, or take its mark away, and go on to the next."""
        if self.open_id in self._shown:
            self._mark(self.marked ^ {self.open_id})
            self.action_cursor_down()

    def action_mark_all(self) -> None:
        """Mark all records that are listed; when they are, take their marks away."""
        listed = {each.key for each in self.rows if each.key in self._shown}
        self._mark(self.marked - listed if listed <= self.marked else self.marked | listed)

    def action_show_all(self) -> None:
        """End the filter; when there is none, take all marks away."""
        if self.is_filtered:
            super().action_show_all()
        else:
            self._mark(frozenset())

    def action_open(self) -> None:
        """Go into the record."""
        self._act("open")

    def action_edit(self) -> None:
        """Edit what stands in no pane: title, tags, dates."""
        self._act("edit")

    def action_delete(self) -> None:
        """Move the record, or the marked ones, to the trash; ask when some can't be seen."""
        listed = {each.key for each in self.rows}
        hidden = sum(each not in listed for each in self.chosen)
        if not hidden:
            self._act("delete")
            return
        from coalition_tui.tui.modals.dialog import confirm

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._act("delete")

        words = f"Of the {len(self.chosen)} marked, the filter hides {hidden}."
        self.app.push_screen(confirm("Delete what is hidden?", words, "Yes, all marked"), answered)

    def _act(self, action: str) -> None:
        if self.chosen:
            self.post_message(self.Acted(action))

    def ordered(self, records: Mapping[str, Entry]) -> Iterable[str]:
        """The ids as they follow one another here: in the order of the file."""
        return ids(records)

    def drawn(self, top: Top, width: int) -> Sequence[Content]:
        """A record's lines: its name, and the note beside it."""
        note = self.note(top)
        beside = Content(" ") + text(note, MUTED) if note else Content("")
        return [fit(text(headline(top)), width - beside.cell_length) + beside]

    def _lines(self, records: Mapping[str, Entry], key: str, width: int) -> Sequence[Content]:
        """A record is read when it is drawn; only then it may turn out that it can't be."""
        fault = records.unreadable(key) if isinstance(records, Lazy) else None
        if fault:
            return _cut(fault, width)
        top = cast("Top", records[key])
        if not self.marked:
            return self.drawn(top, width)
        first, *others = self.drawn(top, width - MARK.cell_length)
        blank = Content(" " * MARK.cell_length)
        return [(MARK if key in self.marked else blank) + first, *(blank + each for each in others)]

    def _mark(self, ids: frozenset[str]) -> None:
        self.marked = ids
        self._count_marked()
        self.refresh_bindings()
        self.redraw()

    def _count_marked(self) -> None:
        """Say how many are marked, and how many of them are hidden: keys act on all.

        While the filter is typed, no key does, and the room is for what is typed.
        """
        listed = {each.key for each in self.rows} if self.marked and not self.typing else set()
        hidden = len(self.marked - listed) if listed else 0
        words = f"{len(self.marked)} marked" + (f", {hidden} hidden" if hidden else "")
        self.subtitle(Content.styled(words, "$accent") if self.marked else Content(""))

    def _tell(self) -> None:
        self._count_marked()
        super()._tell()

    def _unreadable(self, records: Iterable[Unreadable]) -> Iterable[Row]:
        for each in records:
            if each.table == self.table:
                yield Row(f"unreadable-{each.key}", partial(_cut, each), (), 1)


def _name_and_tags(top: Top) -> str:
    return " ".join((headline(top), *getattr(top, "tags", ())))


def _cut(fault: Unreadable, width: int) -> Sequence[Content]:
    words = text(f"✗ unreadable: {fault.reason}", "$error")
    return [words.truncate(width, ellipsis=True)]
