"""A part of a record: key, title, question, what a good answer holds."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from coalition_tui.fields import Field, field
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path


class Section(Struct, frozen=True):
    """A part of a record, by default of a brief.

    `fields` are the record's own; a section of `inner` records shows those held by the records of
    its one field (the interests of the parties), and one without fields shows what follows from
    the others. `key` is what a person presses to get there, `short` its title where room is
    scarce, `good` what a good answer holds.
    """

    key: str
    name: str
    short: str
    title: str
    question: str
    good: str
    fields: tuple[str, ...]
    inner: str = ""
    of: type[Record] = Brief

    @property
    def declared(self) -> tuple[Field, ...]:
        """The record's fields of this section, as they are declared."""
        return _declared(self.of, self.fields)


@cache
def _declared(of: type[Record], names: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(field(of, name) for name in names)


def home(sections: Iterable[Section], path: Path) -> Section | None:
    """The section that shows what stands at a path: where its list is, inner lists apart."""
    holding = [each for each in sections if path and path[0] in each.fields]
    inner = (each for each in holding if each.inner and each.inner in path)
    return next(inner, next((each for each in holding if not each.inner), None))
