"""A coalition as data for pictures: who was met when, what flows both ways, who connects whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_graph import Hinge, hinges
from coalition_tui.rules.coalition_network import (
    FROM_ME,
    RECEIVED,
    TO_ME,
    YEAR,
    Event,
    Network,
    Seat,
    taking_part,
)
from coalition_tui.typed import add_months
from coalition_tui.workspace import Workspace

MONTHS = 12


@dataclass(frozen=True, slots=True)
class ContactMap:
    """How often each member was met in each month.

    `months` are their first days, oldest first; a row holds as many counts.
    """

    months: tuple[date, ...]
    rows: tuple[tuple[Seat, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """What went from me to a member and back in a year: how often, by kind of interaction.

    A picture of a pattern; the counts are no sum that anybody owes.
    """

    seat: Seat
    from_me: dict[str, int]
    to_me: dict[str, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two members, and how often they shared an interaction in a year."""

    one: Seat
    other: Seat
    times: int


@dataclass(frozen=True, slots=True)
class Connections:
    """Who connects whom, me left out.

    `ties` in the order of the members, `hinges` those it hangs on, `alone` those who share an
    interaction with no other member.
    """

    ties: tuple[Tie, ...]
    hinges: tuple[Hinge, ...]
    alone: tuple[Seat, ...]


def contact_map(coalition: Coalition, workspace: Workspace, today: date) -> ContactMap:
    """Contacts by member over the last twelve calendar months, this one included."""
    net = Network(coalition, workspace, today)

    def counts(seat: Seat) -> tuple[int, ...]:
        found = Counter(_months_ago(each, today) for each in net.contacts_with(seat.person))
        return tuple(found[ago] for ago in reversed(range(MONTHS)))

    first = today.replace(day=1)
    months = tuple(add_months(first, -ago) for ago in reversed(range(MONTHS)))
    return ContactMap(months, tuple((seat, counts(seat)) for seat in net.members))


def flows(coalition: Coalition, workspace: Workspace, today: date) -> tuple[Flow, ...]:
    """What flowed both ways in a year, by member and kind; every kind stands there, also with 0."""
    net = Network(coalition, workspace, today)
    return tuple(
        Flow(
            seat,
            _by_kind(FROM_ME, net.from_me(seat.person)),
            _by_kind((RECEIVED, *TO_ME), net.to_me(seat.person)),
        )
        for seat in net.members
    )


def connections(coalition: Coalition, workspace: Workspace, today: date) -> Connections:
    """Which members shared interactions in a year, and on whom it hangs."""
    net = Network(coalition, workspace, today)
    seats = {seat.person: seat for seat in net.members}
    pairs: Counter[tuple[str, str]] = Counter()
    for each in net.recent(YEAR):
        among = set(taking_part(each.what))
        pairs.update(combinations((person for person in seats if person in among), 2))
    ties = tuple(
        Tie(seats[one], seats[other], pairs[one, other])
        for one, other in combinations(seats, 2)
        if pairs[one, other]
    )
    tied = {person for pair in pairs for person in pair}
    alone = tuple(seat for seat in net.members if seat.person not in tied)
    return Connections(ties, tuple(hinges(net)), alone)


def _months_ago(event: Event, today: date) -> int:
    on = event.what.on or today
    return (today.year - on.year) * 12 + today.month - on.month


def _by_kind(kinds: Iterable[str], events: Iterable[Event]) -> dict[str, int]:
    found: Counter[str] = Counter(each.what.kind for each in events)
    return {kind: found[kind] for kind in kinds}
