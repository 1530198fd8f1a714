"""Edits of several records at once."""

from coalition_tui.edits import apply, inverse
from coalition_tui.model import Brief, Coalition, Member, Person
from coalition_tui.several import delete_all, put_all
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW

BRIEFS = {key: Brief(id=key, title=key.upper(), coalition="c") for key in "abcd"}
WORKSPACE = Workspace(
    briefs=BRIEFS,
    coalitions={"c": Coalition(id="c", name="C", members=(Member(id="m", person="p"),))},
    people={key: Person(id=key, name=key) for key in "pq"},
)


def test_several_go_to_the_trash_and_come_back_at_their_places():
    edit = delete_all(WORKSPACE, "briefs", {"b": "t1", "d": "t2", "a": "t3"}, NOW)
    after = apply(WORKSPACE, edit)
    assert edit.label == "Delete 3 briefs"
    assert list(after.briefs) == ["c"]
    assert [each.record.id for each in after.trash.values()] == ["b", "d", "a"]
    back = apply(after, inverse(edit))
    assert back == WORKSPACE
    assert list(back.briefs) == list(WORKSPACE.briefs)


def test_what_points_at_each_is_cleared_once():
    edit = delete_all(WORKSPACE, "people", {"p": "t1", "q": "t2"}, NOW)
    after = apply(WORKSPACE, edit)
    assert after.coalitions["c"].members[0].person == ""
    assert apply(after, inverse(edit)) == WORKSPACE


def test_one_alone_is_called_by_its_name():
    assert delete_all(WORKSPACE, "briefs", {"b": "t"}, NOW).label == "Delete brief B"
    one = put_all(WORKSPACE, "briefs", ["b"], name="status", value="asking", now=NOW)
    assert one.label == "Change status of brief B"


def test_a_field_of_several():
    edit = put_all(WORKSPACE, "briefs", ["a", "c"], name="status", value="asking", now=NOW)
    assert edit.label == "Change status of 2 briefs"
    after = apply(WORKSPACE, edit)
    assert [each.status for each in after.briefs.values()] == ["asking", "draft", "asking", "draft"]
    assert apply(after, inverse(edit)) == WORKSPACE
