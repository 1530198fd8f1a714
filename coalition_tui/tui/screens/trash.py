"""The Trash place: what was deleted, to be brought back or deleted for good."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.fields import headline, noun
from coalition_tui.pointer import Path
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import Column, text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.purge import PurgeDialog
from coalition_tui.tui.panes.grid import Line, grid, note
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import day, plural
from coalition_tui.workspace import Trashed

COLUMNS = (
    Column("Kind", most=10),
    Column("Name", weight=1),
    Column("Deleted", most=20),
    Column("Pointed at it", most=22, from_width=70),
)
IDEA = (
    "What was deleted stays here until you delete it for good. Restored, it stands where it was, "
    "and what pointed at it points at it again where nothing else has taken the place."
)

NOTHING = "Nothing here. Deleted briefs, coalitions and people wait here; u brings back the rest."

ABOUT_TRASH = frozenset(each.action for each in keys.TRASH)


class TrashScreen(PlaceScreen):
    """One list, the latest first; Enter restores."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.TRASH)
    PLACE = "Trash"
    AUTO_FOCUS = "#trash"

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown from; new_id: makes ids."""
        super().__init__(today, new_id)
        self.list = RowList(id="trash")

    def content(self) -> ComposeResult:
        """The list."""
        yield self.list

    def draw(self) -> None:
        """Show what is in the trash now."""
        kept = self.workspace.trash
        found = sorted(kept.values(), key=lambda each: each.deleted_at, reverse=True)
        rows = grid(COLUMNS, [Line(each.id, self._cells(each), (each.id,)) for each in found])
        self.list.show(rows or [note(NOTHING)])
        self.describe(plural(len(kept), "record") if kept else "")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not in the trash neither comes back nor goes."""
        if action in ABOUT_TRASH and not self.workspace.trash:
            return False
        return super().check_action(action, parameters)

    def help_words(self) -> list[str]:
        """What stands here."""
        return [self.PLACE, IDEA]

    def open(self, key: str, path: Path = ()) -> None:  # noqa: ARG002 - in the trash, it is whole
        """Go to a record."""
        self.list.go_to(key)

    def action_focus_list(self) -> None:
        """Go to the list."""
        self.list.focus()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_restore()

    @property
    def trashed(self) -> Trashed | None:
        """What the cursor is on."""
        row = self.list.row
        return self.workspace.trash.get(row.key) if row is not None else None

    def action_restore(self) -> None:
        """Bring it back."""
        trashed = self.trashed
        if trashed is None:
            return
        try:
            edits.restore(self.workspace, trashed.id, trashed.deleted_at)
        except ValueError as error:
            self.notify(f"Not restored: {error}.", severity="error", markup=False)
            return
        self.post_message(
            Edited(lambda workspace, now: edits.restore(workspace, trashed.id, now), tell=True)
        )

    def action_purge(self) -> None:
        """Delete it for good, once the word is typed."""
        trashed = self.trashed
        if trashed is not None:
            record = trashed.record
            name = f"{noun(type(record))} {one_line(headline(record))}"
            self._ask(f"The {name} is deleted for good.", (trashed.id,))

    def action_empty(self) -> None:
        """Delete everything that is listed for good, once the word is typed."""
        listed = [each.key for each in self.list.rows if each.key in self.workspace.trash]
        if listed:
            self._ask(f"{plural(len(listed), 'record')} will be deleted for good.", listed)

    def _ask(self, words: str, ids: Sequence[str]) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self.post_message(
                    Edited(lambda workspace, _: edits.purge(workspace, ids), tell=True)
                )

        self.app.push_screen(PurgeDialog(words), answered)

    def _cells(self, trashed: Trashed) -> tuple[Content, ...]:
        record = trashed.record
        count = len(trashed.links)
        when = day(trashed.deleted_at.astimezone().date(), self.today)
        return (
            text(noun(type(record)), "$secondary"),
            text(headline(record), "bold"),
            text(f"on {when}", MUTED),
            text(plural(count, "reference") if count else "", MUTED),
        )
