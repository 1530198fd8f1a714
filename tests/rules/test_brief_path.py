"""Who decides, who speaks for the work, and who notices when reality changes."""

from typing import Any

import pytest

from coalition_tui.model import Conflict, DecisionRight, Room, Signal
from tests.rules.briefing import ago, brief, legal, me, sales, seen, where


def right(*deciders: str, **more: Any) -> DecisionRight:
    return DecisionRight(**{"id": "d", "decision": "Go?", "deciders": deciders, **more})


@pytest.mark.parametrize(
    ("conflict", "rights", "is_found"),
    [
        (Conflict(about="Price"), (), True),
        (Conflict(about="Price", decision="d"), (right(),), True),
        (Conflict(about="Price", decision="d"), (right("legal"),), False),
        (Conflict(about="Price", decision="d"), (right("legal", "me"),), False),
        (Conflict(about="Price", resolved_on=ago(-9)), (), False),
    ],
)
def test_an_open_conflict_has_a_decider(conflict, rights, is_found):
    found = seen("decider", brief(conflicts=(conflict,), decision_rights=rights))
    expected = ("fail", "/conflicts/0", 'No decider for "Price".')
    assert (expected in found) is is_found


def test_a_decision_has_one_decider():
    rights = (right(state="decided"), right("me"), right("me", "legal", decision="Stop?"))
    conflicts = (Conflict(about="Price"),)
    assert seen("decider", brief(conflicts=conflicts, decision_rights=rights)) == [
        ("fail", "/conflicts/0", 'No decider for "Price".'),
        ("warn", "/decision_rights/0", 'Nobody decides "Go?".'),
        ("warn", "/decision_rights/2", '2 deciders for "Stop?": name one.'),
    ]


OWNERS = (me(dependency_owner=True), sales(dependency_owner=True), legal(dependency_owner=True))


@pytest.mark.parametrize(
    ("chosen", "message"),
    [
        (right("me"), 'Sales, Legal have not accepted that Ops decides "Go?".'),
        (right("legal", state="decided"), 'Sales have not accepted that Legal decides "Go?".'),
        (right("me", accepted_by=("sales",)), 'Legal have not accepted that Ops decides "Go?".'),
        (right("me", accepted_by=("legal", "sales")), ""),
        (right("me", "legal"), ""),
        (right(), ""),
    ],
)
def test_those_it_depends_on_accept_the_decider(chosen, message):
    asking = brief(status="asking", parties=OWNERS, decision_rights=(chosen,))
    assert seen("authority", asking) == (
        [("warn", "/decision_rights/0", message)] if message else []
    )


@pytest.mark.parametrize(
    ("status", "is_found"),
    [("sharing", False), ("asking", True), ("moving", True), ("landed", False)],
)
def test_authority_is_asked_for_while_asking_and_moving(status, is_found):
    subject = brief(status=status, parties=OWNERS, decision_rights=(right("me"),))
    assert bool(seen("authority", subject)) is is_found


def test_others_than_those_it_depends_on_need_not_accept():
    assert seen("authority", brief(status="asking", decision_rights=(right("me"),))) == []


@pytest.mark.parametrize(
    ("advocates", "message"),
    [
        ((), "Nobody speaks for the work in Board."),
        (("me",), "Nobody but you speaks in Board."),
        (("me", "legal"), ""),
        (("legal",), ""),
    ],
)
def test_somebody_else_speaks_in_every_room(advocates, message):
    rooms = (Room(id="r", name="Board", advocates=advocates),)
    assert seen("silent-room", brief(rooms=rooms)) == (
        [("warn", "/rooms/0", message)] if message else []
    )


def test_those_it_depends_on_give_early_warning():
    parties = (
        me(dependency_owner=True, early_warning=" "),
        legal(dependency_owner=True, early_warning="x"),
        sales(),
    )
    assert seen("no-early-warning", brief(status="sharing", parties=parties)) == [
        ("warn", "/parties/0", "Ops has no early warning on record.")
    ]
    assert seen("no-early-warning", brief(parties=parties)) == []


@pytest.mark.parametrize(
    ("signal", "found"),
    [
        (Signal(on=ago(8), what="Delay"), ['"Delay" has waited 8 days for a response.']),
        (Signal(on=ago(8), response=" "), ['"" has waited 8 days for a response.']),
        (Signal(on=ago(7)), []),
        (Signal(on=ago(-8)), []),
        (Signal(), []),
        (Signal(on=ago(8), response="x"), []),
        (Signal(on=ago(8), closed_on=ago(-1)), []),
    ],
)
def test_a_signal_waits_a_week_at_most(signal, found):
    expected = [("warn", "/signals/0", message) for message in found]
    assert seen("open-signal", brief(signals=(signal,))) == expected


def test_a_room_is_named_whole():
    name = "R" * 200
    assert where("silent-room", brief(rooms=(Room(id="r", name=name),))) == ["/rooms/0"]
    assert name in seen("silent-room", brief(rooms=(Room(id="r", name=name),)))[0][2]
