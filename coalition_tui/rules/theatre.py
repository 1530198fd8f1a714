"""Phrases of politics theatre, found in the texts of a brief."""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind, fields
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path

PHRASES = (
    "loyal to us",
    "owes us",
    "on our side",
    "off the record",
    "don't tell",
    "behind their back",
    "win over",
    "neutralise",
    "keep quiet",
    "use them",
)
SKIPPED = frozenset({"title", "tags", "name", "function", "person", "guardrails"})
"""Names are no phrases, and guardrails quote such phrases rightly."""

_ANY = "|".join(each.replace("'", "['’]").replace(" ", r"\s+") for each in PHRASES)
_WORDS = re.compile(rf"\b(?:{_ANY})\b", re.IGNORECASE)
# Faster over a whole brief in lower case; the records that it points at are searched again.
_SUSPECT = re.compile(_ANY)
_BETWEEN = "\0"  # no valid text holds it, and no phrase reaches across it


def found(brief: Brief) -> Iterator[tuple[Path, str]]:
    """Each text that uses a phrase, in the order of the model, with the first one it uses."""
    parts = list(_parts(brief))
    texts = [_BETWEEN.join(_texts(part)).lower() for _, part in parts]
    ends = list(accumulate(len(each) + len(_BETWEEN) for each in texts))
    hits = _SUSPECT.finditer(_BETWEEN.join(texts))
    for position in sorted({bisect(ends, hit.start()) for hit in hits}):
        for path, text in _placed(*parts[position]):
            if match := _WORDS.search(text):
                yield path, one_line(match[0])


def _parts(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record | str]]:
    """The texts and the records that a record holds, each with its path."""
    for name, is_list in _shape(type(record)):
        value = getattr(record, name)
        if is_list:
            for position, each in enumerate(value):
                yield (*path, name, position), each
        else:
            yield (*path, name), value


def _texts(part: Record | str) -> list[str]:
    """A text, or all texts inside a record."""
    if isinstance(part, str):
        return [part]
    gathered: list[str] = []
    for name, is_list in _shape(type(part)):
        value = getattr(part, name)
        if is_list:
            for each in value:
                gathered += _texts(each)
        else:
            gathered.append(value)
    return gathered


def _placed(path: Path, part: Record | str) -> Iterator[tuple[Path, str]]:
    """The same texts, each with its path."""
    if isinstance(part, str):
        yield path, part
    else:
        for place, inner in _parts(part, path):
            yield from _placed(place, inner)


@cache
def _shape(record: type[Record]) -> tuple[tuple[str, bool], ...]:
    """The fields of a type of record that are texts, or (true) lists of records with texts."""
    return tuple((item.name, _is_list(item)) for item in fields(record) if _has_texts(item))


def _is_list(item: Field) -> bool:
    return item.kind is Kind.RECORDS


def _has_texts(item: Field) -> bool:
    if item.name in SKIPPED:
        return False
    return item.kind in (Kind.LINE, Kind.TEXT) or (_is_list(item) and bool(_shape(item.item)))
