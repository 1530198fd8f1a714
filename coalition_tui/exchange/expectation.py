"""What was expected where a value does not fit the model, in words for the person who wrote it."""

import re
from difflib import get_close_matches
from typing import Any

import msgspec

from coalition_tui.clean import one_line
from coalition_tui.exchange.strict_json import Refused
from coalition_tui.fields import Field, Kind, field
from coalition_tui.model import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, Bundle, Record
from coalition_tui.pointer import Path
from coalition_tui.workspace import TYPES

_ID = "an id (a-z, 0-9 and -, at most 40 characters)"
_EXPECTED = {
    Kind.ID: _ID,
    Kind.REF: _ID,
    Kind.REFS: _ID,
    Kind.LINE: f"one line of at most {LINE_LIMIT} characters",
    Kind.TEXT: f"a text of at most {TEXT_LIMIT:,} characters",
    Kind.DATE: "a day like 2026-09-30, or null",
    Kind.MOMENT: "a moment like 2026-09-30T12:00:00Z, or null",
    Kind.NUMBER: f"a whole number from 0 to {NUMBER_LIMIT:,}",
    Kind.FLAG: "true or false",
    Kind.GROUP: "an object",
}
_LISTS = frozenset({Kind.TEXTS, Kind.CHOICES, Kind.REFS, Kind.RECORDS})
_MESSAGE = re.compile(r"(?P<what>.*?)(?: - at `\$\.?(?P<path>[a-z_.\[\]0-9]*)`)?", re.DOTALL)
_STEP = re.compile(r"[a-z_]+|\d+")


def explained(error: msgspec.ValidationError, value: Any) -> Refused:
    """Why a decoded value is no bundle, with the path.

    Args:
        error: what msgspec says of it.
        value: what it was to turn into a bundle.
    """
    match = _MESSAGE.fullmatch(str(error))
    assert match is not None  # noqa: S101 - every text matches
    steps = _STEP.findall(match["path"] or "")
    path: Path = tuple(int(step) if step.isdecimal() else step for step in steps)
    words = match["what"].split("`")
    if words[0].startswith("Object missing"):
        return Refused("missing", (*path, words[1]))
    if words[0].startswith("Object contains unknown"):
        return Refused(_unknown(words[1], path), path)
    for step in path:
        value = value[step]
    return Refused(f"expected {_expected(path)}, not {shown(value)}", path)


def shown(value: Any) -> str:
    """A decoded value in a few words."""
    match value:
        case str():
            words = one_line(value[:200])
            short = words if len(words) <= 40 else f"{words[:39]}…"
            return f'"{short}" ({len(value):,} characters)' if len(value) > 40 else f'"{short}"'
        case list():
            return "a list"
        case dict():
            return "an object"
        case None | bool():
            return {None: "null", True: "true", False: "false"}[value]
        case _:
            return str(value)


def _unknown(name: str, path: Path) -> str:
    known = Bundle.__struct_fields__
    if path:
        owner, item = _walked(path)
        known = (item.item if item else owner).__struct_fields__
    close = get_close_matches(name[:60], known, n=1)
    hint = f'; did you mean "{close[0]}"?' if close else ""
    return f"there is no field {shown(name)}{hint}"


def _expected(path: Path) -> str:
    """What the model wants at a path."""
    if len(path) < 2:
        return "a list" if path else "an object"
    _, item = _walked(path)
    inside = isinstance(path[-1], int)
    if item is None or (item.kind is Kind.RECORDS and inside):
        return "an object"
    if item.kind in _LISTS and not inside:
        return "a list"
    if item.choices:
        return "one of " + ", ".join(each or '""' for each in item.choices)
    if item.kind is Kind.TEXTS:
        return _EXPECTED[Kind.LINE if item.limit == LINE_LIMIT else Kind.TEXT]
    return _EXPECTED[item.kind]


def _walked(path: Path) -> tuple[type[Record], Field | None]:
    """The kind of record a bundle's path leads into, and the field of it that is named last."""
    owner: type[Record] = TYPES[path[0]]  # type: ignore[index]  # msgspec leads through the model
    item = None
    for step in path[2:]:
        if isinstance(step, str):
            owner = item.item if item else owner
            item = field(owner, step)
    return owner, item
