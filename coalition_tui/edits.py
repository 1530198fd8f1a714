"""Every change as a value: what it is called, what was there before, and what is there after.

An edit is built from a workspace, performed by the session, and undone by its inverse; so each
new kind of edit can be undone from the day it exists.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from coalition_tui import pointer
from coalition_tui.integrity import (
    ACROSS,
    INSIDE,
    Reference,
    describe,
    references,
    without_controls,
    without_references,
)
from coalition_tui.labels import called, change_at, with_references
from coalition_tui.lazy import Lazy, ids
from coalition_tui.links import address, linked
from coalition_tui.model import Record
from coalition_tui.overlay import overlaid
from coalition_tui.workspace import (
    Entry,
    Link,
    Place,
    Table,
    Top,
    Trashed,
    Workspace,
    table_of,
    trashed,
)


class Change(msgspec.Struct, frozen=True):
    """One record of a table, before and after; None is absence.

    `position` is where in its table an added record stands; None appends it.
    """

    table: Table
    id: str
    before: Entry | None
    after: Entry | None
    position: int | None = None


class Edit(msgspec.Struct, frozen=True):
    """What a person did, in words, and the changes it is made of: whole or not at all."""

    label: str
    changes: tuple[Change, ...]


def inverse(edit: Edit) -> Edit:
    """The edit that takes this one back."""
    return Edit(
        edit.label,
        tuple(
            Change(each.table, each.id, each.after, each.before, each.position)
            for each in reversed(edit.changes)
        ),
    )


def apply(workspace: Workspace, edit: Edit) -> Workspace:
    """The workspace after an edit. ValueError when it does not fit what is there."""
    changes: dict[Table, list[Change]] = {}
    for change in edit.changes:
        changes.setdefault(change.table, []).append(change)
    try:
        tables = {name: _after(workspace.table(name), each) for name, each in changes.items()}
    except ValueError as error:
        raise ValueError(f"{edit.label}: {error}") from None
    return msgspec.structs.replace(workspace, **tables)


def combined(label: str, edits: Iterable[Edit]) -> Edit:
    """Several edits, each built on the one before, as one."""
    return Edit(label, tuple(change for edit in edits for change in edit.changes))


def put(workspace: Workspace, place: Place, value: Any, now: datetime, label: str = "") -> Edit:
    """Set what stands at a place: a field, or a whole record."""
    top = _top(workspace, place)
    return _changed(
        place,
        top,
        pointer.put(top, place.path, value),
        now,
        label or change_at(workspace, top, place.path),
    )


def add(workspace: Workspace, place: Place, record: Record, now: datetime, label: str = "") -> Edit:
    """Add a record to a list, before the position that ends the place's path."""
    top = _top(workspace, place)
    label = label or f"Add {describe(record)}"
    return _changed(place, top, pointer.insert(top, place.path, record), now, label)


def move(workspace: Workspace, place: Place, to: int, now: datetime) -> Edit:
    """Move a record to another position of its list."""
    top = _top(workspace, place)
    label = f"Move {called(workspace, pointer.get(top, place.path))}"
    return _changed(place, top, pointer.move(top, place.path, to), now, label)


def remove(workspace: Workspace, place: Place, now: datetime) -> Edit:
    """Remove a record from its list, and every reference to it with it."""
    top = _top(workspace, place)
    record = pointer.get(top, place.path)
    rest = pointer.remove(top, place.path)
    label = f"Delete {called(workspace, record)}"
    target = {name: kind for kind, name in INSIDE.items()}.get(str(place.path[0]))
    if target and len(place.path) == 2:
        count = sum(each.id == record.id for each in references(rest, target))
        rest = without_references(rest, target, frozenset({record.id}))
        label = with_references(label, count)
    return _changed(place, top, rest, now, label)


def create(record: Top, now: datetime, label: str = "") -> Edit:
    """Add a brief, a coalition or a person."""
    made = msgspec.structs.replace(record, created_at=record.created_at or now, updated_at=now)
    return Edit(
        label or f"New {describe(record)}", (Change(table_of(record), record.id, None, made),)
    )


def delete(workspace: Workspace, table: Table, id: str, now: datetime, trash_id: str) -> Edit:  # noqa: A002 - the field's own name
    """Move a brief, a coalition or a person to the trash, and clear what points at it."""
    record = _top(workspace, Place(table, id))
    target = {name: kind for kind, name in ACROSS.items()}[table]
    pointing = list(_pointing(workspace, table, target, id))
    changes = [
        Change(where, top.id, top, _touched(without_references(top, target, frozenset({id})), now))
        for where, top, _ in pointing
    ]
    links = tuple(
        Link(table=where, id=top.id, pointer=address(top, reference.path))
        for where, top, found in pointing
        for reference in found
    )
    kept = trashed(record, id=trash_id, deleted_at=now, links=links)
    changes.append(Change(table, id, record, None, list(ids(workspace.table(table))).index(id)))
    changes.append(Change("trash", trash_id, None, kept))
    return Edit(with_references(f"Delete {describe(record)}", len(links)), tuple(changes))


def restore(workspace: Workspace, trash_id: str, now: datetime) -> Edit:
    """Bring a record back from the trash, whole, at its id, and set what pointed at it again.

    A reference is set again where it is still empty; those of the record itself to what is gone
    meanwhile are cleared. KeyError when it is not in the trash, ValueError when its id is taken.
    """
    kept = workspace.trash[trash_id]
    record, table = kept.record, table_of(kept.record)
    if record.id in workspace.table(table):
        raise ValueError(f"{describe(record)} can't come back: its id {record.id} is taken")
    for target, name in ACROSS.items():
        known = workspace.table(name)  # type: ignore[arg-type]  # ACROSS names tables
        lost = {each.id for each in references(record, target)} - {*known, record.id}
        record = without_references(record, target, frozenset(lost))
    pointing: dict[tuple[Table, str], Top] = {}
    count = 0
    for link in kept.links:
        place = (link.table, link.id)
        top = pointing.get(place) or workspace.table(link.table).get(link.id)
        if top is None or isinstance(top, Trashed):
            continue
        try:
            again = linked(top, link.pointer, record.id)
        except (LookupError, ValueError, StopIteration):
            continue  # no such place: the link is not of this version's making
        if again is not top:
            pointing[place] = again
            count += 1
    position = list(ids(workspace.trash)).index(trash_id)
    changes = [
        Change("trash", trash_id, kept, None, position),
        Change(table, record.id, None, record),
    ]
    for (name, key), top in pointing.items():
        changes.append(Change(name, key, workspace.table(name)[key], _touched(top, now)))
    return Edit(with_references(f"Restore {describe(record)}", count), tuple(changes))


def purge(workspace: Workspace, trash_ids: Iterable[str]) -> Edit:
    """Remove records from the trash for good. KeyError when one is not there."""
    gone = {key: workspace.trash[key] for key in trash_ids}
    places = [at for at, key in enumerate(workspace.trash) if key in gone]
    changes = tuple(
        Change("trash", key, gone[key], None, at - before)
        for before, (at, key) in enumerate(
            zip(places, (key for key in workspace.trash if key in gone), strict=True)
        )
    )
    if len(gone) == 1:
        return Edit(f"Delete {describe(changes[0].before.record)} for good", changes)  # type: ignore[union-attr]  # the trash holds nothing else
    return Edit(f"Delete {len(gone)} records for good", changes)


def _pointing(
    workspace: Workspace,
    table: Table,
    target: str,
    id: str,  # noqa: A002 - the field's own name
) -> Iterator[tuple[Table, Top, list[Reference]]]:
    tops: tuple[tuple[Table, Mapping[str, Top]], ...] = (
        ("briefs", workspace.briefs),
        ("coalitions", workspace.coalitions),
    )
    for where, records in tops:
        for top in records.values():
            if where == table and top.id == id:
                continue
            found = [each for each in references(top, target) if each.id == id]
            if found:
                yield where, top, found


def _top(workspace: Workspace, place: Place) -> Top:
    record = workspace.table(place.table)[place.id]
    if isinstance(record, Trashed):
        raise TypeError("a deleted record is restored before it is edited")
    return record


def _touched(record: Top, now: datetime) -> Top:
    return msgspec.structs.replace(without_controls(record), updated_at=now)


def _changed(place: Place, before: Top, after: Top, now: datetime, label: str) -> Edit:
    return Edit(label, (Change(place.table, place.id, before, _touched(after, now)),))


def _after(table: Mapping[str, Entry], changes: Sequence[Change]) -> Mapping[str, Entry]:
    """A table after its changes; it is copied only where others change their places."""
    there: dict[str, bool] = {}
    for change in changes:
        is_there = there.get(change.id, change.id in table)
        if is_there != (change.before is not None):
            raise ValueError(f"{change.table}/{change.id} is not as expected")
        there[change.id] = change.after is not None
    if isinstance(table, Lazy):
        return Lazy(_put(table.kept, changes))
    return _put(table, changes)


def _put(table: Mapping[str, Any], changes: Sequence[Change]) -> Mapping[str, Any]:
    if not any(map(_moves_others, changes)):
        return overlaid(table, {each.id: each.after for each in changes})
    copy: dict[str, Any] = dict(table)
    for change in changes:
        if change.after is None:
            del copy[change.id]
        elif change.before is not None or change.position is None:
            copy[change.id] = change.after
        else:
            items = list(copy.items())
            items.insert(change.position, (change.id, change.after))
            copy = dict(items)
    return copy


def _moves_others(change: Change) -> bool:
    return change.after is None or (change.before is None and change.position is not None)
