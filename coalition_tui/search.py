"""Every text of everything, searched for words."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind, fields, headline
from coalition_tui.matching import origins, plain
from coalition_tui.model import Record
from coalition_tui.pointer import Path
from coalition_tui.workspace import Place, Table, Top, Workspace, table_of

AROUND = 48
"""Characters of context on each side of a hit."""
PLAIN = "coalition_tui.plain"
"""How `str.encode` is told to leave accents out."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the record, the field, and the text around them."""

    place: Place
    top: str
    title: str
    before: str
    words: str
    after: str


def search(workspace: Workspace, query: str) -> Iterator[Hit]:
    """The texts that hold every word, in the order of the file, and then of the trash.

    Accents, case and the words' order make no difference, and any white space is one space.
    """
    words = plain(one_line(query)).split()
    if not words:
        return
    letters = [each.encode() for each in re.findall("[a-z0-9]+", " ".join(words))]
    for table, key, top in _everything(workspace):
        if _may_hold(top, letters):
            yield from _hits(Place(table, key), top, words)


def _everything(workspace: Workspace) -> Iterator[tuple[Table, str, Top]]:
    for table in (workspace.briefs, workspace.coalitions, workspace.people):
        for top in table.values():
            yield table_of(top), top.id, top
    for trashed in workspace.trash.values():
        yield "trash", trashed.id, trashed.record


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


def _may_hold(top: Top, letters: Sequence[bytes]) -> bool:
    """Whether a record is worth reading: one look at it as JSON, which is quick.

    Only for plain letters: others may be written in another way there.
    """
    written = msgspec.json.encode(top)
    if not written.isascii():
        written = written.decode().encode("ascii", PLAIN)
    written = written.lower()
    return all(each in written for each in letters)


def _without_accents(error: UnicodeError) -> tuple[bytes, int]:
    """What is left in ASCII of characters that are none."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]).encode("ascii", "ignore"), error.end


codecs.register_error(PLAIN, _without_accents)


def _hits(place: Place, top: Top, words: Sequence[str]) -> Iterator[Hit]:
    phrase = " ".join(words)
    for path, item, text in texts(top):
        line = one_line(text)
        found = plain(line)
        if not all(word in found for word in words):
            continue
        marked = phrase if phrase in found else words[0]
        begin = found.index(marked)
        last = begin + len(marked)
        origin = origins(line)
        start, end = origin[begin], max(origin[last], origin[last - 1] + 1)
        before, after = line[max(0, start - AROUND) : start], line[end : end + AROUND]
        yield Hit(
            place=Place(place.table, place.id, path),
            top=one_line(headline(top)),
            title=item.title,
            before=("…" if start > AROUND else "") + before,
            words=line[start:end],
            after=after + ("…" if len(line) > end + AROUND else ""),
        )
