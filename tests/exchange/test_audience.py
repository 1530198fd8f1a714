"""What leaves with a brief, and what stays for a room."""

import msgspec
import pytest

from coalition_tui.exchange.audience import bundle_of, everything, for_room
from coalition_tui.integrity import references
from coalition_tui.model import (
    Brief,
    Coalition,
    Conversation,
    Interaction,
    Interest,
    Member,
    Party,
    Person,
)
from coalition_tui.workspace import Workspace

BRIEF = Brief(
    id="launch",
    title="Launch",
    coalition="table",
    parties=(
        Party(
            id="legal",
            name="Legal",
            person="ada",
            interests=(
                Interest(id="i1", stance="need", text="Time"),
                Interest(id="i2", stance="fear", text="Blame", confidential=True),
            ),
        ),
    ),
    conversations=(
        Conversation(id="c1", kind="ask"),
        Conversation(id="c2", kind="listen", confidential=True),
    ),
)
OTHER = Brief(id="other", title="Other", coalition="elsewhere")
TABLE = Coalition(
    id="table",
    name="Table",
    members=(Member(id="m1", person="bo"),),
    interactions=(
        Interaction(id="x1", kind="give", by="cy", people=("bo",), brief="launch"),
        Interaction(id="x2", kind="ask", people=("bo",), brief="other", confidential=True),
    ),
)
PEOPLE = {key: Person(id=key, name=key.title()) for key in ("ada", "bo", "cy", "dee")}
WORKSPACE = Workspace(
    briefs={"launch": BRIEF, "other": OTHER},
    coalitions={"elsewhere": Coalition(id="elsewhere", name="E"), "table": TABLE},
    people=PEOPLE,
)


def test_a_brief_brings_its_coalition_and_the_people_of_both() -> None:
    bundle = bundle_of(WORKSPACE, ["launch"])
    assert bundle.briefs == (BRIEF,)
    assert [each.id for each in bundle.coalitions] == ["table"]
    assert [each.id for each in bundle.people] == ["ada", "bo", "cy"]


def test_references_to_briefs_that_stay_are_cleared_and_their_interactions_come() -> None:
    (table,) = bundle_of(WORKSPACE, ["launch"]).coalitions
    assert [(each.id, each.brief) for each in table.interactions] == [("x1", "launch"), ("x2", "")]
    (whole,) = bundle_of(WORKSPACE, ["other", "launch"]).coalitions[1:]
    assert whole == TABLE


def test_no_reference_of_a_bundle_leads_nowhere(samples: Workspace) -> None:
    for key in samples.briefs:
        bundle = bundle_of(samples, [key])
        for target, held in (("brief", bundle.briefs), ("person", bundle.people)):
            ids = {each.id for each in held}
            for top in (*bundle.briefs, *bundle.coalitions):
                assert {found.id for found in references(top, target)} <= ids


def test_briefs_come_in_the_order_they_were_asked_for() -> None:
    bundle = bundle_of(WORKSPACE, ["other", "launch"])
    assert [each.id for each in bundle.briefs] == ["other", "launch"]


def test_a_brief_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        bundle_of(WORKSPACE, ["ghost"])


def test_control_characters_stay() -> None:
    loud = Workspace(briefs={"a": Brief(id="a", title="\x1b[2Jx", tags=("\x07t",))})
    (brief,) = everything(loud).briefs
    assert (brief.title, brief.tags) == ("[2Jx", ("t",))


def test_a_room_sees_nothing_that_was_told_in_confidence() -> None:
    room, withheld = for_room(bundle_of(WORKSPACE, ["launch"]))
    assert withheld == 3
    assert [each.id for each in room.briefs[0].conversations] == ["c1"]
    assert [each.id for each in room.briefs[0].parties[0].interests] == ["i1"]
    assert [each.id for each in room.coalitions[0].interactions] == ["x1"]


def test_without_confidences_the_room_sees_all() -> None:
    bundle = bundle_of(WORKSPACE, ["other"])
    assert for_room(bundle) == (bundle, 0)


def test_who_stands_only_in_a_confidence_stays_out_of_the_room() -> None:
    met = Interaction(id="x3", kind="ask", people=("dee", "cy"), confidential=True)
    table = msgspec.structs.replace(TABLE, interactions=(*TABLE.interactions, met))
    bundle = bundle_of(
        Workspace(briefs={"launch": BRIEF}, coalitions={"table": table}, people=PEOPLE), ["launch"]
    )
    assert "dee" in {each.id for each in bundle.people}
    room, _ = for_room(bundle)
    assert [each.id for each in room.people] == ["ada", "bo", "cy"]


def test_who_stands_nowhere_is_no_secret() -> None:
    bundle = everything(WORKSPACE)
    assert "dee" in {each.id for each in for_room(bundle)[0].people}
