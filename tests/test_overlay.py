"""A changed table is what a dict would be, and was not copied to become it."""

from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from coalition_tui.edits import Change, Edit, apply, inverse
from coalition_tui.model import Brief
from coalition_tui.overlay import SHARE, Overlay, overlaid
from coalition_tui.workspace import Workspace

MANY = {str(number): number for number in range(4 * SHARE)}
KEYS = st.sampled_from(["0", "7", "399", "new", "newer"])


@given(st.lists(st.tuples(KEYS, st.integers(), st.booleans()), max_size=12))
def test_is_what_a_dict_is(changes: list[tuple[str, int, bool]]) -> None:
    mapping: Mapping[str, int] = MANY
    expected = dict(MANY)
    for key, value, looked_at in changes:
        before, was = mapping, dict(expected)
        mapping = overlaid(mapping, {key: value})
        expected[key] = value
        assert mapping[key] == value
        assert (len(mapping), "absent" in mapping) == (len(expected), False)
        if looked_at:
            assert list(mapping) == list(mapping.keys()) == list(expected)
            assert list(mapping.values()) == list(expected.values())
            assert dict(before) == was
    assert list(mapping.items()) == list(expected.items())
    assert mapping == expected
    assert "absent" not in mapping
    assert mapping.get("absent") is None
    assert dict(MANY) == {str(number): number for number in range(4 * SHARE)}


def test_one_edit_among_many_copies_none_of_them() -> None:
    briefs = {str(number): Brief(id=str(number), title="x") for number in range(4 * SHARE)}
    workspace = Workspace(briefs=MappingProxyType(briefs))
    for turn in range(3):
        after = Brief(id="7", title=f"Turn {turn}")
        edit = Edit("Change", (Change("briefs", "7", workspace.briefs["7"], after),))
        workspace = apply(workspace, edit)
        made = Brief(id=f"new-{turn}", title="New")
        edit = Edit("New", (Change("briefs", made.id, None, made),))
        workspace = apply(workspace, edit)
        assert isinstance(workspace.briefs, Overlay)
    briefs["8"] = Brief(id="8", title="What is shared is seen")
    assert workspace.briefs["8"].title == "What is shared is seen"
    assert workspace.briefs["7"].title == "Turn 2"
    workspace = apply(workspace, inverse(edit))
    assert [*workspace.briefs][-3:] == ["399", "new-0", "new-1"]
    assert briefs["7"].title == "x"
