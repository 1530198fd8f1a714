"""Which texts match what a person types: by its words, or else by its letters in their order."""

import re
import unicodedata
from collections.abc import Sequence

from coalition_tui.clean import one_line

GAP = 11
"""Characters at most between two letters that are typed next to each other."""

FARTHEST = 3


def plain(text: str) -> str:
    """A text without accents and case, as people type names."""
    return text.lower() if text.isascii() else _folded(one_line(text))


def origins(line: str) -> Sequence[int]:
    """Where each character of a line that was made plain stands in it, and then its end."""
    if line.isascii():
        return range(len(line) + 1)
    found = [position for position, each in enumerate(line) for _ in _folded(each)]
    return [*found, len(line)]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(each for each in decomposed if not unicodedata.combining(each)).casefold()


def matching(query: str, texts: Sequence[str]) -> list[int]:
    """The positions of the texts that match, in their order; of all of them without a query.

    A text matches that holds every word. Only when none does, those match that hold the letters
    in their order, close together.

    Args:
        query: as it is typed.
        texts: plain ones.
    """
    return by_words(query, texts) or by_letters(query, texts)


def by_words(query: str, texts: Sequence[str]) -> list[int]:
    """The positions of the texts that hold every word; of all of them without a query."""
    found = list(range(len(texts)))
    for word in plain(query).split():
        found = [position for position in found if word in texts[position]]
    return found


def by_letters(query: str, texts: Sequence[str]) -> list[int]:
    """The positions of the texts that hold the letters in their order, close together."""
    letters = "".join(plain(query).split())
    found = [position for position, each in enumerate(texts) if len(each) >= len(letters)]
    if letters and found:  # a long paste makes a pattern that takes seconds, and is in no name
        in_order = _in_order(letters)
        found = [position for position in found if in_order.search(texts[position])]
    return found


def nearest_first(query: str, texts: Sequence[str]) -> list[int]:
    """The positions of the texts that match, what begins like the query before what holds it."""
    words = plain(query).split()
    found = matching(query, texts)
    return sorted(found, key=lambda position: _far(words, texts[position])) if words else found


def nearest(query: str, texts: Sequence[str]) -> int:
    """The position of the text that begins most like the query. ValueError without texts."""
    words, best, least = plain(query).split(), 0, FARTHEST + 1
    for position, each in enumerate(texts):
        far = _far(words, each)
        if far < least:
            best, least = position, far
        if not least:
            break
    return best


def _far(words: Sequence[str], text: str) -> int:
    """How far a text is from what is typed: it begins so, its words do, it holds it, or less."""
    if text.startswith(" ".join(words)):
        return 0
    if all(text.startswith(word) or f" {word}" in text for word in words):
        return 1
    return 2 if all(word in text for word in words) else FARTHEST


def _in_order(letters: str) -> re.Pattern[str]:
    first, *others = map(re.escape, letters)
    return re.compile(first + "".join(f"[^{each}]{{0,{GAP}}}{each}" for each in others))
