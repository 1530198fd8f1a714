"""The records in the file: read from its bytes, and found again when an edit changes them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import msgspec
from msgspec import Raw

from coalition_tui import collector
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.lazy import Lazy, Unread, Unreadable
from coalition_tui.model import Brief
from coalition_tui.store.contents import Contents, Put
from coalition_tui.workspace import TYPES, Entry, Table, Workspace


class Numbers(msgspec.Struct):
    """One table's numbers by our id, in the order of the file; only what is readable is there.

    `last` is the highest number ever given: as in TinyDB, the next record gets the one after it.
    """

    keys: dict[str, str] = {}
    last: int = 0

    def copy(self) -> "Numbers":
        """The same numbers, to be changed on their own."""
        return Numbers(dict(self.keys), self.last)

    def add(self, id: str, position: int | None) -> tuple[str, str]:  # noqa: A002
        """Give a new record its number; return it, and the number of the record after it or ""."""
        self.last += 1
        number = str(self.last)
        if position is None or position >= len(self.keys):
            self.keys[id] = number
            return number, ""
        items = list(self.keys.items())
        after = items[position][1]
        items.insert(position, (id, number))
        self.keys = dict(items)
        return number, after


class Index:
    """Where each record of the workspace stands in the file."""

    def __init__(self, tables: dict[Table, Numbers] | None = None) -> None:
        """Args: tables: each table's numbers; none yet without."""
        self.tables = tables or {name: Numbers() for name in TYPES}

    def after(self, edit: Edit) -> "tuple[tuple[Put, ...], Index]":
        """What an edit puts where in the file, and the index once it is kept.

        Raises:
            KeyError: what it changes is not there.
            UnicodeEncodeError: a text holds half a character.
        """
        changed: dict[Table, Numbers] = {}
        puts = []
        for change in edit.changes:
            if (change.before is None or change.after is None) and change.table not in changed:
                changed[change.table] = self.tables[change.table].copy()
            numbers = changed.get(change.table) or self.tables[change.table]
            before = ""
            if change.after is None:
                number = numbers.keys.pop(change.id)
            elif change.before is None:
                number, before = numbers.add(change.id, change.position)
            else:
                number = numbers.keys[change.id]
            document = Raw(msgspec.json.encode(change.after))
            puts.append(Put(change.table, number, document, before))
        return tuple(puts), Index(self.tables | changed)


def read(contents: Contents) -> tuple[Workspace, Index]:
    """The workspace in the file, and where its records stand.

    Briefs are long, and many: only their names and tags are read at once.
    """
    index = Index()
    entries: dict[str, Mapping[str, Entry]] = {}
    unreadable: list[Unreadable] = []
    with collector.paused():
        for name in TYPES:
            documents, numbers = contents.tables[name], index.tables[name]
            numbers.last = max((int(key) for key in documents if key.isdecimal()), default=0)
            found: dict[str, Entry | Unread[Entry]] = {}
            for key, document in documents.items():
                try:
                    entry = _DECODERS[name].decode(document)
                    _check_key(key, entry.id)
                    _make_room(entry.id, found, unreadable)
                except (ValueError, RecursionError) as error:
                    unreadable.append(_unreadable(name, key, document, error))
                else:
                    numbers.keys[entry.id] = key
                    found[entry.id] = (
                        Unread(
                            Brief(**msgspec.structs.asdict(entry)),
                            partial(_decoded, name, key, document),
                        )
                        if isinstance(entry, _Name)
                        else entry
                    )
            entries[name] = Lazy(found) if name in LATER else found  # type: ignore[assignment]  # nothing in it is unread
    return Workspace(**entries, unreadable=tuple(unreadable)), index  # type: ignore[arg-type]


class _Name(msgspec.Struct):
    """What is read of a brief at once."""

    id: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()


LATER: dict[Table, type[_Name]] = {"briefs": _Name}
_DECODERS: dict[Table, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(LATER.get(name, kind)) for name, kind in TYPES.items()
}


def _decoded(table: Table, key: str, document: Raw, kind: type[Any] | None = None) -> Any:
    """A record, as another type if one is given; or why it can't be read."""
    try:
        return msgspec.json.decode(document, type=kind or TYPES[table])
    except (ValueError, RecursionError) as error:
        return _unreadable(table, key, document, error)


class _Id(msgspec.Struct):
    id: str = ""


def _unreadable(table: Table, key: str, document: Raw, error: Exception) -> Unreadable:
    try:
        known = msgspec.json.decode(document, type=_Id).id
    except (ValueError, RecursionError):
        known = ""
    return Unreadable(table, key, one_line(str(error)), known)


def _check_key(key: str, id: str) -> None:  # noqa: A002 - the field's own name
    if not key.isdecimal():
        raise ValueError("its number in the table is none")
    if not id:
        raise ValueError("it has no id")


def _make_room(
    id: str,  # noqa: A002 - the field's own name
    found: dict[str, Entry | Unread[Entry]],
    unreadable: list[Unreadable],
) -> None:
    """An id belongs to the first record that has it and can be read."""
    if id not in found:
        return
    first = found[id]
    fault = first.found if isinstance(first, Unread) else None
    if isinstance(fault, Unreadable):
        unreadable.append(fault)
        del found[id]
        return
    raise ValueError(f'the id "{id}" stands in the table twice')
