"""Who connects whom: members joined by what they did together, and what hangs on one of them."""

from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from coalition_tui.rules.coalition_network import YEAR, Network, Seat, taking_part

Graph = Mapping[str, Set[str]]
"""The neighbours of each person."""


class Hinge(NamedTuple):
    """A member, and the parts that others fall into without them, the smallest first."""

    seat: Seat
    parts: tuple[tuple[Seat, ...], ...]


def hinges(net: Network) -> list[Hinge]:
    """The members without whom some others lose each other, over what was shared in a year.

    Whatever people did together joins them, and the writer joins nobody: the question is what
    holds without either. Of two parts of one size the one with the earliest member comes first.
    """
    shared = (taking_part(each.what) for each in net.recent(YEAR))
    graph = joined((seat.person for seat in net.members), shared)
    found = []
    for seat in net.members:
        if parts := parts_without(graph, seat.person):
            sides = (tuple(each for each in net.members if each.person in part) for part in parts)
            order = sorted(sides, key=lambda side: (len(side), side[0].position))
            found.append(Hinge(seat, tuple(order)))
    return found


def joined(people: Iterable[str], groups: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    """The graph of some people, in which all who stand in one group are neighbours."""
    graph: dict[str, set[str]] = {each: set() for each in people}
    for group in groups:
        among = graph.keys() & group
        for each in among:
            graph[each] |= among - {each}
    return graph


def parts_without(graph: Graph, person: str) -> list[set[str]]:
    """The parts that somebody's neighbours fall into when that one is taken out.

    Empty when they still hold together: then nothing hangs on this person alone.
    """
    waiting = set(graph[person])
    parts: list[set[str]] = []
    while waiting:
        part = new = {waiting.pop()}
        while new and (parts or not waiting <= part):
            new = set().union(*(graph[each] for each in new)) - part - {person}
            part = part | new
        waiting -= part
        parts.append(part)
    return parts if len(parts) > 1 else []
