"""A form for any record, derived from its fields, that keeps each field as it is left."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar, cast

import msgspec
from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from coalition_tui import edits
from coalition_tui.edits import Edit
from coalition_tui.fields import Field, Kind, Problem
from coalition_tui.model import Record
from coalition_tui.pointer import Path
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Build, Edited, Editing
from coalition_tui.tui.modals.box import BoxedModal
from coalition_tui.tui.modals.subject import Subject
from coalition_tui.tui.screens.live import Dated
from coalition_tui.tui.widgets.editor import Editor, Touched
from coalition_tui.tui.widgets.editors import editor_for
from coalition_tui.tui.widgets.key_bar import KeyBar
from coalition_tui.tui.widgets.pick_editor import PickEditor
from coalition_tui.tui.widgets.quick import QuickEditor
from coalition_tui.workspace import Place, Top, Workspace

IDLE = 2.0
"""Seconds after the last key until what is typed is kept."""


class FieldRow(Vertical):
    """A field of a form: its title, its editor, and what is wrong with it."""

    def __init__(
        self, path: Path, title: str, editor: Widget, question: str, *, asked: bool = False
    ) -> None:
        """A field.

        Args:
            path: inside the record.
            title: of the field.
            editor: to enter it.
            question: shown while the editor has the focus.
            asked: the question stands above the editor all the time.
        """
        super().__init__()
        self.path = path
        self.editor = editor
        self.question = question
        self.asked = asked
        self._title = Static(title, classes="field--title", markup=False)
        self._problem = Static("", classes="field--problem", markup=False)

    def compose(self) -> ComposeResult:
        """Title and editor side by side, the problem below."""
        if self.asked:
            yield Static(self.question, classes="field--asked", markup=False)
        with Horizontal(classes="field--line"):
            yield self._title
            yield self.editor
        yield self._problem

    @property
    def problem(self) -> str:
        """What is wrong with the field; empty when nothing is."""
        return str(self._problem.content)

    def on_resize(self) -> None:
        """Stay in view while the text grows, or a problem appears."""
        if self.has_focus_within:
            self.scroll_visible(animate=False)

    def complain(self, problem: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._problem.update(problem)
        self.set_class(bool(problem), "-wrong")


class Form(BoxedModal[bool], Dated):
    """A record's fields. Leaving one keeps it; the result says whether to add another."""

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.FORM)
    BOX = "#form"
    SCROLLS = "#form--fields"

    def __init__(self, subject: Subject) -> None:
        """Args: subject: what the form is about."""
        super().__init__()
        self.subject = subject
        self.record = subject.record
        self.exists = subject.exists
        self._rows: list[FieldRow] = []
        self._made: list[Top] = []
        self._idle: Timer | None = None
        self._warned = False
        self._hint = Static("", id="form--hint", markup=False)

    def new_day(self, today: date) -> None:
        """Dates that are typed from now on count from this day."""
        self.subject = replace(self.subject, today=today)

    def compose(self) -> ComposeResult:
        """The fields, a line with the question of the one in focus, and the keys."""
        with Vertical(id="form"):
            with VerticalScroll(id="form--fields", can_focus=False):
                for path, item in self.subject.fields:
                    row = self._row(path, item)
                    self._rows.append(row)
                    yield row
            yield self._hint
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the field that was asked for, or the first."""
        self.query_one("#form").border_title = text(self.subject.title)
        wanted = [row for row in self._rows if row.path[0] == self.subject.focus]
        (wanted or self._rows)[0].editor.focus()

    @on(Touched)
    def _touched(self, event: Touched) -> None:
        event.stop()
        self._warned = False
        row = self._row_of(event.editor)
        if row is None:
            return
        if event.chosen:
            self._keep(row)
            return
        row.complain("")
        self.post_message(Editing(busy=True))
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(IDLE, lambda: self._keep(row))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Ask the question of the field in focus."""
        row = self._row_of(event.widget)
        self._hint.update(row.question if row else "")
        if row is not None:
            row.scroll_visible(animate=False)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep the field that is left."""
        row = self._row_of(event.widget)
        if row is not None:
            self._keep(row)

    def action_next_field(self) -> None:
        """Go to the next field; what this one holds is kept by leaving it."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the previous field."""
        self.focus_previous()

    def action_done(self) -> None:
        """Keep everything and leave; a field that can't be kept holds the form once."""
        self._finish(another=False)

    def action_another(self) -> None:
        """Keep everything, and begin another record of the same kind."""
        self._finish(another=True)

    def _finish(self, *, another: bool) -> None:
        wrong = [row for row in self._rows if not self._keep(row)]
        missing = self._missing()
        if missing is not None and not wrong:
            missing.complain(f"{self._item(missing).title} can't be empty.")
            wrong = [missing]
        if wrong and not self._warned:
            self._warned = True
            wrong[0].editor.focus()
            wrong[0].complain(f"{wrong[0].problem} Esc again leaves without it.")
            return
        self.post_message(Editing(busy=False))
        # After the edits: what opened the form looks for the record it made.
        self.call_later(self.app.call_later, self.dismiss, another)

    def _missing(self) -> FieldRow | None:
        """The empty required field that keeps a record with other content from being added."""
        if self.exists or not self._has_content():
            return None
        return next(
            (
                row
                for row in self._rows
                if self._item(row).required and not getattr(self.record, self._item(row).name)
            ),
            None,
        )

    def _has_content(self) -> bool:
        return self.record != self.subject.record

    def _keep(self, row: FieldRow) -> bool:
        """Make what a row holds an edit. False when it can't be one; the row says why."""
        editor: Editor = row.editor  # type: ignore[assignment]  # every row's editor is one
        if not editor.is_touched():
            return not row.problem
        try:
            value = editor.read(self.subject.today)
            record = _with(self.record, row.path, value)
            problem = self.subject.check(record)
        except Problem as found:
            problem = str(found)
        row.complain(problem)
        if problem:
            return False
        editor.settle()
        if isinstance(editor, PickEditor):
            self._made.extend(editor.take_made())
        if record != self.record:
            self.record = record
            self._post(row.path, value)
        self.post_message(Editing(busy=False))
        return True

    def _post(self, path: Path, value: Any) -> None:
        place, record = self.subject.place, self.record
        if self.exists:
            field = Place(place.table, place.id, (*place.path, *path))
            self._send(lambda workspace, now: self.subject.put(workspace, field, value, now))
        elif self._missing() is None:
            self.exists = True
            if place.path:
                self._send(lambda workspace, now: edits.add(workspace, place, record, now))
            else:
                top = cast("Top", record)  # what stands in no list is a brief, coalition or person
                self._send(lambda workspace, now: edits.create(top, now))

    def _send(self, build: Build) -> None:
        """Post an edit; what was made on the spot is created by the same one."""
        made, self._made = tuple(self._made), []

        def both(workspace: Workspace, now: datetime) -> Edit:
            edit = build(workspace, now)
            created = [edits.create(each, now) for each in made]
            return edits.combined(edit.label, (*created, edit)) if created else edit

        self.post_message(Edited(both))

    def _row(self, path: Path, item: Field) -> FieldRow:
        value: Any = self.record
        for step in path:
            value = getattr(value, str(step))
        title, question = item.title, item.question
        if item.kind is Kind.RECORDS:
            return FieldRow(path, title, QuickEditor(item, value, self.subject.new_id), question)
        if len(path) > 1:
            title = f"Fit: {title.lower()}"
        editor = editor_for(item, value, self.subject.options(item), self.subject.new_id)
        return FieldRow(path, title, editor, question, asked=item.is_asked)

    def _item(self, row: FieldRow) -> Field:
        editor: Editor = row.editor  # type: ignore[assignment]  # every row's editor is one
        return editor.item

    def _row_of(self, widget: Widget) -> FieldRow | None:
        return next((row for row in self._rows if row in widget.ancestors_with_self), None)


def _with(record: Record, path: Path, value: Any) -> Record:
    if len(path) == 1:
        return msgspec.structs.replace(record, **{str(path[0]): value})
    inner = msgspec.structs.replace(getattr(record, str(path[0])), **{str(path[1]): value})
    return msgspec.structs.replace(record, **{str(path[0]): inner})
