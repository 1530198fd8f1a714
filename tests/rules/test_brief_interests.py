"""What parties need and fear, and agreement that is only a mood."""

import pytest

from coalition_tui.model import Alignment, Conflict
from tests.rules.briefing import (
    ANSWERS,
    ago,
    brief,
    interest,
    legal,
    me,
    promise,
    sales,
    seen,
    tradeoff,
    where,
)

STATUSES = ("draft", "sharing", "asking", "moving", "landed", "stopped")


def test_others_without_interests_are_named_after_the_draft():
    parties = (me(), legal(), sales(interests=(interest("own"),)))
    assert seen("no-interests", brief(status="sharing", parties=parties)) == [
        ("warn", "/parties/1", "Legal has no interests on record.")
    ]
    assert seen("no-interests", brief(parties=parties)) == []


@pytest.mark.parametrize(
    ("held", "is_found"),
    [
        (interest("fear"), True),
        (interest("protect"), True),
        (interest("fear", integrated=" \n"), True),
        (interest("need"), False),
        (interest("own"), False),
        (interest("fear", integrated="x"), False),
        (interest("protect", tradeoff="t"), False),
    ],
)
def test_a_concern_is_integrated_or_named(held, is_found):
    parties = (me(), legal(interests=(interest("own"), held)))
    found = where("overpowered-concern", brief(parties=parties, tradeoffs=(tradeoff(),)))
    assert found == (["/parties/1/interests/1"] if is_found else [])


@pytest.mark.parametrize("status", STATUSES)
def test_a_concern_weighs_more_once_people_are_asked(status):
    parties = (me(interests=(interest("fear"),)),)
    severity = "fail" if status in ("asking", "moving", "landed") else "warn"
    assert seen("overpowered-concern", brief(status=status, parties=parties)) == [
        (
            severity,
            "/parties/0/interests/0",
            'Ops: "Nights" is neither integrated nor named as a tradeoff.',
        )
    ]


def test_a_confidence_is_not_told_in_a_finding():
    parties = (legal(interests=(interest("fear", text="Posts are cut", confidential=True),)),)
    ((_, _, message),) = seen("overpowered-concern", brief(parties=parties))
    assert message == 'Legal: "a confidence" is neither integrated nor named as a tradeoff.'


@pytest.mark.parametrize(
    ("text", "shown"),
    [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), (" a\n\tb  c ", "a b c")],
)
def test_a_long_text_is_cut(text, shown):
    parties = (legal(interests=(interest("fear", text=text),)),)
    ((_, _, message),) = seen("overpowered-concern", brief(parties=parties))
    assert f'"{shown}"' in message


AGAINST = Alignment(interests="against", beliefs="against", constraints="open")


def test_opposition_without_a_conflict_is_a_fail():
    parties = (me(), legal(alignment=AGAINST), sales(alignment=Alignment(beliefs="open")))
    message = "Legal is against on Interests, Beliefs, and no conflict is on record."
    assert seen("not-aligned-enough", brief(parties=parties)) == [("fail", "/parties/1", message)]


@pytest.mark.parametrize(
    ("between", "found"),
    [(("sales",), ["/parties/0"]), (("sales", "me"), []), ((), ["/parties/0"])],
)
def test_a_settled_conflict_is_on_record_too(between, found):
    settled = Conflict(id="c", between=between, resolved_on=ago(1))
    parties = (me(alignment=AGAINST), sales())
    assert where("not-aligned-enough", brief(parties=parties, conflicts=(settled,))) == found


@pytest.mark.parametrize(
    ("agreed", "is_found"),
    [
        ({"parties": (me(outcome_confirmed_on=ago(1)),)}, True),
        ({"commitments": (promise("legal"),)}, True),
        ({"commitments": (promise("", "kept"),)}, True),
        ({"commitments": (promise("legal", "asked"), promise("legal", "broken"))}, False),
        ({}, False),
    ],
)
def test_agreement_without_tradeoffs_is_mood(agreed, is_found):
    assert where("mood", brief(**agreed)) == (["/tradeoffs"] if is_found else [])


@pytest.mark.parametrize("missing", [*ANSWERS])
def test_mood_names_the_open_questions(missing):
    blank = {missing: () if missing == "absorbed_by" else " "}
    agreed = brief(commitments=(promise("legal"),), tradeoffs=(tradeoff(**{**ANSWERS, **blank}),))
    title = missing.replace("_", " ").capitalize()
    assert seen("mood", agreed) == [
        ("fail", "/tradeoffs", f"Agreement ahead of tradeoffs: 1 of 6 questions open ({title}).")
    ]


def test_several_tradeoffs_answer_together():
    halves = [dict(list(ANSWERS.items())[:3]), dict(list(ANSWERS.items())[3:])]
    agreed = brief(
        commitments=(promise("legal"),), tradeoffs=tuple(tradeoff(**each) for each in halves)
    )
    assert seen("mood", agreed) == []


@pytest.mark.parametrize(
    ("approved", "commitments", "names"),
    [
        (ago(0), (), "Ops, Legal"),
        (ago(-9), (promise("legal", "kept"),), "Ops"),
        (ago(0), (promise("legal", "asked"), promise("me")), "Legal"),
        (ago(0), (promise("legal"), promise("me")), ""),
        (None, (), ""),
    ],
)
def test_approval_without_commitment_is_no_motion(approved, commitments, names):
    owners = (me(dependency_owner=True), legal(dependency_owner=True), sales())
    found = seen("motion", brief(parties=owners, approved_on=approved, commitments=commitments))
    message = f"Approved, not moving: {names} not committed."
    assert found == ([("fail", "/parties", message)] if names else [])
