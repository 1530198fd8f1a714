"""The interactions of a coalition, the latest first, each in one line."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from textual.content import Content

from coalition_tui.model import Coalition, Interaction
from coalition_tui.rules.coalition_network import taking_part
from coalition_tui.tui.layout import fit, short_name, text
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.grid import note
from coalition_tui.tui.panes.rows import details
from coalition_tui.tui.panes.tables import BAD, CARE, GOOD, MUTED, Scene
from coalition_tui.tui.widgets.row import Row
from coalition_tui.wording import MONTHS, day

DATE, KIND = 11, 17
SHORT, SHORT_KIND, NAME = 8, 9, 12
ROOMY = 64


def interaction_rows(scene: Scene, coalition: Coalition) -> list[Row]:
    """The interactions by date; nothing of a row is made before it is seen."""
    listed = coalition.interactions
    if not listed:
        words = note("What happened between you?\na logs the first: who, and what you remember.")
        return [Row("empty-interactions", words.lines, ("interactions",))]
    order = sorted(range(len(listed)), key=lambda index: listed[index].on or date.min)
    return [
        Row(
            listed[position].id,
            partial(_lines, listed[position], scene),
            ("interactions", position),
            0 if scene.full else 1,
            head=1 if scene.full else 0,
            flag=None if listed[position].held else sign("fail"),
        )
        for position in reversed(order)
    ]


def _lines(record: Interaction, scene: Scene, width: int) -> Sequence[Content]:
    roomy = width >= ROOMY
    when = scene.day(record.on) if roomy else _short_day(record.on, scene.today)
    kind = scene.words(record, "kind") if roomy else record.kind
    people = who(record, scene.names) if roomy else _first(record, scene.names)
    head = fit(text(when or "no date", MUTED), DATE if roomy else SHORT) + Content(" ")
    head += fit(text(kind, "$secondary"), KIND if roomy else SHORT_KIND) + Content(" ")
    rest = text(people, "bold") + _marks(record)
    if record.note:
        rest += Content("  ") + text(record.note)
    first = fit(head + rest, width)
    if not scene.full:
        return [first]
    return [first, *details(record, scene, width), Content("")]


def _short_day(on: date | None, today: date) -> str:
    """The day and month, or for another year the month and the year."""
    if on is None or on.year == today.year:
        return day(on, today)
    return f"{MONTHS[on.month - 1]} {on.year}"


def _first(record: Interaction, names: Callable[[str, str], str]) -> str:
    """Who it was with where there is little room: one name, and how many more."""
    people = taking_part(record)
    if not people:
        return ""
    more = f" +{len(people) - 1}" if len(people) > 1 else ""
    return short_name(names("person", people[0]), NAME) + more


def who(record: Interaction, names: Callable[[str, str], str]) -> str:
    """With whom it was; who did it, when that was somebody else."""
    people = ", ".join(names("person", each) for each in record.people)
    if not record.by:
        return people
    by = names("person", record.by)
    return f"{by} → {people}" if people else by


def _marks(record: Interaction) -> Content:
    marks = Content("")
    if not record.held:
        marks += Content.styled(" ✗ trust broken", BAD)
    elif record.evidence:
        marks += Content.styled(" ✓ trust", GOOD)
    if record.confidential:
        marks += Content.styled(" confidential", CARE)
    return marks
