"""The rules of a brief against a second reading of the design: see `brief_oracle`."""

from datetime import date
from itertools import combinations
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_tui.integrity import with_ids
from coalition_tui.model import Brief
from coalition_tui.rules.brief import BRIEF_RULES, check_brief
from coalition_tui.rules.rehearsal import rehearse
from coalition_tui.rules.strengths import strengths
from coalition_tui.rules.transparency import transparency
from coalition_tui.workspace import Workspace
from tests import strategies
from tests.rules import brief_oracle
from tests.rules.crowded import TODAY, crowded, from_seed


def plain(brief: Brief) -> dict[str, Any]:
    value: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(brief))
    return value


def assert_equal(brief: Brief, today: date) -> None:
    found = [
        (each.rule, each.severity, each.pointer) for each in check_brief(brief, Workspace(), today)
    ]
    value = plain(brief)
    assert found == brief_oracle.Oracle(value, today.isoformat()).check()
    assert [
        {
            "name": each.name,
            "state": each.state,
            "have": each.have,
            "of": each.of,
            "missing": list(each.missing),
        }
        for each in strengths(brief)
    ] == brief_oracle.strengths(value)
    verdict = transparency(brief)
    assert {"verdict": verdict.verdict, "untested": verdict.untested} == brief_oracle.verdict(value)


@settings(max_examples=300, deadline=None)
@given(crowded())
def test_the_rules_agree_with_a_second_reading(brief):
    assert_equal(brief, TODAY)


@settings(max_examples=100, deadline=None)
@given(strategies.briefs(), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_they_agree_on_any_valid_brief(brief, today):
    numbers = iter(range(10_000))
    assert_equal(with_ids(brief, lambda: f"made-{next(numbers)}"), today)


@settings(max_examples=100, deadline=None)
@given(crowded())
def test_every_rehearsal_agrees(brief):
    keys = [each.id for each in brief.parties]
    for size in range(len(keys) + 1):
        for without in combinations(keys, size):
            lost = rehearse(brief, frozenset(without))
            found = {
                name: [each.id for each in getattr(lost, name)]
                for name in ("commitments", "decision_rights", "rooms")
            }
            assert found == brief_oracle.rehearsed(plain(brief), list(without))
            assert lost.survives is (found == brief_oracle.NOTHING)


def test_the_crowd_breaks_every_rule_and_keeps_each():
    """Else the comparison above would compare nothing."""
    found = [
        {each.rule for each in check_brief(from_seed(seed), Workspace(), TODAY)}
        for seed in range(1000)
    ]
    for rule in BRIEF_RULES.rules:
        assert 2 <= sum(rule in each for each in found) < len(found), rule
