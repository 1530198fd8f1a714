"""What the pictures of a coalition are drawn from."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from coalition_tui.model import Coalition
from coalition_tui.rules.pictures import connections, contact_map, flows
from coalition_tui.workspace import Workspace
from tests.rules.circle import TODAY, around, circle, member, met

P = TypeVar("P")

NOTHING = dict.fromkeys(("give", "defend", "introduce"), 0)


def picture(draw: Callable[[Coalition, Workspace, date], P], coalition: Coalition) -> P:
    return draw(coalition, around(coalition), TODAY)


def test_contacts_by_member_and_calendar_month():
    on = {name: (TODAY - day).days for name, day in (
        ("first", date(2025, 12, 1)), ("before", date(2025, 11, 30)), ("month", date(2026, 11, 1)),
    )}  # fmt: skip
    events = (
        met("social", "ana", days=on["first"]),
        met("social", "ana", days=on["before"]),
        met("ask", "ana", "bo", days=on["month"]),
        met("give", "ana"),
        met("seen", "bo"),
        met("social", "bo", days=-1),
    )
    drawn = picture(
        contact_map, circle("ana", member("cy", left_on=TODAY), "bo", interactions=events)
    )
    assert drawn.months[0] == date(2025, 12, 1)
    assert drawn.months[-1] == date(2026, 11, 1)
    assert [(seat.name, counts) for seat, counts in drawn.rows] == [
        ("Ana", (1, *[0] * 10, 2)),
        ("Bo", (*[0] * 11, 1)),
    ]


def test_what_flows_both_ways_by_kind():
    events = (
        met("give", "ana", "bo"),
        met("celebrate", "ana"),
        met("receive", "ana", days=365),
        met("defend", "ed", by="ana"),
        met("give", "ana", days=366),
        met("social", "ana"),
    )
    first, second = picture(flows, circle("ana", "bo", interactions=events))
    assert first.from_me == {**NOTHING, "give": 1, "celebrate": 1}
    assert first.to_me == {**NOTHING, "receive": 1, "defend": 1}
    assert second.from_me == {**NOTHING, "give": 1, "celebrate": 0}
    assert second.to_me == {**NOTHING, "receive": 0}


def test_who_connects_whom():
    events = (
        met("seen", "bo", "ana"),
        met("give", "bo", by="ana"),
        met("forum", "cy", "bo", "ed"),
        met("social", "di"),
        met("social", "ana", "cy", days=366),
    )
    drawn = picture(connections, circle("ana", "bo", "cy", "di", interactions=events))
    assert [(tie.one.name, tie.other.name, tie.times) for tie in drawn.ties] == [
        ("Ana", "Bo", 2),
        ("Bo", "Cy", 1),
    ]
    (hinge,) = drawn.hinges
    assert hinge.seat.name == "Bo"
    assert [[seat.name for seat in part] for part in hinge.parts] == [["Ana"], ["Cy"]]
    assert [seat.name for seat in drawn.alone] == ["Di"]
