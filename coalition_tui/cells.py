"""Texts measured in the cells of a terminal, where a character may take two, or none."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_MARKS = ("Mn", "Me", "Cf")
_WIDE = "\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60"
# A word, or one wide character: lines of Chinese break between any two of them.
_PIECE = rf"[{_WIDE}]|[^\s{_WIDE}]+|\s+"


def width(text: str) -> int:
    """How many cells of a terminal a line takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fitted(text: str, room: int) -> str:
    """A line cut or filled up to so many cells."""
    spare = room - width(text)
    if spare >= 0:
        return text + " " * spare
    kept = _head(text, room - 1)
    return kept + "…" + " " * (room - 1 - width(kept))


def wrapped(line: str, room: int) -> Iterator[str]:
    """A line as lines of at most so many cells, broken between words where that can be."""
    begun, taken = "", 0
    for piece in re.findall(_PIECE, line.strip()):
        rest = piece
        if taken + width(rest.rstrip()) > room and begun.strip():
            yield begun.rstrip()
            begun, taken, rest = "", 0, rest.lstrip()
        while width(rest) > room:
            head = _head(rest, room) or rest[0]
            yield head
            rest = rest[len(head) :]
        begun, taken = begun + rest, taken + width(rest)
    yield begun.rstrip()


def _head(text: str, room: int) -> str:
    """As much of the text as fits."""
    taken = 0
    for position, character in enumerate(text):
        taken += _cells(character)
        if taken > room:
            return text[:position]
    return text


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
