"""How a field says its title and its question: the words every record is declared in."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

LINE_LIMIT = 200
TEXT_LIMIT = 20_000
NUMBER_LIMIT = 100_000

# `$` alone would let one trailing line break pass in Python.
ID_PATTERN = r"^([a-z0-9-]{1,40})?$(?!\n)"
LINE_PATTERN = r"^[^\n\r]*$(?!\n)"


def line(title: str, question: str = "", **hints: Any) -> Meta:
    """A title or a name: one line, at most 200 characters."""
    return Meta(
        title=title,
        description=question,
        max_length=LINE_LIMIT,
        pattern=LINE_PATTERN,
        extra=hints,
    )


def text(title: str, question: str = "", **hints: Any) -> Meta:
    """A text of at most 20,000 characters."""
    return Meta(title=title, description=question, max_length=TEXT_LIMIT, extra=hints)


def ref(target: str, title: str, question: str = "", **hints: Any) -> Meta:
    """A reference by id; `target` names what it points at, `""` is none."""
    return Meta(
        title=title, description=question, pattern=ID_PATTERN, extra={"ref": target, **hints}
    )


def refs(target: str, title: str, question: str = "", **hints: Any) -> Meta:
    """A list of references, each held once."""
    return about(title, question, ref=target, **hints)


def about(title: str, question: str = "", **hints: Any) -> Meta:
    """Any other field: its title, its question, and hints for those who show it."""
    return Meta(title=title, description=question, extra=hints)


def number(title: str, question: str = "", **hints: Any) -> Meta:
    """A whole number from 0 to 100,000."""
    return Meta(title=title, description=question, ge=0, le=NUMBER_LIMIT, extra=hints)


Id = Annotated[
    str,
    Meta(title="Id", pattern=ID_PATTERN, description="Opaque; made at random when absent."),
]
Ref = Annotated[str, Meta(pattern=ID_PATTERN)]
Line = Annotated[str, Meta(max_length=LINE_LIMIT, pattern=LINE_PATTERN)]
Text = Annotated[str, Meta(max_length=TEXT_LIMIT)]
Moment = Annotated[datetime, Meta(tz=True)]
Level = Literal["", "individual", "lead", "manager", "director", "executive", "board"]


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What every record shares: immutable, and strict about its fields.

    Frozen and keyword only are said by each record again: type checkers read its own line.
    """
