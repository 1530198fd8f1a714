"""Where a reference stood in a record, so that it can be set again when its target comes back."""

from typing import TypeVar

from coalition_tui import pointer
from coalition_tui.fields import Kind, field
from coalition_tui.model import Record
from coalition_tui.pointer import Path

R = TypeVar("R", bound=Record)


def address(top: Record, path: Path) -> str:
    """A path as the trash keeps it: ids instead of positions, which may change meanwhile."""
    steps: list[str | int] = []
    for length, step in enumerate(path, 1):
        value = pointer.get(top, path[:length])
        steps.append(value.id if isinstance(step, int) and isinstance(value, Record) else step)  # type: ignore[attr-defined]  # every record in a list has one
    return "".join(f"/{step}" for step in steps)


def linked(top: R, where: str, id: str) -> R:  # noqa: A002 - the field's own name
    """The record with a reference set again; the same one where it can't be."""
    path: Path = ()
    steps = iter(where.split("/")[1:])
    for name in steps:
        owner: Record = pointer.get(top, path)
        path, item = (*path, name), field(type(owner), name)
        value = pointer.get(top, path)
        if item.kind is Kind.REFS:
            place = min(int(next(steps)), len(value))
            new = value if id in value else (*value[:place], id, *value[place:])
            return top if new is value else pointer.put(top, path, new)
        if item.kind is Kind.RECORDS:
            ids, key = [each.id for each in value], next(steps)
            if key not in ids:
                return top
            path = (*path, ids.index(key))
    return top if value else pointer.put(top, path, id)
