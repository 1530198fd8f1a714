"""A disk that fails: said, kept in memory, tried again, and lost by nobody."""

import asyncio

import pytest

from coalition_tui.edits import Edit
from coalition_tui.session import StoreError
from coalition_tui.store import TinyStore
from coalition_tui.tui import app
from tests.tui.desk import BLANK, SMALL, USUAL, WIDE, Desk, keep, opened, workspace_of

FULL = "coalition.json: can't be written: No space left on device"


class FailingStore(TinyStore):
    """A store on a disk that is full while it is said to be."""

    full = False

    def commit(self, edit: Edit) -> None:
        if self.full:
            raise StoreError(FULL)
        super().commit(edit)


@pytest.fixture
def store(path, monkeypatch) -> FailingStore:
    monkeypatch.setattr(app, "RETRY", 0.05)
    keep(path, workspace_of(BLANK))
    return FailingStore(path)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=["wide", "usual", "small"])
async def test_an_edit_that_can_not_be_kept_is_said_and_shown(path, store, size):
    async with opened(path, size, store) as desk:
        store.full = True
        await desk.press("1", "e")
        await desk.type("Kept in mind")
        await desk.press("escape")
        assert "NOT SAVED" in desk.status
        if size == WIDE:
            assert "No space left" in desk.status
        assert "Kept in mind" in " ".join(desk.rows(desk.pane("1")))
        assert desk.saved()[0]["outcome"] == ""
        store.full = False
        await desk.wait(lambda: "NOT SAVED" not in desk.status)
        assert "saved" in desk.status
        assert desk.saved()[0]["outcome"] == "Kept in mind"


async def test_the_next_edit_brings_all_that_waited_in_their_order(path, store, monkeypatch):
    monkeypatch.setattr(app, "RETRY", 3600)
    async with opened(path, USUAL, store) as desk:
        store.full = True
        await desk.press("3", "a")
        await desk.type("One")
        await desk.press("f5")
        await desk.type("Two")
        await desk.press("escape")
        assert "NOT SAVED" in desk.status
        store.full = False
        await desk.press("K")
        assert "NOT SAVED" not in desk.status
        assert [each["statement"] for each in desk.saved()[0]["tradeoffs"]] == ["Two", "One"]


async def test_what_is_not_saved_can_be_undone(path, store):
    async with opened(path, USUAL, store) as desk:
        store.full = True
        await desk.press("1", "e")
        await desk.type("Nothing")
        await desk.press("escape", "u")
        assert "Nothing" not in " ".join(desk.rows(desk.pane("1")))
        assert "NOT SAVED" in desk.status, "the undo is not kept either"
        store.full = False
        await desk.wait(lambda: "NOT SAVED" not in desk.status)
        assert desk.saved()[0]["outcome"] == ""


async def test_it_is_tried_once_more_when_the_app_is_left(path, store, monkeypatch):
    monkeypatch.setattr(app, "RETRY", 3600)
    async with opened(path, USUAL, store) as desk:
        store.full = True
        await desk.press("1", "e")
        await desk.type("At last")
        await desk.press("escape")
        store.full = False
    assert TinyStore(path, "looking").load().briefs["blank"].outcome == "At last"


async def test_while_something_is_typed_the_header_says_so(path, store, monkeypatch):
    async with opened(path, USUAL, store) as desk:
        await desk.press("1", "e")
        assert "editing" not in desk.place.status.saving.plain
        await desk.type("x")
        assert "editing" in desk.place.status.saving.plain
        await desk.press("tab")
        assert "saved" in desk.place.status.saving.plain


async def test_what_is_typed_is_kept_two_seconds_after_the_last_key(path, store, monkeypatch):
    from coalition_tui.tui.modals import form  # noqa: PLC0415 - only this test is in a hurry

    monkeypatch.setattr(form, "IDLE", 0.05)
    async with opened(path, USUAL, store) as desk:
        await desk.press("1", "e")
        await desk.type("Kept by waiting")
        await desk.wait(lambda: "saved" in desk.place.status.saving.plain)
        assert desk.is_form
        assert desk.saved()[0]["outcome"] == "Kept by waiting"


async def test_where_nothing_can_be_written_nothing_is_changed(path, store):
    async with opened(path, USUAL, TinyStore(path, "only looking")) as desk:
        assert "read-only" in desk.status
        for keys in (("1", "e"), ("i",), ("B", "b"), ("B", "d"), ("E",), ("I",)):
            desk.app._notifications.clear()
            await desk.press(*keys)
            assert desk.toasts == ["Not changed: only looking"], keys
            assert desk.app.screen is desk.place, "nothing opens in which one would write"
        assert desk.app.session.workspace.briefs["blank"].outcome == ""
        await desk.press("y")
        await desk.wait(lambda: any("clipboard" in each for each in desk.toasts))


async def left(desk: Desk) -> None:
    """Wait until the app is left."""
    async with asyncio.timeout(5):
        while not desk.app._exit:
            await asyncio.sleep(0.01)


async def test_leaving_what_is_not_saved_asks_first(path, store, monkeypatch):
    monkeypatch.setattr(app, "RETRY", 3600)
    async with opened(path, USUAL, store) as desk:
        store.full = True
        await desk.press("1", "e")
        await desk.type("Not to be lost")
        await desk.press("escape", "q", "q")
        assert "No space left" in desk.text
        assert not desk.app._exit
        await desk.press("enter")
        assert "NOT SAVED" in desk.status, "the safe answer comes first"
        assert desk.app.focused is desk.pane("1").list
        desk.send("q", "j", "enter")
        await left(desk)


async def test_leaving_tries_once_more_and_then_asks_nothing(path, store, monkeypatch):
    monkeypatch.setattr(app, "RETRY", 3600)
    async with opened(path, USUAL, store) as desk:
        store.full = True
        await desk.press("3", "a")
        await desk.type("At last")
        await desk.press("escape")
        store.full = False
        desk.send("q")
        await left(desk)
    assert TinyStore(path, "looking").load().briefs["blank"].tradeoffs[0].statement == "At last"
