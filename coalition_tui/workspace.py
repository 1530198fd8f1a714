"""Everything a person keeps, as one immutable value."""

from collections.abc import Mapping
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
        tables = (self.table(name) for name in TYPES)
        lazy = (each.every_unreadable() for each in tables if isinstance(each, Lazy))
        return (*self.unreadable, *chain.from_iterable(lazy))

    def table(self, name: Table) -> Mapping[str, Entry]:
        """One table by its name."""
        return getattr(self, name)  # type: ignore[no-any-return]  # the names are the fields


class Place(Struct, frozen=True):
    """Where something stands: a table, a record's id, and a path inside the record."""

    table: Table
    id: str
    path: Path = ()
