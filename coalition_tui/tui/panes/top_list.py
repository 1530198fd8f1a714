"""The list of a table's records, on the left of a place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from coalition_tui.fields import headline, noun
from coalition_tui.lazy import Lazy, Unreadable, ids
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text, wrapped
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.row_view import Row
from coalition_tui.workspace import TYPES, Entry, Table, Top, Workspace

Note = Callable[[Top], str]
"""What stands beside a record's name: how full it is, or how it stands."""


class TopList(RowList):
    """Records in the order of the file; the one under the cursor is open."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.LIST)
    HEIGHT: ClassVar[int] = 1
    """Lines of each record."""

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
        self._shown: object = None

    def refresh_from(self, workspace: Workspace) -> None:
        """Show the records of a workspace; nothing is done when none of them changed."""
        records = workspace.table(self.table)
        if records is self._shown:
            return
        self._shown = records
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

    @property
    def open_id(self) -> str:
        """The id of the record under the cursor; empty when there is none."""
        return str(self.row.path[0]) if self.row and self.row.path else ""

    def action_open(self) -> None:
        """Go into the record."""
        self.post_message(self.Acted("open"))

    def action_edit(self) -> None:
        """Edit what stands in no pane: title, tags, dates."""
        self.post_message(self.Acted("edit"))

    def action_delete(self) -> None:
        """Move the record to the trash."""
        self.post_message(self.Acted("delete"))

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
        return _cut(fault, width) if fault else self.drawn(cast("Top", records[key]), width)

    def _unreadable(self, records: Iterable[Unreadable]) -> Iterable[Row]:
        for each in records:
            if each.table == self.table:
                yield Row(f"unreadable-{each.key}", partial(_cut, each), (), 1)


def _cut(fault: Unreadable, width: int) -> Sequence[Content]:
    words = text(f"✗ unreadable: {fault.reason}", "$error")
    return [words.truncate(width, ellipsis=True)]
