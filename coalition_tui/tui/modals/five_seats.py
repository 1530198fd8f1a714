"""The five people for the next five years, chosen from the directory."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from coalition_tui.clean import clean, one_line
from coalition_tui.edits import Edit
from coalition_tui.fields import Problem, field
from coalition_tui.matching import plain
from coalition_tui.model import Coalition, Person
from coalition_tui.rules.coalition_network import current_members, is_current
from coalition_tui.seats import INVESTING, NAME, SEATS, choose, chosen, home
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.dialog import CarefulDialog
from coalition_tui.tui.panes.tables import CARE, GOOD, MUTED
from coalition_tui.tui.widgets.line import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.text_editor import TextEditor
from coalition_tui.typed import parse
from coalition_tui.wording import plural
from coalition_tui.workspace import Workspace

IDEA = (
    "Whom do you want beside you in five years, whatever you work on then? Enter gives a seat, "
    "again invests, again takes it back."
)
MARK = 12


class FiveSeatsDialog(CarefulDialog[bool]):
    """Five seats, two or three people to invest in, and the purpose that would unite them."""

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.SEATS)

    def __init__(self, workspace: Workspace, opened: str, today: date, new_id: NewId) -> None:
        """Args: workspace: as it is now; opened: the open coalition; today, new_id: as ever."""
        super().__init__()
        self.heading = "Five seats"
        self.workspace = workspace
        self.opened = opened
        self.today = today
        self.new_id = new_id
        self.seats, self.investing = chosen(workspace, today)
        self.word = Line(compact=True, select_on_focus=False, placeholder="type a part of a name")
        self.list = RowList()
        self.list.can_focus = False
        self._home = ""
        self._purpose = field(Coalition, "purpose")
        self.purpose = TextEditor(self._purpose, self._kept_purpose())
        self._count = Static("", id="log--line")
        self._where = Static("", classes="dialog--words", markup=False)
        self._order = self._people()

    def content(self) -> ComposeResult:
        """Who is chosen, the people, and the purpose."""
        yield Static(text(IDEA, MUTED), classes="dialog--words")
        yield self._count
        with Horizontal(classes="dialog--line"):
            yield Static("Who", classes="log--title")
            yield self.word
        yield self.problem
        yield self.list
        yield self._where
        yield self.purpose

    def on_mount(self) -> None:
        """Begin with the people."""
        self._show()
        self.word.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._list()
        self.list.cursor = 0

    @on(Input.Submitted)
    @on(RowList.Opened)
    def _submitted(self) -> None:
        self.action_seat()

    def unkept(self) -> str:
        """Other seats than before, or another purpose."""
        before = chosen(self.workspace, self.today)
        changed = self.purpose.is_touched() or (self.seats, self.investing) != before
        return "Not kept yet" if changed else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the purpose, Enter ends a line."""
        if action == "seat":
            return not self.purpose.has_focus
        return super().check_action(action, parameters)

    def action_seat(self) -> None:
        """Give a seat to the marked person, invest in them, or take both back."""
        row = self.list.row
        if row is None or not row.path:
            return
        person, problem = row.key, ""
        if person not in self.seats:
            if len(self.seats) >= SEATS:
                problem = "All five seats are taken: give one up first."
            else:
                self.seats.append(person)
        elif person not in self.investing and len(self.investing) < INVESTING:
            self.investing.add(person)
        else:
            self.seats.remove(person)
            self.investing.discard(person)
        self.problem.update(problem)
        if not problem:
            self.word.value = ""
            self._show()
            self.list.go_to(person)

    def action_other(self) -> None:
        """To the purpose, and back to the people."""
        (self.word if self.purpose.has_focus else self.purpose).focus()

    def action_next(self) -> None:
        """Mark the next person."""
        self.list.action_cursor_down()

    def action_previous(self) -> None:
        """Mark the previous person."""
        self.list.action_cursor_up()

    def action_keep(self) -> None:
        """Keep the seats, the investment and the purpose as one edit."""
        try:
            purpose = parse(self._purpose, clean(self.purpose.text), self.today)
        except Problem as problem:
            self.problem.update(str(problem))
            return
        seats, investing = tuple(self.seats), frozenset(self.investing)

        def build(workspace: Workspace, now: datetime) -> Edit:
            edit = choose(
                workspace,
                seats,
                investing,
                purpose,
                self.opened,
                today=self.today,
                now=now,
                new_id=self.new_id,
            )
            return edit or Edit("Five seats, as they were", ())

        self.post_message(Edited(build, tell=True))
        self.call_later(self.app.call_later, self.dismiss, True)

    def _kept_purpose(self) -> str:
        self._home = home(self.workspace, self.seats, self.opened, self.today)
        coalition = self.workspace.coalitions.get(self._home)
        return coalition.purpose if coalition else ""

    def _people(self) -> list[Person]:
        members = {each.person for each in current_members(self.workspace, self.today)}
        return sorted(
            self.workspace.people.values(),
            key=lambda each: (each.id not in members, plain(each.name)),
        )

    def _show(self) -> None:
        """Show who is chosen, and where the purpose is kept; one not touched follows."""
        before = self._home
        kept = self._kept_purpose()
        if self._home != before and not self.purpose.is_touched():
            self.purpose.text = kept
            self.purpose.settle()
        coalition = self.workspace.coalitions.get(self._home)
        where = one_line(coalition.name) if coalition else f'a new coalition, "{NAME}"'
        self._where.update(f"The purpose that would unite them, kept in {where}:")
        seats, investing = len(self.seats), len(self.investing)
        self._count.update(
            text(f"{seats} of {SEATS} seats", GOOD if seats == SEATS else CARE)
            + Content.styled("  ·  ", MUTED)
            + text(
                f"investing in {investing}" + ("" if investing in (2, 3) else " (choose 2 or 3)"),
                GOOD if investing in (2, 3) else CARE,
            )
        )
        self._list()
        self.fit()

    def _list(self) -> None:
        parts = plain(self.word.value).split()
        found = [
            each
            for each in sorted(self._order, key=lambda each: each.id not in self.seats)
            if all(
                any(word.startswith(part) for word in plain(each.name).split()) for part in parts
            )
        ]
        self.list.show([self._row(each) for each in found] or [_nobody()])

    def _row(self, person: Person) -> Row:
        seat, invest = person.id in self.seats, person.id in self.investing
        mark = "◆ investing" if invest else "◇ seat" if seat else ""
        name, note = one_line(person.name), self._note(person)

        def lines(width: int) -> Sequence[Content]:
            head = fit(text(mark, "$accent bold" if invest else "$secondary"), MARK)
            words = text(name, "bold" if seat else "") + Content("  ") + text(note, MUTED)
            return [head + words.truncate(max(1, width - MARK), ellipsis=True)]

        return Row(person.id, lines, (person.id,), 1)

    def _note(self, person: Person) -> str:
        """The role, and in how many coalitions; never how much somebody is worth."""
        count = sum(
            any(each.person == person.id and is_current(each, self.today) for each in top.members)
            for top in self.workspace.coalitions.values()
        )
        member = f"in {plural(count, 'coalition')}" if count else "in no coalition"
        return " · ".join(filter(None, (one_line(person.role), member)))


def _nobody() -> Row:
    return Row("nobody", lambda width: [Content.styled("Nobody of that name.", MUTED)], (), 1)
