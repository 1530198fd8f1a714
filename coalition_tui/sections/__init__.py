"""The sections a record is read and written in: key, title, question, what a good answer holds."""

from coalition_tui.fields import is_content
from coalition_tui.model import Brief, Coalition, Person, Record
from coalition_tui.sections.brief import ALL, LOG, SECTIONS
from coalition_tui.sections.coalition import COALITION_SECTIONS
from coalition_tui.sections.person import PERSON_SECTIONS
from coalition_tui.sections.section import Section, home

__all__ = [
    "ALL",
    "COALITION_SECTIONS",
    "LOG",
    "PERSON_SECTIONS",
    "SECTIONED",
    "SECTIONS",
    "Section",
    "filled",
    "home",
    "is_filled",
    "section",
    "section_of",
]

SECTIONED: dict[type[Record], tuple[Section, ...]] = {
    Brief: ALL,
    Coalition: COALITION_SECTIONS,
    Person: PERSON_SECTIONS,
}


def section(key: str) -> Section:
    """The section of a brief with this key. KeyError when there is none."""
    return {item.key: item for item in ALL}[key]


def section_of(kind: type[Record], field_name: str) -> Section | None:
    """The section a field stands in; None for title, name, status and the like."""
    return next((item for item in SECTIONED[kind] if field_name in item.fields), None)


def is_filled(brief: Brief, item: Section) -> bool:
    """The section has content: a text that is not blank, or one record."""
    if item.inner:
        return any(getattr(party, item.inner) for party in brief.parties)
    return any(is_content(each, getattr(brief, each.name)) for each in item.declared)


def filled(brief: Brief) -> int:
    """How many of the ten sections have content."""
    return sum(is_filled(brief, item) for item in SECTIONS)
