"""Frames are put together as Textual does it, but without what nobody would see."""

import random
import re
from functools import partialmethod

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.widget import Widget

from coalition_tui.tui.compositor import FrontCompositor
from coalition_tui.tui.widgets.kept import Kept
from tests.tui.desk import USUAL, WIDE

PLACES = {
    "the briefs": (),
    "a zoomed pane": ("tab", "z"),
    "a coalition": ("f2",),
    "a form": ("tab", "e"),
    "the help": ("?",),
}
_MOVED_FOR_NOTHING = re.compile(r"\x1b\[\d+;\d+H(?=\n|\x1b\[\d+;\d+H|\Z)")
"""Textual moves the terminal's cursor also to a piece that begins where the update ends."""


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["120x40", "80x24"])
async def test_every_frame_is_what_textual_makes_of_it(with_samples, keys, size):
    async with with_samples(size) as desk:
        await desk.press(*keys)
        ours = desk.app.screen._compositor
        assert type(ours) is FrontCompositor
        everything = (ours, ours.size.region, lambda _: True)
        assert FrontCompositor._render_chops(*everything) == Compositor._render_chops(*everything)

        chance = random.Random(7)
        for _ in range(40):
            changed = {_some_of(ours.size.region, chance) for _ in range(chance.randint(1, 5))}
            written = []
            for kind in (Compositor, FrontCompositor):
                ours._dirty_regions = set(changed)
                update = kind.render_partial_update(ours)
                assert update is not None
                assert not ours._dirty_regions
                sent = update.render_segments(desk.app.console)
                written.append(_MOVED_FOR_NOTHING.sub("", sent))
            assert written[0] == written[1]


def _some_of(screen: Region, chance: random.Random) -> Region:
    x, y = chance.randrange(screen.width), chance.randrange(screen.height)
    return Region(x, y, chance.randint(1, screen.width - x), chance.randint(1, screen.height - y))


async def test_without_a_change_there_is_no_frame(with_samples):
    async with with_samples() as desk:
        ours = desk.app.screen._compositor
        ours._dirty_regions = set()
        assert ours.render_partial_update() is None


async def test_only_what_is_seen_to_change_is_asked_for_its_lines(with_samples, monkeypatch):
    async with with_samples() as desk:
        asked: list[str] = []

        def note(widget, render_lines, crop):
            asked.append(type(widget).__name__)
            return render_lines(widget, crop)

        for kind in (Kept, Widget):
            monkeypatch.setattr(kind, "render_lines", partialmethod(note, kind.render_lines))
        ours = desk.app.screen._compositor
        left, _ = ours.visible_widgets[desk.app.screen.list]
        ours._dirty_regions = {Region(left.x + 2, left.y + 1, 5, 1)}
        ours.render_partial_update()
        assert asked == ["TopList"]
        ours.render_full_update()
        assert "Pane" in asked
        assert not {"BriefsScreen", "Horizontal", "Vertical"} & set(asked), "the panes cover them"
