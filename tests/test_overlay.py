"""A changed table is what a dict would be, and was not copied to become it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from coalition_tui.edits import Change, Edit, apply, inverse
from coalition_tui.model import Brief
from coalition_tui.overlay import SHARE, overlaid
from coalition_tui.workspace import Workspace

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MANY = {str(number): number for number in range(4 * SHARE)}
KEYS = st.sampled_from(["0", "7", "399", "new", "newer"])


class Watched(dict[str, Brief]):
    """A dict that tells whether anyone went through all of it."""

    read = False

    def __iter__(self) -> Iterator[str]:
        self.read = True
        return super().__iter__()

    def keys(self):  # type: ignore[no-untyped-def]  # what `{**mapping}` asks for
        self.read = True
        return super().keys()


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


def test_one_edit_of_many_copies_none_of_them_and_many_edits_seldom() -> None:
    briefs = Watched({str(n): Brief(id=str(n), title="x") for n in range(4 * SHARE)})
    workspace = Workspace(briefs=briefs)
    for turn in range(4):
        before = workspace.briefs["7"]
        after = Brief(id="7", title=f"Turn {turn}")
        workspace = apply(workspace, Edit("Change", (Change("briefs", "7", before, after),)))
        made = Brief(id=f"new-{turn}", title="New")
        edit = Edit("New", (Change("briefs", made.id, None, made),))
        workspace = apply(workspace, edit)
        if turn == 1:
            assert not briefs.read
            workspace = apply(workspace, inverse(edit))
    assert workspace.briefs["7"].title == "Turn 3"
    assert [*workspace.briefs][-3:] == ["new-0", "new-2", "new-3"]
    assert briefs["7"].title == "x"
