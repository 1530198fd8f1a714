"""The seven strengths: what counts, what is missing, and when nobody can tell."""

import pytest

from coalition_tui.model import Brief, Channel, Conflict, Room
from coalition_tui.rules.strengths import Strength, strengths
from tests.rules.briefing import ANSWERS, ago, brief, legal, me, promise, sales, talk, tradeoff


def strength(name: str, subject: Brief) -> tuple[str, int, int, tuple[str, ...]]:
    (found,) = (each for each in strengths(subject) if each.name == name)
    return found.state, found.have, found.of, found.missing


def test_there_are_seven_in_their_order():
    assert [each.name for each in strengths(Brief(title="B"))] == [
        "context",
        "outcome",
        "tradeoffs",
        "commitment",
        "early_warning",
        "advocacy",
        "conflict",
    ]


@pytest.mark.parametrize(
    "name", ["context", "outcome", "commitment", "early_warning", "advocacy", "conflict"]
)
def test_without_anybody_nothing_is_known(name):
    assert strength(name, Brief(title="B")) == ("unknown", 0, 0, ())
    alone = Brief(title="B", parties=(me(),), channels=(Channel(name="c"),))
    assert strength(name, alone) == ("unknown", 0, 0, ())


@pytest.mark.parametrize(
    ("talks", "expected"),
    [
        ((), ("missing", 0, 2, ("Legal", "Sales"))),
        ((talk("context", "sales", "me"),), ("partial", 1, 2, ("Legal",))),
        ((talk("context", "sales", "legal", days=-5),), ("met", 2, 2, ())),
        ((talk("context", "sales", days=None), talk("ask", "legal")),
         ("missing", 0, 2, ("Legal", "Sales"))),
    ],
)  # fmt: skip
def test_context(talks, expected):
    assert strength("context", brief(conversations=talks)) == expected


def test_outcome():
    parties = (me(outcome_confirmed_on=ago(1)), legal(outcome_confirmed_on=ago(1)), sales())
    assert strength("outcome", brief(parties=parties)) == ("partial", 1, 2, ("Sales",))


def test_tradeoffs_are_always_of_six():
    assert strength("tradeoffs", Brief(title="B")) == ("missing", 0, 6, tuple(ANSWERS))
    partly = brief(tradeoffs=(tradeoff(standard="x"), tradeoff(standard="x", moves_down=" ")))
    assert strength("tradeoffs", partly)[:3] == ("partial", 1, 6)
    assert strength("tradeoffs", brief(tradeoffs=(tradeoff(**ANSWERS),)))[0] == "met"


def test_missing_answers_have_titles_for_people():
    (found,) = (each for each in strengths(brief()) if each.name == "tradeoffs")
    assert found.missing_words[:2] == ("Moves down", "Absorbed by")
    assert Strength("context", "Context", "missing", 0, 1, ("Legal",)).missing_words == ("Legal",)


def test_commitment_counts_all_owners():
    parties = (me(dependency_owner=True), legal(dependency_owner=True), sales())
    commitments = (promise("legal", "kept"), promise("me", "asked"), promise("sales"))
    subject = brief(parties=parties, commitments=commitments)
    assert strength("commitment", subject) == ("partial", 1, 2, ("Ops",))


@pytest.mark.parametrize(
    ("warnings", "channels", "expected"),
    [
        (("x", "x"), 1, ("met", 2, 2, ())),
        (("x", "x"), 0, ("partial", 2, 2, ("channels",))),
        (("x", " "), 1, ("partial", 1, 2, ("Sales",))),
        (("x", ""), 0, ("partial", 1, 2, ("Sales", "channels"))),
        (("", ""), 1, ("missing", 0, 2, ("Legal", "Sales"))),
        (("", ""), 0, ("missing", 0, 2, ("Legal", "Sales", "channels"))),
    ],
)
def test_early_warning_needs_a_channel(warnings, channels, expected):
    one, two = warnings
    subject = brief(
        parties=(me(), legal(early_warning=one), sales(early_warning=two)),
        channels=(Channel(name="c"),) * channels,
    )
    assert strength("early_warning", subject) == expected


def test_advocacy():
    rooms = (Room(name="a", advocates=("me",)), Room(name="b", advocates=("me", "legal")))
    assert strength("advocacy", brief(rooms=rooms)) == ("partial", 1, 2, ("a",))


@pytest.mark.parametrize(
    ("conflict", "is_there"),
    [
        (Conflict(resolved_on=ago(1), between=("legal", "sales")), True),
        (Conflict(resolved_on=ago(1), between=("legal", "me")), False),
        (Conflict(resolved_on=ago(1)), True),
        (Conflict(between=("legal", "sales"), resolution="x"), False),
    ],
)
def test_trust_in_conflict(conflict, is_there):
    subject = brief(
        parties=(me(), legal(outcome_confirmed_on=ago(0)), sales()),
        commitments=(promise("sales", "kept"), promise("me", "broken")),
        conflicts=(Conflict(about="Price", between=conflict.between), conflict),
    )
    assert strength("conflict", subject) == (
        ("partial", 1, 2, ("Price",)) if is_there else ("missing", 0, 2, ("Price", ""))
    )
