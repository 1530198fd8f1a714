"""How each tie is kept."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from coalition_tui.model import Brief, Commitment, Interaction, Party
from tests.rules.circle import TODAY, ago, circle, found, member, met


def one(rule: str, *events: Interaction) -> list[tuple[str, str]]:
    """What a rule finds of Ana, the only member."""
    return [each[:2] for each in found(rule, circle("ana", interactions=events))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (30, []),
        (31, [("warn", "Ana: no contact for 31 days (meant: every 30).", "/members/0")]),
        (45, [("warn", "Ana: no contact for 45 days (meant: every 30).", "/members/0")]),
        (46, [("fail", "Ana: no contact for 46 days (meant: every 30).", "/members/0")]),
    ],
)
def test_neglect_is_counted_from_the_last_contact(days, expected):
    events = (met("ask", "ana", days=days), met("ask", "ana", days=400))
    assert found("neglect", circle(member("ana", cadence_days=30), interactions=events)) == expected


def test_one_and_a_half_times_an_odd_rhythm_is_not_rounded():
    coalition = circle(member("ana", cadence_days=31), interactions=(met("ask", "ana", days=46),))
    assert found("neglect", coalition)[0][0] == "warn"
    coalition = circle(member("ana", cadence_days=31), interactions=(met("ask", "ana", days=47),))
    assert found("neglect", coalition)[0][0] == "fail"


def test_those_never_met_come_after_those_neglected():
    events = (met("social", "bo", days=100), met("seen", "ana"), met("social", "ana", days=-1))
    seats = [member(person, cadence_days=10) for person in ("ana", "bo")]
    assert found("neglect", circle(*seats, interactions=events)) == [
        ("fail", "Bo: no contact for 100 days (meant: every 10).", "/members/1"),
        ("warn", "Ana: no contact on record.", "/members/0"),
    ]


def test_what_a_member_did_is_contact_and_no_rhythm_means_no_neglect():
    met_by_bo = met("give", "ed", by="bo")
    seats = (member("ana"), member("bo", cadence_days=10), member("", cadence_days=1))
    assert found("neglect", circle(*seats, interactions=(met_by_bo,))) == []


NEEDS = (
    met("ask", "ana", days=365),
    met("social", "ana", brief="win"),
    met("ask", "ed", by="ana"),
)


def test_transactional_when_each_contact_of_a_year_has_a_need():
    expected = [("warn", "Ana hears from you only when something is needed.")]
    assert one("transactional", *NEEDS, met("seen", "ana")) == expected
    assert one("transactional", *NEEDS, met("social", "ana", days=366)) == expected


def test_one_contact_without_a_need_is_enough():
    assert one("transactional", *NEEDS, met("social", "ana", days=365)) == []


@pytest.mark.parametrize("third", [met("ask", "ana", days=366), met("seen", "ana", brief="win")])
def test_transactional_takes_three_contacts(third):
    assert one("transactional", *NEEDS[:2], third) == []


def test_giving_four_times_out_of_five_flows_one_way():
    giving = [met(kind, "ana", "bo", days=365) for kind in ("give", "defend", "introduce")]
    flow = (*giving, met("celebrate", "ana"), met("receive", "ana"))
    assert one("reciprocity", *flow) == [("warn", "With Ana it flows one way: you mostly give.")]
    assert one("reciprocity", *flow, met("receive", "ana")) == []
    assert one("reciprocity", *flow[:3], met("receive", "ana")) == []


def test_receiving_counts_what_they_gave_to_anybody():
    gifts = [met(kind, "ed", by="ana") for kind in ("give", "defend", "introduce")]
    assert one("reciprocity", *gifts, met("receive", by="ana")) == [
        ("warn", "With Ana it flows one way: you mostly receive.")
    ]


@pytest.mark.parametrize(
    "no_flow",
    [
        met("give", "ana", days=366),
        met("celebrate", "ed", by="ana"),
        met("give", "ana", by="bo"),
        met("social", "ana"),
        met("receive", "bo"),
    ],
)
def test_reciprocity_takes_four_of_them(no_flow):
    assert one("reciprocity", *[met("give", "ana")] * 3, no_flow) == []


def test_a_third_ask_in_thirty_days_is_heavy():
    asks = [met("ask", "ana", days=days) for days in (0, 30, 30)]
    assert one("heavy-asks", *asks) == [("warn", "3 asks to Ana in 30 days.")]


@pytest.mark.parametrize(
    "third", [met("ask", "ana", days=31), met("ask", "ana", by="bo"), met("ask", "bo", by="ana")]
)
def test_two_asks_are_not_heavy(third):
    assert one("heavy-asks", met("ask", "ana"), met("ask", "ana", "bo"), third) == []


SHOWN: dict[str, Any] = {"evidence": ("fair",)}


def test_broken_trust_stays_until_a_later_day_shows_it_again():
    broken = [met("seen", "ana", days=days, held=False, **SHOWN) for days in (50, 20)]
    expected = [("fail", "Ana: trust broken on 2026-11-01, nothing has restored it.")]
    assert one("broken-trust", *broken) == expected
    for too_early in (21, 20):
        assert one("broken-trust", *broken, met("give", "ana", days=too_early, **SHOWN)) == expected
    assert one("broken-trust", *broken, met("give", "ana", days=19)) == expected
    assert one("broken-trust", *broken, met("seen", "ana", days=19, **SHOWN)) == []


def test_trust_breaks_neither_with_others_nor_in_the_future():
    events = (met("ask", "bo", held=False), met("ask", "ana", days=-1, held=False))
    assert one("broken-trust", *events) == []


def test_often_seen_and_never_tested():
    seen = [met("seen", "ana"), met("forum", "ana", days=180), met("forum", "bo", by="ana")]
    untested = met("give", "ana", held=False, **SHOWN)
    expected = [("hint", "Ana: often seen together, never tested.")]
    assert one("seen-not-tested", *seen, untested) == expected
    assert one("seen-not-tested", *seen, met("give", "ana", days=900, **SHOWN)) == []


@pytest.mark.parametrize("third", [met("seen", "ana", days=181), met("social", "ana")])
def test_seen_twice_is_not_often(third):
    assert one("seen-not-tested", met("seen", "ana"), met("forum", "ana"), third) == []


def promises(*states: Any, by: str = "me", due_in: int = -1, **more: Any) -> Brief:
    """A linked brief with commitments in these states, all due on the same day."""
    parties = (
        Party(id="me", name="Us", me=True, person="bo"),
        Party(id="a1", name="Legal", person="ana"),
        Party(id="a2", name="Risk", person="ana"),
    )
    due = TODAY + timedelta(days=due_in)
    commitments = tuple(Commitment(by=by, state=each, due=due) for each in states)
    fields: dict[str, Any] = {"id": f"b-{by}", "title": "Work", "coalition": "circle", **more}
    return Brief(parties=parties, commitments=commitments, **fields)


def test_fewer_than_four_fifths_kept():
    kept_two = promises("kept", "kept", "broken")
    assert found("reliability", circle("ana"), kept_two) == [
        ("warn", "You kept 2 of 3 commitments.", "")
    ]


def test_four_of_five_is_reliable():
    assert found("reliability", circle("ana"), promises(*["kept"] * 4, "accepted")) == []


def test_what_is_overdue_counts_and_what_is_due_today_does_not():
    late = promises("kept", "kept", "accepted")
    assert found("reliability", circle("ana"), late)[0][1] == "You kept 2 of 3 commitments."
    today = promises("kept", "kept", "accepted", "asked", "proposed", "withdrawn", due_in=0)
    assert found("reliability", circle("ana"), today) == []


def test_members_by_person_over_all_their_parties_after_me():
    briefs = (
        promises("broken", by="a1"),
        promises("broken", "kept", by="a2"),
        promises("broken", "broken", "broken"),
    )
    assert found("reliability", circle("bo", "ana"), *briefs) == [
        ("warn", "You kept 0 of 3 commitments.", ""),
        ("warn", "Ana kept 1 of 3.", "/members/1"),
    ]


def test_a_party_without_a_person_and_nobody_are_not_me():
    broken = promises("broken", "broken", "broken", by="a1")
    anonymous = tuple(msgspec.structs.replace(each, person="") for each in broken.parties)
    assert (
        found("reliability", circle("ana"), msgspec.structs.replace(broken, parties=anonymous))
        == []
    )
    assert found("reliability", circle("ana"), promises("broken", "broken", "broken", by="")) == []


def test_other_briefs_and_fewer_than_three_say_nothing_of_reliability():
    elsewhere = promises("broken", "broken", "broken", coalition="")
    assert (
        found("reliability", circle("ana"), elsewhere, promises("broken", "broken", by="a1")) == []
    )


def test_the_day_that_is_asked_for_decides():
    coalition = circle(member("ana", cadence_days=5), interactions=(met("social", "ana", days=10),))
    assert found("neglect", coalition, today=ago(5)) == []
    assert found("neglect", coalition, today=ago(11))[0][1] == "Ana: no contact on record."
