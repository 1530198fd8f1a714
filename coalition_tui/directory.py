"""People across everything: where they appear, and what a new role does to their history."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any

import msgspec

from coalition_tui import edits, pointer
from coalition_tui.edits import Edit
from coalition_tui.fields import field
from coalition_tui.integrity import describe, references
from coalition_tui.model import Brief, Coalition, Commitment, Person, RoleChange
from coalition_tui.workspace import Place, Workspace

POSITION = ("organisation", "role")
"""The fields whose change is a change of position, and belongs into the history."""


class Appearances:
    """Where each person has a place: read once for a workspace, asked for every person."""

    def __init__(self, briefs: Mapping[str, Brief], coalitions: Mapping[str, Coalition]) -> None:
        """Args: briefs, coalitions: of the workspace, by id."""
        self.briefs = briefs
        self.coalitions = coalitions

    @cached_property
    def members(self) -> Mapping[str, list[tuple[Coalition, int]]]:
        """The coalitions of each person, with the member's position; former places too."""
        found: dict[str, list[tuple[Coalition, int]]] = defaultdict(list)
        for coalition in self.coalitions.values():
            for position, each in enumerate(coalition.members):
                found[each.person].append((coalition, position))
        return found

    @cached_property
    def parties(self) -> Mapping[str, list[tuple[Brief, int]]]:
        """The briefs of each person, with the party's position."""
        found: dict[str, list[tuple[Brief, int]]] = defaultdict(list)
        for brief in self.briefs.values():
            for position, each in enumerate(brief.parties):
                if each.person:
                    found[each.person].append((brief, position))
        return found

    def commitments(self, person: str) -> Iterator[tuple[Brief, int, Commitment]]:
        """What a person's party has committed to, in each brief, with its position."""
        for brief, position in self.parties.get(person, ()):
            party = brief.parties[position].id
            for number, each in enumerate(brief.commitments):
                if each.by == party:
                    yield brief, number, each


def pointing_at(workspace: Workspace, person: str) -> tuple[int, int]:
    """How many coalitions and briefs mention a person."""
    coalitions = workspace.coalitions.values()
    briefs = workspace.briefs.values()
    return (
        sum(any(ref.id == person for ref in references(each, "person")) for each in coalitions),
        sum(any(ref.id == person for ref in references(each, "person")) for each in briefs),
    )


def put(
    workspace: Workspace,
    place: Place,
    value: Any,
    now: datetime,
    *,
    today: date,
    new_id: Callable[[], str],
) -> Edit:
    """Set a field of a person; a new role or organisation goes into the history as well.

    The history says since when a person has held each position. What they held before stays in
    it, without a date if nobody wrote one down. It is no change of position when the field was
    empty, when the person was entered today, or when today's position is only put right.
    """
    if len(place.path) != 1 or place.path[0] not in POSITION:
        return edits.put(workspace, place, value, now)
    before = workspace.people[place.id]
    after = pointer.put(before, place.path, value)
    changes = _history(before, after, str(place.path[0]), today, new_id)
    label = f"Change {field(Person, str(place.path[0])).title.lower()} of {describe(before)}"
    if changes != before.changes:
        after = msgspec.structs.replace(after, changes=changes)
        label += ", and the history with it"
    return edits.put(workspace, Place("people", place.id), after, now, label)


def _history(
    before: Person, after: Person, name: str, today: date, new_id: Callable[[], str]
) -> tuple[RoleChange, ...]:
    history = before.changes
    was, now = _position(before), _position(after)
    last = history[-1] if history else None
    describes_now = last is not None and (last.organisation, last.role) == was
    if last is not None and describes_now and (last.on == today or not getattr(before, name)):
        if len(history) > 1 and last.on == today and _held(history[-2]) == now:
            return history[:-1]
        right = msgspec.structs.replace(last, organisation=after.organisation, role=after.role)
        return (*history[:-1], right)
    entered_today = before.created_at is not None and before.created_at.astimezone().date() == today
    if was == now or not getattr(before, name) or entered_today:
        return history
    past = () if describes_now else (_entry(was, None, new_id),)
    return (*history, *past, _entry(now, today, new_id))


def _position(person: Person) -> tuple[str, str]:
    return person.organisation, person.role


def _held(change: RoleChange) -> tuple[str, str]:
    return change.organisation, change.role


def _entry(position: tuple[str, str], on: date | None, new_id: Callable[[], str]) -> RoleChange:
    organisation, role = position
    return RoleChange(id=new_id(), on=on, organisation=organisation, role=role)
