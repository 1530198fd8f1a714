"""Everything a person keeps, as one immutable value."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import Annotated, Literal

from msgspec import Meta, Struct

from coalition_tui.lazy import Lazy, Unreadable
from coalition_tui.model import Brief, Coalition, Person, Record
from coalition_tui.pointer import Path

Table = Literal["briefs", "coalitions", "people", "trash"]


class Trashed(Record, frozen=True, kw_only=True):
    """A deleted record, whole, with the places where others pointed at it."""

    id: str
    deleted_at: Annotated[datetime, Meta(tz=True)]
    brief: Brief | None = None
    coalition: Coalition | None = None
    person: Person | None = None
    links: tuple["Link", ...] = ()

    @property
    def record(self) -> "Top":
        """The record that was deleted. ValueError when there is none."""
        for record in (self.brief, self.coalition, self.person):
            if record is not None:
                return record
        raise ValueError(f"nothing in the trash under {self.id}")


class Link(Record, frozen=True, kw_only=True):
    """A place whose reference was cleared when its target was deleted."""

    table: Table
    id: str
    pointer: str


def trashed(record: "Top", *, id: str, deleted_at: datetime, links: tuple[Link, ...]) -> Trashed:  # noqa: A002 - the field's own name
    """A record as the trash keeps it."""
    return Trashed(
        id=id,
        deleted_at=deleted_at,
        links=links,
        brief=record if isinstance(record, Brief) else None,
        coalition=record if isinstance(record, Coalition) else None,
        person=record if isinstance(record, Person) else None,
    )


Top = Brief | Coalition | Person
Entry = Brief | Coalition | Person | Trashed

TYPES: dict[Table, type[Entry]] = {
    "briefs": Brief,
    "coalitions": Coalition,
    "people": Person,
    "trash": Trashed,
}


def table_of(record: Top) -> Table:
    """The table that holds records of this kind."""
    return next(table for table, kind in TYPES.items() if isinstance(record, kind))


class Workspace(Struct, frozen=True):
    """The records by id, each table in the order of the file."""

    briefs: Mapping[str, Brief] = {}
    coalitions: Mapping[str, Coalition] = {}
    people: Mapping[str, Person] = {}
    trash: Mapping[str, Trashed] = {}
    unreadable: tuple[Unreadable, ...] = ()
    """What is known not to be readable, apart from the records that were not looked at yet."""

    def every_unreadable(self) -> tuple[Unreadable, ...]:
        """All that can't be read, when everything has been looked at."""
        return (*self.unreadable, *chain.from_iterable(map(Lazy.every_unreadable, self._lazy())))

    def found_unreadable(self) -> tuple[Unreadable, ...]:
        """What can't be read of all that has been looked at by now."""
        return (*self.unreadable, *chain.from_iterable(map(Lazy.found_unreadable, self._lazy())))

    def fault(self, name: Table, id: str) -> Unreadable | None:  # noqa: A002 - the field's own name
        """Why the record of that id can't be read; None when it can, or there is none."""
        records = self.table(name)
        if id in records:
            return None
        if isinstance(records, Lazy) and (found := records.unreadable(id)):
            return found
        return next((each for each in self.unreadable if (each.table, each.id) == (name, id)), None)

    def table(self, name: Table) -> Mapping[str, Entry]:
        """One table by its name."""
        return getattr(self, name)  # type: ignore[no-any-return]  # the names are the fields

    def _lazy(self) -> Iterator[Lazy[Entry]]:
        tables = (self.table(name) for name in TYPES)
        return (each for each in tables if isinstance(each, Lazy))


class Place(Struct, frozen=True):
    """Where something stands: a table, a record's id, and a path inside the record."""

    table: Table
    id: str
    path: Path = ()
