"""What the file holds: each record as the very bytes that stand there.

Records are kept as bytes because most of them are never changed: a write copies them, and what
this program can't read stays as it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from msgspec import Raw

from coalition_tui import collector
from coalition_tui.clean import one_line
from coalition_tui.edits import Change, Edit
from coalition_tui.workspace import TYPES, Entry, Table, Unreadable, Workspace

SCHEMA = 1
META = "meta"
_META_KEY = "1"


class Corrupt(ValueError):  # noqa: N818 - a file is, and no program failed
    """The file as a whole can't be understood; the message says why, and what to do."""


class Meta(msgspec.Struct, frozen=True):
    """What the file says of itself: the shape of its records, and how many edits it has seen."""

    schema: int = SCHEMA
    seq: int = 0


@dataclass
class Rows:
    """One table: the documents by TinyDB's number, and that number by our id.

    Both are in the order of the file; `keys` holds only what is readable. `last` is the highest
    number ever given: as in TinyDB, the next record gets the one after it.
    """

    documents: dict[str, Raw] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    last: int = 0

    def copy(self) -> "Rows":
        """The same table, to be changed on its own."""
        return Rows(dict(self.documents), dict(self.keys), self.last)

    def make(self, change: Change) -> None:
        """Make one change of the table. KeyError when what it changes is not there."""
        if change.after is None:
            del self.documents[self.keys.pop(change.id)]
            return
        document = Raw(msgspec.json.encode(change.after))
        if change.before is not None:
            self.documents[self.keys[change.id]] = document
            return
        self.last += 1
        key = str(self.last)
        if change.position is None or change.position >= len(self.keys):
            self.documents[key] = document
            self.keys[change.id] = key
        else:
            anchor = list(self.keys)[change.position]
            at = self.keys[anchor]
            self.documents = dict(_with(self.documents, at, key, document))
            self.keys = dict(_with(self.keys, anchor, change.id, key))


@dataclass(frozen=True)
class Contents:
    """The whole file. `others` are tables of other programs, which are kept."""

    meta: Meta = field(default_factory=Meta)
    tables: dict[Table, Rows] = field(default_factory=lambda: {name: Rows() for name in TYPES})
    others: dict[str, Raw] = field(default_factory=dict)

    def after(self, edit: Edit) -> "Contents":
        """The file after an edit. KeyError when what it changes is not there."""
        changed: dict[Table, Rows] = {}
        for change in edit.changes:
            if change.table not in changed:
                changed[change.table] = self.tables[change.table].copy()
            changed[change.table].make(change)
        meta = Meta(self.meta.schema, self.meta.seq + 1)
        return replace(self, tables=self.tables | changed, meta=meta)

    def document(self) -> dict[str, Any]:
        """The file as TinyDB's tables, to be encoded."""
        return {
            META: {_META_KEY: self.meta},
            **{name: rows.documents for name, rows in self.tables.items()},
            **self.others,
        }


def decode(data: bytes) -> tuple[Contents, Workspace]:
    """A file's bytes as its contents and the workspace in them.

    Raises:
        Corrupt: they are no workspace; nothing must be written over them.
    """
    with collector.paused():
        try:
            return _decode(data)
        except Corrupt:
            repaired = _without_half_characters(data)
            if repaired == data:
                raise
            return _decode(repaired)


def _decode(data: bytes) -> tuple[Contents, Workspace]:
    if not data.strip():
        raise Corrupt("the file is empty; remove it to begin anew, or bring back a backup")
    top = _object(data, "the file")
    if "format" in top:
        raise Corrupt("this is an export; bring it in with `coalition-tui import`")
    if META not in top:
        raise Corrupt("not a workspace of coalition-tui: it has no table meta")
    meta = _meta(_object(top.pop(META), "the table meta"))
    tables: dict[Table, Rows] = {}
    entries: dict[str, dict[str, Entry]] = {}
    unreadable: list[Unreadable] = []
    for name, kind in TYPES.items():
        documents = _object(top.pop(name), f"the table {name}") if name in top else {}
        numbers = (int(key) for key in documents if key.isdecimal())
        rows = Rows(documents, last=max(numbers, default=0))
        tables[name], entries[name] = rows, {}
        decoder = msgspec.json.Decoder(kind)
        for key, document in rows.documents.items():
            try:
                entry = decoder.decode(document)
                _check_key(key, entry.id, rows)
            except (ValueError, RecursionError) as error:
                unreadable.append(Unreadable(name, key, one_line(str(error))))
            else:
                rows.keys[entry.id] = key
                entries[name][entry.id] = entry
    workspace = Workspace(**entries, unreadable=tuple(unreadable))  # type: ignore[arg-type]
    return Contents(meta, tables, top), workspace


def _check_key(key: str, id: str, rows: Rows) -> None:  # noqa: A002 - the field's own name
    if not key.isdecimal():
        raise ValueError("its number in the table is none")
    if not id:
        raise ValueError("it has no id")
    if id in rows.keys:
        raise ValueError(f'the id "{id}" stands in the table twice')


def _object(data: bytes | Raw, what: str) -> dict[str, Raw]:
    try:
        return msgspec.json.decode(data, type=dict[str, Raw])
    except (ValueError, RecursionError) as error:
        raise Corrupt(f"{what} is damaged: {error}") from error


def _meta(documents: dict[str, Raw]) -> Meta:
    try:
        return msgspec.json.decode(documents[_META_KEY], type=Meta)
    except (KeyError, ValueError) as error:
        raise Corrupt(f"the table meta is damaged: {error}") from error


def _with(items: dict[str, Any], anchor: str, key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The items with one more before the anchor."""
    for each, kept in items.items():
        if each == anchor:
            yield key, value
        yield each, kept


# One escape of a JSON string: a surrogate pair, half of one, or any other.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


def _without_half_characters(data: bytes) -> bytes:
    """The JSON without unpaired surrogates, which other programs write and no text may hold."""
    return _ESCAPE.sub(lambda match: b"" if match["half"] else match[0], data)
