"""The app opens where it was left: place, record, pane, row and zoom, for each file."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from coalition_tui.memory import Memory
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.tui import resuming
from coalition_tui.tui.app import CoalitionApp
from tests.terminal import Terminal
from tests.tui.conftest import sample_workspace
from tests.tui.desk import NOW, SMALL, USUAL, WIDE, Desk, ids, keep
from tests.tui.test_keeping import PROGRAM, ROOT


@asynccontextmanager
async def sitting(path: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Desk]:
    """One sitting at the app; it ends as it does when a person quits."""
    session = Session(TinyStore(path), lambda: NOW, ids("new"))
    app = CoalitionApp(session)
    app.animation_level = "none"
    app.resume(Memory(path))
    async with app.run_test(size=size, notifications=True) as pilot:
        desk = Desk(app, pilot, path)
        await desk.settle()
        yield desk
        desk.send("ctrl+q")
        async with asyncio.timeout(8):
            while app._exit is False:
                await asyncio.sleep(0.01)
    session.close()
    app.remember()


@pytest.fixture
def filled(path):
    keep(path, sample_workspace())
    return path


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_brief_pane_and_row_are_those_that_were_left(filled, size):
    async with sitting(filled, size) as desk:
        await desk.press("j", "j", "6", "j", "j", "L")
        await desk.press("6")
        status, here = desk.status, desk.here
        assert here != desk.rows(desk.pane("6"))[0]
    async with sitting(filled, size) as desk:
        assert desk.status == status
        assert desk.app.focused is desk.pane("6").list
        assert desk.here == here
        assert desk.pane("L").section.key == "L"
        await desk.press("B", "k")
        status = desk.status
    async with sitting(filled, size) as desk:
        assert desk.status == status
        # Where one pane has room, that is never the list.
        assert (desk.app.focused is desk.pane("6").list) == (size == SMALL)


async def test_the_place_is_the_one_that_was_left_and_each_knows_its_own(filled):
    async with sitting(filled) as desk:
        await desk.press("j", "C", "j", "3", "P", "j", "j", "j")
        status = desk.status
        assert "People ›" in status
    async with sitting(filled) as desk:
        assert desk.status == status
        await desk.press("C")
        assert desk.app.focused is desk.pane("3").list
        coalitions = list(desk.app.session.workspace.coalitions)
        assert desk.place.opened == coalitions[1]
        await desk.press("B")
        assert desk.place.opened == list(desk.app.session.workspace.briefs)[1]
        await desk.press("A")
    async with sitting(filled) as desk:
        assert "Agenda ›" in desk.status
        await desk.press("P")
        assert desk.status == status


async def test_a_pane_that_was_full_size_is(filled):
    async with sitting(filled) as desk:
        await desk.press("4", "z")
        seen = desk.text
    async with sitting(filled) as desk:
        assert desk.text == seen
        await desk.press("z")
        assert desk.text != seen


async def test_a_brief_that_is_gone_is_the_first_one(filled):
    async with sitting(filled) as desk:
        await desk.press("j", "j", "4")
        gone = desk.place.opened
        await desk.press("B", "d")
    store = TinyStore(filled)
    assert gone not in store.load().briefs
    store.close()
    remembered = Memory(filled)
    left = remembered.load()
    spot = left.spots["briefs"]
    spots = {"briefs": type(spot)(gone, spot.sections, ("parties", 99), inside=True)}
    remembered.save(type(left)("briefs", spots))
    async with sitting(filled) as desk:
        assert desk.place.opened == next(iter(desk.app.session.workspace.briefs))
        assert desk.app.focused is desk.place.list


async def test_a_row_a_section_and_a_place_that_are_none_any_more_are_passed_over(filled):
    async with sitting(filled) as desk:
        await desk.press("4")
    remembered = Memory(filled)
    left = remembered.load()
    spot = left.spots["briefs"]
    spots = {"briefs": type(spot)(spot.opened, ("?", "4"), ("parties", 99), inside=True)}
    remembered.save(type(left)("nowhere", spots))
    async with sitting(filled) as desk:
        assert desk.app.focused is desk.pane("4").list
        assert "Briefs ›" in desk.status


async def test_it_is_remembered_soon_and_not_only_at_the_end(filled, monkeypatch):
    monkeypatch.setattr(resuming, "PAUSE", 0.05)
    async with sitting(filled) as desk:
        await desk.press("j")
        opened = desk.place.opened
        await desk.wait(lambda: Memory(filled).load().spots["briefs"].opened == opened)


async def test_a_person_who_is_faster_is_not_led_away(filled):
    async with sitting(filled) as desk:
        await desk.press("j", "j", "6")
    async with sitting(filled) as desk:
        await desk.press("B", "g", "4")
        assert desk.app.focused is desk.pane("4").list


@pytest.mark.slow
def test_the_program_does_so_and_not_with_the_samples(home, database):
    keep(database, sample_workspace())
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("Briefs ›")
        terminal.send("P")
        terminal.wait_for("People ›")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("People ›")
    for keys in ("P", "q"):
        demo = [*PROGRAM, "--demo"]
        with Terminal(demo, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
            terminal.wait_for("Briefs ›")
            terminal.send(keys)
            if keys == "P":
                terminal.wait_for("People ›")
                terminal.send("q")
            assert terminal.wait_exit() == 0
    state = home / ".local" / "state" / "coalition-tui" / "left"
    assert len(list(state.iterdir())) == 1
