"""The first frame does not wait for the load, and what is typed meanwhile waits for it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual import events

from coalition_tui.model import Brief
from coalition_tui.session import Choice, Recovery, Session
from coalition_tui.store import TinyStore
from coalition_tui.store.contents import Contents
from coalition_tui.tui.app import CoalitionApp
from tests.tui.desk import SMALL, USUAL, WIDE, Desk, keep, opened, workspace_of


class SlowStore(TinyStore):
    """Is loaded once its `disk` answers; `failure` is what comes of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.begun = False
        self.disk = threading.Event()
        self.failure: Exception | None = None
        self._keeper.open = self._slowly(self._keeper.open)  # type: ignore[method-assign]

    def _slowly(self, opens: Callable[[], Contents]) -> Callable[[], Contents]:
        def slowly() -> Contents:
            self.begun = True
            self.disk.wait()
            if self.failure is not None:
                raise self.failure
            return opens()

        return slowly


@pytest.fixture
def slow(path) -> Iterator[SlowStore]:
    briefs = (Brief(id=name, title=f"{name.capitalize()} plan") for name in ("first", "other"))
    keep(path, workspace_of(*briefs))
    store = SlowStore(path)
    yield store
    store.disk.set()


async def _begins(desk: Desk, store: SlowStore) -> None:
    """Wait for the first frame."""
    while not store.begun:
        await desk.pilot.pause(0.01)
    await desk.pilot.pause()


async def _ends(desk: Desk) -> None:
    async with asyncio.timeout(8):
        while desk.app.is_running:
            await asyncio.sleep(0.01)


async def _loads(desk: Desk, store: SlowStore) -> None:
    store.disk.set()
    await desk.wait(lambda: desk.app.session.is_open)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_frame_stands_before_anything_is_loaded(path, slow, size):
    async with opened(path, size, slow, later=True) as desk:
        await _begins(desk, slow)
        assert "Briefs" in desk.text
        assert "opening …" in desk.status
        assert "First plan" not in desk.text
        assert "No brief" not in desk.text, "nothing is said of what is not known yet"
        await _loads(desk, slow)
        assert "saved" in desk.status
        assert "First plan" in desk.text


async def test_panes_are_filled_when_it_has_come(path, slow):
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        assert "1 Outcome" in desk.text
        assert not desk.pane("3").list.rows
        await _loads(desk, slow)
        assert "First plan" in desk.status
        assert desk.pane("3").list.rows


async def test_a_window_that_changes_meanwhile_is_filled_too(path, slow):
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        await desk.pilot.resize_terminal(*USUAL)
        await desk.pilot.pause()
        assert "No brief" not in desk.text
        await _loads(desk, slow)
        assert "First plan" in desk.text


async def test_keys_that_are_typed_meanwhile_are_kept(path, slow):
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        desk.send("j", "n", "enter", *"Quick question", "escape")
        await desk.pilot.pause()
        assert not desk.is_form
        await _loads(desk, slow)
        assert [each["title"] for each in desk.saved()] == [
            "First plan",
            "Other plan",
            "Quick question",
        ]


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_nobody_has_to_wait_to_leave(path, slow, key):
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        desk.send(key)
        await _ends(desk)
        assert desk.app.return_code == 0
        assert not slow.disk.is_set()


async def test_the_mouse_reaches_nothing_meanwhile(path, slow):
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        bar = desk.app.screen.query_one("KeyBar")
        x, y = bar.region.x + bar.content_size.width // 3, bar.region.y
        for kind in (events.MouseDown, events.MouseUp):
            desk.post(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await desk.pilot.pause()
        assert len(desk.app.screen_stack) == 1
        await _loads(desk, slow)
        assert len(desk.app.screen_stack) == 1


async def test_an_empty_workspace_is_welcomed_when_it_is_known_to_be_empty(path):
    store = SlowStore(path)
    async with opened(path, store=store, later=True) as desk:
        await _begins(desk, store)
        assert "Welcome" not in desk.text
        await _loads(desk, store)
        assert "Welcome" in desk.text


async def test_what_is_wrong_with_the_file_ends_the_app_and_is_for_its_caller_to_tell(path, slow):
    slow.failure = Recovery("damaged", (Choice("The backup", "2 briefs"),))
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        slow.disk.set()
        await _ends(desk)
        assert desk.app.failure is slow.failure


async def test_somebody_elses_file_is_followed_from_then_on(path, slow):
    holder = TinyStore(path)
    holder.load()
    async with opened(path, store=slow, later=True) as desk:
        await _begins(desk, slow)
        await _loads(desk, slow)
        assert "read-only" in desk.status
        assert any("open elsewhere" in each for each in desk.toasts)
        assert "New" not in desk.key_bar
        holder.close()
        await desk.wait(lambda: not desk.app.session.store.read_only)


@pytest.fixture
def many(path, read: list[str]) -> list[str]:
    """Sixty briefs, of which the fifth can't be read; and the numbers of those that were."""
    briefs = [Brief(id=f"b{n}", title=f"Brief {n}") for n in range(1, 61)]
    keep(path, workspace_of(*briefs))
    text = path.read_text()
    path.write_text(text.replace('"title":"Brief 5"', '"title":"Brief 5","status":"flying"'))
    return read


async def test_briefs_are_read_when_they_are_seen(path, many):
    async with opened(path, USUAL) as desk:
        await desk.press("B", "j", "j")
        assert sorted(map(int, many)) == [*range(1, len(many) + 1)]
        assert len(many) < USUAL[1]
        assert any("unreadable" in line for line in desk.seen("#list"))
        await desk.press("G")
        assert "Brief 60" in desk.text
        assert 60 in map(int, many)
        assert 35 not in map(int, many)


async def test_the_others_are_read_while_nobody_waits(path, many):
    async with opened(path, USUAL, later=True) as desk:
        await desk.wait(lambda: len(many) == 60)
        await desk.press("B", "j", "j", "j", "j", "e", "d")
        assert "unreadable" in desk.text
    assert '"status":"flying"' in path.read_text()


def test_who_lets_go_does_not_wait_for_a_load_and_does_not_disturb_it(path, slow):
    thread = threading.Thread(target=slow.load)
    thread.start()
    try:
        slow.close()
    finally:
        slow.disk.set()
        thread.join()
    assert slow.begun
    assert _reader(path).read_only.startswith("it is open elsewhere")
    slow.close()
    assert not _reader(path).read_only


def _reader(path: Path) -> TinyStore:
    store = TinyStore(path)
    store.load()
    store.close()
    return store


async def test_what_waits_for_the_first_frame_is_done_after_it(path, monkeypatch):
    keep(path, workspace_of(Brief(id="first", title="First plan")))
    shown: list[str] = []
    waited: list[list[str]] = []
    display = CoalitionApp._display

    def noted(app, screen, renderable):
        display(app, screen, renderable)
        shown.append(type(screen).__name__)

    monkeypatch.setattr(CoalitionApp, "_display", noted)
    session = Session(TinyStore(path))
    app = CoalitionApp(session)
    app.begun = lambda: waited.append(list(shown))
    async with app.run_test(size=WIDE) as pilot:
        while not waited:
            await pilot.pause(0.01)
    session.close()
    assert len(waited) == 1
    assert "BriefsScreen" in waited[0]
