"""How a brief is laid out as Markdown: one description that is written by and read by.

A record is a list item. Its own line holds a bold lead (who, when, which kind), the headline,
and a mark with its id when the headline doesn't say it. Below it, one item holds the facts that
are a few words each, and each text has an item of its own:

    - **Need:** Growth above 18% next year <!-- #strand-2 -->
      - Kind: revenue pressure · Confidential
      - Integrated: One quarter of new customers only.

Everything but the leads is derived from the fields of the records.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from coalition_tui.fields import Field, Kind, field, fields, headline_field
from coalition_tui.model import (
    Accountability,
    Brief,
    Commitment,
    Conflict,
    Conversation,
    Credit,
    Interest,
    Record,
    Signal,
    Tradeoff,
)
from coalition_tui.sections import ALL, Section

JOINT = " · "
ARROW = " → "

_BLOCKS = frozenset({Kind.LINE, Kind.TEXT, Kind.TEXTS, Kind.GROUP, Kind.RECORDS})


@dataclass(frozen=True, slots=True)
class Lead:
    """The fields that open a record's line; an arrow between two tells giver from receiver."""

    names: tuple[str, ...] = ()
    joint: str = JOINT


# A choice before a reference: read from the left, only a reference takes any word.
LEADS: dict[type[Record], Lead] = {
    Tradeoff: Lead(("kind",)),
    Interest: Lead(("stance",)),
    Commitment: Lead(("by", "to"), ARROW),
    Credit: Lead(("party",)),
    Accountability: Lead(("party",)),
    Conversation: Lead(("on", "kind", "parties")),
    Conflict: Lead(("on", "between")),
    Signal: Lead(("on", "party")),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """Where each field of a record stands; `label` finds the field that a title opens.

    `words` are the choices of a group, which stand on the line of the group's title.
    """

    lead: tuple[Field, ...]
    joint: str
    headline: Field | None
    words: tuple[Field, ...]
    facts: tuple[Field, ...]
    blocks: tuple[Field, ...]
    label: re.Pattern[str]

    @property
    def titled(self) -> tuple[Field, ...]:
        """The fields that are told by their title; those of the lead may be."""
        return (*self.lead, *self.words, *self.facts, *self.blocks)

    @property
    def opens_with_choice(self) -> bool:
        """The lead is always written, as a choice always has a value."""
        return bool(self.lead) and self.lead[0].kind is Kind.CHOICE


@cache
def plan(record: type[Record]) -> Plan:
    """Where each field of a type of record stands."""
    lead = LEADS.get(record, Lead())
    opening = tuple(field(record, name) for name in lead.names)
    headline = next((item for item in fields(record) if item.headline), None)
    is_group = all(item.kind is not Kind.ID for item in fields(record))
    rest = [
        item
        for item in fields(record)
        if item is not headline and item.kind is not Kind.ID and item not in opening
    ]
    words = tuple(item for item in rest if is_group and item.kind is Kind.CHOICE)
    facts = tuple(item for item in rest if item.kind not in _BLOCKS and item not in words)
    blocks = tuple(item for item in rest if item.kind in _BLOCKS)
    label = _label((*opening, *words, *facts, *blocks))
    return Plan(opening, lead.joint, headline, words, facts, blocks, label)


def _label(items: tuple[Field, ...]) -> re.Pattern[str]:
    """One pattern for all titles, the longest first; the named group is the field's name."""
    ordered = sorted(items, key=lambda item: -len(item.title))
    return re.compile("|".join(_opening(item) for item in ordered) or r"(?!)", re.IGNORECASE)


def _opening(item: Field) -> str:
    title = re.escape(item.title)
    end = ":|(?<=\\?)[ \\t]|[ \\t]*\\Z" + ("" if item.kind in _BLOCKS else "|[ \\t]")
    if "…" in title:  # a number fills the gap
        word = rf"{title.replace('…', '[0-9]+')}(?=[ \t]*\Z)|{item.name}(?:{end})"
        return f"(?P<{item.name}>{word})"
    word = f"(?:{title}|{item.name})"
    return rf"(?P<{item.name}>{word}(?:{end})|\*\*{word}(?::\*\*|\*\*:))"


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a section, and the heading it stands under; the first may do without."""

    item: Field
    heading: str


@cache
def parts(section: Section) -> tuple[Part, ...]:
    """The fields of a section."""
    return tuple(
        Part(item, "" if not position and item.title == section.title else item.title)
        for position, item in enumerate(section.declared)
    )


INNER = {section.fields[0]: section.inner for section in ALL if section.inner}
"""The fields of records that have a section of their own, by the brief's field they stand in."""


@cache
def front_fields() -> tuple[Field, ...]:
    """The brief's fields that stand in no section, so in the front matter; the title is apart."""
    shown = {name for section in ALL for name in section.fields}
    return tuple(
        item for item in fields(Brief) if item.name not in shown and item is not title_field()
    )


@cache
def title_field() -> Field:
    """The brief's title, which is the document's first heading."""
    return headline_field(Brief)


@lru_cache(maxsize=1024)
def folded(words: str) -> str:
    """A heading or key as it is compared: any case, `_`, `-` and blanks alike."""
    return " ".join(re.sub(r"[\W_]+", " ", words).split()).casefold()
