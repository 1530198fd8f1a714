"""How the records of each list stand in columns. What has no columns here shows its headline."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from textual.content import Content

from coalition_tui.fields import field, fields
from coalition_tui.model import (
    Accountability,
    Alignment,
    Channel,
    Commitment,
    Conflict,
    Conversation,
    Credit,
    DecisionRight,
    Interest,
    Party,
    Record,
    Room,
    Signal,
    Tradeoff,
)
from coalition_tui.pointer import Path
from coalition_tui.queries import answered
from coalition_tui.rules.finding import Severity
from coalition_tui.tui.layout import Column, text
from coalition_tui.wording import Names, day, in_words, plural
from coalition_tui.workspace import Top, Workspace

MUTED = "$text-muted"
GOOD = "$success"
CARE = "$warning"
BAD = "$error"


class Scene(Struct, frozen=True):
    """What a row is drawn with besides its record."""

    workspace: Workspace
    top: Top
    names: Names
    today: date
    full: bool = False
    marks: Mapping[Path, Severity] = msgspec.field(default_factory=dict)
    cells: dict[int, Sequence[Content]] = msgspec.field(default_factory=dict)
    """What has been drawn of each record, by its identity: for the rows, and the titles above."""

    def words(self, record: Record, name: str) -> str:
        """A field's value in words."""
        return in_words(field(type(record), name), getattr(record, name), self.names)

    def day(self, value: date | None) -> str:
        """A date, without its year when that is this year."""
        return day(value, self.today)


class Table(Struct, frozen=True):
    """A list's columns, and a record's cells in them.

    Below `stacked` cells of room a record takes two lines: its main cell, and the others. Main is
    the first cell of a list whose columns are `titled`, or whose records are `named`; else the one
    with most room.
    """

    columns: tuple[Column, ...]
    cells: Callable[[Any, Scene], Sequence[Content]]
    titled: bool = False
    named: bool = False
    stacked: int = 64

    @property
    def main(self) -> int:
        """The position of the cell a record is known by."""
        weights = [column.weight for column in self.columns]
        return 0 if self.titled or self.named else weights.index(max(weights))


STATES = {
    "proposed": ("○", MUTED),
    "asked": ("◔", CARE),
    "accepted": ("●", GOOD),
    "kept": ("✓", GOOD),
    "broken": ("✗", BAD),
    "declined": ("✗", MUTED),
    "withdrawn": ("–", MUTED),
    "open": ("○", CARE),
    "decided": ("✓", GOOD),
    "aligned": ("●", GOOD),
    "against": ("✗", BAD),
    "unknown": ("·", MUTED),
}


def state(value: str) -> Content:
    """A state as glyph and word, so that it reads without colour."""
    glyph, style = STATES[value]
    return Content.styled(f"{glyph} {value}", style)


def alignment(value: Alignment) -> Content:
    """The least settled of a party's four sides."""
    stands = {getattr(value, each.name) for each in fields(Alignment)}
    worst = next(each for each in ("against", "open", "unknown", "aligned") if each in stands)
    if worst == "unknown" and "aligned" in stands:
        return Content.styled("◐ partly", MUTED)
    return state(worst)


def _tradeoff(record: Tradeoff, scene: Scene) -> Sequence[Content]:
    absorbs = scene.words(record, "absorbed_by")
    return (
        text(record.statement or scene.words(record, "kind")),
        text(f"absorbs: {absorbs}" if absorbs else "", MUTED),
        text(f"{len(answered([record]))} of 6", MUTED),
    )


def _stance(party: Party, stance: str) -> Content:
    held = [each for each in party.interests if each.stance == stance]
    if not held:
        return Content.styled("–", MUTED)
    count = Content.styled(f"{len(held)}× ", MUTED) if len(held) > 1 else Content("")
    return count + text(held[0].text)


def _party(record: Party, scene: Scene) -> Sequence[Content]:
    mark = Content.styled(" ⌂", "$accent") if record.me else Content("")
    hub = Content.styled(" ◆", CARE) if record.dependency_owner else Content("")
    return (
        text(record.name, "bold") + mark + hub,
        text(scene.words(record, "brings"), MUTED),
        *(_stance(record, stance) for stance in field(Interest, "stance").labels),
        alignment(record.alignment),
    )


def _answer(record: Interest, scene: Scene) -> Content:
    if record.integrated:
        return Content.styled("✓ ", GOOD) + text(record.integrated, MUTED)
    if record.tradeoff:
        return Content.styled("⇄ ", GOOD) + text(scene.words(record, "tradeoff"), MUTED)
    return state("open") if record.stance in ("fear", "protect") else Content("")


def _interest(record: Interest, scene: Scene) -> Sequence[Content]:
    closed = Content.styled(" confidential", CARE) if record.confidential else Content("")
    return (
        Content.styled(f"  {scene.words(record, 'stance')}", "$secondary"),
        text(record.text) + closed,
        _answer(record, scene),
    )


def _commitment(record: Commitment, scene: Scene) -> Sequence[Content]:
    to = scene.words(record, "to") if record.to else "all"
    return (
        text(f"{scene.words(record, 'by') or 'Nobody'} → {to}", "bold"),
        text(record.what),
        text(scene.day(record.due), MUTED),
        state(record.state),
    )


def _decision(record: DecisionRight, scene: Scene) -> Sequence[Content]:
    return (
        text(record.decision),
        text(scene.words(record, "deciders") or "nobody", "bold"),
        text(scene.day(record.due), MUTED),
        state(record.state),
    )


def _channel(record: Channel, _: Scene) -> Sequence[Content]:
    every = plural(record.cadence_days, "day")
    return (
        text(record.name, "bold"),
        text(record.purpose),
        text(f"every {every}" if record.cadence_days else "", MUTED),
    )


def _room(record: Room, scene: Scene) -> Sequence[Content]:
    advocates = scene.words(record, "advocates")
    return (
        text(record.name, "bold"),
        text(advocates) if advocates else Content.styled("✗ nobody speaks for it", CARE),
        Content(""),
    )


def _credit(record: Credit, scene: Scene) -> Sequence[Content]:
    who = ", ".join(filter(None, (scene.words(record, "party"), record.person)))
    return (text(who, "bold"), text(record.what), text(scene.words(record, "contribution"), MUTED))


def _accountability(record: Accountability, scene: Scene) -> Sequence[Content]:
    return (text(scene.words(record, "party"), "bold"), text(record.for_what), Content(""))


def _conversation(record: Conversation, scene: Scene) -> Sequence[Content]:
    closed = Content.styled("confidential ", CARE) if record.confidential else Content("")
    return (
        text(scene.day(record.on) or "no date", MUTED),
        text(scene.words(record, "kind"), "$secondary"),
        text(scene.words(record, "parties"), "bold"),
        closed + text(record.said or record.heard),
    )


def _conflict(record: Conflict, scene: Scene) -> Sequence[Content]:
    return (
        text(scene.day(record.on) or "no date", MUTED),
        state("decided" if record.resolved_on else "open"),
        text(scene.words(record, "between"), "bold"),
        text(record.about),
    )


def _signal(record: Signal, scene: Scene) -> Sequence[Content]:
    return (
        text(scene.day(record.on) or "no date", MUTED),
        state("decided" if record.closed_on or record.response else "open"),
        text(scene.words(record, "party"), "bold"),
        text(record.what),
    )


_WHEN = Column("Date", most=11)
_STATE = Column("State", most=11)
_LOG = (_WHEN, Column("Kind", most=9), Column("With", most=22), Column("What", weight=1))

TABLES: dict[type[Record], Table] = {
    Tradeoff: Table(
        (Column("Tradeoff", weight=1), Column("Absorbed by", most=20), Column("", most=6)),
        _tradeoff,
    ),
    Party: Table(
        (
            Column("Party", most=22),
            Column("Brings", most=20, from_width=110),
            Column("Need", weight=1),
            Column("Fear", weight=1),
            Column("Own", weight=1),
            Column("Protect", weight=1),
            Column("Aligned", most=9),
        ),
        _party,
        titled=True,
        stacked=60,
    ),
    Interest: Table(
        (Column("Stance", most=9), Column("Interest", weight=3), Column("Answer", weight=2)),
        _interest,
        stacked=0,
    ),
    Commitment: Table(
        (Column("By → to", most=26), Column("What", weight=1), _WHEN, _STATE), _commitment
    ),
    DecisionRight: Table(
        (Column("Decision", weight=1), Column("Decides", most=16), _WHEN, _STATE), _decision
    ),
    Channel: Table(
        (Column("Channel", most=22), Column("Purpose", weight=1), Column("", most=14)),
        _channel,
        named=True,
    ),
    Room: Table(
        (Column("Room", most=22), Column("Advocates", weight=1), Column("", most=14)),
        _room,
        named=True,
    ),
    Credit: Table((Column("Who", most=22), Column("What", weight=1), Column("", most=12)), _credit),
    Accountability: Table(
        (Column("Who", most=22), Column("For what", weight=1), Column("", most=12)),
        _accountability,
    ),
    Conversation: Table(_LOG, _conversation),
    Conflict: Table(_LOG, _conflict),
    Signal: Table(_LOG, _signal),
}
