"""Each sample tells a story: one is moving, one is a mood, one was recruited late."""

from collections import Counter

import pytest

from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.finding import tally
from coalition_tui.rules.strengths import strengths
from coalition_tui.rules.transparency import transparency
from coalition_tui.workspace import Workspace
from tests.rules.briefing import TODAY


def findings(samples: Workspace, word: str) -> Counter[tuple[str, str]]:
    (brief,) = (each for key, each in samples.briefs.items() if word in key)
    return Counter((each.rule, each.severity) for each in check_brief(brief, samples, TODAY))


def test_the_launch_is_moving(samples):
    (brief,) = (each for key, each in samples.briefs.items() if "launch" in key)
    counts = tally(check_brief(brief, samples, TODAY))
    assert counts["fail"] == 0
    assert counts["warn"] > 0  # it is no model pupil
    assert sum(each.state == "met" for each in strengths(brief)) >= 4
    assert transparency(brief).verdict == "more_legitimate"


@pytest.mark.parametrize(
    ("word", "fails"),
    [
        ("pric", {"mood", "motion", "overpowered-concern", "sponsor-only-credit"}),
        ("ai", {"recruited-late", "disguised-decision", "transparency", "motion"}),
    ],
)
def test_the_others_fail_where_their_stories_do(samples, word, fails):
    found = findings(samples, word)
    assert fails <= {rule for rule, severity in found if severity == "fail"}
    other = {"pric": "recruited-late", "ai": "mood"}[word]
    assert (other, "fail") not in found
