"""How the records of coalitions and people stand in columns."""

from collections.abc import Sequence

from textual.content import Content

from coalition_tui.model import Forum, Record, Review, RoleChange, Shift
from coalition_tui.tui.layout import Column, text
from coalition_tui.tui.panes.tables import CARE, GOOD, MUTED, Scene, Table
from coalition_tui.wording import plural


def _forum(record: Forum, scene: Scene) -> Sequence[Content]:
    every = plural(record.cadence_days, "day")
    return (
        text(record.name, "bold"),
        text(f"every {every}" if record.cadence_days else "no rhythm", MUTED),
        _next(record, scene),
    )


def _next(record: Forum, scene: Scene) -> Content:
    if record.next_on is None:
        return Content.styled("○ no next date", CARE)
    if record.next_on < scene.today:
        return text(f"○ was {scene.day(record.next_on)}", CARE)
    return text(f"● next {scene.day(record.next_on)}", GOOD)


def _review(record: Review, scene: Scene) -> Sequence[Content]:
    if record.on is None:
        when = Content.styled("○ not done", CARE)
    else:
        when = text(scene.day(record.on), MUTED)
    return (when, text(scene.words(record, "decision"), "bold"), text(record.note))


def _shift(record: Shift, scene: Scene) -> Sequence[Content]:
    return (text(scene.day(record.on) or "no date", MUTED), text(record.what))


def _change(record: RoleChange, scene: Scene) -> Sequence[Content]:
    return (
        text(f"since {scene.day(record.on)}" if record.on else "before", MUTED),
        text(record.role, "bold"),
        text(record.organisation),
    )


_WHEN = Column("Date", most=11)

COALITION_TABLES: dict[type[Record], Table] = {
    Forum: Table((Column("Forum", weight=1), Column("", most=14), Column("", most=18)), _forum),
    Review: Table((_WHEN, Column("Decision", most=12), Column("Note", weight=1)), _review),
    Shift: Table((_WHEN, Column("What", weight=1)), _shift, stacked=0),
    RoleChange: Table(
        (Column("Since", most=17), Column("Role", weight=3), Column("Where", weight=2)), _change
    ),
}
