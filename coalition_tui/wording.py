"""Values in words: what a person reads where a record holds an id, a code or a date."""

from collections.abc import Callable
from datetime import date
from typing import Any

from coalition_tui.clean import clean
from coalition_tui.fields import Field, Kind, fields, headline, is_content
from coalition_tui.integrity import ACROSS, INSIDE
from coalition_tui.model import Brief, Record
from coalition_tui.workspace import Workspace

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

Names = Callable[[str, str], str]
"""The name of what a reference points at: `names("party", "legal")`."""


def names_in(workspace: Workspace, top: Record | None = None) -> Names:
    """Names for the references inside a brief, and for those into the workspace."""

    def name(target: str, key: str) -> str:
        record: Record | None = None
        if target in ACROSS:
            record = getattr(workspace, ACROSS[target]).get(key)
        elif isinstance(top, Brief):
            record = next((each for each in getattr(top, INSIDE[target]) if each.id == key), None)
        return (clean(headline(record)) if record else "") or key

    return name


def day(value: date | None, today: date | None = None) -> str:
    """A date as people write it: `12 Jul 2026`; without its year when that is this year."""
    if value is None:
        return ""
    short = f"{value.day} {MONTHS[value.month - 1]}"
    return short if today is not None and value.year == today.year else f"{short} {value.year}"


def in_words(item: Field, value: Any, names: Names) -> str:
    """A field's value as text without control characters; empty when nothing is set."""
    match item.kind:
        case Kind.DATE | Kind.MOMENT:
            return day(value)
        case Kind.FLAG:
            return "yes" if value else "no"
        case Kind.NUMBER:
            return str(value)
        case Kind.CHOICE:
            return item.labels[value]
        case Kind.CHOICES:
            return ", ".join(item.labels[each] for each in value)
        case Kind.REF:
            return names(item.ref, value) if value else item.none
        case Kind.REFS:
            return ", ".join(names(item.ref, each) or item.none for each in value)
        case Kind.TEXTS:
            return ", ".join(clean(each) for each in value)
        case Kind.GROUP:
            return ", ".join(
                f"{inner.title.lower()} {in_words(inner, part, names)}"
                for inner in fields(item.item)
                if is_content(inner, part := getattr(value, inner.name))
            )
        case Kind.RECORDS:
            return "; ".join(clean(headline(each)) for each in value)
        case _:
            return clean(value)


def plural(count: int, one: str, many: str = "") -> str:
    """`1 day`, `2 days`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
