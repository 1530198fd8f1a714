"""Commitments: mutual, dated, kept, and shared."""

import pytest

from tests.rules.briefing import ago, brief, promise, seen, where


@pytest.mark.parametrize(
    ("others", "is_found"),
    [
        ((), True),
        ((promise("legal", "kept", "sales"),), True),
        ((promise("legal", "kept", "legal"),), True),
        ((promise("", "kept", "legal"), promise("", "kept")), True),
        ((promise("me", "declined", "legal"), promise("me", "withdrawn")), True),
        ((promise("me", "proposed", "legal"),), False),
        ((promise("me", "broken"),), False),
        ((promise("sales", "asked", "legal"),), False),
    ],
)
def test_who_only_gives_is_named(others, is_found):
    found = seen("one-way", brief(commitments=(promise("legal", "asked"), *others)))
    assert ("/parties/1" in [pointer for _, pointer, _ in found]) is is_found


def test_one_way_counts_live_commitments_of_others():
    given = (promise("legal", "broken", "me"), promise("legal", "kept", "legal"))
    gone = (promise("legal", "declined"), promise("sales", "withdrawn"))
    assert seen("one-way", brief(commitments=(*given, *gone))) == [
        ("warn", "/parties/1", "Legal gives 2 and receives nothing.")
    ]
    assert seen("one-way", brief(commitments=(promise("me"),))) == []


@pytest.mark.parametrize(
    ("state", "days", "is_found"),
    [
        ("accepted", 1, True),
        ("accepted", 0, False),
        ("accepted", None, False),
        ("asked", 9, False),
        ("kept", 9, False),
    ],
)
def test_what_is_accepted_and_past_its_day_is_overdue(state, days, is_found):
    due = None if days is None else ago(days)
    assert where("overdue", brief(commitments=(promise("legal", state, due=due),))) == (
        ["/commitments/0"] if is_found else []
    )


def test_overdue_says_who_owes_what_since_when():
    owed = (promise("sales", what="A list", due=ago(1)), promise("", what="Tea", due=ago(2)))
    assert seen("overdue", brief(commitments=owed)) == [
        ("fail", "/commitments/0", 'Sales owes "A list" since 2026-11-20.'),
        ("fail", "/commitments/1", 'Nobody owes "Tea" since 2026-11-19.'),
    ]


@pytest.mark.parametrize(
    ("state", "due", "is_found"),
    [
        ("asked", None, True),
        ("accepted", None, True),
        ("accepted", ago(0), False),
        ("proposed", None, False),
        ("kept", None, False),
    ],
)
def test_a_commitment_has_a_date(state, due, is_found):
    found = seen("undated", brief(commitments=(promise("me", state, what="A list", due=due),)))
    assert found == ([("hint", "/commitments/0", '"A list" has no date.')] if is_found else [])


@pytest.mark.parametrize(
    ("commitments", "count"),
    [
        ([promise("me")] * 3, 3),
        ([*[promise("me", "broken")] * 4, promise("legal", "declined")], 4),
        ([promise("me")] * 2, 0),
        ([*[promise("me")] * 3, promise("")], 0),
        ([promise("legal")] * 3, 0),
    ],
)
def test_the_work_is_shared(commitments, count):
    message = f"All {count} commitments are yours."
    assert seen("lone-owner", brief(commitments=tuple(commitments))) == (
        [("warn", "/commitments", message)] if count else []
    )


def test_without_a_side_of_your_own_nothing_is_yours():
    assert seen("lone-owner", brief(parties=(), commitments=(promise(""),) * 3)) == []
