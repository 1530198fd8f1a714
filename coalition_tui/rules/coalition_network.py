"""What a coalition's records say of its people, as of a day: read once, asked by every rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from coalition_tui.model import Brief, Coalition, Interaction, Member, Person
from coalition_tui.pointer import Path
from coalition_tui.rules.finding import Case
from coalition_tui.wording import names_in
from coalition_tui.workspace import Workspace

YEAR = 365
HALF_YEAR = 180
EVER = date.max.toordinal()
"""As many days as there can be between two dates."""


FROM_ME = ("give", "defend", "introduce", "celebrate")
RECEIVED = "receive"
TO_ME = ("give", "defend", "introduce")
"""Kinds that are for me when somebody else did them; what is received always is."""


class Seat(NamedTuple):
    """A current member: where the record stands, whom it is about, and what they are called."""

    position: int
    member: Member
    person: str
    name: str
    role: Person | None

    @property
    def path(self) -> Path:
        """The member's record, from the coalition."""
        return ("members", self.position)


class Event(NamedTuple):
    """An interaction up to the day that is asked for, and how many days ago it was."""

    ago: int
    what: Interaction

    @property
    def is_contact(self) -> bool:
        """People met, and were not only seen side by side."""
        return self.what.kind != "seen"

    @property
    def is_without_need(self) -> bool:
        """A contact that is no ask and belongs to no brief."""
        return self.is_contact and self.what.kind != "ask" and not self.what.brief

    @property
    def shows_trust(self) -> bool:
        """There is evidence, and the trust held."""
        return self.what.held and bool(self.what.evidence)

    def is_ask_to(self, person: str) -> bool:
        """I asked them for something."""
        return self.what.kind == "ask" and not self.what.by and person in self.what.people

    def is_from_me(self, person: str) -> bool:
        """I did something for them."""
        return self.what.kind in FROM_ME and not self.what.by and person in self.what.people

    def is_to_me(self, person: str) -> bool:
        """They did something for me; what they gave to others counts as well."""
        return self.what.kind == RECEIVED or (self.what.kind in TO_ME and self.what.by == person)


class Network(Case[Coalition], frozen=True, dict=True):
    """A coalition's members and interactions, arranged for the questions that rules ask.

    Only what happened up to the day counts; an interaction without a date has no day, and a
    member without a person is nobody.
    """

    @cached_property
    def members(self) -> tuple[Seat, ...]:
        """Those who have not left on or before the day, in the order of the list."""
        name, people = names_in(self.workspace), self.workspace.people
        return tuple(
            Seat(position, each, each.person, name("person", each.person), people.get(each.person))
            for position, each in enumerate(self.subject.members)
            if is_current(each, self.today)
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The interactions up to the day, in the order of the list."""
        return tuple(
            Event(ago, each)
            for each in self.subject.interactions
            if each.on is not None and (ago := (self.today - each.on).days) >= 0
        )

    @cached_property
    def linked(self) -> tuple[Brief, ...]:
        """The briefs that draw on this coalition, in the order of the file."""
        key = self.subject.id
        return tuple(
            each for each in self.workspace.briefs.values() if key and each.coalition == key
        )

    @cached_property
    def landed(self) -> tuple[tuple[int, Brief], ...]:
        """The linked briefs that have landed, each with how many days ago."""
        return tuple(
            ((self.today - each.landed_on).days, each)
            for each in self.linked
            if each.status == "landed" and each.landed_on is not None
        )

    def recent(self, days: int) -> Iterator[Event]:
        """The interactions of the last days, today's included."""
        return (each for each in self.events if each.ago <= days)

    def events_with(self, person: str, days: int = EVER) -> list[Event]:
        """The interactions of the last days with somebody, or by them."""
        return [each for each in self._by_person[person] if each.ago <= days]

    def contacts_with(self, person: str, days: int = EVER) -> list[Event]:
        """Those of `events_with` in which people met."""
        return [each for each in self.events_with(person, days) if each.is_contact]

    def contacts(self, days: int) -> list[Event]:
        """The interactions of the last days in which at least one member was met."""
        people = {each.person for each in self.members}
        return [
            each
            for each in self.recent(days)
            if each.is_contact and not people.isdisjoint(taking_part(each.what))
        ]

    def from_me(self, person: str, days: int = YEAR) -> list[Event]:
        """What I did for somebody in the last days."""
        return [each for each in self.events_with(person, days) if each.is_from_me(person)]

    def to_me(self, person: str, days: int = YEAR) -> list[Event]:
        """What somebody did for me in the last days."""
        return [each for each in self.events_with(person, days) if each.is_to_me(person)]

    def defenders(self, brief: Brief, ago: int) -> list[Seat]:
        """The members who defended something, or met over this brief, since it landed."""
        stood_up = {
            person
            for each in self.recent(ago)
            if each.what.kind == "defend" or each.what.brief == brief.id
            for person in taking_part(each.what)
        }
        return [seat for seat in self.members if seat.person in stood_up]

    @cached_property
    def _by_person(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for person in taking_part(event.what):
                found[person].append(event)
        return found


def network(case: Case[Coalition]) -> Network:
    """The network of a case; the case itself when it is one already."""
    if isinstance(case, Network):
        return case
    return Network(case.subject, case.workspace, case.today)


def is_current(member: Member, today: date) -> bool:
    """Somebody holds the seat, and has not left it on or before the day."""
    return bool(member.person) and (member.left_on is None or member.left_on > today)


def current_members(workspace: Workspace, today: date) -> Iterator[Member]:
    """The current members of all coalitions."""
    return (
        each
        for coalition in workspace.coalitions.values()
        for each in coalition.members
        if is_current(each, today)
    )


def taking_part(interaction: Interaction) -> tuple[str, ...]:
    """Who was in it, me left out: `people`, and `by` when that is somebody else."""
    if not interaction.by or interaction.by in interaction.people:
        return interaction.people
    return (interaction.by, *interaction.people)


def listed(names: Iterable[str]) -> str:
    """Names as a message holds them."""
    return ", ".join(names)


def percent(part: int, whole: int) -> int:
    """A share in percent, halves rounded up."""
    return (200 * part + whole) // (2 * whole)
