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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines; anew only where they may differ."""
        if self._sent is None or self._sent[0] != crop:
            self._sent = (crop, self.draw_lines(crop))
        return self._sent[1]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines, drawn: as Textual does it."""
        return super().render_lines(crop)
