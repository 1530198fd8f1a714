"""The bold words that open a record's line: who, when, or which kind; written and read.

    **Need:**   **Finance → Legal:**   **2026-06-01 · ask · Legal, Finance:**

The pieces have no titles: what is missing is left out, and each piece is of the next field that
it can be of.
"""

import re
from typing import Any

from coalition_tui.exchange.markdown import values
from coalition_tui.exchange.markdown.escapes import BLANKS
from coalition_tui.exchange.markdown.fault import quoted
from coalition_tui.exchange.markdown.layout import ARROW, JOINT, Plan
from coalition_tui.exchange.markdown.names import Names
from coalition_tui.fields import Field, Kind, Problem
from coalition_tui.model import Record

_LEAD = re.compile(r"\*\*(.+?)(?::\*\*|\*\*:)[ \t]*")
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(rf"[ \t]{JOINT.strip()}[ \t]")
_ARROW = re.compile(rf"{ARROW.strip()}|->")


def write(record: Record, layout: Plan, names: Names) -> str:
    """The lead; empty when there is nothing to tell. A choice always is told."""
    shown = [
        (item, values.write(item, value, names))
        for item in layout.lead
        if (value := getattr(record, item.name)) != item.default or item.kind is Kind.CHOICE
    ]
    if not shown:
        return ""
    first, _ = shown[0]
    lead = layout.joint.join(text for _, text in shown)
    if layout.joint == ARROW and first is not layout.lead[0]:
        lead = f"{ARROW.lstrip()}{lead}"
    return f"**{lead[0].upper()}{lead[1:]}:**" if first.kind is Kind.CHOICE else f"**{lead}:**"


def split(layout: Plan, text: str) -> tuple[str, str]:
    """A record's line as lead and rest; a lead that opens with a choice needs no stars."""
    if layout.lead and (match := _LEAD.match(text)):
        return match[1].strip(BLANKS), text[match.end() :]
    word, colon, rest = text.partition(":")
    if colon and layout.opens_with_choice and values.is_choice(layout.lead[0], word):
        return word.strip(BLANKS), rest.lstrip(BLANKS)
    return "", text


def read(layout: Plan, text: str, names: Names) -> dict[str, Any]:
    """The values of a lead by field name. Problem when a piece is of none of the fields."""
    try:
        return {item.name: _value(item, piece, names) for item, piece in _given(layout, text)}
    except Problem:
        first, (piece, *_) = layout.lead[0], pieces(text)
        if first.kind is Kind.DATE and not values.is_date(piece) and _DIGIT.search(piece):
            _value(first, piece, names)  # it was meant as the date: say what is wrong with that
        raise


def _value(item: Field, piece: str, names: Names) -> Any:
    try:
        return values.read(item, piece, names)
    except Problem as problem:
        raise Problem(f"{item.title}: {problem}") from None


def pieces(text: str) -> list[str]:
    """What a dot between blanks parts."""
    return _parted(_JOINT, text)


def _given(layout: Plan, text: str) -> list[tuple[Field, str]]:
    if layout.joint == ARROW:
        sides = _parted(_ARROW, text)
        if len(sides) > len(layout.lead):
            raise Problem("there is one arrow too many before the colon")
        return [(item, side) for item, side in zip(layout.lead, sides, strict=False) if side]
    given: list[tuple[Field, str]] = []
    rest = list(layout.lead)
    for piece in pieces(text):
        while len(rest) > 1 and not _fits(rest[0], piece):
            rest.pop(0)
        if not rest:
            titles = ", ".join(item.title.lower() for item in layout.lead)
            raise Problem(f"{quoted(piece)} is too much before the colon ({titles})")
        given.append((rest.pop(0), piece))
    return given


def _parted(joint: re.Pattern[str], text: str) -> list[str]:
    return [piece.strip(BLANKS) for piece in joint.split(text)]


def _fits(item: Field, piece: str) -> bool:
    """Whether a piece can be of this field; a reference takes any word."""
    if item.kind is Kind.DATE:
        return values.is_date(piece)
    return item.kind is not Kind.CHOICE or item.required or values.is_choice(item, piece)
