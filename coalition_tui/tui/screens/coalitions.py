"""The Coalitions place: the network between projects, how it stands, and what happens in it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any, ClassVar

from textual.binding import BindingType

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.model import Coalition, Interaction, Member, Person
from coalition_tui.pointer import Path
from coalition_tui.rules.coalition import COALITION_RULES
from coalition_tui.rules.coalition_network import Network, is_current
from coalition_tui.rules.finding import Catalogue
from coalition_tui.sections import COALITION_SECTIONS
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.five_seats import FiveSeatsDialog
from coalition_tui.tui.modals.log import log_into
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.modals.review import ReviewDialog
from coalition_tui.tui.modals.standing import StandingDialog
from coalition_tui.tui.panes.check_rows import counts
from coalition_tui.tui.panes.contact import contact_header, contact_rows
from coalition_tui.tui.panes.flows import flow_header, flow_rows
from coalition_tui.tui.panes.interactions import interaction_rows
from coalition_tui.tui.panes.linked import linked_rows
from coalition_tui.tui.panes.members import member_header, member_rows
from coalition_tui.tui.panes.standing import CoalitionList, StandingPane, Standings, word
from coalition_tui.tui.panes.ties import tie_rows
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.panes.view import View
from coalition_tui.tui.screens.checked import CheckedScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import Place, Top, Workspace


class CoalitionsScreen(CheckedScreen):
    """Coalitions on the left with their standing, the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANED, *keys.COALITIONS]
    ABOUT = keys.COALITIONS
    RULES: ClassVar[Catalogue[Coalition]] = COALITION_RULES
    PLACE = "Coalitions"
    TABLE = "coalitions"
    SECTIONS = COALITION_SECTIONS
    PANES = ("1", "4567", "2890", "3")
    ROWS = ((0, 1), (2,), (3,))
    BEGINS_WITH = ("name", "purpose", "values", "started_on")

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        self.standings = Standings(today)
        self.network = Network(Coalition(name=""), Workspace(), today)
        super().__init__(today, new_id)
        self.gates = StandingPane(id="standing")
        self.last_kind = "social"

    def new_day(self, today: date) -> None:
        """How they all stand is asked anew."""
        self.standings.today = today
        self.list.redraw()
        super().new_day(today)

    def make_list(self) -> TopList:
        """The coalitions, with how they stand."""
        return CoalitionList(self.standings)

    def views(self) -> Mapping[str, View]:
        """Members and interactions in their own way, and what can be seen in them."""
        return {
            "2": View(
                lambda scene: member_rows(scene, self.network),
                lambda scene: member_header(scene, self.network),
            ),
            "3": View(lambda scene: interaction_rows(scene, self.network.subject)),
            "7": View(lambda scene: linked_rows(scene, self.network)),
            "8": View(
                lambda scene: contact_rows(scene, self.network),
                lambda scene: contact_header(scene, self.network),
            ),
            "9": View(
                lambda scene: flow_rows(scene, self.network),
                lambda scene: flow_header(scene, self.network),
            ),
            "0": View(lambda scene: tie_rows(scene, self.network)),
        }

    def beside(self) -> Iterable[RowList]:
        """The five gates and the findings, below the list."""
        return (self.gates, self.checks)

    @property
    def coalition(self) -> Coalition | None:
        """The open coalition."""
        return self.workspace.coalitions.get(self.opened)

    def draw_top(self) -> None:
        """Show the open coalition, how it stands, and what the rules find in it."""
        self._check()
        super().draw_top()
        coalition = self.coalition
        if coalition is None:
            self.describe()
            return
        found = self.standings.of(coalition, self.workspace)
        met = sum(gate.met for gate in found.gates)
        self.describe(
            coalition.name,
            counts(self.findings),
            text(f"{met} of {len(found.gates)} gates", "$text-muted"),
            word(found),
        )

    def _check(self) -> None:
        """Ask the rules again, when the coalition or something around it has changed."""
        coalition, now, before = self.coalition, self.workspace, self.network
        if coalition is None:
            self.network = Network(Coalition(name=""), now, self.today)
            self.gates.show_standing(None)
            self.show_findings(())
            return
        around = (now.people, now.briefs, now.coalitions, self.today)
        old = before.workspace
        seen = (old.people, old.briefs, old.coalitions, before.today)
        if coalition is before.subject and all(map(lambda a, b: a is b, around, seen)):
            return
        if coalition.id != before.subject.id:
            self.checks.restart()
        self.network = Network(coalition, now, self.today)
        self.gates.show_standing(self.standings.of(coalition, now))
        self.show_findings(COALITION_RULES.check(self.network))

    def new_top(self) -> Coalition:
        """A coalition without a name, that begins today."""
        begun = self.begins.get(Coalition, {})
        return Coalition(id=self.new_id(), name="", started_on=self.today, **begun)

    def action_strength(self) -> None:
        """Show what each gate lacks."""
        if self.coalition is not None:
            found = self.standings.of(self.coalition, self.workspace)
            self.app.push_screen(StandingDialog(self.coalition.name, found))

    def open_form(
        self, top: Top, path: Path, *, add: bool = False, focus: str = "", **begun: Any
    ) -> None:
        """Open a form; a new member is chosen from the directory at once."""
        if add and not begun and isinstance(top, Coalition) and path == ("members",):
            self._add_member(top)
        elif add and not begun and path == ("interactions",):
            self.log_line()
        elif add and not begun and path == ("reviews",):
            self.action_review()
        else:
            super().open_form(top, path, add=add, focus=focus, **begun)

    def action_log(self) -> None:
        """Log an interaction; with the member under the cursor, when it is on one."""
        coalition = self.coalition
        if coalition is None:
            return
        place = self.active_pane.list.row.place if self.active_pane.list.row else None
        path = place.path if place is not None else self.active_pane.path
        people: tuple[str, ...] = ()
        if self.active_pane.list.has_focus and path[:1] == ("members",) and len(path) == 2:
            person = coalition.members[int(path[1])].person
            people = (person,) if person else ()
        self.log_line(people)

    def log_line(self, people: tuple[str, ...] = ()) -> None:
        """Open the line that logs an interaction."""
        position = len(self.network.subject.interactions)

        def kept(interaction: Interaction) -> None:
            self.last_kind = interaction.kind
            self.after_edits(self.added, ("interactions", position))

        log_into(self, self.network, kept, kind=self.last_kind, people=people)

    def action_review(self) -> None:
        """Look back step by step; a review that was left open goes on."""
        if self.coalition is None:
            return

        def left(decided: bool | None) -> None:
            if decided:
                self.action_section("5")
                self.added(dialog.place.path)

        dialog = ReviewDialog(self.network, self.new_id)
        self.app.push_screen(dialog, left)

    def action_seats(self) -> None:
        """Choose the five people for the next five years."""
        self.app.push_screen(FiveSeatsDialog(self.workspace, self.opened, self.today, self.new_id))

    def _add_member(self, coalition: Coalition) -> None:
        """Choose a person from the directory, or name a new one, as a member from today."""
        made: list[Person] = []

        def make(name: str) -> str:
            person = Person(id=self.new_id(), name=name)
            made.append(person)
            return person.id

        def chosen(key: str | None) -> None:
            if not key:
                return
            begun = self.begins.get(Member, {})
            member = Member(id=self.new_id(), person=key, joined_on=self.today, **begun)
            place = Place("coalitions", coalition.id, ("members", len(coalition.members)))
            self.post_message(Edited(partial(_member_edit, place, member, tuple(made))))
            self.after_edits(self.added, place.path)

        current = {each.person for each in coalition.members if is_current(each, self.today)}
        people = sorted(self.workspace.people.values(), key=lambda each: one_line(each.name))
        choices = [
            Choice(each.id, each.name, ", ".join(filter(None, (each.role, each.organisation))))
            for each in people
            if each.id not in current
        ]
        self.app.push_screen(Picker("New member", choices, noun="person", make=make), chosen)


def _member_edit(
    place: Place, member: Member, made: Sequence[Person], workspace: Workspace, now: datetime
) -> Edit:
    created = [edits.create(each, now) for each in made]
    name = made[0].name if made else workspace.people[member.person].name
    added = edits.add(workspace, place, member, now)
    return edits.combined(f"Add member {one_line(name)}", (*created, added))
