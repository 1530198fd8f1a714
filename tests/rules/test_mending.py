"""Each finding leads to something that can be written, and what is written there mends it."""

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from coalition_tui import pointer
from coalition_tui.fields import Kind, field, fields
from coalition_tui.model import (
    Brief,
    Conflict,
    Credit,
    DecisionRight,
    Interest,
    Party,
    Record,
    Room,
    Signal,
)
from coalition_tui.pointer import Path
from coalition_tui.rules.brief import BRIEF_RULES, check_brief
from coalition_tui.rules.finding import Finding
from coalition_tui.rules.mending import STEPS, Step, step
from coalition_tui.workspace import Workspace
from tests.rules.briefing import ANSWERS, TODAY, ago, brief, legal, me, promise, sales, talk
from tests.rules.briefing import interest as an_interest
from tests.rules.briefing import tradeoff as a_tradeoff
from tests.rules.crowded import crowded
from tests.strategies import briefs


def found(subject: Brief) -> list[Finding]:
    return check_brief(subject, Workspace(), TODAY)


def item_type(kind: type[Record], path: Path) -> Any:
    """The type of the records in the list at a path."""
    for name in (each for each in path if isinstance(each, str)):
        kind = field(kind, name).item
    return kind


def required(kind: type[Record]) -> dict[str, str]:
    """Something for each field that a record of this kind can't be without."""
    return {each.name: next(iter(each.labels), "x") for each in fields(kind) if each.required}


def assert_leads_somewhere(subject: Brief, where: Step) -> None:
    value = pointer.get(subject, where.path)
    if where.add:
        kind = item_type(Brief, where.path)
        assert isinstance(value, tuple)
        made = msgspec.to_builtins({**required(kind), **where.begun})
        assert isinstance(msgspec.convert(made, kind), kind)
    else:
        assert not isinstance(value, tuple)
        kind = type(value) if isinstance(value, Record) else Brief
    if where.focus:
        assert field(kind, where.focus).kind is not Kind.ID


@settings(max_examples=30, deadline=None)
@given(briefs())
def test_every_finding_of_any_brief_leads_to_what_can_be_written(subject):
    for each in found(subject):
        assert_leads_somewhere(subject, step(subject, each))


@settings(max_examples=100, deadline=None)
@given(crowded())
def test_so_does_every_finding_of_a_crowded_one(subject):
    for each in found(subject):
        assert_leads_somewhere(subject, step(subject, each))


def test_the_steps_are_of_rules_that_there_are():
    assert set(STEPS) <= set(BRIEF_RULES.rules)


def right(*deciders: str, **more: Any) -> DecisionRight:
    return DecisionRight(id="go", decision="Go or no-go", deciders=deciders, **more)


def opposed() -> Party:
    alignment = msgspec.structs.replace(legal().alignment, beliefs="against")
    return legal(alignment=alignment)


BROKEN: list[tuple[str, Brief, dict[str, Any]]] = [
    ("empty-section", brief(outcome=""), {"outcome": "Live"}),
    ("no-measure", brief(outcome="Live"), {"measure": "One"}),
    (
        "recruited-late",
        brief(conversations=(talk("ask", "legal", days=5),)),
        {"on": ago(20)},
    ),
    ("disguised-decision", brief(decided_on=ago(5)), {"on": ago(20)}),
    (
        "selective-telling",
        brief(
            conversations=(
                talk("context", "sales", days=20, told=("work", "why")),
                talk("context", "legal", days=20, told=("work",)),
                talk("ask", "legal", days=5, told=("work",)),
            )
        ),
        {"said": "Why it matters"},
    ),
    (
        "transparency",
        brief(conversations=(talk("ask", "legal", disclosable="no", effect="same"),)),
        {"disclosable": "yes"},
    ),
    (
        "transparency",
        brief(conversations=(talk("ask", "legal", disclosable="yes"),)),
        {"effect": "more"},
    ),
    (
        "no-interests",
        brief(status="sharing", parties=(me(), legal())),
        {"interests": (Interest(id="i", stance="need", text="Time"),)},
    ),
    (
        "overpowered-concern",
        brief(parties=(me(), legal(interests=(an_interest("fear"),)))),
        {"integrated": "No nights"},
    ),
    ("not-aligned-enough", brief(parties=(me(), opposed())), {"about": "Dates"}),
    (
        "mood",
        brief(
            commitments=(promise("legal"),),
            tradeoffs=(a_tradeoff(**{**ANSWERS, "standard": ""}),),
        ),
        {"standard": "Safety first"},
    ),
    (
        "motion",
        brief(
            approved_on=ago(1),
            parties=(me(), legal(dependency_owner=True), sales()),
            commitments=(promise("legal", "asked"),),
        ),
        {"state": "accepted"},
    ),
    (
        "motion",
        brief(approved_on=ago(1), parties=(me(), legal(dependency_owner=True))),
        {"what": "Review", "state": "accepted"},
    ),
    (
        "one-way",
        brief(commitments=(promise("legal", to="sales"),)),
        {"by": "me"},
    ),
    ("overdue", brief(commitments=(promise("legal", due=ago(1)),)), {"state": "kept"}),
    ("undated", brief(commitments=(promise("legal"),)), {"due": TODAY}),
    (
        "lone-owner",
        brief(commitments=tuple(promise("me", id=str(each)) for each in range(3))),
        {"by": "legal"},
    ),
    (
        "decider",
        brief(
            conflicts=(Conflict(id="c", about="Dates"),),
            decision_rights=(right("legal"),),
        ),
        {"decision": "go"},
    ),
    (
        "decider",
        brief(
            conflicts=(Conflict(id="c", about="Dates", decision="go"),),
            decision_rights=(right(),),
        ),
        {"deciders": ("legal",)},
    ),
    ("decider", brief(decision_rights=(right("me", "legal"),)), {"deciders": ("me",)}),
    (
        "authority",
        brief(
            status="asking",
            parties=(me(), legal(dependency_owner=True)),
            decision_rights=(right("me"),),
        ),
        {"accepted_by": ("legal",)},
    ),
    ("silent-room", brief(rooms=(Room(id="r", name="Board"),)), {"advocates": ("legal",)}),
    (
        "no-early-warning",
        brief(status="asking", parties=(me(), legal(dependency_owner=True))),
        {"early_warning": "Overtime"},
    ),
    (
        "open-signal",
        brief(signals=(Signal(id="s", on=ago(8), what="Overtime"),)),
        {"response": "Hired"},
    ),
    (
        "uncredited-cost",
        brief(tradeoffs=(a_tradeoff(absorbed_by=("legal",)),)),
        {"what": "Three weeks"},
    ),
    (
        "uncredited-owner",
        brief(status="landed", parties=(me(), legal(dependency_owner=True))),
        {"what": "The clause"},
    ),
    (
        "sponsor-only-credit",
        brief(sponsor="legal", credits=(Credit(id="c", party="legal", contribution="trust"),)),
        {"party": "sales"},
    ),
    (
        "first-collision",
        brief(commitments=(promise("legal", backup=""),)),
        {"backup": "sales"},
    ),
    (
        "first-collision",
        brief(rooms=(Room(id="r", name="Board", advocates=("legal",)),)),
        {"advocates": ("legal", "sales")},
    ),
    ("quiet", brief(status="moving", conversations=(talk("ask", days=40),)), {"said": "Still on"}),
    (
        "theatre-words",
        brief(parties=(me(), legal(must_believe="They are on our side"))),
        {"must_believe": "It helps"},
    ),
]


def taken(subject: Brief, where: Step, values: dict[str, Any]) -> Brief:
    """The brief after a person has written values there, beginning with the field in focus."""
    if where.focus:
        assert where.focus in values
    if not where.add:
        there = pointer.get(subject, where.path)
        if isinstance(there, Record):
            return pointer.put(subject, where.path, msgspec.structs.replace(there, **values))
        return pointer.put(subject, where.path, *values.values())
    kind = item_type(Brief, where.path)
    begun = {"id": "new", "on": TODAY}
    known = {name: begun[name] for name in begun if any(name == each.name for each in fields(kind))}
    record = kind(**{**known, **required(kind), **where.begun, **values})
    return pointer.insert(subject, (*where.path, len(pointer.get(subject, where.path))), record)


@pytest.mark.parametrize(
    ("rule", "subject", "values"),
    BROKEN,
    ids=[f"{rule}-{number}" for number, (rule, _, __) in enumerate(BROKEN)],
)
def test_what_is_written_there_mends_it(rule, subject, values):
    finding = next(each for each in found(subject) if each.rule == rule)
    after = taken(subject, step(subject, finding), values)
    assert (finding.rule, finding.path) not in [(each.rule, each.path) for each in found(after)]


def test_every_rule_is_mended_here():
    assert {rule for rule, _, __ in BROKEN} == set(BRIEF_RULES.rules)


def first(rule: str, subject: Brief) -> Step:
    return step(subject, next(each for each in found(subject) if each.rule == rule))


def test_the_empty_interests_stand_with_the_first_party():
    subject = brief(outcome="x", why_now="x", tradeoffs=(a_tradeoff(),))
    assert first("empty-section", subject) == Step(("parties", 0), "interests")
    nobody = msgspec.structs.replace(subject, parties=())
    assert first("empty-section", nobody) == Step(("parties",), add=True)


def test_a_conflict_without_any_decision_asks_for_one_first():
    subject = brief(conflicts=(Conflict(id="c", about="Dates"),))
    assert first("decider", subject) == Step(("decision_rights",), "decision", add=True)


def test_what_was_told_to_others_is_what_is_told_next():
    conversations = (
        talk("context", "sales", days=20, told=("work", "why")),
        talk("ask", "legal", days=5, told=("work",)),
    )
    where = first("selective-telling", brief(conversations=conversations))
    assert where.begun == {"kind": "update", "parties": ("legal",), "told": ("why",)}


def test_silence_is_ended_with_everybody_else():
    where = first("quiet", brief(status="moving", conversations=(talk("ask", days=40),)))
    assert where.begun["parties"] == ("legal", "sales")
