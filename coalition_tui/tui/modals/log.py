"""One line that logs an interaction: who, what happened, when, and a note."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from coalition_tui.clean import clean, one_line
from coalition_tui.fields import Problem, field
from coalition_tui.model import LINE_LIMIT, Interaction, Person
from coalition_tui.rules.coalition_network import Network
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.candidates import TO_NOTE, Candidate, as_date, everything, matching
from coalition_tui.tui.modals.dialog import CarefulDialog
from coalition_tui.tui.modals.logged import Logged, log_edit
from coalition_tui.tui.modals.picker import Choice, choice_rows
from coalition_tui.tui.panes.tables import BAD, CARE, GOOD, MUTED
from coalition_tui.tui.screens.live import Live
from coalition_tui.tui.widgets.line import Line
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.typed import parse
from coalition_tui.wording import day


class WordInput(Line):
    """A line whose words become parts of the interaction one by one."""

    class Dropped(Message):
        """Backspace before the first character: the last part goes."""

    def action_delete_left(self) -> None:
        """Delete a character; before the first one, the part that was taken last."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Dropped())


class LogDialog(CarefulDialog[Logged]):
    """What is typed is completed: names, kinds of interaction, days, evidence, briefs.

    Enter takes the marked choice; with nothing typed it goes to the note, and from there it logs.
    """

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.LOG_LINE)

    def __init__(self, net: Network, begun: Interaction, new_id: NewId) -> None:
        """Args: net: the coalition; begun: what is known already; new_id: makes ids."""
        super().__init__()
        self.heading = f"Log: {one_line(net.subject.name)}"
        self.net = net
        self.begun = self.record = begun
        self.new_id = new_id
        self.made: dict[str, Person] = {}
        self.list = RowList()
        self.list.can_focus = False
        self.word = WordInput(
            compact=True, select_on_focus=False, placeholder="a name; or a kind, a day, evidence"
        )
        self.note = Line(
            begun.note, compact=True, select_on_focus=False, placeholder="what is worth keeping"
        )
        self._line = Static("", id="log--line")
        self._all = everything(net)
        self._names = {each.value: each.label for each in self._all if each.what == "person"}
        self._briefs = {each.id: one_line(each.title) for each in net.linked}
        self._shown: list[Candidate] = []

    def content(self) -> ComposeResult:
        """The line as it will be kept, where to type, and what can be taken."""
        yield self._line
        with Horizontal(classes="dialog--line"):
            yield Static("Who", classes="log--title")
            yield self.word
        with Horizontal(classes="dialog--line"):
            yield Static("Note", classes="log--title")
            yield self.note
        yield self.problem
        yield self.list

    def on_mount(self) -> None:
        """Begin with whom it was; when that is known, with the note."""
        self._show_line()
        self._offer()
        (self.note if self.record.people else self.word).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input is not self.word:
            return
        self._offer()
        if event.value.endswith(","):
            self.word.value = event.value.rstrip(", ")
            self._offer()
            self._take_marked()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    @on(RowList.Opened)
    @on(RowList.Moved)
    def _clicked(self, event: RowList.Moved) -> None:
        event.stop()
        if isinstance(event, RowList.Opened):
            self._take_marked()

    @on(WordInput.Dropped)
    def _drop(self) -> None:
        if self.record.people:
            self._set(people=self.record.people[:-1])
            self._offer()

    def unkept(self) -> str:
        """What is said of the contact already, or begun to be typed."""
        typed = self.word.value.strip() or self.note.value != self.begun.note
        return "Not logged yet" if typed or self.record != self.begun else ""

    def action_take(self) -> None:
        """Take the marked choice; with nothing typed, go on to the note; from there, log."""
        if self.note.has_focus:
            self.action_keep()
        else:
            self._take_marked()

    def action_other(self) -> None:
        """To the note, and back; what is typed is taken on the way when it is clear."""
        if self.note.has_focus:
            self.word.focus()
        elif not self.word.value.strip() or self._take_marked():
            self.note.focus()

    def action_next(self) -> None:
        """Mark the next choice."""
        self.list.action_cursor_down()

    def action_previous(self) -> None:
        """Mark the previous choice."""
        self.list.action_cursor_up()

    def action_keep(self) -> None:
        """Log it."""
        if self.word.value.strip() and not self._take_marked():
            return
        if not self.record.people and not self.record.by:
            self._complain("Who was it with? Type a part of a name.")
            self.word.focus()
            return
        try:
            note = parse(field(Interaction, "note"), clean(self.note.value), self.net.today)
        except Problem as problem:
            self._complain(str(problem))
            return
        record = msgspec.structs.replace(self.record, note=note)
        people = tuple(self.made[each] for each in record.people if each in self.made)
        self.dismiss(Logged(record, people))

    def _take_marked(self) -> bool:
        """Take what is marked. False when nothing is."""
        row = self.list.row
        chosen = next((each for each in self._shown if row and each.key == row.key), None)
        if chosen is None:
            if not str(self.problem.content):
                self._complain("Nobody and nothing of that name.")
            return False
        self._take(chosen)
        self.word.value = ""
        self._offer()
        return True

    def _take(self, chosen: Candidate) -> None:
        record = self.record
        match chosen.what:
            case "person":
                self._set(people=(*record.people, chosen.value))
            case "new":
                person = Person(id=self.new_id(), name=chosen.value)
                self.made[person.id] = person
                self._names[person.id] = person.name
                self._set(people=(*record.people, person.id))
            case "kind":
                self._set(kind=chosen.value)
            case "on":
                self._set(on=date.fromisoformat(chosen.value))
            case "evidence":
                self._set(evidence=(*record.evidence, chosen.value))
            case "held":
                self._set(held=False)
            case "confidential":
                self._set(confidential=True)
            case "brief":
                self._set(brief=chosen.value)
            case "note":
                self.note.focus()

    def _set(self, **values: Any) -> None:
        self.record = msgspec.structs.replace(self.record, **values)
        self._show_line()

    def _offer(self) -> None:
        """Show what the typed text can mean."""
        query = self.word.value.strip()
        problem = ""
        found: list[Candidate] = []
        if query:
            try:
                on = as_date(query, self.net.today)
                found = [on] if on else []
            except Problem as still_to_come:
                problem = str(still_to_come)
        if not problem:
            if not query and self.record.people:
                found.append(TO_NOTE)
            found += matching(query, self._all, self._taken())
            name = query[:LINE_LIMIT]
            known = {each.label.casefold() for each in found}
            if query and name.casefold() not in known and not (found and found[0].what == "on"):
                found.append(Candidate("new", name, f"+ new person: {name}", "into the directory"))
        self._complain(problem)
        self._shown = found
        self.list.show(choice_rows([Choice(each.key, each.label, each.note) for each in found]))
        self.list.cursor = 0

    def _taken(self) -> list[str]:
        record = self.record
        return [
            *(f"person:{each}" for each in record.people),
            *(f"evidence:{each}" for each in record.evidence),
            f"kind:{record.kind}",
            f"brief:{record.brief}",
        ]

    def _complain(self, problem: str) -> None:
        self.problem.update(problem)

    def _show_line(self) -> None:
        record = self.record
        people = ", ".join(self._names.get(each, each) for each in record.people)
        parts = [
            text(day(record.on, self.net.today), "$accent"),
            text(field(Interaction, "kind").labels[record.kind], "$secondary bold"),
            text(people, "bold") if people else Content.styled("with …", MUTED),
        ]
        labels = field(Interaction, "evidence").labels
        parts += [text(f"✓ {labels[each]}", GOOD) for each in record.evidence]
        if not record.held:
            parts.append(Content.styled("✗ trust broken", BAD))
        if record.confidential:
            parts.append(Content.styled("confidential", CARE))
        if record.brief:
            parts.append(text(f"about {self._briefs.get(record.brief, record.brief)}", MUTED))
        self._line.update(Content.styled("  ·  ", MUTED).join(parts))
        self.fit()


def log_into(
    screen: Live[Any],
    net: Network,
    then: Callable[[Interaction], object] = lambda interaction: None,
    **begun: Any,
) -> None:
    """Open the line that logs an interaction, and keep what comes of it.

    Args:
        screen: what is below.
        net: the coalition.
        then: called with the interaction that is kept.
        begun: what is known of it already.
    """
    known = {"id": screen.new_id(), "on": screen.today, "kind": "social", **begun}
    interaction = msgspec.convert(known, Interaction)

    def logged(result: Logged | None) -> None:
        if result is not None:
            screen.post_message(Edited(partial(log_edit, net, result), tell=True))
            then(result.interaction)

    screen.app.push_screen(LogDialog(net, interaction, screen.new_id), logged)
