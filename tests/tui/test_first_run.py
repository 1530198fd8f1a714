"""The first run: the samples, a brief of one's own, or neither."""

import pytest

from coalition_tui.store import TinyStore
from coalition_tui.tui import keys
from tests.tui.desk import SMALL, USUAL, WIDE, opened


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=["wide", "usual", "small"])
async def test_an_empty_workspace_offers_the_samples(opening, size):
    async with opening(None, size) as desk:
        assert "Welcome" in desk.text
        assert "Look around in the samples" in desk.text
        await desk.press("enter")
        assert "Welcome" not in desk.text
        assert "Launch Lane Guarantee" in desk.place.status.place.plain
        assert len(desk.saved()) == 4
        assert len(desk.saved("coalitions")) == 2
        assert desk.saved("people")


async def test_the_samples_are_one_edit(opening):
    async with opening(None, USUAL) as desk:
        await desk.press("enter", "u")
        assert desk.toasts[-1] == "Undone: Add the samples"
        assert desk.saved() == desk.saved("coalitions") == desk.saved("people") == []
        await desk.press("r")
        assert len(desk.saved()) == 4


async def test_a_brief_of_ones_own(opening):
    async with opening(None, USUAL) as desk:
        await desk.press("j", "enter")
        if not desk.is_form:
            await desk.press("enter")
        await desk.type("My first")
        await desk.press("escape")
        assert [each["title"] for each in desk.saved()] == ["My first"]
        assert desk.pane("1").list.has_focus


async def test_neither_leaves_an_empty_place_that_says_how_to_begin(opening):
    async with opening(None, WIDE) as desk:
        await desk.press("escape")
        assert "No brief yet" in desk.text
        assert not desk.path.exists(), "looking around keeps nothing"
        await desk.begin("After all")
        assert [each["title"] for each in desk.saved()] == ["After all"]


@pytest.mark.parametrize("place", ["B", "C", "P", "T"])
async def test_where_nothing_is_nothing_is_offered_that_needs_something(opening, place):
    async with opening(None, WIDE) as desk:
        await desk.press("escape", place)
        active = {each.binding.action for each in desk.app.screen.active_bindings.values()}
        for scope in (keys.LIST, keys.BRIEFS, keys.COALITIONS, keys.TRASH):
            needs = {each.action for each in scope if not each.action.startswith("section")}
            assert not active & needs
        assert ("New" in desk.key_bar) == (place != "T")
        assert "Edit" not in desk.key_bar


async def test_what_was_begun_offers_its_keys_at_once(opening):
    async with opening(None, WIDE) as desk:
        await desk.press("escape")
        await desk.begin("After all")
        await desk.press("B")
        assert "Mark" in desk.key_bar
        assert "Copy" in desk.key_bar
        await desk.press("d")
        assert "Mark" not in desk.key_bar
        assert "Copy" not in desk.key_bar


async def test_the_second_run_does_not_ask_again(opening):
    async with opening(None, USUAL) as desk:
        await desk.press("enter")
    async with opening(None, USUAL) as desk:
        assert "Welcome" not in desk.text


async def test_nothing_is_offered_that_could_not_be_kept(path):
    async with opened(path, USUAL, TinyStore(path, "only looking")) as desk:
        assert "Welcome" not in desk.text
        assert "read-only" in desk.status
