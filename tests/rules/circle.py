"""Coalitions as tests write them: who, what happened how many days ago, and what is found."""

from datetime import date, timedelta
from typing import Any

from coalition_tui.model import Brief, Coalition, Interaction, Member, Person
from coalition_tui.rules.coalition import check_coalition
from coalition_tui.workspace import Workspace

TODAY = date(2026, 11, 21)
NAMES = {"ana": "Ana", "bo": "Bo", "cy": "Cy", "di": "Di", "ed": "Ed"}

Seen = list[tuple[str, str, str]]
"""Severity, message and pointer of each finding."""


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def met(kind: Any, *people: str, days: int = 0, **more: Any) -> Interaction:
    """An interaction with these people, some days ago."""
    return Interaction(on=ago(days), kind=kind, people=people, **more)


def member(person: str, **more: Any) -> Member:
    """A member without a rhythm of contact, unless one is given."""
    return Member(id=f"m-{person}", person=person, **{"cadence_days": 0, **more})


def circle(*members: str | Member, **more: Any) -> Coalition:
    """A coalition of these members that was reviewed today."""
    seats = tuple(each if isinstance(each, Member) else member(each) for each in members)
    return Coalition(id="circle", name="Circle", members=seats, **{"started_on": TODAY, **more})


def landed(days: int, **more: Any) -> Brief:
    """A brief of the coalition that landed some days ago."""
    fields = {"id": "win", "title": "Win", "status": "landed", "landed_on": ago(days), **more}
    return Brief(coalition="circle", **fields)


def around(coalition: Coalition, *others: Brief | Person | Coalition) -> Workspace:
    """A workspace of the coalition, five people, and others; later ones replace earlier ones."""
    everybody = [Person(id=key, name=name) for key, name in NAMES.items()]
    records = [coalition, *everybody, *others]
    return Workspace(
        briefs={each.id: each for each in records if isinstance(each, Brief)},
        coalitions={each.id: each for each in records if isinstance(each, Coalition)},
        people={each.id: each for each in records if isinstance(each, Person)},
    )


def found(
    rule: str,
    coalition: Coalition,
    *others: Brief | Person | Coalition,
    today: date = TODAY,
) -> Seen:
    """What one rule finds in a coalition."""
    findings = check_coalition(coalition, around(coalition, *others), today)
    return [(each.severity, each.message, each.pointer) for each in findings if each.rule == rule]
