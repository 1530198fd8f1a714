"""Edits: performed, undone, and what they take with them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_tui import edits
from coalition_tui.edits import Edit, apply, inverse
from coalition_tui.model import (
    Brief,
    Coalition,
    Commitment,
    Conversation,
    Interest,
    Member,
    Party,
    Person,
    Tradeoff,
)
from coalition_tui.workspace import Place, Workspace
from tests.strategies import workspaces

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

BRIEF = Brief(
    id="b",
    title="Launch",
    sponsor="legal",
    parties=(
        Party(id="legal", name="Legal", person="ann"),
        Party(
            id="ops",
            name="Ops",
            interests=(Interest(id="i", stance="fear", text="Nights", tradeoff="t"),),
        ),
    ),
    tradeoffs=(Tradeoff(id="t", statement="Speed", absorbed_by=("legal", "ops")),),
    commitments=(Commitment(id="c", by="legal", to="ops", backup="legal"),),
    conversations=(Conversation(id="v", kind="ask", parties=("legal",)),),
)
WORKSPACE = Workspace(
    briefs={"a": Brief(id="a", title="Before"), "b": BRIEF, "z": Brief(id="z", title="After")},
    coalitions={"k": Coalition(id="k", name="Circle", members=(Member(id="m", person="ann"),))},
    people={"ann": Person(id="ann", name="Ann")},
)


def undone(workspace: Workspace, edit: Edit) -> Workspace:
    return apply(apply(workspace, edit), inverse(edit))


def in_order(workspace: Workspace) -> list[tuple[str, str]]:
    tables = ("briefs", "coalitions", "people", "trash")
    return [(name, key) for name in tables for key in getattr(workspace, name)]


def test_removing_a_party_is_one_edit_that_clears_every_reference_to_it() -> None:
    edit = edits.remove(WORKSPACE, Place("briefs", "b", ("parties", 0)), NOW)
    after = apply(WORKSPACE, edit).briefs["b"]
    assert edit.label == "Delete party Legal (and 5 references to it)"
    assert [each.id for each in after.parties] == ["ops"]
    assert after.sponsor == ""
    assert after.tradeoffs[0].absorbed_by == ("ops",)
    assert (after.commitments[0].by, after.commitments[0].backup) == ("", "")
    assert after.commitments[0].to == "ops"
    assert after.conversations[0].parties == ()
    assert undone(WORKSPACE, edit) == WORKSPACE


def test_removing_a_tradeoff_clears_the_interests_it_named() -> None:
    edit = edits.remove(WORKSPACE, Place("briefs", "b", ("tradeoffs", 0)), NOW)
    assert edit.label == "Delete tradeoff Speed (and 1 reference to it)"
    assert apply(WORKSPACE, edit).briefs["b"].parties[1].interests[0].tradeoff == ""


def test_a_deleted_brief_is_in_the_trash_and_comes_back_where_it_was() -> None:
    edit = edits.delete(WORKSPACE, "briefs", "b", NOW, "trash-1")
    after = apply(WORKSPACE, edit)
    assert list(after.briefs) == ["a", "z"]
    assert after.trash["trash-1"].record == BRIEF
    assert list(undone(WORKSPACE, edit).briefs) == ["a", "b", "z"]


def test_a_deleted_person_leaves_no_reference_behind() -> None:
    edit = edits.delete(WORKSPACE, "people", "ann", NOW, "trash-1")
    after = apply(WORKSPACE, edit)
    assert edit.label == "Delete person Ann (and 2 references to it)"
    assert after.briefs["b"].parties[0].person == ""
    assert after.coalitions["k"].members[0].person == ""
    assert undone(WORKSPACE, edit) == WORKSPACE


def test_an_edit_is_named_after_what_it_changes() -> None:
    due = Place("briefs", "b", ("commitments", 0, "due"))
    title = Place("briefs", "b", ("title",))
    assert edits.put(WORKSPACE, due, date(2027, 1, 1), NOW).label == "Change due of commitment"
    assert edits.put(WORKSPACE, title, "x", NOW).label == "Change title of brief Launch"


def test_an_edit_is_dated_and_takes_control_characters_out() -> None:
    place = Place("briefs", "b", ("outcome",))
    after = apply(WORKSPACE, edits.put(WORKSPACE, place, "a\x1b[31mb\r\nc", NOW)).briefs["b"]
    assert after.outcome == "a[31mb\nc"
    assert after.updated_at == NOW


def test_records_move_inside_their_list() -> None:
    edit = edits.move(WORKSPACE, Place("briefs", "b", ("parties", 1)), 0, NOW)
    assert [each.id for each in apply(WORKSPACE, edit).briefs["b"].parties] == ["ops", "legal"]


def test_an_edit_that_does_not_fit_is_refused() -> None:
    edit = edits.create(Brief(id="b", title="Again"), NOW)
    with pytest.raises(ValueError, match="not as expected"):
        apply(WORKSPACE, edit)


@settings(max_examples=25, deadline=None)
@given(workspaces(), st.data())
def test_every_edit_is_undone_to_the_last_field_and_its_place(
    workspace: Workspace, data: st.DataObject
) -> None:
    candidates = [
        edits.delete(workspace, table, key, NOW, "trash-new")
        for table in ("briefs", "coalitions", "people")
        for key in getattr(workspace, table)
    ]
    for brief in workspace.briefs.values():
        for name in ("parties", "tradeoffs", "decision_rights", "commitments"):
            candidates += [
                edits.remove(workspace, Place("briefs", brief.id, (name, position)), NOW)
                for position in range(len(getattr(brief, name)))
            ]
    if not candidates:
        return
    edit = data.draw(st.sampled_from(candidates))
    back = undone(workspace, edit)
    assert back == workspace
    assert in_order(back) == in_order(workspace)
    assert apply(back, edit) == apply(workspace, edit)
