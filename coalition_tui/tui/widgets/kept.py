"""Lines that are kept as they were sent, for widgets that change less often than others.

Textual asks every widget that stands between two changed ones for its lines, in each frame.
"""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Kept(Widget):
    """A widget that is not looked at again while nothing in it has changed."""

    _sent: tuple[Region, list[Strip]] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        """Textual says that something has changed."""
        self._sent = None
        super()._set_dirty(*regions)

    def check_idle(self) -> None:
        """Have what has changed drawn, and looked at when nothing else is to do.

        To draw a widget Textual sends it a message, and then one from it to the screen; where that
        is all, the screen is told at once.
        """
        if self._repaint_required and self.is_mounted and self.is_attached:
            screen = self.screen
            if screen in screen._compositor:  # noqa: SLF001 - as it does itself
                self._repaint_required = False
                if self.display:
                    screen._dirty_widgets.add(self)  # noqa: SLF001
                    screen.check_idle()
                if not (
                    self._layout_required or self._scroll_required or self._refresh_styles_required
                ):
                    return
        super().check_idle()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines; anew only where they may differ."""
        if self._sent is None or self._sent[0] != crop:
            self._sent = (crop, self.draw_lines(crop))
        return self._sent[1]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines, drawn: as Textual does it."""
        return super().render_lines(crop)
