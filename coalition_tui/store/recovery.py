"""What can be recovered when a file and its journal do not fit, or can't be read."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
from msgspec import Raw

from coalition_tui.session import Choice
from coalition_tui.store import backups
from coalition_tui.store.contents import SCHEMA, Contents, Corrupt, Meta, decode
from coalition_tui.store.journal import Line, Reading
from coalition_tui.store.snapshot import Snapshot
from coalition_tui.workspace import TYPES

WHOLE = "The file as it is"
_OFFERED = 3
"""How many backups are looked at; `restore` takes any of them."""


@dataclass(frozen=True)
class Candidate:
    """A choice, and what it would put in the file's place."""

    choice: Choice
    contents: Contents


def candidates(path: Path, snapshot: Snapshot, reading: Reading) -> list[Candidate]:
    """All that can be recovered, the most complete first."""
    offers = list(_offers(path, snapshot, reading))
    if not (offers and offers[0][0].startswith(WHOLE)):
        offers.sort(key=lambda offer: -_size(offer[1]))
    if not offers and not (snapshot.data or b"").strip():
        offers = [("An empty workspace", Contents())]
    return [
        Candidate(Choice(title, describe(contents)), contents)
        for title, contents in offers
        if contents.meta.schema <= SCHEMA
    ]


def describe(contents: Contents) -> str:
    """How much is in it: `3 briefs, 1 coalition, 12 people; last changed 2026-11-20`."""
    counts = [
        _counted(len(contents.tables["briefs"]), "brief", "briefs"),
        _counted(len(contents.tables["coalitions"]), "coalition", "coalitions"),
        _counted(len(contents.tables["people"]), "person", "people"),
    ]
    changed = max(_changes(contents), default="")
    return ", ".join(counts) + (f"; last changed {changed[:10]}" if changed else "")


def salvage(data: bytes) -> Contents:
    """The whole records in a damaged file, each as it stands there."""
    text = data.decode("latin-1")  # one character a byte: a place in it is a place in the file
    contents = Contents(Meta(SCHEMA, _seq(text)))
    decoder = json.JSONDecoder()
    table, at = "", 0
    while found := _NAMED.search(text, at):
        at = found.end()
        if found["table"]:
            table = found["table"]
            continue
        try:
            _, end = decoder.raw_decode(text, found.end() - 1)
            document = data[found.end() - 1 : end]
            msgspec.json.decode(document)
        except (ValueError, RecursionError):
            continue
        at = end
        if table:
            contents.tables[table][found["number"]] = Raw(document)
    return contents


# A table or a numbered document begins; inside a string the quotes would be escaped.
_NAMED = re.compile(rf'"(?:(?P<number>\d+)|(?P<table>{"|".join(TYPES)}))"\s*:\s*\{{')
_SEQ = re.compile(r'"seq"\s*:\s*(\d{1,15})\b')


def _seq(text: str) -> int:
    found = _SEQ.search(text, 0, 1000)
    return int(found[1]) if found else 0


def _offers(path: Path, snapshot: Snapshot, reading: Reading) -> Iterator[tuple[str, Contents]]:
    if snapshot.data is not None:
        try:
            contents, name = decode(snapshot.data), WHOLE
        except Corrupt:
            contents, name = salvage(snapshot.data), "What can be read of the damaged file"
        if name == WHOLE or _size(contents):
            yield from _with_edits(name, contents, reading)
    offered = 0
    for each in backups.backups(path):
        if offered == _OFFERED:
            break
        try:
            contents = decode(each.read_bytes())
        except (OSError, Corrupt):
            continue
        offered += 1
        yield from _with_edits(f"The backup {each.name}", contents, reading)


def _with_edits(name: str, contents: Contents, reading: Reading) -> Iterator[tuple[str, Contents]]:
    """What a file holds with all edits that can be read, with those before damage, and alone."""
    seq = contents.meta.seq
    before = [line for line in reading.edits if line.seq > seq]
    beyond = [line for line in reading.beyond if line.base is None and line.seq > seq]
    if beyond:
        title = f"{name}, with all {len(before) + len(beyond)} edits that can be read"
        yield title, _edited(contents, [*before, *beyond])
    if before:
        which = " before the damage" if beyond else ""
        edits = "1 edit" if len(before) == 1 else f"{len(before)} edits"
        yield f"{name}, with the {edits}{which} in its journal", _edited(contents, before)
    yield name, contents


def _edited(contents: Contents, lines: list[Line]) -> Contents:
    after = contents.copy()
    for line in lines:
        after.put(line.puts, line.seq)
    return after


class _Dated(msgspec.Struct):
    updated_at: str = ""


def _changes(contents: Contents) -> Iterator[str]:
    for table in ("briefs", "coalitions", "people"):
        for document in contents.tables[table].values():
            try:
                yield msgspec.json.decode(document, type=_Dated).updated_at
            except ValueError:
                continue


def _size(contents: Contents) -> int:
    return sum(map(len, contents.tables.values()))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
