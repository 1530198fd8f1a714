"""Places inside a record: read, replaced, inserted, removed and moved without mutation.

A path is a tuple of field names and list positions, `("parties", 1, "interests", 0)`, written
as a JSON Pointer (RFC 6901) where it leaves the program: `/parties/1/interests/0`.
"""

from typing import Any, TypeVar

import msgspec

from coalition_tui.model import Record

Path = tuple[str | int, ...]
T = TypeVar("T")


def to_text(path: Path) -> str:
    """The path as a JSON Pointer; field names need no escape."""
    return "".join(f"/{step}" for step in path)


def from_text(pointer: str) -> Path:
    """The path that a JSON Pointer names."""
    return tuple(int(step) if step.isdecimal() else step for step in pointer.split("/")[1:])


def get(record: Any, path: Path) -> Any:
    """What stands at the path. AttributeError or IndexError when nothing does."""
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step)
    return record


def put(record: T, path: Path, value: Any) -> T:
    """The record with the value at the path."""
    if not path:
        return value  # type: ignore[no-any-return]  # the caller's value takes the place whole
    step, rest = path[0], path[1:]
    inner = put(get(record, (step,)), rest, value)
    if isinstance(record, tuple) and isinstance(step, int):
        return (*record[:step], inner, *record[step + 1 :])  # type: ignore[return-value]
    return msgspec.structs.replace(record, **{str(step): inner})  # type: ignore[type-var]


def insert(record: T, path: Path, value: Record) -> T:
    """The record with the value inserted into a list, before the position that ends the path."""
    rest, position = _split(path)
    items = get(record, rest)
    return put(record, rest, (*items[:position], value, *items[position:]))


def remove(record: T, path: Path) -> T:
    """The record without the list item that the path points at."""
    rest, position = _split(path)
    items = get(record, rest)
    return put(record, rest, (*items[:position], *items[position + 1 :]))


def move(record: T, path: Path, to: int) -> T:
    """The record with the list item at the path moved to another position of its list."""
    rest, _ = _split(path)
    return insert(remove(record, path), (*rest, to), get(record, path))


def _split(path: Path) -> tuple[Path, int]:
    *rest, position = path
    if not isinstance(position, int):
        raise TypeError(f"{to_text(path)} is no place in a list")
    return tuple(rest), position
