"""What a form is about: the record, where it stands, and what it is checked against."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from coalition_tui import edits
from coalition_tui.edits import Edit
from coalition_tui.fields import Field, Kind, fields
from coalition_tui.model import Record
from coalition_tui.pointer import Path
from coalition_tui.session import NewId
from coalition_tui.workspace import Place, Workspace


@dataclass(frozen=True)
class Subject:
    """What a form is about.

    `record` stands, or will stand, at `place`; `exists` says whether it does already. `shown`
    are the fields to offer (none named: all that a form can hold); `options` are the names that
    a reference can point at, by id; `check` finds what is wrong with the record among its
    neighbours; `put` makes the edit of one field.
    """

    title: str
    place: Place
    record: Record
    exists: bool
    options: Callable[[Field], Mapping[str, str]]
    today: date
    new_id: NewId
    shown: Sequence[str] = ()
    focus: str = ""
    check: Callable[[Record], str] = lambda record: ""
    put: Callable[[Workspace, Place, Any, datetime], Edit] = edits.put

    @property
    def fields(self) -> list[tuple[Path, Field]]:
        """The fields to offer, those of a group one by one."""
        found: list[tuple[Path, Field]] = []
        for item in fields(type(self.record)):
            if item.kind in (Kind.ID, Kind.MOMENT) or (self.shown and item.name not in self.shown):
                continue
            if item.kind is Kind.GROUP:
                found.extend(((item.name, inner.name), inner) for inner in fields(item.item))
            else:
                found.append(((item.name,), item))
        # Quick entries stand right below the name, not below a page of details.
        quick = [each for each in found if each[1].kind is Kind.RECORDS]
        others = [each for each in found if each[1].kind is not Kind.RECORDS]
        return [*others[:1], *quick, *others[1:]]
