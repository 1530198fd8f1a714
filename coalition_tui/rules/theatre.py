"""Phrases of politics theatre, found in the texts of a brief."""

import re
from collections.abc import Iterator
from functools import cache

from coalition_tui.clean import one_line
from coalition_tui.fields import Kind, fields
from coalition_tui.model import Record
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
# Faster over many texts in lower case; what it lets through is looked at one by one.
_SUSPECT = re.compile(_ANY)


def found(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text in a brief that uses a phrase, in its order, with the first phrase it uses.

    Args:
        record: the brief, or a record inside it.
        path: where that stands in the brief.
    """
    if not _SUSPECT.search("\0".join(_texts(record)).lower()):
        return
    texts, lists = _shape(type(record))
    for name in type(record).__struct_fields__:
        if name in texts:
            if match := _WORDS.search(getattr(record, name)):
                yield (*path, name), one_line(match[0])
        elif name in lists:
            for position, each in enumerate(getattr(record, name)):
                yield from found(each, (*path, name, position))


def _texts(record: Record) -> list[str]:
    """The texts in a record, in any order."""
    texts, lists = _shape(type(record))
    gathered: list[str] = [getattr(record, name) for name in texts]
    for name in lists:
        for each in getattr(record, name):
            gathered += _texts(each)
    return gathered


@cache
def _shape(record: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a type of record that are texts, and those that hold records with texts."""
    shown = [item for item in fields(record) if item.name not in SKIPPED]
    texts = tuple(item.name for item in shown if item.kind in (Kind.LINE, Kind.TEXT))
    lists = tuple(item.name for item in shown if item.kind is Kind.RECORDS)
    return texts, tuple(name for name in lists if any(_shape(_held(record, name))))


def _held(record: type[Record], name: str) -> type[Record]:
    return next(item.item for item in fields(record) if item.name == name)
