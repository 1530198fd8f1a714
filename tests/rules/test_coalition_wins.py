"""After the work has landed."""

import pytest

from coalition_tui.model import Brief
from tests.rules.circle import circle, found, landed, met


def test_dissolving_sixty_one_days_after_the_last_landing():
    coalition = circle("ana", interactions=(met("celebrate", "ana", days=61),))
    briefs = (landed(61), landed(90, id="old"), landed(0, id="off", status="stopped"))
    assert found("dissolving", coalition, *briefs) == [
        ("fail", 'Fading since "Win": no contact for 61 days.', "/interactions")
    ]
    assert found("dissolving", circle("ana"), landed(60)) == []


def test_contact_after_the_landing_keeps_it_alive():
    alive = circle("ana", interactions=(met("ask", "ana", days=60),))
    assert found("dissolving", alive, landed(61)) == []
    for empty in (met("seen", "ana", days=60), met("social", "ed"), met("social", "ana", days=-1)):
        assert found("dissolving", circle("ana", interactions=(empty,)), landed(61))


@pytest.mark.parametrize(
    "other", [Brief(id="b", title="On", coalition="circle", status="moving"), landed(3, id="b")]
)
def test_work_that_goes_on_or_has_just_landed_keeps_it_alive(other):
    assert found("dissolving", circle("ana"), landed(90), other) == []


def test_nothing_fades_that_never_landed():
    assert found("dissolving", circle("ana")) == []
    assert found("dissolving", circle("ana"), landed(90, status="stopped")) == []
    assert found("dissolving", circle("ana"), landed(90, landed_on=None)) == []


def test_of_two_last_landings_the_first_in_the_file_is_named():
    briefs = (landed(80, id="a", title="A"), landed(70, id="b", title="B"), landed(70, title="C"))
    assert found("dissolving", circle("ana"), *briefs)[0][1].startswith('Fading since "B"')


@pytest.mark.parametrize("days", [30, 365])
def test_a_win_with_one_defender_in_its_first_year(days):
    events = (
        met("defend", "ana", days=days),
        met("defend", "ana"),
        met("defend", "bo", days=days + 1),
        met("defend", "ed"),
    )
    assert found("post-win", circle("ana", "bo", interactions=events), landed(days)) == [
        ("warn", f'"Win" landed {days} days ago and has 1 defender.', "/interactions")
    ]


@pytest.mark.parametrize("second", [met("seen", "bo", brief="win"), met("defend", by="bo")])
def test_two_defenders_are_enough(second):
    events = (met("defend", "ana"), second)
    assert found("post-win", circle("ana", "bo", interactions=events), landed(40)) == []


@pytest.mark.parametrize("days", [29, 366])
def test_too_early_or_too_late_to_be_defended(days):
    assert found("post-win", circle("ana"), landed(days)) == []


def test_each_win_is_looked_at_in_the_order_of_the_file():
    briefs = (landed(50, id="a", title="A"), landed(40, id="b", title="B"))
    assert [each[1] for each in found("post-win", circle("ana"), *briefs)] == [
        '"A" landed 50 days ago and has 0 defenders.',
        '"B" landed 40 days ago and has 0 defenders.',
    ]


@pytest.mark.parametrize("days", [31, 365])
def test_a_win_that_nobody_celebrated(days):
    early = met("celebrate", "ana", days=days + 1)
    assert found("no-celebration", circle("ana", interactions=(early,)), landed(days)) == [
        ("hint", '"Win" landed and nobody celebrated.', "/interactions")
    ]
    there = met("celebrate", days=days)
    assert found("no-celebration", circle("ana", interactions=(there,)), landed(days)) == []


@pytest.mark.parametrize("days", [30, 366])
def test_too_early_or_too_late_to_celebrate(days):
    assert found("no-celebration", circle("ana"), landed(days)) == []


def test_a_long_title_is_cut_in_a_message():
    ((_, message, _),) = found("no-celebration", circle("ana"), landed(40, title="x" * 61))
    assert message == f'"{"x" * 59}…" landed and nobody celebrated.'
