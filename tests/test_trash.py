"""To the trash and back: a deleted record comes back whole, with what pointed at it."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_tui import edits
from coalition_tui.edits import apply, inverse
from coalition_tui.integrity import faults
from coalition_tui.model import Brief, Coalition, Interaction, Member, Party, Person
from coalition_tui.workspace import Place, Workspace
from tests.conftest import NOW
from tests.strategies import workspaces

ADA, BEN = Person(id="ada", name="Ada"), Person(id="ben", name="Ben")


def _workspace() -> Workspace:
    circle = Coalition(
        id="circle",
        name="Circle",
        members=(Member(id="m1", person="ada"), Member(id="m2", person="ben")),
        interactions=(
            Interaction(id="i1", kind="give", by="ada", people=("ben", "ada"), brief="launch"),
        ),
    )
    launch = Brief(
        id="launch",
        title="Launch",
        coalition="circle",
        parties=(Party(id="legal", name="Legal", person="ada"),),
    )
    return Workspace(
        briefs={"launch": launch, "other": Brief(id="other", title="Other")},
        coalitions={"circle": circle},
        people={"ada": ADA, "ben": BEN},
    )


def _deleted(workspace: Workspace, table: str, key: str, trash_id: str = "t") -> Workspace:
    return apply(workspace, edits.delete(workspace, table, key, NOW, trash_id))  # type: ignore[arg-type]


def _without_times(workspace: Workspace) -> object:
    return [
        {key: msgspec.structs.replace(each, updated_at=None) for key, each in table.items()}
        for table in (workspace.briefs, workspace.coalitions, workspace.people)
    ]


@pytest.mark.parametrize(
    ("table", "key"), [("people", "ada"), ("coalitions", "circle"), ("briefs", "launch")]
)
def test_it_comes_back_with_every_reference_to_it(table: str, key: str) -> None:
    before = _workspace()
    gone = _deleted(before, table, key)
    edit = edits.restore(gone, "t", NOW)
    after = apply(gone, edit)
    assert _without_times(after) == _without_times(before)
    assert not after.trash
    assert apply(after, inverse(edit)) == gone


def test_the_label_counts_what_is_set_again() -> None:
    gone = _deleted(_workspace(), "people", "ada")
    assert edits.restore(gone, "t", NOW).label == "Restore person Ada (and 4 references to it)"


def test_a_place_that_holds_another_now_is_left() -> None:
    gone = _deleted(_workspace(), "people", "ada")
    place = Place("briefs", "launch", ("parties", 0, "person"))
    gone = apply(gone, edits.put(gone, place, "ben", NOW))
    after = apply(gone, edits.restore(gone, "t", NOW))
    assert after.briefs["launch"].parties[0].person == "ben"
    assert after.coalitions["circle"].members[0].person == "ada"


def test_records_are_found_again_where_they_have_moved_to() -> None:
    gone = _deleted(_workspace(), "people", "ada")
    gone = apply(gone, edits.move(gone, Place("coalitions", "circle", ("members", 0)), 1, NOW))
    after = apply(gone, edits.restore(gone, "t", NOW))
    assert [each.person for each in after.coalitions["circle"].members] == ["ben", "ada"]


def test_two_that_shared_a_place_each_find_their_own() -> None:
    gone = _deleted(_deleted(_workspace(), "people", "ada", "t1"), "people", "ben", "t2")
    gone = apply(gone, edits.remove(gone, Place("coalitions", "circle", ("members", 0)), NOW))
    after = apply(gone, edits.restore(gone, "t1", NOW))
    assert [each.person for each in after.coalitions["circle"].members] == [""]
    assert after.coalitions["circle"].interactions[0].people == ("ada",)


def test_places_and_records_that_are_gone_are_passed_over() -> None:
    gone = _deleted(_workspace(), "people", "ada")
    gone = apply(gone, edits.remove(gone, Place("briefs", "launch", ("parties", 0)), NOW))
    gone = _deleted(gone, "coalitions", "circle", "t2")
    after = apply(gone, edits.restore(gone, "t", NOW))
    assert after.people["ada"] == ADA
    assert after.briefs["launch"].parties == ()


def test_its_own_references_to_what_is_gone_are_cleared() -> None:
    gone = _deleted(_deleted(_workspace(), "coalitions", "circle", "t1"), "people", "ada", "t2")
    after = apply(gone, edits.restore(gone, "t1", NOW))
    assert after.coalitions["circle"].members[0].person == ""
    assert after.coalitions["circle"].members[1].person == "ben"
    assert after.briefs["launch"].coalition == "circle"


def test_an_id_that_is_taken_is_refused() -> None:
    gone = _deleted(_workspace(), "people", "ada")
    gone = apply(gone, edits.create(Person(id="ada", name="Another"), NOW))
    with pytest.raises(ValueError, match="its id ada is taken"):
        edits.restore(gone, "t", NOW)


def test_what_is_not_in_the_trash() -> None:
    with pytest.raises(KeyError):
        edits.restore(_workspace(), "t", NOW)
    with pytest.raises(KeyError):
        edits.purge(_workspace(), ["t"])


def test_purging_is_for_good_but_can_be_undone_at_once() -> None:
    gone = _workspace()
    for number, key in enumerate(("ada", "ben")):
        gone = _deleted(gone, "people", key, f"p{number}")
    gone = _deleted(gone, "briefs", "launch", "b")
    edit = edits.purge(gone, ["b", "p0"])
    after = apply(gone, edit)
    assert list(after.trash) == ["p1"]
    assert edit.label == "Delete 2 records for good"
    assert edits.purge(gone, ["b"]).label == "Delete brief Launch for good"
    back = apply(after, inverse(edit))
    assert list(back.trash) == list(gone.trash)
    assert back == gone


@settings(max_examples=40, deadline=None)
@given(workspace=workspaces(), which=st.integers(0, 5))
def test_any_record_comes_back_and_nothing_dangles(workspace: Workspace, which: int) -> None:
    workspace = msgspec.structs.replace(workspace, trash={})
    places = [
        (table, key)
        for table in ("briefs", "coalitions", "people")
        for key in workspace.table(table)
    ]
    if not places:
        return
    table, key = places[which % len(places)]
    gone = _deleted(workspace, table, key)
    edit = edits.restore(gone, "t", NOW)
    after = apply(gone, edit)
    assert after.table(table)[key] == workspace.table(table)[key]  # type: ignore[arg-type]
    assert apply(after, inverse(edit)) == gone
    known = {
        "person": after.people.keys(),
        "coalition": after.coalitions.keys(),
        "brief": after.briefs.keys(),
    }
    for records in (after.briefs, after.coalitions, after.people):
        for each in records.values():
            assert not [fault for fault in faults(each, known) if "no " in fault.message]
