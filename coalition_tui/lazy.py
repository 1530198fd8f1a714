"""Many records, of which few are looked at: each is read when it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from msgspec import Struct

from coalition_tui import collector

V = TypeVar("V")
G = TypeVar("G")


class Unreadable(Struct, frozen=True):
    """A record in the file that this program can't read; it stays there byte for byte."""

    table: str
    key: str
    reason: str
    id: str = ""
    """The one it has of ours; empty when even that can't be read."""


class Unread(Generic[V]):
    """A record that is read when somebody looks at it, and once."""

    __slots__ = ("_found", "_read", "head")

    def __init__(self, head: V, read: Callable[[type[Any] | None], Any]) -> None:
        """A record that is not read yet.

        Args:
            head: it, with no more in it than what it is found by.
            read: reads all of it, or as another type.
        """
        self.head = head
        self._read = read
        self._found: V | Unreadable | None = None

    @property
    def found(self) -> V | Unreadable:
        """The record; or why it can't be read."""
        if self._found is None:
            self._found = self._read(None)
        return self._found

    @property
    def fault(self) -> Unreadable | None:
        """Why the record can't be read, if that has turned out."""
        return self._found if isinstance(self._found, Unreadable) else None

    def glance(self, kind: type[G]) -> V | G | Unreadable:
        """The record, or so much of it as another type holds; or why it can't be read."""
        seen = self._found or self._read(kind)
        if isinstance(seen, Unreadable):
            self._found = seen
        return seen


class Lazy(Mapping[str, V]):
    """Records by id. Those that can't be read are not in it, but are counted by `len`."""

    def __init__(self, kept: Mapping[str, V | Unread[V]]) -> None:
        """Args: kept: the records, read or not; must not change from now on."""
        self.kept = kept

    def __getitem__(self, key: str) -> V:
        """A record. KeyError when there is none that can be read."""
        found = self._found(key)
        if isinstance(found, Unreadable):
            raise KeyError(key)
        return found

    def __len__(self) -> int:
        """How many records there are, without reading any."""
        return len(self.kept)

    def __iter__(self) -> Iterator[str]:
        """The ids of all that can be read: so all are."""
        return iter(self._all)

    def read_on(self, pause: Callable[[], None]) -> None:
        """Read what nobody has looked at yet, with a pause after each; safe in a thread."""
        with collector.paused():
            for key in self.kept:
                self._found(key)
                pause()

    def unreadable(self, key: str) -> Unreadable | None:
        """Why a record can't be read; None when it can, or is not there."""
        found = self._found(key) if key in self.kept else None
        return found if isinstance(found, Unreadable) else None

    def every_unreadable(self) -> tuple[Unreadable, ...]:
        """All that can't be read."""
        return tuple(filter(None, map(self.unreadable, self.kept)))

    def found_unreadable(self) -> tuple[Unreadable, ...]:
        """Those that somebody has looked at and that can't be read; no other is read for this."""
        faults = (each.fault for each in self.kept.values() if isinstance(each, Unread))
        return tuple(filter(None, faults))

    @cached_property
    def _all(self) -> dict[str, V]:
        with collector.paused():
            found = ((key, self._found(key)) for key in self.kept)
            return {key: each for key, each in found if not isinstance(each, Unreadable)}

    def _found(self, key: str) -> V | Unreadable:
        kept = self.kept[key]
        return kept.found if isinstance(kept, Unread) else kept


def ids(records: Mapping[str, V]) -> Iterable[str]:
    """The ids in their order, also of what can't be read; nothing is read."""
    return (records.kept if isinstance(records, Lazy) else records).keys()


def names(records: Mapping[str, V], name: Callable[[V], str]) -> Iterator[tuple[str, str]]:
    """The id of each record, and what it is found by; nothing is read for that."""
    return zip(ids(records), map(name, heads(records)), strict=True)


def heads(records: Mapping[str, V]) -> Iterator[V]:
    """The records; of one that is not read yet, no more than what it is found by."""
    for kept in (records.kept if isinstance(records, Lazy) else records).values():
        yield kept.head if isinstance(kept, Unread) else kept


def glances(records: Mapping[str, V], kind: type[G]) -> Iterator[V | G]:
    """So much of each record as another type holds; all of it where it is known already."""
    for kept in (records.kept if isinstance(records, Lazy) else records).values():
        found = kept.glance(kind) if isinstance(kept, Unread) else kept
        if not isinstance(found, Unreadable):
            yield found
