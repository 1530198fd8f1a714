"""The mouse does what people expect of it; nothing needs it."""

import pytest
from textual import events
from textual.widget import Widget

from coalition_tui.tui.modals.dialog import ChoiceDialog
from coalition_tui.tui.modals.picker import Picker
from coalition_tui.tui.screens.place import PlaceScreen
from tests.tui.desk import SMALL, USUAL, WIDE, Desk


async def click_at(desk: Desk, x: int, y: int, times: int = 1) -> None:
    """Press and let go of the button at a cell of the screen, as a terminal reports it."""
    for kind in (events.MouseDown, events.MouseUp) * times:
        desk.post(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))
    await desk.settle()


async def click(desk: Desk, widget: Widget | str, x: int, y: int) -> None:
    """Click at a cell of a widget, counted from its frame."""
    found = widget if isinstance(widget, Widget) else desk.app.screen.query_one(widget)
    await click_at(desk, found.region.x + x, found.region.y + y)


async def click_on(desk: Desk, words: str, times: int = 1) -> None:
    """Click on words where they are seen first."""
    y = next(number for number, line in enumerate(desk.lines) if words in line)
    await click_at(desk, desk.lines[y].index(words) + 1, y, times)


async def test_a_click_opens_the_brief_of_its_row(with_samples):
    async with with_samples() as desk:
        await click_on(desk, "AI triage")
        assert "AI triage" in desk.status
        assert desk.app.focused is desk.place.list


async def test_a_click_goes_to_a_row_and_two_open_it(with_samples):
    async with with_samples() as desk:
        await click_on(desk, "Alastair Boyne")
        assert desk.here.startswith("Alastair Boyne")
        assert desk.app.focused is desk.pane("4").list
        await click_on(desk, "Platform engineering ◆", times=2)
        await desk.wait(lambda: "Party: Platform engineering" in desk.text)


@pytest.mark.parametrize(
    ("keys", "row", "box"), [("B", "Tradeoffs ", "Strength: "), ("C", "○ ", "Standing: ")]
)
async def test_two_clicks_on_a_bar_or_a_gate_say_what_it_lacks(with_samples, keys, row, box):
    async with with_samples() as desk:
        await desk.press(keys)
        pane = desk.place.query_one("#strength, #standing")
        y = next(number for number, line in enumerate(desk.seen(pane)) if row in line)
        await click_at(desk, pane.region.x + 4, pane.region.y + y, 2)
        await desk.wait(lambda: box in desk.text)


async def test_a_click_on_a_name_in_a_panes_title_shows_that_section(with_samples):
    async with with_samples() as desk:
        pane = desk.pane("7")
        for name, key in (("9 Credit", "9"), ("L Log", "L"), ("7 Rights", "7")):
            line = desk.seen(pane)[0]
            await click(desk, pane, line.index(name), 0)
            assert pane.section.key == key
            assert desk.app.focused is pane.list
        await click(desk, pane, 0, 0)
        assert pane.section.key == "7"


async def test_a_click_on_a_section_shows_it(with_samples):
    async with with_samples(USUAL) as desk:
        await click_on(desk, "6 Mutual")
        assert desk.place.active_pane is desk.pane("6")
        await click_on(desk, "7 Decision", times=2)
        await desk.wait(lambda: desk.app.focused is desk.pane("7").list)


async def test_the_wheel_moves_the_view_and_not_the_cursor(with_samples):
    async with with_samples() as desk:
        rows = desk.pane("6").list
        before = desk.seen(rows)
        x, y = rows.region.x + 5, rows.region.y + 3
        wheel = events.MouseScrollDown
        desk.post(wheel(None, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y))
        await desk.settle()
        assert desk.seen(rows) != before
        assert rows.cursor == 0
        assert desk.app.focused is desk.place.list


async def test_each_key_below_can_be_clicked(with_samples):
    async with with_samples() as desk:
        line = desk.seen("KeyBar")[0]
        await click(desk, "KeyBar", line.index("c Checks"), 0)
        assert "Checks: Launch Lane" in desk.text
        await click_on(desk, "esc Close")
        assert desk.app.screen is desk.place
        await click(desk, "KeyBar", line.index("n New") + 4, 0)
        assert "New brief" in desk.text


@pytest.mark.parametrize("keys", ["n", "question_mark", "f3", "c", "S", "f", "s", "f9"])
async def test_a_click_outside_closes_what_only_shows_or_asks(with_samples, keys):
    async with with_samples() as desk:
        await desk.press(keys)
        assert not isinstance(desk.app.screen, PlaceScreen)
        box = desk.app.screen.query_one("#dialog, #picker").region
        await click_at(desk, box.x + 1, box.y)
        assert not isinstance(desk.app.screen, PlaceScreen)
        await click_at(desk, 0, 0)
        assert isinstance(desk.app.screen, PlaceScreen)


async def test_a_click_outside_leaves_what_is_being_written(with_samples):
    async with with_samples() as desk:
        await desk.press("4", "e")
        await click_at(desk, 0, 0)
        assert desk.is_form
        await desk.press("escape", "C", "i")
        await desk.type("mar")
        await click_at(desk, 0, 0)
        assert "Log: The Day 200 Table" in desk.text


async def test_a_choice_is_taken_by_two_clicks(opening):
    async with opening() as desk:
        assert isinstance(desk.app.screen, ChoiceDialog)
        await click_on(desk, "Begin a brief of your own", times=2)
        assert isinstance(desk.app.screen, Picker)


async def test_the_list_can_be_reached_where_one_pane_has_room(with_samples):
    """What is not shown took the focus there, and no frame said where it was."""
    async with with_samples(SMALL) as desk:
        await desk.press("h")
        assert desk.app.focused is desk.place.list
        assert "Launch Lane Guarantee" in desk.seen("#list")[1]
        await desk.press("l")
        assert desk.app.focused is desk.place.active_pane.list


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_where_nothing_is_yet_a_small_window_says_how_to_begin(opening, size):
    async with opening(size=size) as desk:
        await desk.press("escape")
        for place in "BCP":
            await desk.press(place)
            assert "n begins one." in desk.text
            assert desk.app.focused is desk.place.list
        await desk.press("B")
        await desk.begin("First of all")
        await desk.press("escape")
        assert "n begins one." not in desk.text
        assert desk.app.focused in desk.app.screen.focus_chain


async def test_two_clicks_at_once_outside_a_box_close_it_once(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("?")
        for kind in (events.MouseDown, events.MouseUp, events.MouseDown, events.MouseUp):
            desk.post(kind(None, 0, 0, 0, 0, 1, False, False, False))
        await desk.settle()
        assert desk.app.screen is desk.place
