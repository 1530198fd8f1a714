"""The Trash place: what was deleted comes back whole, or goes for good by a typed word."""

from coalition_tui.tui.screens.trash import TrashScreen
from tests.tui.desk import Desk


def _rows(desk: Desk) -> list[str]:
    screen = desk.app.screen
    assert isinstance(screen, TrashScreen)
    return desk.rows(screen.list, 100)


async def test_a_deleted_coalition_comes_back_with_what_pointed_at_it(with_samples):
    async with with_samples() as desk:
        before = desk.app.session.workspace
        await desk.press("C", "d")
        assert desk.toasts[-1].startswith("Delete coalition The Day 200 Table (and 3 references")
        await desk.press("T")
        assert _rows(desk)[0].startswith("coalition The Day 200 Table on 15 Oct")
        await desk.press("enter")
        assert _rows(desk) == [
            "Nothing here. Deleted briefs, coalitions and people wait here; u brings back the rest."
        ]
        after = desk.app.session.workspace
        assert {key: each.coalition for key, each in after.briefs.items()} == {
            key: each.coalition for key, each in before.briefs.items()
        }
        assert "day-200" in after.coalitions
        await desk.press("u")
        assert len(_rows(desk)) == 1


async def test_deleting_for_good_asks_for_the_word(with_samples):
    async with with_samples() as desk:
        await desk.press("d", "T", "d")
        await desk.type("yes\n")
        assert "That is not the word delete" in desk.text
        assert desk.saved("trash")
        await desk.press("escape", "d")
        await desk.type("delete\n")
        assert not desk.saved("trash")


async def test_the_trash_is_emptied_at_once(with_samples):
    async with with_samples() as desk:
        await desk.press("d", "d", "T")
        assert "2 records" in desk.status
        await desk.press("D")
        assert "2 records will be deleted for good." in desk.text
        assert "Until you leave, u still takes it back." in desk.text
        await desk.type("delete\n")
        assert desk.saved("trash") == []
        assert desk.toasts[-1] == "Delete 2 records for good · u takes it back"
        await desk.press("u")
        assert len(desk.saved("trash")) == 2


async def test_what_the_filter_hides_is_not_emptied(with_samples):
    async with with_samples() as desk:
        await desk.press("d", "d", "T", "/", *"triage", "enter")
        await desk.press("D")
        assert "1 record will be deleted for good." in desk.text
        await desk.type("delete\n")
        (kept,) = desk.saved("trash")
        assert "triage" not in str(kept)
