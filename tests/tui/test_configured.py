"""The app as a person has configured it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input

from coalition_tui import clipboard
from coalition_tui.config import load
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.keymap import keymap
from coalition_tui.tui.themes import begun
from tests.tui.conftest import sample_workspace
from tests.tui.desk import NOW, WIDE, Desk, ids, keep

BRIEFS = 4


@pytest.fixture
def configured(path, tmp_path, monkeypatch):
    """Opens the app on the samples, with a configuration of this text."""

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    @asynccontextmanager
    async def open_with(text: str) -> AsyncIterator[Desk]:
        file: Path = tmp_path / "config.toml"
        file.write_text(text)
        config = load(file)
        keep(path, sample_workspace())
        session = Session(TinyStore(path), lambda: NOW, ids("new"))
        app = CoalitionApp(session, config=config, theme=begun(config))
        app.set_keymap(keymap(config))
        async with app.run_test(size=WIDE, notifications=True) as pilot:
            desk = Desk(app, pilot, path)
            await desk.settle()
            yield desk

    return open_with


async def test_the_theme_is_the_one_that_was_chosen(configured):
    async with configured('theme = "light"') as desk:
        assert desk.app.theme == "coalition-light"


async def test_nothing_moves_by_itself_where_that_was_settled(configured):
    async with configured("animations = false") as desk:
        assert desk.app.animation_level == "none"
        await desk.press("f3")
        assert isinstance(desk.app.focused, Input)
        assert not desk.app.focused.cursor_blink


async def test_a_key_is_the_one_that_was_chosen_and_no_other(configured):
    async with configured('[keys]\nlist.delete = "D"\n') as desk:
        await desk.press("d")
        assert len(desk.saved()) == BRIEFS
        assert "D Delete" in desk.key_bar
        await desk.press("D")
        assert len(desk.saved()) == BRIEFS - 1


async def test_keys_that_change_places_do_each_others_work(configured):
    async with configured('[keys]\napp.undo = "r"\napp.redo = "u"\n') as desk:
        await desk.press("d")
        await desk.press("r")
        assert len(desk.saved()) == BRIEFS
        await desk.press("u")
        assert len(desk.saved()) == BRIEFS - 1


async def test_what_shared_a_key_with_a_changed_one_keeps_it(configured):
    async with configured('[keys]\npane.edit = "e"\n') as desk:
        await desk.press("1", "enter")
        assert not desk.is_form
        await desk.press("e")
        assert desk.is_form


async def test_new_coalitions_and_members_begin_as_it_says(configured):
    async with configured("cadence_days = 30\nreview_months = 12\n") as desk:
        await desk.press("C", "n")
        await desk.type("Night people")
        await desk.press("escape")
        made = next(each for each in desk.saved("coalitions") if each["name"] == "Night people")
        assert made["review_months"] == 12
        await desk.press("2", "a")
        await desk.type("Viktor")
        await desk.press("enter")
        made = next(each for each in desk.saved("coalitions") if each["name"] == "Night people")
        assert [each["cadence_days"] for each in made["members"]] == [30]


async def test_the_clipboard_is_the_one_that_was_chosen(configured, monkeypatch):
    monkeypatch.delenv(clipboard.VARIABLE)
    asked: list[clipboard.Setting] = []

    def copied(text, write, setting):
        asked.append(setting)
        return clipboard.Copied(clipboard.Way.TMUX)

    monkeypatch.setattr(clipboard, "copy", copied)
    async with configured('clipboard = "tmux"') as desk:
        await desk.press("y")
        await desk.wait(lambda: bool(asked))
        assert asked == [clipboard.Setting.TMUX]
