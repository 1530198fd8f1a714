"""Whose contribution is named."""

from typing import Any

import pytest

from coalition_tui.model import Credit
from tests.rules.briefing import brief, legal, me, sales, seen, tradeoff, where


def credit(party: str, contribution: Any = "time") -> Credit:
    return Credit(party=party, contribution=contribution)


COSTLY = (tradeoff(absorbed_by=("sales", "me")), tradeoff(absorbed_by=("sales",)))


@pytest.mark.parametrize(
    ("credits_", "found"),
    [
        ((), ["/parties/0", "/parties/2"]),
        ((credit("sales"), credit("me", "cost")), ["/parties/2"]),
        ((credit("sales", "cost"), credit("me", "cost")), []),
    ],
)
def test_who_absorbs_a_cost_is_credited(credits_, found):
    assert where("uncredited-cost", brief(tradeoffs=COSTLY, credits=credits_)) == found


def test_an_unseen_cost_is_worse_when_it_has_landed():
    costly = (tradeoff(absorbed_by=("legal",)),)
    assert seen("uncredited-cost", brief(status="landed", tradeoffs=costly)) == [
        ("fail", "/parties/1", "Legal absorbed a cost and is not credited.")
    ]
    assert seen("uncredited-cost", brief(status="stopped", tradeoffs=costly)) == [
        ("warn", "/parties/1", "Plan the credit for Legal, who absorbs a cost.")
    ]
    assert seen("uncredited-cost", brief(status="landed")) == []


@pytest.mark.parametrize(
    ("status", "credits_", "found"),
    [
        ("landed", (), ["/parties/0", "/parties/1"]),
        ("landed", (credit("legal"), credit("sales")), ["/parties/0"]),
        ("landed", (credit("legal", "sponsorship"), credit("me")), []),
        ("moving", (), []),
    ],
)
def test_who_carried_a_dependency_is_credited_in_the_end(status, credits_, found):
    parties = (me(dependency_owner=True), legal(dependency_owner=True), sales())
    assert (
        where("uncredited-owner", brief(status=status, parties=parties, credits=credits_)) == found
    )


@pytest.mark.parametrize(
    ("sponsor", "credits_", "is_found"),
    [
        ("legal", (credit("legal"), credit("legal", "cost")), True),
        ("legal", (credit("legal"), credit("sales")), False),
        ("legal", (credit("legal"), credit("")), False),
        ("legal", (), False),
        ("", (credit(""),), False),
    ],
)
def test_credit_goes_further_than_the_sponsor(sponsor, credits_, is_found):
    found = seen("sponsor-only-credit", brief(sponsor=sponsor, credits=credits_))
    assert found == ([("fail", "/credits", "Only the sponsor is credited.")] if is_found else [])
