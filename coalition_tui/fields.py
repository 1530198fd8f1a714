"""A record's annotations read as a list of fields.

Forms, panes, help, Markdown and references all ask here what a record is made of.
"""

import re
import types
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from coalition_tui.model import LINE_LIMIT, TEXT_LIMIT, Record

UNANSWERED = "unanswered"


class Kind(StrEnum):
    """What a field holds, and so how it is shown, entered and written."""

    ID = "id"
    LINE = "line"
    TEXT = "text"
    TEXTS = "texts"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    REF = "ref"
    REFS = "refs"
    GROUP = "group"
    RECORDS = "records"


class Field(Struct, frozen=True, eq=False):
    """One field of a record, as its annotation declares it.

    `choices` maps each value of an enumeration to its label; `ref` names what a reference points
    at, `none` what an empty one means; `record` is the type that a group or a list holds.
    `headline` marks the field a record is called by, `unique` one that no neighbour may share.
    """

    name: str
    kind: Kind
    title: str
    question: str
    required: bool
    default: Any
    limit: int = 0
    choices: dict[str, str] | None = None
    ref: str = ""
    none: str = ""
    record: type[Record] | None = None
    headline: bool = False
    unique: bool = False

    @property
    def labels(self) -> dict[str, str]:
        """The choices' labels by value; empty when the field is no enumeration."""
        return self.choices or {}

    @property
    def is_asked(self) -> bool:
        """It is a question in plain words that can stay unanswered."""
        return UNANSWERED in self.labels

    @property
    def item(self) -> type[Record]:
        """The type of the records in a group or a list. TypeError when it holds none."""
        if self.record is None:
            raise TypeError(f"{self.name} holds no records")
        return self.record


class Problem(ValueError):  # noqa: N818 - a person made it, and no program failed
    """Why a text is no value for a field; its message is shown beside the field.

    `line` is the line of the text that is at fault, counted from 1; 0 when it is none of them.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        """Args: message: what is wrong and what is expected; line: where."""
        super().__init__(message)
        self.line = line


@cache
def fields(record: type[Record]) -> tuple[Field, ...]:
    """The record's fields, in the order of the model."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(
        _field(item.name, hints[item.name], item.required, _default(item))
        for item in msgspec.structs.fields(record)
    )


@cache
def field(record: type[Record], name: str) -> Field:
    """One field by its name. KeyError when the record has none of that name."""
    return {item.name: item for item in fields(record)}[name]


@cache
def headline_field(record: type[Record]) -> Field:
    """The field a record is called by; its id when it has none."""
    return next((item for item in fields(record) if item.headline), fields(record)[0])


def headline(record: Record) -> str:
    """What a record is called: its name, title or main text."""
    return str(getattr(record, headline_field(type(record)).name))


@cache
def noun(record: type[Record]) -> str:
    """The record's kind in words: `decision right`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()


def is_empty(value: Any) -> bool:
    """Nothing is set; a text of white space only counts as nothing."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is False or value == ()


def is_content(item: Field, value: Any) -> bool:
    """The field says something that its default does not."""
    return bool(value != item.default) and not is_empty(value)


def _default(item: msgspec.structs.FieldInfo) -> Any:
    return None if item.required else item.default


def _field(name: str, hint: Any, required: bool, default: Any) -> Field:
    inner, meta = _unwrap(hint)
    hints = dict(meta.extra or {}) if meta else {}
    labels = hints.pop("labels", {})
    kind, record, values, limit = _kind(name, inner, meta, hints)
    return Field(
        name=name,
        kind=kind,
        title=(meta.title if meta else None) or name,
        question=(meta.description if meta else None) or "",
        required=required,
        default=default,
        limit=limit,
        choices={value: labels.get(value, value.replace("_", " ")) for value in values} or None,
        record=record,
        **hints,
    )


def _unwrap(hint: Any) -> tuple[Any, msgspec.Meta | None]:
    meta = None
    while get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        meta = next((note for note in notes if isinstance(note, msgspec.Meta)), meta)
    if get_origin(hint) in (types.UnionType, Union):
        hint = next(part for part in get_args(hint) if part is not type(None))
        if get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
    return hint, meta


def _kind(
    name: str, hint: Any, meta: msgspec.Meta | None, hints: dict[str, Any]
) -> tuple[Kind, type[Record] | None, tuple[str, ...], int]:
    limit = (meta.max_length if meta else None) or 0
    if name == "id":
        return Kind.ID, None, (), 0
    if get_origin(hint) is tuple:
        return _list_kind(get_args(hint)[0], hints)
    if get_origin(hint) is Literal:
        return Kind.CHOICE, None, get_args(hint), 0
    if hint is str:
        if "ref" in hints:
            return Kind.REF, None, (), 0
        return (Kind.LINE if limit == LINE_LIMIT else Kind.TEXT), None, (), limit
    if issubclass(hint, Record):
        return Kind.GROUP, hint, (), 0
    simple = {date: Kind.DATE, datetime: Kind.MOMENT, int: Kind.NUMBER, bool: Kind.FLAG}
    return simple[hint], None, (), 0


def _list_kind(
    item: Any, hints: dict[str, Any]
) -> tuple[Kind, type[Record] | None, tuple[str, ...], int]:
    inner, meta = _unwrap(item)
    if get_origin(inner) is Literal:
        return Kind.CHOICES, None, get_args(inner), 0
    if inner is str:
        if "ref" in hints:
            return Kind.REFS, None, (), 0
        return Kind.TEXTS, None, (), (meta.max_length if meta else None) or TEXT_LIMIT
    return Kind.RECORDS, inner, (), 0
