"""Purpose, and leaning on one person."""

import pytest

from coalition_tui.model import Interaction
from tests.rules.circle import circle, found, member, met


@pytest.mark.parametrize("purpose", ["", " \n\t"])
def test_a_purpose_of_white_space_is_none(purpose):
    coalition = circle(purpose=purpose)
    assert found("no-purpose", coalition) == [("fail", "No shared purpose.", "/purpose")]


def test_a_purpose_is_enough():
    assert found("no-purpose", circle(purpose="Fewer relaunches")) == []


def leaning(shares: dict[str, int], *members: str) -> list[tuple[str, str, str]]:
    """What `glue` finds when each member is met alone, so many times."""
    events = tuple(met("social", person) for person, n in shares.items() for _ in range(n))
    return found("glue", circle(*(members or shares), interactions=events))


def test_one_member_in_more_than_half_of_three():
    assert leaning({"ana": 4, "bo": 2, "cy": 1}) == [
        ("warn", "Leans on Ana: in 57% of contacts.", "/members/0")
    ]


def test_with_three_members_exactly_half_is_the_limit():
    assert leaning({"ana": 3, "bo": 2, "cy": 1}) == []


def test_with_five_members_exactly_two_fifths_is_the_limit():
    assert leaning({"ana": 4, "bo": 3, "cy": 1, "di": 1, "ed": 1}) == []
    assert leaning({"ana": 41, "bo": 20, "cy": 19, "di": 10, "ed": 10}) == [
        ("warn", "Leans on Ana: in 41% of contacts.", "/members/0")
    ]


def test_the_limit_is_compared_without_rounding_and_the_share_is_rounded_half_up():
    # 1.5 / 3 is met exactly by 100 of 200 and passed by 101, which is 50.5 %.
    assert leaning({"ana": 100, "bo": 60, "cy": 40}) == []
    assert leaning({"ana": 101, "bo": 59, "cy": 40}) == [
        ("warn", "Leans on Ana: in 51% of contacts.", "/members/0")
    ]


def test_several_members_may_be_above_the_limit():
    events = tuple(met("forum", "ana", "bo", days=each) for each in range(5))
    coalition = circle("ana", "bo", "cy", interactions=events)
    assert [pointer for _, _, pointer in found("glue", coalition)] == ["/members/0", "/members/1"]


def test_two_members_or_four_contacts_are_not_enough_data():
    assert leaning({"ana": 9, "bo": 1}) == [
        (
            "unknown",
            "Not enough data: 2 members and 10 contacts in 180 days; it takes 3 and 5.",
            "/interactions",
        )
    ]
    (finding,) = leaning({"ana": 4, "bo": 0, "cy": 0})
    assert finding[0] == "unknown"


def test_only_contacts_with_members_within_180_days_are_counted():
    four = [met("social", person, days=180) for person in ("ana", "bo", "cy", "bo")]
    others = [
        met("seen", "ana"),
        met("social", "ed"),
        met("social", "ana", days=181),
        met("social", "ana", days=-1),
        Interaction(kind="social", people=("ana",)),
    ]
    (finding,) = found("glue", circle("ana", "bo", "cy", interactions=tuple(four + others)))
    assert "3 members and 4 contacts" in finding[1]
    enough = (*four, met("give", "ed", by="cy"), *others)
    assert found("glue", circle("ana", "bo", "cy", interactions=enough)) == []


def test_those_who_left_are_no_members():
    coalition = circle("ana", "bo", member("cy", left_on=met("social").on))
    assert found("glue", coalition)[0][1].startswith("Not enough data: 2 members")


def test_the_one_who_connects_others():
    events = (met("seen", "ana", "bo", days=365), met("give", "cy", by="ana"))
    coalition = circle("bo", "ana", "cy", interactions=events)
    assert found("glue", coalition)[1:] == [
        ("warn", "Only Ana connects Bo with the others.", "/members/1")
    ]


def test_the_smaller_side_is_named_and_of_two_the_one_with_the_earliest_member():
    events = (met("forum", "bo", "cy"), met("social", "cy", "di"), met("social", "di", "ed"))
    coalition = circle("ana", "ed", "di", "cy", "bo", interactions=events)
    assert [message for _, message, _ in found("glue", coalition)[1:]] == [
        "Only Di connects Ed with the others.",
        "Only Cy connects Bo with the others.",
    ]
    trio = circle(
        "cy", "ana", "bo", interactions=(met("ask", "ana", "bo"), met("ask", "ana", "cy"))
    )
    assert found("glue", trio)[1][1] == "Only Ana connects Cy with the others."


@pytest.mark.parametrize(
    "closing",
    [met("seen", "bo", "cy"), met("defend", "bo", by="cy"), met("forum", "bo", "cy", "ana")],
)
def test_nobody_alone_connects_a_circle(closing):
    events = (met("social", "ana", "bo"), met("social", "ana", "cy"), closing)
    assert len(found("glue", circle("ana", "bo", "cy", interactions=events))) == 1


@pytest.mark.parametrize(
    "late", [met("social", "ana", "cy", days=366), met("social", "ana", "ed"), met("ask", "cy")]
)
def test_older_interactions_guests_and_me_connect_nobody(late):
    events = (met("social", "ana", "bo"), late)
    assert len(found("glue", circle("ana", "bo", "cy", interactions=events))) == 1
