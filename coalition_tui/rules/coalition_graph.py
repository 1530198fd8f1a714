"""Who connects whom: people joined by what they did together, and what falls apart without one."""

from collections.abc import Iterable, Mapping, Set

Graph = Mapping[str, Set[str]]
"""The neighbours of each person."""


def joined(people: Iterable[str], groups: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    """The graph of some people, in which all who stand in one group are neighbours."""
    graph: dict[str, set[str]] = {each: set() for each in people}
    for group in groups:
        among = graph.keys() & set(group)
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
