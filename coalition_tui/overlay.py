"""A large mapping after a few changes, which is not copied before somebody wants all of it."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from functools import cached_property
from typing import TypeVar

V = TypeVar("V")

SHARE = 100
"""One in so many values may stand over the others; with more, all are copied into one dict.

So the cost of a change does not grow with their number, and a small mapping is a plain dict.
"""


def overlaid(below: Mapping[str, V], over: Mapping[str, V]) -> Mapping[str, V]:
    """The values of `below` with those of `over`: in their places, or at the end if they are new.

    Neither may be changed from now on.
    """
    if isinstance(below, Overlay):
        below, over = below.parts(over)
    if len(over) * SHARE > len(below):
        return {**below, **over}
    return Overlay(below, over)


class Overlay(Mapping[str, V]):
    """A few values in the places of another mapping's, or at its end."""

    def __init__(self, below: Mapping[str, V], over: Mapping[str, V]) -> None:
        """Args: below: the many; over: the few that hide some of them, or follow them."""
        self._below, self._over = below, over
        self._length = len(below) + sum(key not in below for key in over)

    def parts(self, over: Mapping[str, V]) -> tuple[Mapping[str, V], Mapping[str, V]]:
        """The many and the few, when there are a few more."""
        if "_all" in self.__dict__:
            return self._all, over
        return self._below, {**self._over, **over}

    def __getitem__(self, key: str) -> V:
        """The value of a key. KeyError when there is none."""
        return self._over[key] if key in self._over else self._below[key]

    def __contains__(self, key: object) -> bool:
        """Whether a key has a value."""
        return key in self._over or key in self._below

    def __len__(self) -> int:
        """How many keys there are."""
        return self._length

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self._all)

    def keys(self) -> KeysView[str]:
        """The keys in their order."""
        return self._all.keys()

    def values(self) -> ValuesView[V]:
        """The values in the order of their keys."""
        return self._all.values()

    def items(self) -> ItemsView[str, V]:
        """The keys with their values."""
        return self._all.items()

    @cached_property
    def _all(self) -> dict[str, V]:
        return {**self._below, **self._over}
