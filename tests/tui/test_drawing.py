"""What is drawn: all panes in one frame, and nothing that did not change."""

import asyncio

from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.timer import Timer

from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.widgets.brush import Brush
from coalition_tui.tui.widgets.framed import Framed
from coalition_tui.tui.widgets.row import Row


async def test_the_next_brief_is_one_frame(with_samples, monkeypatch):
    """The cursor and all panes together, and not one after the other."""
    async with with_samples() as desk:
        frames = []
        paint = Screen._compositor_refresh

        def counted(screen):
            if screen._dirty_widgets or screen._compositor._dirty_regions:
                frames.append(screen)
            paint(screen)

        ticks = []
        tick = Timer._tick

        async def noted(timer, **options):
            if timer is desk.app.screen._update_timer:
                ticks.append(timer)
            await tick(timer, **options)

        monkeypatch.setattr(Screen, "_compositor_refresh", counted)
        monkeypatch.setattr(Timer, "_tick", noted)
        before = desk.lines
        await asyncio.sleep(0.2)  # now the next frame waits for nothing
        frames.clear()
        ticks.clear()
        desk.send("down")
        await asyncio.sleep(0.5)
        while desk.app.is_catching_up:
            await asyncio.sleep(0.05)
        assert len(frames) == 1
        assert len(ticks) == 1, "after one for nothing, the frame waits for its turn"
        assert sum(old != new for old, new in zip(before, desk.lines, strict=True)) > 20


async def test_rows_that_look_the_same_are_not_drawn_again(with_samples):
    async with with_samples() as desk:
        pane = desk.app.screen.query(Pane).first()
        shown = [Row(each.key, each.lines, each.path, each.height) for each in pane.list.rows]
        pane.list.show(shown)
        await desk.settle()
        drawn = []
        pane.list.refresh = lambda *regions, **_: drawn.extend(regions)
        pane.list.show([Row(each.key, each.lines, each.path, each.height) for each in shown])
        assert drawn == []
        changed = Row(shown[0].key, lambda _: [Content("Other words")], shown[0].path, 1)
        pane.list.show([changed, *shown[1:]])
        assert drawn
        assert all(each.height == 1 for each in drawn)


async def test_a_line_is_as_wide_as_it_should_be_whatever_it_holds(with_samples):
    async with with_samples() as desk:
        row_list = desk.app.screen.list
        brush = Brush(row_list.visual_style, row_list._get_style)
        wide = Content("株式会社") + Content.styled("データ", "bold") + Content(" and more")
        for width in range(1, 24):
            strip = brush.strip((Content(" "), wide), width)
            assert strip.cell_length == width
            assert sum(segment.cell_length for segment in strip) == width


async def test_a_bar_has_every_line_that_is_asked_for(with_samples):
    """Below a box a screen may be drawn in another size than its widgets were told last."""
    async with with_samples() as desk:
        bar = desk.app.screen.list.vertical_scrollbar
        height = bar.outer_size.height + 7
        assert len(bar.render_lines(Region(0, 0, 1, height))) == height
        rows = desk.app.screen.list
        width, height = rows.outer_size.width, rows.outer_size.height + 7
        assert len(rows.render_lines(Region(0, 0, width, height))) == height


async def test_a_frame_is_drawn_once_and_its_lines_when_they_change(with_samples, monkeypatch):
    async with with_samples() as desk:
        drawn = []
        usual = Framed._drawn_by_textual

        def noted(widget, y):
            drawn.append((type(widget).__name__, y))
            return usual(widget, y)

        monkeypatch.setattr(Framed, "_drawn_by_textual", noted)
        await desk.press("down")
        lists = desk.app.screen.list
        assert "TopList" not in {name for name, _ in drawn}, "only its rows changed"
        assert ("ChecksPane", 0) in drawn, "its title says how many are found"
        assert all(y in (0, 8) for _, y in drawn), "a title, or what stands below the strengths"
        drawn.clear()
        await desk.press("tab")
        height = lists.outer_size.height
        assert {y for name, y in drawn if name == "TopList"} == {0, 1, height - 1}


async def test_a_line_that_stays_goes_to_the_terminal_as_it_was(with_samples):
    """To divide a line where widgets end is costly; a strip that is the same remembers how."""
    async with with_samples() as desk:
        shown = desk.app.screen.list
        region = Region(0, 0, *shown.outer_size)
        before = shown.render_lines(region)
        await desk.press("down")
        after = shown.render_lines(region)
        same = [old is new for old, new in zip(before, after, strict=True)]
        assert same.count(False) == 2, "where the cursor was, and where it is"
