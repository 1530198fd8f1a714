"""Lines that a widget draws by itself, in a frame that Textual draws for it."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from coalition_tui.tui.widgets.brush import as_sent, cropped
from coalition_tui.tui.widgets.kept import Kept


class _Earlier:
    """What was drawn before."""

    def __init__(self) -> None:
        self.frame: dict[int, Strip] = {}
        self.sides: tuple[Strip, Strip] | None = None
        self.lines: dict[int, tuple[Strip, Strip]] = {}
        """By its id: a line as the widget drew it, and as it was sent, within its frame."""


class Framed(Kept):
    """Its frame is drawn once, and of its lines only those that are others than before."""

    _earlier: _Earlier | None = None

    def inner_lines(self, lines: range) -> Sequence[Strip]:
        """What stands on these lines inside the frame; the same strip while one is the same."""
        raise NotImplementedError

    @property
    def inner_width(self) -> int:
        """Between the sides of the frame, with the bar; kept while the widget is hidden."""
        return self.outer_size.width - self.styles.gutter.width

    def draw_lines(self, crop: Region) -> list[Strip]:
        """The lines, with the frame around them where there is one."""
        frame, height = self.styles.gutter, self.outer_size.height
        inner = range(max(crop.y, frame.top), min(crop.bottom, height - frame.bottom))
        lines = self.inner_lines(range(inner.start - frame.top, inner.stop - frame.top))
        above = [self._frame_line(y) for y in range(crop.y, inner.start)]
        below = [self._frame_line(y) for y in range(inner.stop, crop.bottom)]
        return cropped(self, [*above, *self._framed(lines), *below], crop)

    def _framed(self, lines: Sequence[Strip]) -> list[Strip]:
        before = self._before.lines
        new = {id(each): each for each in lines if id(each) not in before}
        if new:
            sent = as_sent(self, [self._with_sides(each) for each in new.values()])
            before.update(zip(new, zip(new.values(), sent, strict=True), strict=True))
        self._before.lines = {id(each): before[id(each)] for each in lines}
        return [before[id(each)][1] for each in lines]

    def _with_sides(self, line: Strip) -> Strip:
        frame, width = self.styles.gutter, self.outer_size.width
        if not frame.width:
            return line
        before = self._before
        if before.sides is None:
            around = self._drawn_by_textual(frame.top)
            before.sides = around.crop(0, frame.left), around.crop(width - frame.right)
        left, right = before.sides
        covered = self.inner_width - line.cell_length  # by a scroll bar
        middle = [*line, Segment(" " * covered)] if covered else line
        return Strip([*left, *middle, *right], width)

    def _frame_line(self, y: int) -> Strip:
        lines = self._before.frame
        if y not in lines or self._styles_cache.is_dirty(y):
            lines[y] = self._drawn_by_textual(y)
        return lines[y]

    def _drawn_by_textual(self, y: int) -> Strip:
        return super().draw_lines(Region(0, y, self.outer_size.width, 1))[0]

    @property
    def _before(self) -> _Earlier:
        if self._earlier is None:
            self._earlier = _Earlier()
        return self._earlier

    def _set_dirty(self, *regions: Region) -> None:
        if not regions:  # nothing is as it was
            self._earlier = None
        super()._set_dirty(*regions)
