"""Textual's scroll bar, drawn without wrapping, padding and borders, of which it has none."""

from typing import cast

from rich.color import Color
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from coalition_tui.tui.widgets.brush import as_sent, cropped
from coalition_tui.tui.widgets.kept import Kept


class Rail(Kept, ScrollBar):
    """The bar beside rows, which is drawn again with each record that is opened."""

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines of the bar."""
        bar = cast("ScrollBarRender", self.render())
        style = cast("Style", bar.style)
        width, height = self.outer_size
        drawn = bar.render_bar(
            size=max(height, crop.bottom),  # below a box, a screen may be drawn as it was before
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=width,
            back_color=cast("Color", style.bgcolor),
            bar_color=cast("Color", style.color),
        )
        segments = [drawn.segments[y] for y in crop.line_range]
        strips = {each: Strip([each], width) for each in set(segments)}  # there are few of them
        return cropped(self, as_sent(self, [strips[each] for each in segments]), crop)
