"""New records, and what a form needs to know about a record among its neighbours."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as field_
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from coalition_tui import directory, edits, pointer
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.fields import Field, Kind, field, fields, headline, noun
from coalition_tui.integrity import ACROSS, INSIDE, faults
from coalition_tui.model import Brief, Coalition, Interaction, Member, Person, Record
from coalition_tui.pointer import Path
from coalition_tui.sections import section_of
from coalition_tui.session import NewId
from coalition_tui.tui.modals.subject import Subject
from coalition_tui.wording import names_in
from coalition_tui.workspace import Place, Top, Workspace, table_of

if TYPE_CHECKING:
    from coalition_tui.config import Begins


@dataclass(frozen=True)
class Forms:
    """Prepares forms: for a record that is there, a text, or a new record of a list."""

    workspace: Workspace
    today: date
    new_id: NewId
    begins: "Begins" = field_(default_factory=dict)

    def edit(self, top: Top, path: Path, focus: str = "") -> Subject:
        """A form for the record at a path, or for the texts of the section a text stands in.

        It begins with the field `focus`, or with the first.
        """
        value = pointer.get(top, path)
        place = Place(table_of(top), top.id, path)
        if isinstance(value, Record):
            title = f"{noun(type(value)).capitalize()}: {self._called(value) or '…'}"
            return self._subject(top, value, place, title, focus=focus)
        section = section_of(type(top), str(path[-1]))
        shown = section.fields if section else (str(path[-1]),)
        return self.top(top, shown, focus=str(path[-1]))

    def add(self, top: Top, path: Path, focus: str = "", **begun: Any) -> Subject:
        """A form for a new record at the end of a list; `begun` are its first values."""
        kind = _list_field(type(top), path).item
        place = Place(table_of(top), top.id, (*path, len(pointer.get(top, path))))
        return self._subject(
            top,
            msgspec.structs.replace(new_record(kind, self), **begun),
            place,
            f"New {noun(kind)}",
            exists=False,
            focus=focus,
        )

    def top(
        self, top: Top, shown: Iterable[str], *, exists: bool = True, focus: str = ""
    ) -> Subject:
        """A form for fields of a brief, coalition or person itself, or for a new one."""
        kind = noun(type(top))
        title = f"{kind.capitalize()}: {one_line(headline(top))}" if exists else f"New {kind}"
        place = Place(table_of(top), top.id)
        return self._subject(top, top, place, title, exists=exists, shown=shown, focus=focus)

    def _subject(
        self,
        top: Top,
        record: Record,
        place: Place,
        title: str,
        *,
        exists: bool = True,
        shown: Iterable[str] = (),
        focus: str = "",
    ) -> Subject:
        def options(item: Field) -> Mapping[str, str]:
            return self._options(top, record, item)

        def check(changed: Record) -> str:
            return _clash(top, place.path, changed, self)

        return Subject(
            title=title,
            place=place,
            record=record,
            exists=exists,
            options=options,
            today=self.today,
            new_id=self.new_id,
            shown=tuple(shown),
            focus=focus,
            check=check,
            put=self._put(top) if record is top else edits.put,
        )

    def _put(self, top: Top) -> Callable[[Workspace, Place, Any, datetime], Edit]:
        """How a field of the record itself is set: a person's new role goes into the history."""
        if isinstance(top, Person):
            return partial(directory.put, today=self.today, new_id=self.new_id)
        return edits.put

    def _called(self, record: Record) -> str:
        """What a record is called; a member by the person it is about."""
        if isinstance(record, Member):
            return names_in(self.workspace)("person", record.person)
        return one_line(headline(record))

    def _options(self, top: Top, record: Record, item: Field) -> Mapping[str, str]:
        """What a reference can point at, by id."""
        if item.ref in INSIDE:
            records: Iterable[Record] = getattr(top, INSIDE[item.ref])
        elif item.ref in ACROSS:
            records = getattr(self.workspace, ACROSS[item.ref]).values()
            if isinstance(top, Coalition) and item.ref == "person":
                members = {each.person for each in top.members}
                records = sorted(records, key=lambda each: getattr(each, "id", "") not in members)
        else:
            return {}
        return {
            str(getattr(each, "id", "")): one_line(headline(each)) or "…"
            for each in records
            if each is not record
        }


def new_record(kind: type[Record], forms: Forms) -> Record:
    """A record with nothing in it yet but its id, its first choices, and the day it is logged."""
    values: dict[str, Any] = {}
    for item in fields(kind):
        if item.kind is Kind.ID:
            values[item.name] = forms.new_id()
        elif item.kind is Kind.DATE and item.name == "on":
            values[item.name] = forms.today
        elif item.required:
            values[item.name] = next(iter(item.labels)) if item.labels else ""
    return kind(**values, **forms.begins.get(kind, {}))


def properties(kind: type[Record], in_sections: Iterable[str]) -> list[str]:
    """The fields of a record that stand in none of the sections: title, tags, status, dates."""
    elsewhere = set(in_sections)
    return [
        item.name
        for item in fields(kind)
        if item.name not in elsewhere and item.kind not in (Kind.ID, Kind.MOMENT, Kind.RECORDS)
    ]


def _clash(top: Top, path: Path, record: Record, forms: Forms) -> str:
    """What is wrong with a record beside its neighbours; empty when nothing is."""
    if not path:
        return ""
    neighbours = [
        each for index, each in enumerate(pointer.get(top, path[:-1])) if index != path[-1]
    ]
    for item in fields(type(record)):
        name = one_line(getattr(record, item.name)).casefold() if item.unique else ""
        if name and name in {one_line(getattr(each, item.name)).casefold() for each in neighbours}:
            return f"There is a {noun(type(record))} of that name already."
    if isinstance(record, Interaction) and record.on is not None and record.on > forms.today:
        return "That day is still to come: log what has happened."
    if isinstance(record, Member) and record.left_on is None and record.person:
        current = [each for each in neighbours if getattr(each, "left_on", None) is None]
        if any(getattr(each, "person", "") == record.person for each in current):
            person = forms.workspace.people.get(record.person)
            return f"{one_line(person.name) if person else record.person} is a member already."
    if isinstance(top, Brief) and path[0] == "parties" and len(path) == 2:
        candidate = msgspec.structs.replace(top, parties=(*neighbours, record))
        for fault in faults(candidate, {}):
            if fault.path[-1] == "me":
                return f"{fault.message.replace(chr(34), '')}."
    return ""


def _list_field(kind: type[Record], path: Path) -> Field:
    for step in path[:-1]:
        if isinstance(step, str):
            kind = field(kind, step).item
    return field(kind, str(path[-1]))
