"""Typed texts as values of a field, and values as the texts that a person edits."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from coalition_tui.fields import Field, Kind, Problem
from coalition_tui.model import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT


def parse(item: Field, text: str, today: date) -> Any:
    """The value that a text typed into a form means for a field.

    Args:
        item: a field of kind line, text, texts, date or number.
        text: what was typed; control characters are gone already.
        today: the day that `today`, `+14` and a date without a year are counted from.

    Raises:
        Problem: the text is no value; the message says what is expected.
    """
    match item.kind:
        case Kind.LINE:
            return _within(item, " ".join(text.split()), LINE_LIMIT)
        case Kind.TEXT:
            return _within(item, text.strip(), TEXT_LIMIT)
        case Kind.TEXTS:
            lines = tuple(line.strip() for line in text.split("\n") if line.strip())
            return tuple(_within(item, line, item.limit) for line in lines)
        case Kind.DATE:
            return parse_date(text, today)
        case Kind.NUMBER:
            return _parse_number(text, item)
        case _:
            raise TypeError(f"{item.name} is not entered as text")


def show(item: Field, value: Any) -> str:
    """A value as the text that `parse` reads back."""
    match item.kind:
        case Kind.TEXTS:
            return "\n".join(value)
        case Kind.DATE | Kind.MOMENT:
            return value.isoformat() if value else ""
        case _:
            return str(value)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(r"(\d{1,2})\.? *([a-z]{3})[a-z]*\.?(?: +(\d{4}))?")
_OFFSET = re.compile(r"([+-]) ?(\d{1,5}) ?([dwm]?)")


def parse_date(text: str, today: date) -> date | None:
    """A day: `2026-09-30`, `30 sep`, `30 sep 2027`, `today`, `tomorrow`, `+14`, `+2w`, `+3m`.

    A day without a year is the one nearest to today. An empty text is no date.

    Raises:
        Problem: anything else.
    """
    word = text.strip().lower()
    if not word:
        return None
    named = {"today": 0, "tomorrow": 1, "yesterday": -1}
    try:
        if word in named:
            return today + timedelta(days=named[word])
        if match := _OFFSET.fullmatch(word):
            return _offset(today, match)
        if (match := _DAY_MONTH.fullmatch(word)) and match[2] in _MONTHS:
            return _nearest(today, int(match[1]), _MONTHS.index(match[2]) + 1, match[3])
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
            return date.fromisoformat(word)
    except (ValueError, OverflowError):
        raise Problem(f"There is no day {text.strip()[:20]}.") from None
    raise Problem("A date, please: 2026-09-30, 30 sep, today or +14.")


def add_months(day: date, months: int) -> date:
    """The same day some months later; a missing day is the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _offset(today: date, match: re.Match[str]) -> date:
    count = int(match[2]) * (1 if match[1] == "+" else -1)
    if match[3] == "m":
        return add_months(today, count)
    return today + timedelta(days=count * (7 if match[3] == "w" else 1))


def _nearest(today: date, day: int, month: int, year: str | None) -> date:
    if year:
        return date(int(year), month, day)
    candidates = [date(today.year + step, month, day) for step in (-1, 0, 1)]
    return min(candidates, key=lambda candidate: abs(candidate - today))


def _within(item: Field, text: str, limit: int) -> str:
    if item.required and not text.strip():
        raise Problem(f"{item.title} can't be empty.")
    if len(text) > limit:
        raise Problem(f"{len(text):,} characters; at most {limit:,} fit here.")
    return text


def _parse_number(text: str, item: Field) -> int:
    word = text.strip()
    if not word:
        return int(item.default)
    if not re.fullmatch(r"\d{1,6}", word, re.ASCII) or int(word) > NUMBER_LIMIT:
        raise Problem(f"A whole number from 0 to {NUMBER_LIMIT:,}, please.")
    return int(word)
