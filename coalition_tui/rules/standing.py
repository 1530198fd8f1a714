"""How a coalition stands: five gates between an alliance and a coalition that lasts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coalition_tui.fields import is_empty
from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_breadth import functions, levels
from coalition_tui.rules.coalition_network import HALF_YEAR, Network, Seat, listed
from coalition_tui.rules.coalition_reliance import glue
from coalition_tui.rules.coalition_ties import broken_trust
from coalition_tui.rules.coalition_upkeep import meets_again
from coalition_tui.rules.finding import quoted
from coalition_tui.wording import plural
from coalition_tui.workspace import Workspace

State = Literal["alliance", "evolving", "coalition"]

LEAST = 3
"""So many members carry a gate."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One of the five things a lasting coalition is built of, and what it still lacks."""

    name: str
    met: bool
    missing: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An alliance, a coalition, or on the way; with its gates in order."""

    state: State
    gates: tuple[Gate, ...]


def standing(coalition: Coalition, workspace: Workspace, today: date) -> Standing:
    """How a coalition stands on a day; never a score of the people in it.

    Args:
        coalition: the one that is asked about.
        workspace: the people and linked briefs around it.
        today: what is dated later does not count.
    """
    net = Network(coalition, workspace, today)
    gates = tuple(_gate(name, lacks(net)) for name, lacks in GATES.items())
    met = sum(gate.met for gate in gates)
    state: State = "coalition" if met == len(gates) else "evolving" if met >= 2 else "alliance"
    return Standing(state, gates)


def _gate(name: str, lacking: Iterator[str]) -> Gate:
    missing = " ".join(lacking)
    return Gate(name, not missing, missing)


def _purpose(net: Network) -> Iterator[str]:
    purpose = net.subject.purpose
    if is_empty(purpose):
        yield "No shared purpose."
    elif same := [each for each in net.linked if _plain(each.outcome) == _plain(purpose)]:
        yield f'The purpose is only the outcome of "{quoted(same[0].title)}".'
    if all(is_empty(each) for each in net.subject.values):
        yield "No value is named."


def _trust(net: Network) -> Iterator[str]:
    def is_tested(seat: Seat) -> bool:
        return any(each.shows_trust for each in net.events_with(seat.person))

    yield from _too_few(net, is_tested, min(LEAST, len(net.members)) or LEAST, "tested trust")
    yield from (message for _, message, _ in broken_trust(net))


def _reciprocity(net: Network) -> Iterator[str]:
    def is_mutual(seat: Seat) -> bool:
        return bool(net.from_me(seat.person) and net.to_me(seat.person))

    yield from _too_few(net, is_mutual, LEAST, "support both ways in a year")


def _diversity(net: Network) -> Iterator[str]:
    for noun, count, least in (
        ("function", len(functions(net)), 3),
        ("level", len(levels(net)), 2),
    ):
        if count < least:
            yield f"{plural(count, noun)} of at least {least}."


def _resilience(net: Network) -> Iterator[str]:
    if not net.members:
        yield "No members."
    yield from (message for _, message, _ in glue(net))
    lonely = [
        seat.name
        for seat in net.members
        if not any(each.is_without_need for each in net.events_with(seat.person, HALF_YEAR))
    ]
    if lonely:
        yield f"No contact without a need in {HALF_YEAR} days: {listed(lonely)}."
    if not meets_again(net):
        yield "No next meeting outside the projects."


GATES: dict[str, Callable[[Network], Iterator[str]]] = {
    "purpose": _purpose,
    "trust": _trust,
    "reciprocity": _reciprocity,
    "diversity": _diversity,
    "resilience": _resilience,
}
"""The gates in order, each as the sentences that say what is missing."""


def _too_few(net: Network, has: Callable[[Seat], bool], least: int, what: str) -> Iterator[str]:
    count = sum(has(seat) for seat in net.members)
    if count < least:
        yield f"{plural(count, 'member')} of at least {least} with {what}."


def _plain(text: str) -> str:
    return text.strip().casefold()
