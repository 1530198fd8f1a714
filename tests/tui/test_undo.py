"""Undo and redo: every edit, across briefs, by its name."""

from coalition_tui.model import Brief, Commitment, Conversation, Party, Tradeoff
from tests.tui.desk import NOW, USUAL, WIDE, workspace_of

POINTED_AT = Brief(
    id="move",
    title="Move to Gdańsk",
    parties=(Party(id="ops", name="Ops"), Party(id="legal", name="Legal")),
    sponsor="legal",
    tradeoffs=(Tradeoff(id="t1", statement="Speed over audit", absorbed_by=("legal", "ops")),),
    commitments=(
        Commitment(id="c1", by="legal", to="ops", what="Review"),
        Commitment(id="c2", by="ops", to="legal", what="Draft"),
    ),
    conversations=(Conversation(id="l1", kind="ask", parties=("legal",), said="Asked"),),
    created_at=NOW,
    updated_at=NOW,
)


async def test_a_party_that_others_point_at_goes_and_comes_back_as_one(opening):
    async with opening(workspace_of(POINTED_AT), USUAL) as desk:
        before = desk.saved()[0]
        assert "Legal → Ops" in " ".join(desk.rows(desk.pane("6")))
        await desk.press("4", "j", "d")
        assert desk.toasts[-1] == "Delete party Legal (and 5 references to it) · u takes it back"
        after = desk.saved()[0]
        assert [each["name"] for each in after["parties"]] == ["Ops"]
        assert after["sponsor"] == ""
        assert after["tradeoffs"][0]["absorbed_by"] == ["ops"]
        assert [(each["by"], each["to"]) for each in after["commitments"]] == [
            ("", "ops"),
            ("ops", ""),
        ]
        assert after["conversations"][0]["parties"] == []
        assert "Nobody → Ops" in " ".join(desk.rows(desk.pane("6")))
        await desk.press("u")
        assert desk.saved()[0] == before
        assert desk.toasts[-1] == "Undone: Delete party Legal (and 5 references to it)"
        await desk.press("r")
        assert desk.saved()[0] == after
        assert desk.toasts[-1] == "Redone: Delete party Legal (and 5 references to it)"


async def test_the_cursor_stands_on_what_came_back(with_samples):
    async with with_samples() as desk:
        await desk.press("4", "j")
        name = desk.rows(desk.pane("4"))[1]
        here = desk.pane("4").list.row.key
        for _ in range(2):
            await desk.press("d")
            assert desk.pane("4").list.row.key != here
            await desk.press("u")
            assert desk.pane("4").list.row.key == here
        assert desk.rows(desk.pane("4"))[1] == name
        await desk.press("B", "G")
        title = desk.place.opened
        await desk.press("d", "u")
        assert desk.place.opened == title


async def test_a_filter_stands_when_what_came_back_is_hidden_by_it(with_samples):
    async with with_samples() as desk:
        await desk.press("d", "/", *"triage", "enter", "u")
        assert desk.place.list.filtered_by == "triage"
        assert len(desk.rows(desk.place.list)) == 1


async def test_a_list_that_was_not_drawn_yet_follows_its_keys(opening):
    async with opening(workspace_of(POINTED_AT), USUAL) as desk:
        parties = desk.pane("4").list
        assert not parties.size
        parties.action_cursor_down()
        assert parties.cursor == 1


async def test_what_is_undone_may_be_in_another_brief_and_is_named(with_samples):
    async with with_samples(USUAL) as desk:
        before = desk.saved()
        await desk.press("1", "d", "B", "j", "3", "d")
        assert desk.saved() != before
        await desk.press("u")
        assert desk.toasts[-1].startswith("Undone: Delete tradeoff ")
        await desk.press("u")
        assert desk.toasts[-1].startswith("Undone: Change outcome of brief Launch Lane Guarantee")
        assert desk.saved() == before


async def test_what_is_undone_elsewhere_is_named_with_its_brief(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("4", "d", "B", "j", "u")
        assert ", in brief Launch Lane Guarantee" in desk.toasts[-1]
        await desk.press("k", "r")
        assert desk.toasts[-1].startswith("Redone: Delete party ")
        assert "Launch" not in desk.toasts[-1], "it is open"


async def test_the_toast_is_on_the_screen(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("u")
        assert "Nothing to undo" in desk.text
        await desk.press("r")
        assert "Nothing to redo" in desk.text


async def test_after_a_new_edit_there_is_nothing_to_redo(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("1", "d", "u", "3", "d", "r")
        assert desk.toasts[-1] == "Nothing to redo"
        kept = desk.saved()[0]
        assert kept["outcome"]
        assert len(kept["tradeoffs"]) == 3


async def test_everything_done_in_a_session_is_undone_to_the_beginning_and_done_again(opening):
    async with opening(workspace_of(POINTED_AT), USUAL) as desk:
        before, trash = desk.saved(), desk.saved("trash")
        await desk.press("m", "down", "enter")
        await desk.press("4", "a")
        await desk.fill(name="Finance", interests="Margin")
        await desk.press("escape", "K", "K", "d")
        await desk.press("1", "e")
        await desk.type("In Gdańsk by May")
        await desk.press("tab", "escape")
        await desk.begin("A second one")
        await desk.press("B", "d", "d")
        assert desk.saved() == []
        after, thrown = desk.saved(), desk.saved("trash")
        count = len(desk.app.session._undo)
        assert count == 10
        await desk.press(*"u" * count)
        assert desk.toasts[-1] == "Undone: Change status of brief Move to Gdańsk"
        assert (desk.saved(), desk.saved("trash")) == (before, trash)
        await desk.press("u")
        assert desk.toasts[-1] == "Nothing to undo"
        await desk.press(*"r" * count)
        assert (desk.saved(), desk.saved("trash")) == (after, thrown)


async def test_each_field_that_is_left_is_an_edit_of_its_own(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("1", "e")
        await desk.fill(outcome="One", measure="Two")
        await desk.press("escape", "u")
        assert (desk.saved()[0]["outcome"], desk.saved()[0]["measure"]) == ("One", "")
        await desk.press("u")
        assert desk.saved()[0]["outcome"] == ""


async def test_an_edit_that_changes_nothing_is_none_to_take_back(with_samples):
    async with with_samples(WIDE) as desk:
        before = desk.saved("coalitions")
        await desk.press("C", "f", "f5")
        assert desk.toasts[-1] == "Five seats, as they were"
        await desk.press("u")
        assert desk.toasts[-1] == "Nothing to undo"
        assert desk.saved("coalitions") == before


async def test_only_the_last_message_stands(with_samples):
    async with with_samples() as desk:
        await desk.press("d", "u", "r", "u")
        (only,) = desk.toasts
        assert only.startswith("Undone: Delete brief")
