"""The help says in words where one is; the palette offers what can be done there, and no more."""

import pytest
from textual.widgets import Static

from coalition_tui.sections import ALL, COALITION_SECTIONS, PERSON_SECTIONS
from coalition_tui.tui.modals.help import HelpDialog
from coalition_tui.tui.modals.picker import Picker
from tests.tui.desk import USUAL, WIDE, Desk

BESIDE = {
    "strength": (("tab",), "Strength", "Seven things"),
    "checks": (("tab", "tab"), "Checks", "plain rules"),
    "standing": (("C", "tab"), "Standing", "Five gates"),
    "agenda": (("A",), "Agenda", ""),
    "trash": (("T",), "Trash", ""),
    "briefs": ((), "Briefs", ""),
    "coalitions": (("C",), "Coalitions", ""),
    "people": (("P",), "People", ""),
}


async def told(desk: Desk) -> list[str]:
    """What the help says above its keys."""
    await desk.press("?")
    words = [
        " ".join(str(each.render()).split())
        for each in desk.app.screen.query(".help--intro").results(Static)
    ]
    await desk.press("escape")
    return words


@pytest.mark.parametrize("where", BESIDE)
async def test_it_names_the_place_and_its_idea(with_samples, where):
    keys, title, idea = BESIDE[where]
    async with with_samples(WIDE) as desk:
        await desk.press(*keys)
        words = await told(desk)
        assert words[0] == title
        assert idea in words[1]
        assert len(words[1]) > 30


@pytest.mark.parametrize(
    ("place", "sections"),
    [("B", ALL), ("C", COALITION_SECTIONS), ("P", PERSON_SECTIONS)],
    ids=["briefs", "coalitions", "people"],
)
async def test_it_names_each_section_and_its_idea(with_samples, place, sections):
    async with with_samples(USUAL) as desk:
        await desk.press(place)
        for section in sections:
            await desk.press(section.key)
            words = await told(desk)
            assert words[0] == f"{section.key} {section.title}"
            assert all(words[1:]), section.title
            assert sum(map(len, words[1:])) > 30, section.title


async def test_the_palette_offers_what_can_be_done_here_only(with_samples):
    async def offered() -> set[str]:
        await desk.press(":")
        assert isinstance(desk.app.screen, Picker)
        values = {each.value for each in desk.app.screen.choices}
        await desk.press("escape")
        return values

    async with with_samples(WIDE) as desk:
        on_list = await offered()
        assert {"briefs.pitch", "list.delete", "app.trash"} <= on_list
        assert not on_list & {"pane.add", "trash.restore", "coalitions.seats"}
        await desk.press("3")
        in_pane = await offered()
        assert {"pane.add", "briefs.pitch"} <= in_pane
        assert "list.delete" not in in_pane
        await desk.press("T")
        assert "trash.restore" not in await offered(), "there is nothing in it"
        await desk.press("B", "escape", "d", "T")
        in_trash = await offered()
        assert "trash.restore" in in_trash
        assert not in_trash & {"briefs.pitch", "pane.add", "list.delete"}


async def test_a_box_has_help_as_well(with_samples):
    async with with_samples(WIDE) as desk:
        for keys in (("1", "e"), ("c",), ("ctrl+p",), ("f",)):
            await desk.press(*keys)
            box = desk.app.screen
            await desk.press("f1")
            assert isinstance(desk.app.screen, HelpDialog), keys
            assert "esc" in desk.text
            await desk.press("f1", "escape")
            assert desk.app.screen is box
            await desk.press("escape")
