"""A field's value in a few words, and those words as the value again: side by side, by kind."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from coalition_tui.clean import clean
from coalition_tui.exchange.markdown.fault import hint, quoted
from coalition_tui.exchange.markdown.layout import folded
from coalition_tui.exchange.markdown.names import Names
from coalition_tui.fields import Field, Kind, Problem
from coalition_tui.model import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT
from coalition_tui.model.declare import ID_PATTERN, LINE_PATTERN

NONE = "none"

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_ITEM = re.compile(rf"[ \t]*((?:{_QUOTED.pattern})(?=[ \t]*(?:,|\Z))|[^,]*)(?:,|\Z)")
_PLAIN = re.compile(r"[^\W_][\w .()/+'’–-]*(?<! )")
_OTHER_LINE_ENDS = {ord(each): f"\\u{ord(each):04x}" for each in "\x85\u2028\u2029"}


def write(item: Field, value: Any, names: Names) -> str:
    """A value of any kind but a record's, on one line."""
    match item.kind:
        case Kind.DATE:
            return value.isoformat() if value else NONE
        case Kind.MOMENT:
            return str(msgspec.to_builtins(value)) if value else NONE
        case Kind.NUMBER:
            return str(value)
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.CHOICE:
            return item.labels[value] or NONE
        case Kind.CHOICES:
            return ", ".join(item.labels[each] for each in value) or NONE
        case Kind.REF:
            return names.write(item.ref, value) if value else NONE
        case Kind.REFS:
            listed = (names.write(item.ref, each, listed=True) for each in value)
            return ", ".join(listed) or NONE
        case Kind.TEXTS:
            return f"[{', '.join(scalar(each) for each in value)}]"
        case _:
            return str(value)


def read(item: Field, text: str, names: Names) -> Any:
    """The value that `write` wrote, or a person. Problem says what is expected instead."""
    match item.kind:
        case Kind.DATE:
            return None if text.casefold() == NONE else _date(text)
        case Kind.MOMENT:
            return None if text.casefold() == NONE else _moment(text)
        case Kind.NUMBER:
            return _number(text)
        case Kind.FLAG:
            return _flag(text)
        case Kind.CHOICE:
            return choice(item, text)
        case Kind.CHOICES:
            words = [] if text.casefold() == NONE else text.split(",")
            return tuple(choice(item, each.strip()) for each in words)
        case Kind.REF:
            return _reference(item, text, names)
        case Kind.REFS:
            return _references(item, text, names)
        case Kind.TEXTS:
            return tuple(limited(item, each) for each in _flow(text))
        case Kind.ID:
            if not re.search(ID_PATTERN, text):
                raise Problem(f"{quoted(text)} is no id: up to 40 of a-z, 0-9 and -")
            return text
        case _:
            return limited(item, text)


def limited(item: Field, text: str) -> str:
    """The text. Problem when it is longer than the field, or has more lines."""
    limit = item.limit or TEXT_LIMIT
    if limit == LINE_LIMIT and not re.search(LINE_PATTERN, text):
        raise Problem(f"{item.title.lower()} is one line")
    if len(text) > limit:
        raise Problem(f"{item.title.lower()} has {len(text):,} characters; at most {limit:,} fit")
    return text


def choice(item: Field, text: str) -> str:
    """The value of a label, in any case. Problem when it is none, with those there are."""
    wanted = folded(text)
    for value, label in item.labels.items():
        if wanted in (folded(value), folded(label)):
            return value
    if "" in item.labels and wanted == NONE:
        return ""
    known = [label for label in item.labels.values() if label]
    raise Problem(f"{quoted(text)} is none of {', '.join(known)}{hint(text, known)}")


def is_choice(item: Field, text: str) -> bool:
    """The text is a value of the enumeration, in words."""
    wanted = folded(text)
    return any(wanted in (folded(value), folded(label)) for value, label in item.labels.items())


def is_date(text: str) -> bool:
    """The text has the form of a date."""
    return bool(_DATE.fullmatch(text))


def scalar(text: str) -> str:
    """A text as a value in the front matter: plain where YAML reads it plain, else in quotes."""
    if _PLAIN.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False).translate(_OTHER_LINE_ENDS)


def unscalar(text: str) -> str:
    """The text of a value in the front matter. Problem when its quotes are not closed."""
    if text[:1] not in ('"', "'"):
        return text.partition(" #")[0].rstrip()
    if not (match := _QUOTED.match(text)) or text[match.end() :].strip()[:1] not in ("", "#"):
        raise Problem(f"the quotes of {quoted(text)} do not close at its end")
    if text[0] == "'":
        return match[0][1:-1].replace("''", "'")
    try:
        return clean(str(json.loads(match[0])))
    except ValueError:
        raise Problem(f"{quoted(text)} holds an escape that is none") from None


def _flow(text: str) -> Sequence[str]:
    """The items of `[a, "b, c"]`, or of `a, b`. Problem when a quote or bracket is not closed."""
    inner = text.strip()
    if inner.startswith("["):
        if not inner.endswith("]"):
            raise Problem("the list does not end with ]")
        inner = inner[1:-1]
    return [unscalar(match[1].strip()) for match in _ITEM.finditer(inner) if match[1].strip()]


def _date(text: str) -> date:
    try:
        if is_date(text):
            return date.fromisoformat(text)
    except ValueError:
        raise Problem(f"there is no day {quoted(text)}") from None
    raise Problem(f"{quoted(text)} is no date; write it like 2026-09-30")


def _moment(text: str) -> datetime:
    try:
        moment = msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Problem(f"{quoted(text)} is no moment; write it like 2026-09-30T08:00:00Z")
    return moment


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or int(text) > NUMBER_LIMIT:
        raise Problem(f"{quoted(text)} is no whole number from 0 to {NUMBER_LIMIT:,}")
    return int(text)


def _flag(text: str) -> bool:
    word = text.casefold()
    if word in ("", "yes", "true"):
        return True
    if word in ("no", "false"):
        return False
    raise Problem(f"{quoted(text)} is neither yes nor no")


def _reference(item: Field, text: str, names: Names) -> str:
    try:
        return names.read(item.ref, text)
    except Problem:
        if text.casefold() in ("", NONE, item.none.casefold()):
            return ""
        raise


def _references(item: Field, text: str, names: Names) -> tuple[str, ...]:
    try:
        return names.read_list(item.ref, text)
    except Problem:
        if text.casefold() == NONE:
            return ()
        raise
