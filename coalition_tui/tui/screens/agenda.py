"""The Agenda place: what is due, across every brief and coalition."""

from datetime import date, datetime, timedelta
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from coalition_tui import edits, pointer
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.fields import headline
from coalition_tui.model import Commitment, DecisionRight, Forum, Record, Signal
from coalition_tui.rules.agenda import AgendaLine, agenda
from coalition_tui.rules.coalition_network import Network
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited, GoTo
from coalition_tui.tui.modals.log import log_into
from coalition_tui.tui.modals.review import ReviewDialog
from coalition_tui.tui.panes.agenda import agenda_rows
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import day
from coalition_tui.workspace import Workspace

SPANS = (0, 7, 14, 30, 90, 365)
"""How many days ahead can be looked."""
USUAL = 2

IDEA = (
    "What is due across everything: commitments and decisions, contacts and forums, reviews, and "
    "whether anybody still defends what was won. What is late comes first."
)


class AgendaScreen(PlaceScreen):
    """One list, by day; each line leads to its place, and can be dealt with from here."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.AGENDA)
    PLACE = "Agenda"
    AUTO_FOCUS = "#due"

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day it is asked for; new_id: makes ids."""
        super().__init__(today, new_id)
        self.list = RowList(id="due", flagged=True)
        self.span = USUAL
        self.lines: list[AgendaLine] = []

    def content(self) -> ComposeResult:
        """The list."""
        yield self.list

    def draw(self) -> None:
        """Show what is due now."""
        days = SPANS[self.span]
        self.lines = agenda(self.workspace, self.today, days)
        self.list.show(agenda_rows(self.lines, self.workspace, self.today))
        if self.line is None and self.lines:
            self.list.cursor += 1  # what can be acted on, not its heading
        late = sum(line.on < self.today for line in self.lines)
        self.describe(
            f"{days} days ahead" if days else "today",
            text(f"✗ {late} overdue", "$error") if late else text("✓ nothing overdue", "$success"),
            text(f"{len(self.lines) - late} ahead", "$text-muted"),
        )

    def help_words(self) -> list[str]:
        """What stands here."""
        return [self.PLACE, IDEA]

    def action_focus_list(self) -> None:
        """Go to the list."""
        self.list.focus()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_open()

    def action_days(self, step: int) -> None:
        """Look further ahead, or less far."""
        self.span = max(0, min(self.span + step, len(SPANS) - 1))
        self.draw()

    def action_open(self) -> None:
        """Go to what is due."""
        if self.line is not None:
            self.post_message(GoTo(self.line.place))

    def action_log(self) -> None:
        """Log the contact, or hold the review."""
        if self.line is not None:
            self._log(self.line)

    def action_done(self) -> None:
        """Mark it kept, decided or dealt with."""
        if self.line is not None:
            self._done(self.line)

    @property
    def line(self) -> AgendaLine | None:
        """What the cursor is on; None on a heading."""
        row = self.list.row
        return self.lines[int(row.path[0])] if row is not None and row.path else None

    def _log(self, line: AgendaLine) -> None:
        coalition = self.workspace.coalitions.get(line.coalition)
        if coalition is None:
            self.notify("This is about a brief: m marks it done, Enter goes there.", markup=False)
            return
        net = Network(coalition, self.workspace, self.today)
        match line.kind:
            case "review":
                self.app.push_screen(ReviewDialog(net, self.new_id))
            case "contact":
                person = pointer.get(coalition, line.place.path).person
                log_into(self, net, kind="social", people=(person,))
            case "forum":
                log_into(
                    self, net, kind="forum", note=headline(pointer.get(coalition, line.place.path))
                )
            case _:
                log_into(self, net, kind="defend", brief=line.brief)

    def _done(self, line: AgendaLine) -> None:
        top = self.workspace.table(line.place.table).get(line.place.id)
        record = pointer.get(top, line.place.path) if top is not None else None
        done = as_done(record, self.today) if isinstance(record, Record) else None
        if done is None:
            self._log(line)
            return
        label, after = done
        place = line.place

        def build(workspace: Workspace, now: datetime) -> Edit:
            return edits.put(workspace, place, after, now, label)

        self.post_message(Edited(build, tell=True))


def as_done(record: Record, today: date) -> tuple[str, Record] | None:
    """A record as it is once it is dealt with, and what that is called; None when it can't be."""
    match record:
        case Commitment():
            label = f"Kept: {one_line(record.what)[:40]}"
            return label, msgspec.structs.replace(record, state="kept", closed_on=today)
        case DecisionRight():
            label = f"Decided: {one_line(record.decision)[:40]}"
            return label, msgspec.structs.replace(record, state="decided", decided_on=today)
        case Signal():
            label = f"Dealt with: {one_line(record.what)[:40]}"
            return label, msgspec.structs.replace(record, closed_on=today)
        case Forum():
            after = _next_time(record, today)
            label = f"Held: {one_line(record.name)[:40]}, next {day(after) or 'not settled'}"
            return label, msgspec.structs.replace(record, next_on=after)
        case _:
            return None


def _next_time(forum: Forum, today: date) -> date | None:
    """When a forum that was held is held again; None without a cadence."""
    held = forum.next_on or today
    if not forum.cadence_days:
        return None
    missed = max(0, (today - held).days) // forum.cadence_days
    return held + timedelta(days=forum.cadence_days * (missed + 1))
