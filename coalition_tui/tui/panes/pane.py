"""A pane: one or more sections of a record, one shown at a time or all together."""

import operator
from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from coalition_tui import edits, pointer
from coalition_tui.fields import Kind, field, noun
from coalition_tui.pointer import Path
from coalition_tui.sections import Section
from coalition_tui.tui import keys
from coalition_tui.tui.messages import Edited, GoTo
from coalition_tui.tui.panes.check_rows import Marks
from coalition_tui.tui.panes.rows import (
    drawn_from,
    empty_row,
    header,
    is_titled,
    section_rows,
)
from coalition_tui.tui.panes.tables import Scene
from coalition_tui.tui.panes.titled import TitledPane
from coalition_tui.tui.panes.view import View
from coalition_tui.tui.widgets.column_titles import ColumnTitles
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import names_in
from coalition_tui.workspace import Place, Top, Workspace, table_of


class Pane(TitledPane):
    """Sections of the open record, with the keys that change them."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANE, *keys.VIEW]

    class FormWanted(Message):
        """A person wants to edit what stands at a path, or to add to the list there."""

        def __init__(self, path: Path, *, add: bool = False) -> None:
            """Args: path: inside the record; add: it is a list that gets a new record."""
            super().__init__()
            self.path = path
            self.add = add

    def __init__(
        self,
        sections: Sequence[Section],
        *,
        together: bool = False,
        views: Mapping[str, View] | None = None,
    ) -> None:
        """An empty pane.

        Args:
            sections: in the order of their keys.
            together: they are shown below one another.
            views: by key, for sections that are shown in a way of their own.
        """
        super().__init__(id=f"pane-{sections[0].name}")
        self.views = views or {}
        self.sections = tuple(sections)
        self.together = together
        self.section = self.sections[0]
        self.unfolded = False
        self.list = RowList(flagged=True)
        self._header = ColumnTitles()
        self._top: Top | None = None
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """A line for the columns' titles, where there can be some, and the rows."""
        if self.views or any(map(is_titled, self.sections)):
            yield self._header
        yield self.list

    def on_mount(self) -> None:
        """Say what is shown here."""
        self.draw_title()

    def show(
        self, workspace: Workspace, top: Top | None, today: date, marks: Marks | None = None
    ) -> None:
        """Show a record; nothing is drawn again unless something in it changed.

        Args:
            workspace: everything around it.
            top: the record; None for none.
            today: the day dates are shown from.
            marks: where findings stand in it; the same object while they are the same.
        """
        if top is None or self._top is None or top.id != self._top.id:
            self.list.restart()
            self._drawn = ()
        self._top = top
        full = self.unfolded or self.screen.has_class("-zoomed")
        shown = self.sections if self.together else (self.section,)
        drawn = (*self._parts(workspace, top, shown), self.section, full, marks, today)
        if len(drawn) == len(self._drawn) and all(map(operator.is_, drawn, self._drawn)):
            return
        self._drawn = drawn
        if top is None:
            self.list.show([empty_row(section) for section in shown])
            self._header.display = False
            return
        scene = Scene(workspace, top, names_in(workspace, top), today, full, marks or {})
        self.list.show([row for section in shown for row in self._rows(section, scene)])
        self._columns(scene)

    @property
    def path(self) -> Path:
        """What the cursor is on, inside the record; empty for nothing."""
        return self.list.row.path if self.list.row else ()

    def choose(self, section: Section) -> None:
        """Show one of this pane's sections."""
        if section is not self.section:
            self.section = section
            self._drawn = ()
            if not self.together:
                self.list.restart()
            self.draw_title()
            self.refresh_bindings()
        if self.together:
            self.list.go_to(section.fields[0])

    def go_to(self, path: Path) -> None:
        """Put the cursor on the row for a path, or for the record that holds it."""
        for length in range(len(path), 0, -1):
            for row in self.list.rows:
                if row.path == path[:length]:
                    self.list.go_to(row.key)
                    return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Records are edited where they stand; what follows from them leads there."""
        if action == "go":
            return not self.section.fields
        if action in ("edit", "add", "delete", "move"):
            return bool(self.section.fields) and self._top is not None
        return super().check_action(action, parameters)

    def action_go(self) -> None:
        """Go to what the row is about."""
        if self.list.row is not None and self.list.row.place is not None:
            self.post_message(GoTo(self.list.row.place))

    def action_edit(self) -> None:
        """Edit the record or text under the cursor; on an empty list, begin it."""
        row = self.list.row
        if row is None or not row.path:
            return
        if isinstance(row.path[-1], int) or self._is_text(row):
            self.post_message(self.FormWanted(row.path))
        elif len(row.path) > 1:
            self.post_message(self.FormWanted(row.path[:-1]))
        else:
            self.post_message(self.FormWanted(row.path, add=True))

    def action_add(self) -> None:
        """Add a record to the list under the cursor."""
        row = self.list.row
        if row is None or not row.path:
            return
        if self._is_text(row):
            self.post_message(self.FormWanted(row.path))
            return
        path = row.path[:-1] if isinstance(row.path[-1], int) else row.path
        if self.section.inner and len(path) == 1:
            owner = noun(self.section.declared[0].item)
            self.notify(f"{self.section.title} belong to a {owner}: add one first.", markup=False)
            return
        self.post_message(self.FormWanted(path, add=True))

    def action_delete(self) -> None:
        """Delete the record under the cursor."""
        row, top = self.list.row, self._top
        if row is None or top is None or not row.path:
            return
        path = row.path
        if not isinstance(path[-1], int):
            if not self._is_text(row):
                self.notify("The cursor is on no record.", markup=False)
                return
            self._clear(top, path)
            return
        place = Place(table_of(top), top.id, path)
        self.post_message(
            Edited(lambda workspace, now: edits.remove(workspace, place, now), tell=True)
        )

    def action_move(self, step: int) -> None:
        """Move the record under the cursor inside its list."""
        row, top = self.list.row, self._top
        if row is None or top is None or not row.path or not isinstance(row.path[-1], int):
            return
        to = row.path[-1] + step
        if not 0 <= to < len(pointer.get(top, row.path[:-1])):
            return
        place = Place(table_of(top), top.id, row.path)
        self.post_message(Edited(lambda workspace, now: edits.move(workspace, place, to, now)))

    def action_unfold(self) -> None:
        """Show all records in full, or in one line each."""
        self.unfolded = not self.unfolded
        self.post_message(self.Redraw())

    @on(RowList.Opened)
    def _clicked(self, event: RowList.Opened) -> None:
        event.stop()
        if self.section.fields:
            self.action_edit()
        else:
            self.action_go()

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.together and self.path:
            for section in self.sections:
                if self.path[0] in section.fields and section is not self.section:
                    self.section = section
                    self.draw_title()

    def _is_text(self, row: Row) -> bool:
        return len(row.path) == 1 and any(
            item.name == row.path[0] and item.kind is not Kind.RECORDS
            for section in self.sections
            for item in section.declared
        )

    def _clear(self, top: Top, path: Path) -> None:
        if pointer.get(top, path):
            place = Place(table_of(top), top.id, path)
            empty = field(type(top), str(path[0])).default
            self.post_message(
                Edited(lambda workspace, now: edits.put(workspace, place, empty, now))
            )

    def _rows(self, section: Section, scene: Scene) -> Sequence[Row]:
        view = self.views.get(section.key)
        return view.rows(scene) if view else section_rows(section, scene)

    def _parts(
        self, workspace: Workspace, top: Top | None, shown: Sequence[Section]
    ) -> tuple[object, ...]:
        """Everything that is drawn: when none of it is replaced, nothing is drawn again."""
        if top is not None and any(each.key in self.views for each in shown):
            return (top, workspace.people, workspace.briefs, workspace.coalitions)
        return drawn_from(workspace, top, shown)

    def _columns(self, scene: Scene) -> None:
        view = self.views.get(self.section.key)
        if self.together or (scene.full and not view):
            self._header.line = None
        else:
            self._header.line = view.header(scene) if view else header(self.section, scene)
        self._header.display = self._header.line is not None
        if self._header.display:
            self._header.refresh()
