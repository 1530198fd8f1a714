"""Losses, silence, and words of politics theatre."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from coalition_tui.model import Brief, Commitment, DecisionRight, Room
from coalition_tui.rules.rehearsal import Lost, is_enough, rehearse, rehearse_each
from tests.rules.briefing import brief, legal, me, promise, sales, seen, talk, where


def lost(subject: Brief, *without: str) -> dict[str, list[str]]:
    found = rehearse(subject, frozenset(without))
    return {
        name: [each.id for each in getattr(found, name)]
        for name in Lost.__struct_fields__
        if getattr(found, name)
    }


def backed(by: str, backup: str = "", state: Any = "accepted") -> Brief:
    return brief(commitments=(Commitment(id="c", by=by, backup=backup, state=state),))


@pytest.mark.parametrize(
    ("subject", "without", "is_lost"),
    [
        (backed("legal"), ["legal"], True),
        (backed("legal", state="proposed"), ["legal"], True),
        (backed("legal", state="asked"), ["legal"], True),
        (backed("legal", state="kept"), ["legal"], False),
        (backed("legal", state="broken"), ["legal"], False),
        (backed("legal"), ["sales"], False),
        (backed("legal", "sales"), ["legal"], False),
        (backed("legal", "sales"), ["sales"], False),
        (backed("legal", "sales"), ["legal", "sales"], True),
        (backed("legal", "legal"), ["legal"], True),
        (backed("me"), ["me"], True),
        (backed("", "legal"), ["legal"], False),
        (backed("legal"), [], False),
    ],
)
def test_commitments_are_lost_with_those_who_give_them(subject, without, is_lost):
    assert lost(subject, *without) == ({"commitments": ["c"]} if is_lost else {})


@pytest.mark.parametrize(
    ("fields", "without", "is_lost"),
    [
        ({"deciders": ("legal",)}, ["legal"], True),
        ({"deciders": ("legal", "me")}, ["legal"], False),
        ({"deciders": ("legal", "me")}, ["legal", "me"], True),
        ({"deciders": ("legal",), "backup": "sales"}, ["legal"], False),
        ({"deciders": ("legal",), "backup": "sales"}, ["legal", "sales"], True),
        ({"deciders": ("legal",), "state": "decided"}, ["legal"], False),
        ({"deciders": ()}, ["legal"], False),
        ({"deciders": (), "backup": "legal"}, ["legal"], False),
    ],
)
def test_open_decisions_are_lost_with_their_deciders(fields, without, is_lost):
    subject = brief(decision_rights=(DecisionRight(id="d", **fields),))
    assert lost(subject, *without) == ({"decision_rights": ["d"]} if is_lost else {})


@pytest.mark.parametrize(
    ("advocates", "without", "is_lost"),
    [
        (("legal",), ["legal"], True),
        (("legal", "me"), ["legal"], True),
        (("legal", "sales"), ["legal"], False),
        (("legal", "sales"), ["sales", "legal"], True),
        (("me",), ["me"], False),
        ((), ["legal"], False),
    ],
)
def test_rooms_are_lost_with_those_who_speak_there(advocates, without, is_lost):
    subject = brief(rooms=(Room(id="r", name="r", advocates=advocates),))
    assert lost(subject, *without) == ({"rooms": ["r"]} if is_lost else {})


def test_each_of_the_others_is_rehearsed_alone_in_their_order():
    found = rehearse_each(backed("sales"))
    assert [(party.id, each.survives) for party, each in found] == [
        ("legal", True),
        ("sales", False),
    ]


@pytest.mark.parametrize(
    ("more", "is_told"),
    [
        ({"commitments": (promise("me", "declined"),)}, True),
        ({"decision_rights": (DecisionRight(id="d"),)}, True),
        ({"decision_rights": (DecisionRight(id="d", state="decided"),)}, False),
        ({"rooms": (Room(id="r", name="r"),)}, True),
        ({"rooms": (Room(id="r", name="r"),), "parties": (me(), legal())}, False),
        ({"rooms": (Room(id="r", name="r"),), "parties": (sales(), legal())}, True),
        ({}, False),
    ],
)
def test_a_rehearsal_needs_two_others_and_something_to_lose(more, is_told):
    subject = brief(**more)
    assert is_enough(subject) is is_told
    severities = [severity for severity, _, _ in seen("first-collision", subject)]
    assert severities == ([] if is_told else ["unknown"])


def test_too_little_data_is_said_at_the_parties():
    ((severity, pointer, message),) = seen("first-collision", brief())
    assert (severity, pointer) == ("unknown", "/parties")
    assert message.startswith("Not enough data")


def test_the_first_collision_names_those_whose_loss_breaks_it():
    subject = brief(
        commitments=(promise("sales"), promise("me"), promise("legal", backup="me")),
    )
    message = "Survives the loss of 1 of 2 parties; breaks without Sales."
    assert seen("first-collision", subject) == [("warn", "/parties", message)]


@pytest.mark.parametrize("status", ["draft", "sharing", "asking", "moving", "landed", "stopped"])
def test_silence_counts_while_asking_and_moving(status):
    subject = brief(status=status, conversations=(talk("update", days=31),))
    expected = [("warn", "/conversations", "No conversation for 31 days.")]
    assert seen("quiet", subject) == (expected if status in ("asking", "moving") else [])


def moment(hour: int, zone: timezone = UTC) -> datetime:
    """Thirty-one days ago, at an hour."""
    return datetime(2026, 10, 21, hour, tzinfo=zone)


@pytest.mark.parametrize(
    ("talks", "updated", "is_found"),
    [
        ((talk("update", days=30),), None, False),
        ((talk("update", days=31), talk("listen", days=30)), None, False),
        ((talk("update", days=31), talk("ask", days=-2)), None, False),
        ((talk("update", days=31),), moment(0) + timedelta(days=9), True),
        ((talk("update", days=None),), moment(23), True),
        ((), moment(23), True),
        ((), moment(23) + timedelta(hours=1), False),
        ((), moment(23, timezone(timedelta(hours=-2))), False),
        ((), None, False),
    ],
)
def test_silence_begins_after_thirty_days(talks, updated, is_found):
    subject = brief(status="moving", conversations=talks, updated_at=updated)
    assert where("quiet", subject) == (["/conversations"] if is_found else [])
