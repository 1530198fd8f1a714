"""The rules' page is what the catalogues say; ids and messages are what the design says."""

from pathlib import Path

from coalition_tui.rules.brief import BRIEF_RULES
from coalition_tui.rules.docs import render

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date():
    assert PAGE.read_text() == render(), "python -m coalition_tui.rules.docs > docs/rules.md"


def test_the_rules_of_a_brief_and_their_order():
    assert list(BRIEF_RULES.rules) == [
        "empty-section",
        "no-measure",
        "recruited-late",
        "disguised-decision",
        "selective-telling",
        "transparency",
        "no-interests",
        "overpowered-concern",
        "not-aligned-enough",
        "mood",
        "motion",
        "one-way",
        "overdue",
        "undated",
        "lone-owner",
        "decider",
        "authority",
        "silent-room",
        "no-early-warning",
        "open-signal",
        "uncredited-cost",
        "uncredited-owner",
        "sponsor-only-credit",
        "first-collision",
        "quiet",
        "theatre-words",
    ]


def test_every_rule_says_its_idea_and_how_to_mend_it_in_a_sentence():
    for rule in BRIEF_RULES.rules.values():
        assert rule.idea.endswith(".")
        assert rule.mend.endswith(".")
        assert rule.find.__doc__
