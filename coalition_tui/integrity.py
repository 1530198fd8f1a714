"""References between records: found, checked, cleared; and ids, which they stand on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from coalition_tui.clean import clean
from coalition_tui.fields import Field, Kind, fields, headline, headline_field, noun
from coalition_tui.model import Brief, Coalition, Record
from coalition_tui.pointer import Path

R = TypeVar("R", bound=Record)

# Targets inside the same brief, by the field that holds them; the others are in the workspace.
INSIDE = {"party": "parties", "tradeoff": "tradeoffs", "decision_right": "decision_rights"}
ACROSS = {"brief": "briefs", "coalition": "coalitions", "person": "people"}


class Reference(Struct, frozen=True):
    """A reference that is set: where it stands, what it points at, and the id it holds."""

    path: Path
    target: str
    id: str


class Fault(Struct, frozen=True):
    """Something that no valid file holds, and where it stands."""

    path: Path
    message: str


def references(record: Record, target: str = "", path: Path = ()) -> Iterator[Reference]:
    """The references in a record, to one kind of target or to all, in the order of the model."""
    for item in fields(type(record)):
        if not _leads_to(item, target):
            continue
        value, here = getattr(record, item.name), (*path, item.name)
        if item.kind is Kind.REF and value:
            yield Reference(here, item.ref, value)
        elif item.kind is Kind.REFS:
            for position, each in enumerate(value):
                yield Reference((*here, position), item.ref, each)
        elif item.kind is Kind.RECORDS:
            for position, each in enumerate(value):
                yield from references(each, target, (*here, position))


def without_references(record: R, target: str, gone: frozenset[str]) -> R:
    """The record with its references to those ids cleared, or taken out of their lists."""

    def clear(item: Field, value: Any) -> Any:
        if item.kind is Kind.REF and item.ref == target and value in gone:
            return ""
        if item.kind is Kind.REFS and item.ref == target and not gone.isdisjoint(value):
            return tuple(each for each in value if each not in gone)
        return value

    return _rebuild(record, clear, target)


def redirected(record: R, target: str, to: Mapping[str, str]) -> R:
    """The record with its references to the ids in `to` leading to their values instead."""

    def lead(item: Field, value: Any) -> Any:
        if item.kind is Kind.REF and item.ref == target:
            return to.get(value, value)
        if item.kind is Kind.REFS and item.ref == target and not to.keys().isdisjoint(value):
            return tuple(to.get(each, each) for each in value)
        return value

    return _rebuild(record, lead, target)


def with_ids(record: R, new_id: Callable[[], str]) -> R:
    """The record with an id wherever one is missing."""
    return _rebuild(
        record, lambda item, value: value or new_id() if item.kind is Kind.ID else value
    )


def without_controls(record: R) -> R:
    """The record without control characters in its texts; the same one if it held none."""

    def scrub(item: Field, value: Any) -> Any:
        if item.kind in (Kind.LINE, Kind.TEXT):
            new: Any = clean(value)
        elif item.kind is Kind.TEXTS:
            new = tuple(clean(each) for each in value)
        else:
            return value
        return value if new == value else new

    return _rebuild(record, scrub)


def identified(record: Record) -> Iterator[tuple[Path, tuple[Record, ...]]]:
    """Every list of records inside a record, with its path."""
    for item in fields(type(record)):
        if item.kind is Kind.RECORDS:
            value = getattr(record, item.name)
            yield (item.name,), value
            for position, each in enumerate(value):
                for path, inner in identified(each):
                    yield (item.name, position, *path), inner


def faults(record: Record, known: Mapping[str, Set[str]]) -> Iterator[Fault]:
    """What is wrong inside one record.

    Args:
        record: a brief, coalition or person.
        known: the ids in the workspace by target (`person`, `coalition`, `brief`); a target that
            is missing here is not checked.
    """
    for path, items in identified(record):
        yield from duplicates(items, path)
    yield from _repeated(record)
    targets = dict(known)
    if isinstance(record, Brief):
        targets |= {
            target: {each.id for each in getattr(record, name)} for target, name in INSIDE.items()
        }
        yield from _sides(record)
    if isinstance(record, Coalition):
        yield from _members(record)
    for reference in references(record):
        if reference.target in targets and reference.id not in targets[reference.target]:
            yield Fault(reference.path, _dangling(reference, targets[reference.target]))


def duplicates(items: Iterable[Record], path: Path) -> Iterator[Fault]:
    """Ids that stand twice in one list."""
    seen: set[str] = set()
    for position, each in enumerate(items):
        key = getattr(each, "id", "")
        if key and key in seen:
            yield Fault((*path, position, "id"), f'the id "{key}" stands here twice')
        seen.add(key)


def _repeated(record: Record) -> Iterator[Fault]:
    seen: set[tuple[Path, str]] = set()
    for reference in references(record):
        if isinstance(reference.path[-1], int):
            key = (reference.path[:-1], reference.id)
            if key in seen:
                yield Fault(reference.path, f'"{reference.id}" stands in this list twice')
            seen.add(key)


def _sides(brief: Brief) -> Iterator[Fault]:
    mine = [position for position, party in enumerate(brief.parties) if party.me]
    for position in mine[1:]:
        name = headline(brief.parties[mine[0]])
        yield Fault(("parties", position, "me"), f'"{name}" is your side already; only one can be')


def _members(coalition: Coalition) -> Iterator[Fault]:
    current: set[str] = set()
    for position, member in enumerate(coalition.members):
        if member.person and member.left_on is None:
            if member.person in current:
                path = ("members", position, "person")
                yield Fault(path, f'"{member.person}" is a current member already')
            current.add(member.person)


def _dangling(reference: Reference, ids: Set[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    what = reference.target.replace("_", " ")
    close = get_close_matches(reference.id, sorted(ids)[:1000], n=1)
    hint = f'; did you mean "{close[0]}"?' if close else ""
    return f'no {what} "{reference.id}"{hint}'


@cache
def _leads_to(item: Field, target: str) -> bool:
    """Whether a field is, or holds somewhere inside, a reference to the target (or to any)."""
    if item.kind in (Kind.REF, Kind.REFS):
        return target in ("", item.ref)
    return item.record is not None and any(
        _leads_to(inner, target) for inner in fields(item.record)
    )


def _rebuild(record: R, change: Callable[[Field, Any], Any], target: str | None = None) -> R:
    """The record with each field's value passed through `change`; the same one if none changes.

    With a target, only the fields that lead to it are looked at.
    """
    changed: dict[str, Any] = {}
    for item in fields(type(record)):
        if target is not None and not _leads_to(item, target):
            continue
        value = getattr(record, item.name)
        new = change(item, value)
        if item.kind is Kind.RECORDS:
            inner = tuple(_rebuild(each, change, target) for each in value)
            new = inner if any(a is not b for a, b in zip(inner, value, strict=True)) else value
        if new is not value:
            changed[item.name] = new
    return msgspec.structs.replace(record, **changed) if changed else record


def describe(record: Record, other: str = "") -> str:
    """A record as an edit's label names it: `party Legal`, at most 40 characters of its text.

    One that has no name of its own is called by the other one that is given: `member Ann`;
    without it, only what it is: `member`.
    """
    named = headline_field(type(record)).kind is not Kind.ID
    name = " ".join((headline(record) if named else other).split())
    short = name if len(name) <= 40 else f"{name[:39]}…"
    return f"{noun(type(record))} {short}".strip()
