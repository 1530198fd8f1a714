"""Briefs as tests write them: three parties, what was said how many days ago, what is found."""

from datetime import date, timedelta
from typing import Any

from coalition_tui.model import Brief, Commitment, Conversation, Interest, Party, Tradeoff
from coalition_tui.rules.brief import check_brief
from coalition_tui.workspace import Workspace

TODAY = date(2026, 11, 21)

ANSWERS: dict[str, Any] = {
    "moves_down": "x",
    "absorbed_by": ("me",),
    "risk_accepted": "x",
    "standard": "x",
    "executive_decision": "x",
    "stop_condition": "x",
}

Seen = list[tuple[str, str, str]]
"""Severity, pointer and message of each finding."""


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def me(**more: Any) -> Party:
    """The writer's own side."""
    return Party(id="me", name="Ops", me=True, **more)


def legal(**more: Any) -> Party:
    """One of the others."""
    return Party(id="legal", name="Legal", **more)


def sales(**more: Any) -> Party:
    """Another."""
    return Party(id="sales", name="Sales", **more)


def brief(**more: Any) -> Brief:
    """A brief of the writer, Legal and Sales."""
    return Brief(**{"id": "b", "title": "B", "parties": (me(), legal(), sales()), **more})


def talk(kind: Any, *parties: str, days: int | None = 0, **more: Any) -> Conversation:
    """A conversation with these parties some days ago, or on no day."""
    return Conversation(on=None if days is None else ago(days), kind=kind, parties=parties, **more)


def promise(by: str, state: Any = "accepted", to: str = "", **more: Any) -> Commitment:
    """A commitment."""
    return Commitment(**{"id": f"{by}-{state}", "by": by, "to": to, "state": state, **more})


def interest(stance: Any, **more: Any) -> Interest:
    """An interest."""
    return Interest(**{"id": "i", "stance": stance, "text": "Nights", **more})


def tradeoff(**more: Any) -> Tradeoff:
    """A tradeoff."""
    return Tradeoff(**{"id": "t", "statement": "This before that", **more})


def seen(rule: str, subject: Brief, today: date = TODAY) -> Seen:
    """What one rule finds in a brief."""
    return [
        (each.severity, each.pointer, each.message)
        for each in check_brief(subject, Workspace(), today)
        if each.rule == rule
    ]


def where(rule: str, subject: Brief, today: date = TODAY) -> list[str]:
    """Only the places where a rule finds something."""
    return [pointer for _, pointer, _ in seen(rule, subject, today)]
