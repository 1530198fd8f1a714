"""The list of briefs, each with how many of its ten sections are filled."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import Row, RowList
from coalition_tui.workspace import Unreadable, Workspace

EMPTY = "No briefs yet.\nn begins one."


class BriefList(RowList):
    """The briefs in the order of the file; the one under the cursor is open."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.LIST)
    BORDER_TITLE = "Briefs"

    class Acted(Message):
        """A key that is about the brief under the cursor: `open`, `edit` or `delete`."""

        def __init__(self, action: str) -> None:
            """Args: action: which one."""
            super().__init__()
            self.action = action

    def refresh_from(self, workspace: Workspace) -> None:
        """Show the briefs of a workspace."""
        rows = [
            *(Row(each.id, _lines(each), (each.id,), 1) for each in workspace.briefs.values()),
            *_unreadable(workspace.unreadable),
        ]
        self.show(
            rows or [Row("empty", lambda width: [text(line, MUTED) for line in EMPTY.split("\n")])]
        )

    @property
    def open_id(self) -> str:
        """The id of the brief under the cursor; empty when there is none."""
        return str(self.row.path[0]) if self.row and self.row.path else ""

    def action_open(self) -> None:
        """Go into the brief."""
        self.post_message(self.Acted("open"))

    def action_edit(self) -> None:
        """Edit the brief's title, tags, status and dates."""
        self.post_message(self.Acted("edit"))

    def action_delete(self) -> None:
        """Move the brief to the trash."""
        self.post_message(self.Acted("delete"))


def _lines(brief: Brief) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        count = text(f" {filled(brief)}/{len(SECTIONS)}", MUTED)
        return [fit(text(brief.title), width - count.cell_length) + count]

    return lines


def _unreadable(records: Iterable[Unreadable]) -> Iterable[Row]:
    for each in records:
        if each.table == "briefs":
            words = text(f"✗ unreadable: {each.reason}", "$error")
            yield Row(f"unreadable-{each.key}", partial(_cut, words), (), 1)


def _cut(words: Content, width: int) -> Sequence[Content]:
    return [words.truncate(width, ellipsis=True)]
