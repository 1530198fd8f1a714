"""A window that is dragged to any size: nothing breaks, and the keyboard is where one sees it."""

import asyncio
import random

import pytest
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size

from tests.tui.desk import USUAL, WIDE, Desk

SIZES = [
    *((1, 1), (2, 40), (200, 1), (39, 12), (40, 11), (40, 12), (59, 60), (60, 12), (99, 20)),
    *((100, 19), (100, 20), (200, 60)),
    *(
        (random.Random(number).randint(1, 200), random.Random(-number).randint(1, 60))
        for number in range(48)
    ),
]
OPENED = {
    "nothing": (),
    "a brief's form": ("4", "e"),
    "checks": ("c",),
    "a rehearsal": ("f", "space"),
    "search": ("f3", "t", "h", "e"),
    "help": ("question_mark",),
    "coalitions": ("C", "0"),
    "a review": ("C", "v"),
    "five seats": ("C", "f"),
    "the trash": ("d", "T"),
}


def drag(desk: Desk, width: int, height: int) -> None:
    """Give the window another size, as its terminal tells the app."""
    size = Size(width, height)
    assert isinstance(desk.app._driver, HeadlessDriver)
    desk.app._driver._size = size
    desk.app.post_message(events.Resize(size, size))


async def resize(desk: Desk, width: int, height: int) -> None:
    """Give the window another size, and wait until it is filled."""
    drag(desk, width, height)
    await desk.wait(lambda: len(desk.lines) == height)


@pytest.mark.parametrize("name", OPENED)
async def test_no_size_breaks_anything(with_samples, name):
    async with with_samples() as desk:
        await desk.press(*OPENED[name])
        screens = len(desk.app.screen_stack)
        for number, size in enumerate(SIZES, 1):
            if number % 6:
                drag(desk, *size)
            else:
                await resize(desk, *size)
        await resize(desk, *USUAL)
        assert len(desk.app.screen_stack) == screens
        assert desk.app.focused in desk.app.screen.focus_chain
        assert desk.key_bar
        assert "…" not in desk.key_bar
        for _ in range(screens):
            await desk.press("escape")
        assert desk.app.focused in desk.app.screen.focus_chain


@pytest.mark.parametrize("keys", [(), ("question_mark",)])
async def test_two_sizes_at_once_do_not_go_back_and_forth(with_samples, keys, monkeypatch):
    async with with_samples(WIDE) as desk:
        await desk.press(*keys)
        screen = desk.app.screen
        sizes: list[Size] = []
        follow = screen._screen_resized

        def noted(size: Size) -> None:
            sizes.append(size)
            assert len(sizes) < 40
            follow(size)

        monkeypatch.setattr(screen, "_screen_resized", noted)
        for size in (Size(70, 22), Size(*WIDE)):
            desk.app._size = size
            for each in desk.app.screen_stack:
                each.post_message(events.Resize(size, size))
                each.call_later(lambda: None)  # what comes between two sizes keeps them apart
        await asyncio.sleep(0.5)
        assert sizes
        assert sizes[-1] == screen.size == Size(*WIDE)
