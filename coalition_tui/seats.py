"""Five seats: the five people for the next five years, and whom to invest in now."""

from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date, datetime

import msgspec

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.model import Coalition, Member
from coalition_tui.rules.coalition_network import current_members, is_current
from coalition_tui.workspace import Place, Workspace

SEATS = 5
INVESTING = 3
"""At most so many to invest in; two are enough."""
NAME = "Five seats"
"""What the coalition of the five is called, when they have none together."""


def chosen(workspace: Workspace, today: date) -> tuple[list[str], set[str]]:
    """Who holds a seat now, over all coalitions, and in whom is invested."""
    members = list(current_members(workspace, today))
    seats = list(dict.fromkeys(each.person for each in members if each.five_seat))
    return seats, {each.person for each in members if each.investing}


def home(workspace: Workspace, seats: Iterable[str], preferred: str, today: date) -> str:
    """The id of the coalition whose purpose unites the five; empty when there is none.

    It is the one called `NAME`, else one in which all of them are members, the preferred first.
    """
    wanted = set(seats)
    order = sorted(workspace.coalitions.values(), key=lambda each: each.id != preferred)
    for each in order:
        if one_line(each.name).casefold() == NAME.casefold():
            return each.id
    for each in order:
        if wanted and wanted <= {member.person for member in _current(each, today)}:
            return each.id
    return ""


def choose(
    workspace: Workspace,
    seats: Sequence[str],
    investing: Set[str],
    purpose: str,
    preferred: str,
    *,
    today: date,
    now: datetime,
    new_id: Callable[[], str],
) -> Edit | None:
    """One edit that gives the seats; None when nothing changes.

    Every current membership of a person says the same about their seat. The purpose that unites
    the five is kept as that of their coalition (`home`); where they have none, and there is a
    purpose or somebody who is a member nowhere, a coalition of the five is made.
    """
    where = home(workspace, seats, preferred, today)
    made: list[Edit] = []
    for coalition in workspace.coalitions.values():
        after = _seated(coalition, seats, investing, today)
        if coalition.id == where:
            after = _joined(after, seats, investing, today, new_id)
            after = msgspec.structs.replace(after, purpose=purpose)
        if after != coalition:
            made.append(edits.put(workspace, Place("coalitions", coalition.id), after, now))
    known = {each.person for each in current_members(workspace, today)}
    if not where and seats and (purpose.strip() or not known.issuperset(seats)):
        new = Coalition(id=new_id(), name=NAME, purpose=purpose, started_on=today)
        made.append(edits.create(_joined(new, seats, investing, today, new_id), now))
    if not made:
        return None
    names = (workspace.people[each].name for each in seats if each in workspace.people)
    return edits.combined(f"Five seats: {', '.join(map(one_line, names)) or 'nobody'}", made)


def _current(coalition: Coalition, today: date) -> list[Member]:
    return [each for each in coalition.members if is_current(each, today)]


def _seated(
    coalition: Coalition, seats: Sequence[str], investing: Set[str], today: date
) -> Coalition:
    members = tuple(
        msgspec.structs.replace(
            each, five_seat=each.person in seats, investing=each.person in investing
        )
        if is_current(each, today)
        else each
        for each in coalition.members
    )
    return msgspec.structs.replace(coalition, members=members)


def _joined(
    coalition: Coalition,
    seats: Sequence[str],
    investing: Set[str],
    today: date,
    new_id: Callable[[], str],
) -> Coalition:
    """The coalition with those of the five who are no members yet."""
    here = {each.person for each in _current(coalition, today)}
    new = tuple(
        Member(
            id=new_id(), person=each, joined_on=today, five_seat=True, investing=each in investing
        )
        for each in seats
        if each not in here
    )
    return msgspec.structs.replace(coalition, members=(*coalition.members, *new))
