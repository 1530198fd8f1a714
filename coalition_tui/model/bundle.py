"""The file that travels."""

from typing import Literal

from coalition_tui.model.brief import Brief
from coalition_tui.model.coalition import Coalition, Person
from coalition_tui.model.declare import Record

FORMAT = "coalition-tui"
VERSION = 1


class Bundle(Record, frozen=True, kw_only=True):
    """The file that travels: what import reads and export writes."""

    format: Literal["coalition-tui"] = "coalition-tui"
    version: Literal[1] = 1
    briefs: tuple[Brief, ...] = ()
    coalitions: tuple[Coalition, ...] = ()
    people: tuple[Person, ...] = ()
