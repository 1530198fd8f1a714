"""The app opens where it was left: place, record, pane, row and zoom, for each file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from coalition_tui.config import load
from coalition_tui.memory import Left, Memory
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.tui import resuming, themes
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.theme import DARK
from coalition_tui.tui.themes import begun
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
        await desk.wait_end()
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


async def test_what_a_list_and_a_pane_were_made_shorter_by_is_kept(filled):
    async with sitting(filled) as desk:
        await desk.press("/", *"pric", "enter", "5", "/", *"sales", "enter", "j")
        listed, left = desk.rows(desk.place.list), desk.rows(desk.pane("5"))
        status, here = desk.status, desk.here
        assert len(listed) < len(desk.app.session.workspace.briefs)
    async with sitting(filled) as desk:
        assert (desk.rows(desk.place.list), desk.rows(desk.pane("5"))) == (listed, left)
        assert (desk.status, desk.here) == (status, here)
        await desk.press("escape", "B", "escape")
        assert len(desk.rows(desk.place.list)) == len(desk.app.session.workspace.briefs)


async def test_a_filter_that_hides_what_was_open_gives_way(filled):
    async with sitting(filled) as desk:
        await desk.press("j")
    remembered = Memory(filled)
    left = remembered.load()
    spot = msgspec.structs.replace(left.spots["briefs"], filter="no brief is called so")
    remembered.save(Left("briefs", spots={"briefs": spot}))
    async with sitting(filled) as desk:
        assert desk.place.opened == spot.opened
        assert len(desk.rows(desk.place.list)) == len(desk.app.session.workspace.briefs)


async def test_a_theme_that_was_chosen_is_used_again_unless_one_is_configured(
    filled, tmp_path, monkeypatch
):
    monkeypatch.setattr(themes, "has_few_colours", lambda: False)
    async with sitting(filled) as desk:
        await desk.press("j")
    assert Memory(filled).load().theme == ""
    async with sitting(filled) as desk:
        await desk.press("f9", "down", "enter")
        chosen = desk.app.theme
    left = Memory(filled).load()
    assert left.theme == chosen != DARK.name
    assert begun(None, left.theme).name == chosen
    assert begun(None, "gone").name == DARK.name
    config = tmp_path / "config.toml"
    config.write_text("backups = 3\n")
    assert begun(load(config), left.theme).name == chosen
    config.write_text('theme = "nord"\n')
    assert begun(load(config), left.theme).name == "nord"


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
    remembered.save(type(left)("briefs", spots=spots))
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
    remembered.save(type(left)("nowhere", "no such theme", spots))
    async with sitting(filled) as desk:
        assert desk.app.focused is desk.pane("4").list
        assert "Briefs ›" in desk.status


async def test_it_is_remembered_soon_and_not_only_at_the_end(filled, monkeypatch):
    monkeypatch.setattr(resuming, "PAUSE", 0.05)
    async with sitting(filled) as desk:
        await desk.press("j")
        opened = desk.place.opened

        def is_remembered() -> bool:
            spot = Memory(filled).load().spots.get("briefs")
            return spot is not None and spot.opened == opened

        await desk.wait(is_remembered)


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
