"""What is due, kind by kind at its edges, and the order of all."""

from datetime import date, timedelta

import pytest

from coalition_tui.model import (
    Brief,
    Coalition,
    Commitment,
    DecisionRight,
    Forum,
    Party,
    Review,
    Signal,
)
from coalition_tui.rules.agenda import AgendaLine, agenda
from coalition_tui.workspace import Place, Workspace
from tests.rules.circle import TODAY, ago, around, circle, landed, member, met

PARTIES = (Party(id="legal", name="Legal"), Party(id="risk", name="Risk"))


def quiet(**more) -> Coalition:
    """A coalition with nothing due but what is given."""
    return circle(**{"review_months": 100_000, **more})


def due(coalition: Coalition, *briefs: Brief, days: int = 14) -> list[AgendaLine]:
    return agenda(around(coalition, *briefs), TODAY, days)


def brief(**more) -> Brief:
    return Brief(id="work", title="Work", parties=PARTIES, **more)


@pytest.mark.parametrize(("in_days", "listed"), [(-400, True), (14, True), (15, False)])
def test_accepted_commitments_with_the_overdue_ones(in_days, listed):
    on = ago(-in_days)
    work = brief(
        commitments=(
            Commitment(by="legal", what="Not yet", due=on, state="asked"),
            Commitment(by="legal", what="Answer\nin writing", due=on, state="accepted"),
            Commitment(by="legal", what="Some day", state="accepted"),
        )
    )
    place = Place("briefs", "work", ("commitments", 1))
    line = AgendaLine(on, "commitment", "Answer\nin writing", "Legal", "work", "", place)
    assert due(quiet(), work) == ([line] if listed else [])


def test_a_commitment_by_nobody_says_so():
    (line,) = due(quiet(), brief(commitments=(Commitment(due=TODAY, state="accepted"),)))
    assert (line.what, line.who) == ("", "Nobody")


@pytest.mark.parametrize(("in_days", "listed"), [(-400, True), (14, True), (15, False)])
def test_open_decisions_with_all_who_decide(in_days, listed):
    on = ago(-in_days)
    rights = (
        DecisionRight(decision="Done", due=on, state="decided"),
        DecisionRight(decision="Price", due=on, deciders=("risk", "legal")),
        DecisionRight(decision="Some day"),
    )
    place = Place("briefs", "work", ("decision_rights", 1))
    line = AgendaLine(on, "decision", "Price", "Risk, Legal", "work", "", place)
    assert due(quiet(), brief(decision_rights=rights)) == ([line] if listed else [])


@pytest.mark.parametrize(("in_days", "listed"), [(-1, False), (0, True), (14, True), (15, False)])
def test_forums_from_today_on(in_days, listed):
    on = ago(-in_days)
    place = Place("coalitions", "circle", ("forums", 1))
    line = AgendaLine(on, "forum", "Walk", "", "", "circle", place)
    forums = (Forum(name="Some day"), Forum(name="Walk", next_on=on))
    assert due(quiet(forums=forums)) == ([line] if listed else [])


@pytest.mark.parametrize(
    ("last", "on"), [(100, ago(70)), (30, TODAY), (16, ago(-14)), (15, None), (None, TODAY)]
)
def test_the_next_contact_follows_the_last(last, on):
    seats = (member("bo"), member("ana", cadence_days=30), member("cy", left_on=TODAY))
    events = () if last is None else (met("ask", "ana", days=last), met("ask", "ana", days=500))
    events = (*events, met("seen", "ana"), met("social", "ana", days=-1))
    coalition = circle(*seats, review_months=100, interactions=events)
    place = Place("coalitions", "circle", ("members", 1))
    expected = on and [AgendaLine(on, "contact", "contact", "Ana", "", "circle", place)]
    assert due(coalition) == (expected or [])


@pytest.mark.parametrize(
    ("reviewed", "on"),
    [
        (date(2025, 5, 31), date(2026, 2, 28)),
        (date(2026, 3, 5), date(2026, 12, 5)),
        (date(2026, 3, 6), None),
    ],
)
def test_the_next_review_follows_the_last(reviewed, on):
    place = Place("coalitions", "circle", ("reviews",))
    expected = on and [AgendaLine(on, "review", "Circle", "", "", "circle", place)]
    coalition = circle(reviews=(Review(on=reviewed), Review(on=ago(-1))), review_months=9)
    assert due(coalition) == (expected or [])


def test_a_review_beyond_the_calendar_or_from_no_day_is_never_due():
    assert due(circle(review_months=100_000)) == []
    assert due(circle(started_on=None)) == []


@pytest.mark.parametrize(
    ("landed_ago", "in_days"),
    [(16, [14]), (30, [0]), (31, []), (90, [0]), (76, [14]), (180, [0]), (181, []), (15, [])],
)
def test_wins_are_looked_at_while_fewer_than_two_defend_them(landed_ago, in_days):
    win = landed(landed_ago)
    place = Place("coalitions", "circle", ("interactions",))
    lines = [
        AgendaLine(ago(-days), "landed", "Win", "", "win", "circle", place) for days in in_days
    ]
    members = [member("ana"), member("bo")]
    one = (met("defend", "ana", days=landed_ago), met("defend", "bo", days=landed_ago + 1))
    coalition = circle(*members, review_months=100, interactions=one)
    assert due(coalition, win) == lines
    two = (*one, met("seen", "bo", brief="win", days=landed_ago))
    assert due(circle(*members, review_months=100, interactions=two), win) == []


def test_a_win_may_come_up_more_than_once_and_must_be_linked_to_do_so():
    assert [line.on for line in due(quiet(), landed(20), days=160)] == [
        ago(20) + timedelta(days=days) for days in (30, 90, 180)
    ]
    loose = Brief(id="loose", title="Loose", status="landed", landed_on=ago(30))
    assert due(quiet(), loose, landed(30, status="moving"), days=160) == []


@pytest.mark.parametrize(("in_days", "listed"), [(-400, True), (14, True), (15, False)])
def test_signals_without_response(in_days, listed):
    on = ago(-in_days)
    signals = (
        Signal(on=on, what="Answered", response="Moved it"),
        Signal(on=on, what="Closed", closed_on=TODAY),
        Signal(what="Some day"),
        Signal(on=on, what="Late", party="risk", response=" \n"),
        Signal(on=on, what="Rumour"),
    )
    lines = [
        AgendaLine(on, "signal", what, who, "work", "", Place("briefs", "work", ("signals", at)))
        for at, what, who in ((3, "Late", "Risk"), (4, "Rumour", ""))
    ]
    assert due(quiet(), brief(signals=signals)) == (lines if listed else [])


def test_oldest_first_then_by_kind_then_as_in_the_file():
    def work(key: str) -> Brief:
        return Brief(
            id=key,
            title=key,
            signals=(Signal(on=TODAY), Signal(on=ago(3))),
            decision_rights=(DecisionRight(due=TODAY),),
            commitments=tuple(
                Commitment(due=day, state="accepted") for day in (TODAY, ago(-1), TODAY)
            ),
        )

    coalition = circle(
        member("ana", cadence_days=5),
        forums=(Forum(name="Walk", next_on=TODAY),),
        review_months=0,
    )
    lines = due(coalition, work("b1"), landed(30), work("b2"))
    assert [(line.kind, line.brief, line.place.path) for line in lines] == [
        ("signal", "b1", ("signals", 1)),
        ("signal", "b2", ("signals", 1)),
        ("commitment", "b1", ("commitments", 0)),
        ("commitment", "b1", ("commitments", 2)),
        ("commitment", "b2", ("commitments", 0)),
        ("commitment", "b2", ("commitments", 2)),
        ("decision", "b1", ("decision_rights", 0)),
        ("decision", "b2", ("decision_rights", 0)),
        ("forum", "", ("forums", 0)),
        ("contact", "", ("members", 0)),
        ("review", "", ("reviews",)),
        ("landed", "win", ("interactions",)),
        ("signal", "b1", ("signals", 0)),
        ("signal", "b2", ("signals", 0)),
        ("commitment", "b1", ("commitments", 1)),
        ("commitment", "b2", ("commitments", 1)),
    ]


def test_the_last_days_of_the_calendar():
    last = landed(0, landed_on=date.max)
    coalition = circle(
        member("ana", cadence_days=100_000), started_on=date.max, interactions=(met("ask", "ana"),)
    )
    lines = agenda(around(coalition, last), date.max, 10**9)
    assert [line.kind for line in lines] == ["contact"]


def test_nothing_is_due_in_an_empty_workspace():
    assert agenda(Workspace(), TODAY) == []
