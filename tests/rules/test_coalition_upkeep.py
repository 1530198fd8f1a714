"""What keeps a coalition alive."""

from datetime import date, datetime, timedelta, timezone

import pytest

from coalition_tui.model import Forum, Person, Review, RoleChange, Shift
from coalition_tui.rules.coalition_upkeep import last_review, whole_months
from tests.rules.circle import TODAY, ago, circle, found, landed, member, met


def test_a_year_without_introductions():
    late = met("introduce", "ana", "bo", days=366)
    assert found("no-introductions", circle("ana", "bo", "cy", interactions=(late,))) == [
        ("hint", "Nobody was introduced to anybody in a year.", "/interactions")
    ]


def test_an_introduction_within_a_year_or_two_members_only():
    just = met("introduce", "ed", days=365)
    assert found("no-introductions", circle("ana", "bo", "cy", interactions=(just,))) == []
    assert found("no-introductions", circle("ana", "bo")) == []


def test_a_forum_without_a_date_ahead_is_none():
    forums = (Forum(name="Breakfast", next_on=ago(1)), Forum(name="Walk"))
    expected = [("warn", "No next meeting outside the projects.", "/forums")]
    assert found("no-forum", circle("ana")) == expected
    assert found("no-forum", circle("ana", forums=forums)) == expected
    assert (
        found("no-forum", circle("ana", forums=(*forums, Forum(name="Call", next_on=TODAY)))) == []
    )


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        (date(2026, 2, 22), []),
        (date(2026, 2, 21), [("warn", "Review due: 9 months.", "/reviews")]),
        (date(2025, 10, 22), [("warn", "Review due: 12 months.", "/reviews")]),
        (date(2025, 10, 21), [("fail", "Review overdue: 13 months.", "/reviews")]),
    ],
)
def test_the_age_of_the_last_review(reviewed, expected):
    reviews = (Review(on=reviewed), Review(on=date(2020, 1, 1)), Review(on=ago(-1)), Review())
    assert found("refresh", circle(reviews=reviews)) == expected


def test_without_a_review_it_counts_from_the_start_or_the_day_it_was_written_down():
    assert (
        found("refresh", circle(started_on=date(2025, 1, 1)))[0][1] == "Review overdue: 22 months."
    )
    made = datetime(2026, 2, 21, 1, tzinfo=timezone(timedelta(hours=3)))
    coalition = circle(started_on=None, created_at=made)
    assert last_review(coalition, TODAY) == date(2026, 2, 20)
    assert found("refresh", coalition)[0][1] == "Review due: 9 months."
    assert last_review(circle(created_at=made), TODAY) == TODAY


def test_nothing_is_due_where_no_day_is_known():
    shifted = circle(started_on=None, shifts=(Shift(on=TODAY, what="Less"),))
    assert found("refresh", shifted) == []


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 5, 31), date(2026, 5, 31), 0),
        (date(2026, 5, 31), date(2026, 5, 30), -1),
        (date(9999, 10, 31), date(9999, 12, 31), 2),
    ],
)
def test_whole_months(start, end, months):
    assert whole_months(start, end) == months


def test_changes_of_role_and_strategy_after_the_last_review():
    changes = tuple(RoleChange(on=day) for day in (ago(10), ago(3), None, ago(-1)))
    people = [
        Person(id="ana", name="Ana", changes=changes),
        Person(id="bo", name="Bo", changes=(*changes, RoleChange(on=ago(9)), RoleChange(on=TODAY))),
    ]
    shifts = tuple(Shift(on=day, what="Less") for day in (ago(10), ago(9), None, ago(-1)))
    coalition = circle("ana", "bo", reviews=(Review(on=ago(3)),), shifts=shifts)
    assert found("refresh", coalition, *people) == [
        ("warn", "Bo changed role since the last review.", "/members/1")
    ]
    coalition = circle("ana", "bo", reviews=(Review(on=ago(10)),), shifts=shifts)
    assert found("refresh", coalition, *people) == [
        ("warn", "Ana changed role since the last review.", "/members/0"),
        ("warn", "Bo changed role since the last review.", "/members/1"),
        ("warn", "Strategy shifted since the last review: Less.", "/shifts/1"),
    ]


@pytest.mark.parametrize("months", [5, 13, 0])
def test_a_rhythm_outside_six_to_twelve(months):
    coalition = circle(review_months=months)
    message = f"A review every {months} months is outside 6 to 12."
    assert found("refresh", coalition)[-1] == ("hint", message, "/review_months")


@pytest.mark.parametrize("months", [6, 12])
def test_a_rhythm_within_six_to_twelve(months):
    assert found("refresh", circle(review_months=months)) == []


def test_five_seats_are_counted_once_a_person_over_all_coalitions():
    seat = {"five_seat": True, "investing": True}
    here = circle(member("ana", **seat), member("bo", five_seat=True), member("cy"))
    there = circle(member("ana", **seat), member("di", five_seat=True), member("ed", **seat))
    there = type(there)(id="other", name="Other", members=there.members)
    assert found("five-seats", here, there) == [("hint", "4 of five seats filled.", "/members")]


def test_five_seats_and_two_or_three_to_invest_in():
    seats = [member(person, five_seat=True) for person in ("ana", "bo", "cy", "di", "ed")]
    assert found("five-seats", circle(*seats)) == [
        ("hint", "Investing in 0: choose 2 or 3.", "/members")
    ]
    for count, findings in ((1, 1), (2, 0), (3, 0), (4, 1)):
        more = [member(f"x{each}", investing=True) for each in range(count)]
        assert len(found("five-seats", circle(*seats, *more))) == findings


def test_a_sixth_seat_is_one_too_many_and_one_that_was_left_is_free():
    seats = [member(f"p{each}", five_seat=True, investing=each < 2) for each in range(6)]
    assert found("five-seats", circle(*seats))[0][1] == "6 of five seats filled."
    assert (
        found("five-seats", circle(*seats[:5], member("ed", five_seat=True, left_on=TODAY))) == []
    )


def test_nobody_is_told_of_five_seats_who_uses_none():
    other = circle(member("ana", five_seat=True))
    other = type(other)(id="other", name="Other", members=other.members)
    assert found("five-seats", circle(member("bo", investing=True)), other) == []


def test_what_is_asked_for_the_future_counts_what_happens_until_then():
    coalition = circle("ana", reviews=(Review(on=ago(-1)),), started_on=date(2020, 1, 1))
    assert found("refresh", coalition, landed(1), today=ago(-1)) == []
    assert found("refresh", coalition)[0][0] == "fail"
