"""Records found by what a person types: an id, the beginning of one, or a part of the title."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from coalition_tui.clean import one_line
from coalition_tui.cli.errors import BadInput
from coalition_tui.fields import headline, noun
from coalition_tui.lazy import Lazy, heads
from coalition_tui.model import Brief, Record

R = TypeVar("R", bound=Record)
LISTED = 10


def find(kind: type[R], records: Iterable[R], word: str) -> R:
    """The one record that a word names.

    An id comes first, then the beginning of an id, then a whole title, then a part of one, in
    upper or lower case; the first of these that fits any record must fit one only.

    Args:
        kind: what is looked for.
        records: where.
        word: what was typed.

    Raises:
        BadInput: it names none, or several, which are listed.
    """
    listed = list(records)
    word = one_line(word)
    folded = word.casefold()
    if not folded:
        raise BadInput(f"an empty name is no {noun(kind)}")
    titles = [(headline(each).casefold(), each) for each in listed]
    for found in (
        [each for each in listed if _id(each) == folded],
        [each for each in listed if _id(each).startswith(folded)],
        [each for title, each in titles if title == folded],
        [each for title, each in titles if folded in title],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise BadInput(_ambiguous(word, kind, found))
    close = get_close_matches(folded[:60], [title for title, _ in titles[:1000]], n=1)
    hint = f'; did you mean "{headline(dict(titles)[close[0]])}"?' if close else ""
    raise BadInput(f'no {noun(kind)} "{word}"{hint}')


def find_brief(briefs: Mapping[str, Brief], word: str) -> Brief:
    """The one brief that a word names; no other is read. BadInput when none or several are."""
    key = find(Brief, heads(briefs), word).id
    fault = briefs.unreadable(key) if isinstance(briefs, Lazy) else None
    if fault:
        raise BadInput(f'the brief "{key}" can\'t be read: {fault.reason}')
    return briefs[key]


def _ambiguous(word: str, kind: type[Record], found: list[R]) -> str:
    listed = ", ".join(f"{_id(each)} ({headline(each)})" for each in found[:LISTED])
    more = f" and {len(found) - LISTED} more" if len(found) > LISTED else ""
    return f'"{word}" names more than one {noun(kind)}: {listed}{more}'


def _id(record: Record) -> str:
    return str(record.id)  # type: ignore[attr-defined]  # only records with an id are looked for
