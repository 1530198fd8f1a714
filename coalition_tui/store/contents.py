"""What the file holds: each record as the very bytes that stand there.

Records are kept as bytes because most of them are never changed: a write copies them, and what
this program can't read stays as it is.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Raw

from coalition_tui.workspace import TYPES

SCHEMA = 1
OLDEST = 1
"""The oldest schema that there are migrations from."""
META = "meta"
_META_KEY = "1"
NOTHING = Raw(b"null")
_PIECE = 256 * 1024
_LOOK = 64 * 1024
"""Bytes whose characters are looked at together: of more, the memory itself takes the time."""

Document = dict[str, Any]
"""The file as TinyDB sees it: tables of documents by number, and whatever else is in it."""


class Corrupt(ValueError):  # noqa: N818 - a file is, and no program failed
    """The file as a whole can't be understood; the message says why."""


class Foreign(Corrupt):
    """The file is whole, but no workspace: nothing is to be recovered."""


class Meta(msgspec.Struct, frozen=True):
    """What the file says of itself: the shape of its records, and how many edits it has seen."""

    schema: int = SCHEMA
    seq: int = 0


class Put(msgspec.Struct, frozen=True, omit_defaults=True):
    """One record's new bytes in its place: `t` table, `k` number, `d` document or null.

    `b` is the number of the record that a new one stands before; without, it is the last.
    """

    t: str
    k: str
    d: Raw
    b: str = ""

    @property
    def is_nothing(self) -> bool:
        """The record is deleted."""
        return bytes(memoryview(self.d)[:5]) == b"null"


class Contents(msgspec.Struct):
    """The whole file. `others` is what is no table of documents, and is kept."""

    meta: Meta = msgspec.field(default_factory=Meta)
    tables: dict[str, dict[str, Raw]] = msgspec.field(
        default_factory=lambda: {name: {} for name in TYPES}
    )
    others: dict[str, Raw] = {}

    def copy(self) -> "Contents":
        """The same file, to be changed or written on its own."""
        tables = {name: dict(documents) for name, documents in self.tables.items()}
        return Contents(self.meta, tables, dict(self.others))

    def put(self, puts: tuple[Put, ...], seq: int) -> None:
        """Make one edit, which is the file's edit number `seq`."""
        for each in puts:
            documents = self.tables.setdefault(each.t, {})
            if each.is_nothing:
                documents.pop(each.k, None)
            elif each.b in documents and each.k not in documents:
                items = [item for pair in documents.items() for item in _before(pair, each)]
                documents.clear()
                documents.update(items)
            else:
                documents[each.k] = each.d
        self.meta = Meta(self.meta.schema, seq)

    def pieces(self) -> Iterator[bytes]:
        """The file's bytes, in pieces so small that no other thread waits for one."""
        parts: list[bytes | Raw] = [b'{"meta":{"', _META_KEY.encode(), b'":']
        parts += [msgspec.json.encode(self.meta), b"}"]
        size = 0
        for name, documents in self.tables.items():
            parts += [b",\n", msgspec.json.encode(name), b":{"]
            comma = b""
            for key, document in documents.items():
                parts += [comma, msgspec.json.encode(key), b":", document]
                comma = b",\n"
                size += len(memoryview(document))
                if size > _PIECE:
                    yield b"".join(parts)
                    parts, size = [], 0
            parts.append(b"}")
        for name, document in self.others.items():
            parts += [b",\n", msgspec.json.encode(name), b":", document]
        yield b"".join([*parts, b"}\n"])

    def document(self) -> Document:
        """The file as TinyDB's tables. ValueError when something in it is no JSON after all."""
        return msgspec.json.decode(b"".join(self.pieces()), type=Document)


def decode(data: bytes) -> Contents:
    """A file's bytes as its contents.

    Raises:
        Foreign: they are another program's, or an export.
        Corrupt: they are damaged; nothing must be written over them.
    """
    try:
        return _decode(data)
    except Corrupt:
        repaired = _without_half_characters(data)
        if repaired == data:
            raise
        return _decode(repaired)


def _decode(data: bytes) -> Contents:
    if not data or data.isspace():
        raise Corrupt("the file is empty")
    _check_text(data)
    tables, others = _tables(data)
    if "format" in tables or "format" in others:
        raise Foreign("this is an export; bring it in with `coalition-tui import`")
    if META not in tables and META not in others:
        raise Foreign("not a workspace of coalition-tui: it has no table meta")
    for name in (META, *TYPES):
        if name in others:
            tables[name] = _object(others.pop(name), f"the table {name}")
    meta = _meta(tables.pop(META))
    ours: dict[str, dict[str, Raw]] = {name: tables.pop(name, {}) for name in TYPES}
    return Contents(meta, ours | tables, others)


def _tables(data: bytes) -> tuple[dict[str, dict[str, Raw]], dict[str, Raw]]:
    """The tables of documents, and what is none."""
    try:
        return msgspec.json.decode(data, type=dict[str, dict[str, Raw]]), {}
    except (ValueError, RecursionError):  # it is damaged, or holds more than tables
        others = _object(data, "the file")
    tables = {}
    for name in list(others):
        try:
            tables[name] = _object(others[name], name)
        except Corrupt:
            continue
        del others[name]
    return tables, others


def _check_text(data: bytes) -> None:
    """The records are not decoded here, and nothing else would look at their characters."""
    if data.isascii():
        return
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _LOOK):
            decoder.decode(data[start : start + _LOOK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Corrupt(f"the file is damaged: {error.reason}") from error


def _object(data: bytes | Raw, what: str) -> dict[str, Raw]:
    try:
        return msgspec.json.decode(data, type=dict[str, Raw])
    except (ValueError, RecursionError) as error:
        raise Corrupt(f"{what} is damaged: {error}") from error


def _meta(documents: dict[str, Raw]) -> Meta:
    try:
        meta = msgspec.json.decode(documents[_META_KEY], type=Meta)
    except (KeyError, ValueError) as error:
        raise Corrupt(f"the table meta is damaged: {error}") from error
    if meta.schema < OLDEST or meta.seq < 0:
        raise Corrupt("the table meta is damaged: there never was such a schema or number")
    return meta


def _before(pair: tuple[str, Raw], new: Put) -> Iterator[tuple[str, Raw]]:
    if pair[0] == new.b:
        yield new.k, new.d
    yield pair


# One escape of a JSON string: a surrogate pair, half of one, or any other.
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


def _without_half_characters(data: bytes) -> bytes:
    """The JSON without unpaired surrogates, which other programs write and no text may hold."""
    return _ESCAPE.sub(lambda match: b"" if match["half"] else match[0], data)
