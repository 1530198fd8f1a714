"""Every size of window: everything readable, no key cut off, and no size that breaks it."""

import asyncio
import random

import pytest

from coalition_tui.sections import ALL
from tests.tui.desk import SMALL, TINY, USUAL, WIDE, Desk

SIZES = [WIDE, USUAL, SMALL, (100, 20), (99, 40), (60, 12), (59, 40), (40, 12)]


def assert_whole(desk: Desk) -> None:
    """The screen is as wide and high as the window, and its bar names whole keys only."""
    width, height = desk.app.size
    strips = desk.strips
    assert len(strips) == height
    assert {strip.cell_length for strip in strips} == {width}
    bar = desk.place.query_one("KeyBar")
    parts = [part.plain.strip() for _, part in bar.fitting()]  # type: ignore[attr-defined]
    assert desk.key_bar == "  ".join(parts)
    assert "? Help" in desk.key_bar
    assert "saved" in desk.status


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_section_can_be_read_at_every_size(with_samples, size):
    async with with_samples(size) as desk:
        assert_whole(desk)
        for section in ALL:
            await desk.press(section.key)
            pane = desk.pane(section.key)
            seen = desk.seen(pane)
            assert len(seen) > 2
            assert all(seen[1:-1]), "a pane's sides are drawn"
            assert seen[0].startswith("╭")
            assert seen[-1].startswith("╰"), "and its lower border"
            assert pane.list.region.height >= min(3, len(pane.list.rows))
        assert_whole(desk)


async def test_narrower_than_100_one_section_is_shown_beside_their_list(with_samples):
    async with with_samples(USUAL) as desk:
        shown = [pane for pane in desk.place.panes if desk.seen(pane)]
        assert shown == [desk.pane("1")]
        listed = "\n".join(desk.seen("#sections"))
        assert all(section.key in listed for section in ALL)
        assert not desk.seen("#list")
        await desk.press("6")
        assert desk.seen(desk.pane("6"))
        assert not desk.seen(desk.pane("1"))


async def test_narrow_the_list_of_sections_shows_what_its_cursor_is_on(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("1", "h")
        assert desk.app.focused is desk.place.section_list
        await desk.press("j", "j", "j")
        assert desk.seen(desk.pane("4"))
        assert desk.pane("4").section.key == "4"
        await desk.press("j")
        assert desk.pane("4").section.key == "5"
        await desk.press("l")
        assert desk.app.focused is desk.pane("5").list


@pytest.mark.parametrize("size", [USUAL, SMALL], ids=["usual", "small"])
async def test_the_list_of_briefs_lies_over_the_sections(with_samples, size):
    async with with_samples(size) as desk:
        await desk.press("3", "B")
        assert desk.app.focused is desk.place.list
        assert len(desk.seen("#list")) > 3
        await desk.press("j", "enter")
        assert not desk.seen("#list")
        assert desk.place.top is not None
        assert desk.place.top.id == list(desk.app.session.workspace.briefs)[1]


async def test_below_60_one_pane_fills_the_window(with_samples):
    async with with_samples(SMALL) as desk:
        await desk.press("4")
        assert desk.pane("4").region.width == SMALL[0]
        assert not desk.seen("#sections")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_keyboard_is_somewhere_from_the_beginning(with_samples, size):
    async with with_samples(size) as desk:
        focused = desk.app.focused
        assert focused is not None
        assert desk.seen(focused)
        await desk.press("j", "enter", "e")
        assert desk.is_form


async def test_too_small_a_window_asks_for_a_larger_one_and_keeps_everything(with_samples):
    async with with_samples(TINY) as desk:
        assert "A larger window" in desk.text
        assert len(desk.text.split("\n")) == TINY[1]
        before = desk.saved()
        await desk.press("3", "d", "a", "e", "y")
        assert desk.saved() == before, "nothing is done blindly"
        await desk.resize(*WIDE)
        assert_whole(desk)
        assert "A larger window" not in desk.text


async def test_the_focus_stays_through_every_size(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("6", "j")
        for size in (USUAL, SMALL, TINY, USUAL, WIDE):
            await desk.resize(*size)
            assert desk.pane("6").list.has_focus is (size != TINY), size
            assert desk.pane("6").list.cursor == 1


async def test_a_form_can_be_filled_at_every_size(with_blank):
    async with with_blank(SMALL) as desk:
        for size in (SMALL, USUAL, (40, 12), WIDE):
            await desk.resize(*size)
            await desk.press("3", "a")
            await desk.fill(statement="Seen", stop_condition="Two months late")
            assert "late" in desk.text, "what is typed is in view"
            assert "esc Done" in desk.text
            assert desk.seen("#form--hint")
            await desk.press("escape")
        assert len(desk.saved()[0]["tradeoffs"]) == 4


@pytest.mark.parametrize("seed", range(2))
async def test_a_storm_of_sizes_and_keys_breaks_nothing(with_samples, seed):
    chance = random.Random(seed)
    keys = [*"1234567890LjkhlGgozBnm?eJKa", "tab", "shift+tab", "escape", "enter", "down", "space"]
    async with with_samples(WIDE) as desk:
        for _ in range(10):
            size = chance.choice([*SIZES, TINY, (1, 1), (200, 60), (20, 50), (300, 3)])
            await desk.resize(*size)
            await desk.press(*chance.choices(keys, k=4))
            assert len(desk.lines) == size[1]
        await desk.resize(*WIDE)
        for _ in range(6):
            await desk.press("escape")
        await desk.press("B")
        assert_whole(desk)


async def test_with_little_room_channels_and_rooms_are_known_by_their_names(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("8")
        rows = desk.seen(desk.pane("8"))
        room = next(index for index, row in enumerate(rows) if "Executive committee" in row)
        assert "Alastair Boyne, Finance" in rows[room + 1], "who speaks there stands below"
        channel = next(index for index, row in enumerate(rows) if "Friday note" in row)
        assert "every 7 days" in rows[channel + 1]


async def test_with_little_room_a_party_shows_its_state_then_what_it_needs(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("4")
        rows = desk.seen(desk.pane("4"))
        boyne = next(index for index, row in enumerate(rows) if "Alastair Boyne" in row)
        assert "○ open · Need: €3m of new" in rows[boyne + 1]


async def test_an_empty_list_beside_others_is_said_in_words_that_fit(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("9")
        seen = "\n".join(desk.seen(desk.pane("9")))
        assert "Accountability  none yet: a adds one" in seen


async def test_a_strength_without_data_says_so_in_whole_words(with_blank):
    async with with_blank(WIDE) as desk:
        assert "\n".join(desk.seen("#strength")).count("no data") >= 5


async def test_a_window_that_changes_while_the_app_opens_comes_to_rest(opening):
    """Two sizes that wait at the same time would follow each other forever."""
    async with opening() as desk:
        async with asyncio.timeout(20):
            await desk.resize(*USUAL)
        assert {len(line) for line in desk.lines} == {USUAL[0]}
        assert not desk.place.is_wide


BOXES = {
    "x": ("(•) Markdown", "(•) me: everything", "(•) a file", "389 lines", "enter Export"),
    "I": ("a JSON or Markdown file", "(•) refuse", "before", "enter Import"),
    "sx": ("╭─ Export", "launch-lane", "enter Export"),
}
"""Keys that open a box with fields, and what is seen of its choices, its file, and its keys."""


@pytest.mark.parametrize("keys", BOXES)
@pytest.mark.parametrize("size", [SMALL, (59, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_box_with_fields_shows_them_where_there_is_little_room(
    with_samples, keys, size, monkeypatch
):
    monkeypatch.chdir("/")
    async with with_samples(size) as desk:
        await desk.press(*keys)
        assert [each for each in BOXES[keys] if each not in desk.text] == []
        await desk.press("escape", "escape")
    async with with_samples(USUAL) as desk:
        await desk.press(*keys)
        await desk.pilot.resize_terminal(*size)
        await desk.settle()
        assert [each for each in BOXES[keys] if each not in desk.text] == []


@pytest.mark.parametrize(("key", "go"), [("x", "enter Export"), ("I", "enter Import")])
async def test_the_key_that_does_it_is_named_in_the_smallest_window(with_samples, key, go):
    async with with_samples((40, 12)) as desk:
        await desk.press(key)
        for _ in range(4):
            assert go in desk.key_bar
            assert "esc Close" in desk.key_bar
            field = desk.app.focused
            assert field is not None
            assert any(line.strip() for line in desk.seen(field))
            await desk.press("tab")


async def test_in_a_wide_window_escape_on_the_list_goes_nowhere(with_samples):
    async with with_samples(WIDE) as desk:
        for _ in range(2):
            await desk.press("4", "escape")
            for _ in range(3):
                assert desk.app.focused is desk.place.list
                await desk.press("escape")
        await desk.pilot.resize_terminal(*USUAL)
        await desk.settle()
        assert desk.app.focused is desk.place.list, "it lies over the sections"
        await desk.press("escape")
        assert desk.app.focused is desk.place.section_list


async def test_the_cursor_of_the_sections_follows_into_a_smaller_window(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("4")
        await desk.pilot.resize_terminal(*USUAL)
        await desk.settle()
        row = desk.place.section_list.row
        assert row is not None
        assert row.key == "4"
        assert desk.seen(desk.pane("4"))


async def test_a_pane_that_was_hidden_has_its_whole_title(with_samples):
    """Its sections were counted meanwhile, and nothing is as wide as a pane that is not shown."""
    async with with_samples(USUAL) as desk:
        await desk.press("1")
        assert "1 Outcome · 2 Why now" in desk.text
        await desk.press("3")
        for brief in desk.app.session.workspace.briefs:
            desk.place.open(brief)
            await desk.settle()
        await desk.press("1")
        assert "1 Outcome" in desk.text
        assert " · 2 Why now" in desk.text or "2 Why now" not in desk.text
