"""New records, and what a form needs to know about a record among its neighbours."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from coalition_tui import pointer
from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind, field, fields, headline, noun
from coalition_tui.integrity import ACROSS, INSIDE, faults
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path
from coalition_tui.sections import section_of
from coalition_tui.tui.modals.form import Subject
from coalition_tui.workspace import Place, Top, Workspace, table_of

NewId = Callable[[], str]
"""Makes the id of a new record."""


def new_record(kind: type[Record], new_id: NewId, today: date) -> Record:
    """A record with nothing in it yet but its id, its first choices, and the day it is logged."""
    values: dict[str, Any] = {}
    for item in fields(kind):
        if item.kind is Kind.ID:
            values[item.name] = new_id()
        elif item.kind is Kind.DATE and item.name == "on":
            values[item.name] = today
        elif item.required:
            values[item.name] = next(iter(item.labels)) if item.labels else ""
    return kind(**values)


def subject(
    workspace: Workspace,
    top: Top,
    path: Path,
    *,
    add: bool,
    today: date,
    new_id: NewId,
) -> Subject:
    """What a form needs for the record or text at a path, or for a new record of the list there."""
    place = Place(table_of(top), top.id, path)
    if add:
        item = _list_field(type(top), path)
        position = len(pointer.get(top, path))
        record = new_record(item.item, new_id, today)
        return _about(
            workspace,
            top,
            record,
            Place(place.table, place.id, (*path, position)),
            f"New {noun(item.item)}",
            False,
            today,
            new_id,
        )
    value = pointer.get(top, path)
    if isinstance(value, Record):
        title = f"{noun(type(value)).capitalize()}: {one_line(headline(value)) or '…'}"
        return _about(workspace, top, value, place, title, True, today, new_id)
    shown = _texts_beside(path[-1])
    return _about(
        workspace,
        top,
        top,
        Place(place.table, place.id),
        one_line(headline(top)),
        True,
        today,
        new_id,
        shown=shown,
        focus=str(path[-1]),
    )


def of_top(
    workspace: Workspace,
    top: Top,
    *,
    exists: bool,
    today: date,
    new_id: NewId,
    shown: Iterable[str],
    focus: str = "",
) -> Subject:
    """What a form needs for the fields of a brief itself, or for a new one."""
    kind = noun(type(top))
    title = f"{kind.capitalize()}: {one_line(headline(top))}" if exists else f"New {kind}"
    return _about(
        workspace,
        top,
        top,
        Place(table_of(top), top.id),
        title,
        exists,
        today,
        new_id,
        shown=tuple(shown),
        focus=focus,
    )


def properties(kind: type[Record], in_sections: Iterable[str]) -> list[str]:
    """The fields of a record that stand in none of the sections: title, tags, status, dates."""
    elsewhere = set(in_sections)
    return [
        item.name
        for item in fields(kind)
        if item.name not in elsewhere and item.kind not in (Kind.ID, Kind.MOMENT, Kind.RECORDS)
    ]


def _about(
    workspace: Workspace,
    top: Top,
    record: Record,
    place: Place,
    title: str,
    exists: bool,
    today: date,
    new_id: NewId,
    *,
    shown: tuple[str, ...] = (),
    focus: str = "",
) -> Subject:
    def options(item: Field) -> Mapping[str, str]:
        if item.ref in INSIDE:
            records: Iterable[Record] = getattr(top, INSIDE[item.ref])
        elif item.ref in ACROSS:
            records = getattr(workspace, ACROSS[item.ref]).values()
        else:
            return {}
        return {
            str(getattr(each, "id", "")): one_line(headline(each)) or "…"
            for each in records
            if each is not record
        }

    def check(changed: Record) -> str:
        return _clash(top, place.path, changed)

    return Subject(
        title=title,
        place=place,
        record=record,
        exists=exists,
        options=options,
        today=today,
        new_id=new_id,
        shown=shown,
        focus=focus,
        check=check,
    )


def _clash(top: Top, path: Path, record: Record) -> str:
    """What is wrong with a record beside its neighbours; empty when nothing is."""
    if not path:
        return ""
    position = path[-1]
    neighbours = [
        each for index, each in enumerate(pointer.get(top, path[:-1])) if index != position
    ]
    for item in fields(type(record)):
        if item.unique:
            name = one_line(getattr(record, item.name)).casefold()
            if name and any(
                one_line(getattr(each, item.name)).casefold() == name for each in neighbours
            ):
                return f"There is a {noun(type(record))} of that name already."
    if isinstance(top, Brief) and path[0] == "parties" and len(path) == 2:
        candidate = msgspec.structs.replace(top, parties=(*neighbours, record))
        for fault in faults(candidate, {}):
            if fault.path[-1] == "me":
                return f"{fault.message[0].upper()}{fault.message[1:]}.".replace('"', "")
    return ""


def _list_field(kind: type[Record], path: Path) -> Field:
    for step in path[:-1]:
        if isinstance(step, str):
            kind = field(kind, step).item
    return field(kind, str(path[-1]))


def _texts_beside(name: Any) -> tuple[str, ...]:
    section = section_of(str(name))
    return section.fields if section else (str(name),)
