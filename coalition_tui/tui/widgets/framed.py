"""Lines that a widget draws by itself, in a frame that Textual draws for it."""

from textual.geometry import Region, Spacing
from textual.strip import Strip

from coalition_tui.tui.widgets.brush import as_sent
from coalition_tui.tui.widgets.kept import Kept


class Framed(Kept):
    """Its frame is drawn once, and not with each of its lines."""

    _edges: tuple[Strip, Strip] | None = None

    def inner_lines(self, lines: range) -> list[Strip]:
        """What stands on these lines inside the frame."""
        raise NotImplementedError

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines, with the frame around them where there is one."""
        frame, (width, height) = self.styles.gutter, self.outer_size
        inner = range(max(crop.y, frame.top), min(crop.bottom, height - frame.bottom))
        lines = self.inner_lines(range(inner.start - frame.top, inner.stop - frame.top))
        if frame.width and inner:
            left, right = self._sides(frame)
            lines = [Strip([*left, *line, *right], width) for line in lines]
        above = [self._frame_line(y) for y in range(crop.y, inner.start)]
        below = [self._frame_line(y) for y in range(inner.stop, crop.bottom)]
        return as_sent(self, [*above, *lines, *below], crop)

    def _sides(self, frame: Spacing) -> tuple[Strip, Strip]:
        """What stands at the left and right of every line."""
        if self._edges is None:
            line, width = self._frame_line(frame.top), self.outer_size.width
            self._edges = line.crop(0, frame.left), line.crop(width - frame.right)
        return self._edges

    def _frame_line(self, y: int) -> Strip:
        return super().draw_lines(Region(0, y, self.outer_size.width, 1))[0]

    def _set_dirty(self, *regions: Region) -> None:
        if not regions:  # nothing is as it was
            self._edges = None
        super()._set_dirty(*regions)
