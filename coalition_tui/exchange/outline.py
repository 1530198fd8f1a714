"""A brief as people read it: chapters, entries, and each value in words. Pages are made of these.

Nothing here can be read back; that is what JSON and Markdown are for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition_tui.clean import clean, one_line
from coalition_tui.exchange.markdown.layout import ARROW, front_fields, plan
from coalition_tui.fields import Field, Kind, headline, is_content
from coalition_tui.model import Brief, Bundle, Record
from coalition_tui.sections import ALL, Section
from coalition_tui.wording import Names, in_words, names_in
from coalition_tui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Fact:
    """A field that says something: its title and its value in words; no value for a plain yes."""

    item: Field
    title: str
    value: str

    @property
    def label(self) -> str:
        """What stands before the value: `Due:`, `In the open?`."""
        return self.title if self.title.endswith("?") or not self.value else f"{self.title}:"

    @property
    def sentence(self) -> str:
        """Both in a row: `Due: 12 Jul 2026`."""
        return f"{self.label} {self.value}".rstrip()


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: what it opens with (`Finance → Support`), what it is called, and the rest of it.

    `facts` are a few words each, `texts` may be long; `inner` are the records it holds.
    """

    record: Record
    lead: str
    headline: str
    facts: tuple[Fact, ...]
    texts: tuple[Fact, ...]
    inner: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section with content: its texts, and its lists of records by their title.

    `owned` are records of the section that others hold, by the name of who does.
    """

    section: Section
    texts: tuple[Fact, ...]
    lists: tuple[tuple[str, tuple[Entry, ...]], ...]
    owned: bool = False


def names_of(bundle: Bundle, brief: Brief) -> Names:
    """Names for the references in a brief, out of its bundle."""
    around = Workspace(
        people={each.id: each for each in bundle.people},
        coalitions={each.id: each for each in bundle.coalitions},
    )
    return names_in(around, brief)


def front(brief: Brief, names: Names) -> tuple[Fact, ...]:
    """The small fields that stand in no section: status, sponsor, tags, dates."""
    return tuple(
        Fact(item, item.title, in_words(item, value, names))
        for item in front_fields()
        if item.kind is not Kind.ID
        and (is_content(item, value := getattr(brief, item.name)) or item.name == "status")
    )


def chapters(brief: Brief, names: Names) -> Iterator[Chapter]:
    """The sections that have content, in their order, and the log."""
    inner = {each.inner for each in ALL if each.inner}
    for section in ALL:
        found = (
            _owned(brief, section, names) if section.inner else _own(brief, section, names, inner)
        )
        if found.texts or found.lists:
            yield found


def entry(record: Record, names: Names, *, without: frozenset[str] = frozenset()) -> Entry:
    """A record in words; the fields in `without` are told elsewhere."""
    layout = plan(type(record))
    shown = [
        fact
        for item in (*layout.words, *layout.facts, *layout.blocks)
        if item.kind is not Kind.RECORDS and item.name not in without
        for fact in facts(record, item, names)
    ]
    return Entry(
        record,
        _lead(record, names),
        clean(headline(record)).strip() if layout.headline else "",
        tuple(each for each in shown if each.item.kind is not Kind.TEXT),
        tuple(each for each in shown if each.item.kind is Kind.TEXT),
        tuple(
            entry(each, names)
            for item in layout.blocks
            if item.kind is Kind.RECORDS and item.name not in without
            for each in getattr(record, item.name)
        ),
    )


def facts(record: Record, item: Field, names: Names) -> Iterator[Fact]:
    """A field of a record, if it says something. A state always does."""
    value = getattr(record, item.name)
    if not (is_content(item, value) or item.name == "state"):
        return
    words = "" if item.kind is Kind.FLAG else in_words(item, value, names).strip()
    if "…" in item.title:  # a title with a gap, which the number fills
        yield Fact(item, item.title.replace("…", words), "")
    else:
        yield Fact(item, item.title, words)


def _lead(record: Record, names: Names) -> str:
    layout = plan(type(record))
    words = [
        one_line(in_words(item, value, names)) if is_content(item, value) or item.choices else ""
        for item in layout.lead
        for value in (getattr(record, item.name),)
    ]
    if not any(words):
        return ""
    if layout.joint == ARROW and not words[0]:
        words[0] = "Nobody yet"
    lead = layout.joint.join(each for each in words if each)
    return lead[:1].upper() + lead[1:] if layout.opens_with_choice else lead


def _own(brief: Brief, section: Section, names: Names, inner: set[str]) -> Chapter:
    texts: list[Fact] = []
    lists: list[tuple[str, tuple[Entry, ...]]] = []
    for item in section.declared:
        if item.kind is Kind.RECORDS:
            records = getattr(brief, item.name)
            entries = tuple(entry(each, names, without=frozenset(inner)) for each in records)
            if entries:
                lists.append((item.title, entries))
        else:
            texts.extend(facts(brief, item, names))
    return Chapter(section, tuple(texts), tuple(lists))


def _owned(brief: Brief, section: Section, names: Names) -> Chapter:
    (outer,) = section.fields
    lists = tuple(
        (one_line(headline(owner)), tuple(entry(each, names) for each in held))
        for owner in getattr(brief, outer)
        if (held := getattr(owner, section.inner))
    )
    return Chapter(section, (), lists, owned=True)
