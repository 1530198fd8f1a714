"""Every place and box in every size of window: whole keys, no line too long, and no crash."""

import pytest

from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.tui.widgets.key_bar import KeyBar
from tests.tui.desk import WIDE, Desk
from tests.tui.test_snapshots import SCENES, go

pytestmark = pytest.mark.slow

SIZES = ((60, 20), (50, 20), (40, 12), (39, 11), (200, 60))
TINY = "A larger window, please"


def assert_whole(desk: Desk, name: str) -> None:
    """The screen fills the window exactly, and its line of keys cuts none of them off."""
    size = desk.app.size
    where = f"{name} at {size.width}×{size.height}:\n{desk.text}"
    strips = desk.strips
    assert {strip.cell_length for strip in strips} == {size.width}, where
    assert len(strips) == size.height, where
    if size == (39, 11):
        assert TINY in desk.text or not isinstance(desk.app.screen, PlaceScreen), where
        return
    assert TINY not in desk.text, where
    bar = desk.app.screen.query_one(KeyBar)
    whole = "".join(part.plain for _, part in bar.fitting()).strip()
    assert whole, where
    assert " ".join(desk.seen(bar)).strip() == whole, where
    assert bar.region.bottom <= size.height, where


@pytest.mark.parametrize("part", range(3))
async def test_every_screen_is_whole_at_every_size(with_samples, part):
    async with with_samples(WIDE) as desk:
        for name, keys in list(SCENES.items())[part::3]:
            await go(desk, keys)
            for size in SIZES:
                await desk.resize(*size)
                assert_whole(desk, name)
            await desk.resize(*WIDE)
            assert_whole(desk, name)
