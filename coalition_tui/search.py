"""Every text of everything, searched for words."""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind, fields, headline
from coalition_tui.model import Record
from coalition_tui.pointer import Path
from coalition_tui.workspace import Place, Top, Workspace, table_of

AROUND = 48
"""Characters of context on each side of a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the record, the field, and the text around them."""

    place: Place
    top: str
    title: str
    before: str
    words: str
    after: str


def search(workspace: Workspace, words: str) -> Iterator[Hit]:
    """Where the words stand, in the order of the file; any case, white space as one space."""
    wanted = one_line(words).lower()
    if not wanted:
        return
    for table in (workspace.briefs, workspace.coalitions, workspace.people):
        for top in table.values():
            if _may_hold(top, wanted):
                yield from _hits(top, wanted)


def texts(record: Record, path: Path = ()) -> Iterator[tuple[Path, Field, str]]:
    """Every text of a record that is not empty, with its path and field."""
    for item in fields(type(record)):
        value, here = getattr(record, item.name), (*path, item.name)
        if item.kind in (Kind.LINE, Kind.TEXT) and value:
            yield here, item, value
        elif item.kind is Kind.TEXTS:
            for each in value:
                yield here, item, each
        elif item.kind is Kind.RECORDS:
            for position, each in enumerate(value):
                yield from texts(each, (*here, position))


def _may_hold(top: Top, wanted: str) -> bool:
    """Whether a record is worth reading: one look at it as JSON, which is quick.

    Only for plain words: others may be written in another way there.
    """
    longest = max(wanted.split(), key=len)
    if not (longest.isascii() and longest.isalnum()):
        return True
    return longest.encode() in msgspec.json.encode(top).lower()


def _hits(top: Top, wanted: str) -> Iterator[Hit]:
    for path, item, text in texts(top):
        line = one_line(text)
        start = line.lower().find(wanted)
        if start < 0:
            continue
        end = start + len(wanted)
        before, after = line[max(0, start - AROUND) : start], line[end : end + AROUND]
        yield Hit(
            place=Place(table_of(top), top.id, path),
            top=one_line(headline(top)),
            title=item.title,
            before=("…" if start > AROUND else "") + before,
            words=line[start:end],
            after=after + ("…" if len(line) > end + AROUND else ""),
        )
