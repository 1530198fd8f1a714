"""Hypothesis strategies for every valid record, and for briefs, coalitions and people that fit.

`records(Signal)` gives any valid record of a type, its references empty; `briefs()`,
`coalitions()` and `people()` give whole ones whose references lead somewhere; `bundles()` and
`workspaces()` put them together. All of it is derived from the declared fields, so a new field is
drawn from the day it exists. Texts are the ones that trip parsers: see `NASTY`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

import msgspec
from hypothesis import strategies as st

from coalition_tui.clean import CONTROLS
from coalition_tui.fields import Field, Kind, fields
from coalition_tui.integrity import INSIDE
from coalition_tui.model import LINE_LIMIT, NUMBER_LIMIT, Brief, Bundle, Coalition, Person, Record
from coalition_tui.workspace import Link, Workspace, trashed

R = TypeVar("R", bound=Record)

Targets = Mapping[str, Sequence[str]]
"""The ids that references may hold, by what they point at."""

NASTY = (
    "# Heading", "## Outcome", "### Measure", "#", "- item", "* star", "+ plus", "1. one", "2)",
    "-", "---", "***", "___", "===", "--", "```", "```py\nx = 1\n```", "~~~", "> quote",
    "| a | b |\n|---|---|", "<!-- #legal -->", "<!-- note", "-->", "<b>bold</b>", "</div>", "<https://a.b>",
    "a < b", "\\", "\\\\", "\\*", "\\ ", "C:\\new", "\\<", "&amp;", "[x]: y", "[Legal](#legal)",
    "#legal", "**Need:** x", "**bold**", "**a**: b", "**", "*", "_a_", "`code`", "Need: x",
    "Due: 2026-01-01", "  - Due: x", "- Heard: y", "2026-09-30", "id: x", "---\nid: x\n---",
    "a · b", "a → b", "a -> b", "a, b", "none", "yes", "ask", "the whole coalition", "Legal",
    "legal", "Zoë", "法務", "ועדה", "مرحبا", "हिन्दी", "🙂", "👩‍🚀", "e\u0301", "\u2028", "\u2029",
    "\xa0", "\u3000", "\ufeff", "\u200b", "\t", " ", "  ", "\t\tx", "    code", "", "''", '"', '"a',
    "'", "{a: b}", "[a", "a]", "x:", ": x", "%", "@", "Regional sales", "null", "1.5", "~",
)  # fmt: skip

_LETTERS = st.characters(
    exclude_categories=("Cs", "Cc"),
    exclude_characters=[each for each in map(chr, range(0x600, 0x2100)) if CONTROLS.match(each)],
)
_LINES = [each for each in NASTY if "\n" not in each]
_SOMEWHERE = {"person": ("ada-lovelace", "k3j5h2g8d9s1"), "coalition": ("legal", "-")}
_ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-"


@cache
def lines() -> st.SearchStrategy[str]:
    """A title or a name: one line without control characters."""
    return st.one_of(
        st.sampled_from(_LINES),
        st.lists(st.sampled_from(_LINES), min_size=2, max_size=4).map(" ".join),
        st.text(_LETTERS, max_size=12),
    )


@cache
def texts() -> st.SearchStrategy[str]:
    """A text of several lines, without control characters but tab and line feed."""
    return st.one_of(
        lines(),
        st.lists(st.one_of(st.sampled_from(NASTY), lines()), min_size=1, max_size=5).map("\n".join),
    )


@cache
def ids() -> st.SearchStrategy[str]:
    """An id that is set: one that a name stands for, a random one, or an odd one."""
    return st.one_of(
        st.sampled_from(["legal", "need-x", "regional-sales", "a", "party", "interest", "x-2"]),
        st.text(_ID_LETTERS, min_size=1, max_size=40),
    )


def moments() -> st.SearchStrategy[datetime]:
    """Any moment, in UTC."""
    return st.datetimes(timezones=st.just(UTC))


def records(record: type[R], targets: Targets | None = None) -> st.SearchStrategy[R]:
    """Any valid record of a type; its references lead to the targets, or are empty."""
    return _drawn(record).map(lambda drawn: _led(drawn, targets or {}))


def people() -> st.SearchStrategy[Person]:
    """Somebody in the directory, with an id."""
    return _identified(Person)


@st.composite
def briefs(draw: st.DrawFn, targets: Targets | None = None) -> Brief:
    """A valid brief: its references lead to its own records, or to the targets given.

    Args:
        draw: given by Hypothesis.
        targets: ids of people and coalitions; without, a few that are in no directory.
    """
    brief: Brief = draw(_drawn(Brief))
    own = {
        target: [each.id for each in getattr(brief, name) if each.id]
        for target, name in INSIDE.items()
    }
    brief = _led(brief, {**(targets or _SOMEWHERE), **own})
    return msgspec.structs.replace(brief, parties=_one_side(brief.parties))


@st.composite
def coalitions(draw: st.DrawFn, targets: Targets | None = None) -> Coalition:
    """A valid coalition with an id; nobody is a current member twice.

    Args:
        draw: given by Hypothesis.
        targets: ids of people and briefs; without, references are empty.
    """
    coalition = _led(draw(_identified(Coalition)), targets or {})
    current: set[str] = set()
    members = []
    for member in coalition.members:
        if member.person and member.left_on is None:
            if member.person in current:
                continue
            current.add(member.person)
        members.append(member)
    return msgspec.structs.replace(coalition, members=tuple(members))


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """A file that travels, whose records refer to one another."""
    person_ids, coalition_ids, brief_ids = draw(_IDS), draw(_IDS), draw(_IDS)
    outward = {"person": person_ids, "coalition": coalition_ids}
    inward = {"person": person_ids, "brief": brief_ids}
    return Bundle(
        briefs=_with_ids(draw, briefs(outward), brief_ids),
        coalitions=_with_ids(draw, coalitions(inward), coalition_ids),
        people=_with_ids(draw, people(), person_ids),
    )


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    """A valid workspace: records that refer to one another, and some in the trash."""
    bundle = draw(bundles())
    gone = [
        trashed(record, id=key, deleted_at=draw(moments()), links=draw(_LINKS))
        for key in draw(_IDS)
        for record in [draw(st.one_of(people(), coalitions()))]
    ]
    return Workspace(
        briefs={each.id: each for each in bundle.briefs},
        coalitions={each.id: each for each in bundle.coalitions},
        people={each.id: each for each in bundle.people},
        trash={each.id: each for each in gone},
    )


def _with_ids(draw: st.DrawFn, drawn: st.SearchStrategy[R], keys: list[str]) -> tuple[R, ...]:
    return tuple(msgspec.structs.replace(draw(drawn), id=key) for key in keys)


def _one_side(parties: tuple[Any, ...]) -> tuple[Any, ...]:
    mine = next((position for position, party in enumerate(parties) if party.me), None)
    return tuple(
        party if position == mine else msgspec.structs.replace(party, me=False)
        for position, party in enumerate(parties)
    )


_IDS = st.lists(ids(), max_size=2, unique=True)
_LINKS = st.lists(
    st.builds(Link, table=st.just("briefs"), id=ids(), pointer=st.just("/parties/0/person")),
    max_size=1,
).map(tuple)


@cache
def _drawn(record: type[R]) -> st.SearchStrategy[R]:
    """Any record of a type, its references still numbers of targets."""
    return st.builds(record, **{item.name: _values(item) for item in fields(record)})


def _identified(record: type[R]) -> st.SearchStrategy[R]:
    drawn = {item.name: _values(item) for item in fields(record)}
    return st.builds(record, **{**drawn, "id": ids()}).map(lambda each: _led(each, {}))


def _led(record: R, targets: Targets) -> R:
    """The record with each number in its references replaced by the id it stands for."""
    changed: dict[str, Any] = {}
    for item in fields(type(record)):
        value, known = getattr(record, item.name), targets.get(item.ref, ())
        if item.kind is Kind.REF and value:
            changed[item.name] = known[int(value) % len(known)] if known else ""
        elif item.kind is Kind.REFS and value:
            reached = [known[int(each) % len(known)] for each in value] if known else []
            changed[item.name] = tuple(dict.fromkeys(reached))
        elif item.kind is Kind.RECORDS:
            changed[item.name] = tuple(_led(each, targets) for each in value)
    return msgspec.structs.replace(record, **changed)


def _with_own_ids(drawn: list[Any]) -> tuple[Any, ...]:
    """Without the records whose id stands in the list before; those without an id all stay."""
    by_id = {each.id or position: each for position, each in reversed(list(enumerate(drawn)))}
    return tuple(reversed(by_id.values()))


def _values(item: Field) -> st.SearchStrategy[Any]:
    """A field's value; its default as often as all others, as in briefs that people write."""
    if item.kind is Kind.RECORDS:
        return st.lists(_drawn(item.item), max_size=3).map(_with_own_ids)
    anything = _any_value(item)
    return anything if item.required else st.one_of(st.just(item.default), anything)


def _any_value(item: Field) -> st.SearchStrategy[Any]:
    number = st.sampled_from("0123")
    match item.kind:
        case Kind.ID:
            return ids()
        case Kind.LINE:
            return lines()
        case Kind.TEXT:
            return texts()
        case Kind.TEXTS:
            return st.lists(texts() if item.limit > LINE_LIMIT else lines(), max_size=3).map(tuple)
        case Kind.DATE:
            return st.dates()
        case Kind.MOMENT:
            return moments()
        case Kind.NUMBER:
            return st.integers(0, NUMBER_LIMIT)
        case Kind.FLAG:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(list(item.labels))
        case Kind.CHOICES:
            return st.lists(st.sampled_from(list(item.labels)), max_size=3).map(tuple)
        case Kind.REF:
            return number
        case Kind.REFS:
            return st.lists(number, max_size=3, unique=True).map(tuple)
        case Kind.GROUP:
            return _drawn(item.item)
        case _:
            raise TypeError(f"no value is drawn for {item.kind}")
