"""One line that is drawn as such: nothing to wrap, to scroll or to select."""

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from coalition_tui.tui.widgets.brush import Brush, as_sent, cropped
from coalition_tui.tui.widgets.kept import Kept


class OneLine(Kept):
    """A widget of one line, without border and padding; it says its content in `render`."""

    ALLOW_SELECT = False
    _brush: tuple[Style, Brush] | None = None

    def render(self) -> Content:
        """The line; what does not fit is cut off."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Draw anew in another theme."""
        super().notify_style_update()
        self._brush = None

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The one line."""
        style = self.visual_style
        if self._brush is None or self._brush[0] != style:
            self._brush = style, Brush(style, self._get_style)
        strip = self._brush[1].strip((self.render(),), self.size.width)
        return cropped(self, as_sent(self, [strip]), crop)
