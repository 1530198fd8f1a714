"""Contents drawn as lines for the terminal; each mix of styles is worked out once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

Name = str | Style
"""A style as a content names it: `bold`, `$accent`, `.rows--mark`."""


class Brush:
    """Draws contents over one style.

    Textual's own way wraps each line again, and gives each piece of it a style of its own, which
    says where it stands, for selecting text. Rows of a list are not selected.
    """

    def __init__(self, base: Style, resolve: Callable[[Name], Style]) -> None:
        """Args: base: the style beneath all; resolve: the style that a name stands for."""
        self.base = base
        self._resolve = resolve
        self._mixed: dict[tuple[Name, ...], RichStyle] = {}

    def strip(self, contents: Iterable[Content], width: int) -> Strip:
        """Contents one after the other on one line of exactly this width: cut off, or filled up."""
        pieces: list[tuple[str, RichStyle]] = []
        room = width
        for content in contents:
            shown = content if content.cell_length <= room else content.truncate(room)
            pieces += self._pieces(shown)
            room -= shown.cell_length
        if room > 0:
            pieces.append((" " * room, self._mix(())))
        runs = groupby(pieces, key=itemgetter(1))
        return Strip([Segment("".join(text for text, _ in run), key) for key, run in runs], width)

    def _pieces(self, content: Content) -> Iterator[tuple[str, RichStyle]]:
        text = content.plain
        # Reversed, every colour of its own would stand out as a patch.
        spans = () if self.base.reverse else content.spans
        if not spans:
            if text:
                yield text, self._mix(())
            return
        cuts = {0, len(text)}
        cuts.update(each.start for each in spans)
        cuts.update(each.end for each in spans)
        for start, end in pairwise(sorted(cuts)):
            over = tuple(each.style for each in spans if each.start <= start and each.end >= end)
            yield text[start:end], self._mix(over)

    def _mix(self, over: tuple[Name, ...]) -> RichStyle:
        found = self._mixed.get(over)
        if found is None:
            style = Style.combine([self.base, *map(self._resolve, over)])
            found = self._mixed[over] = style.rich_style
        return found


def as_sent(widget: Widget, strips: Sequence[Strip], crop: Region) -> list[Strip]:
    """Lines of a widget without border and padding as they go to the terminal.

    What Textual does to them otherwise, line by line, is only for what surrounds a content.

    Args:
        widget: whose lines.
        strips: those from the top to the bottom of `crop`, in full width.
        crop: what is asked for.
    """
    _, background = widget.background_colors
    filters = widget.get_line_filters()
    sent = [_filtered(strip, filters, background) for strip in strips]
    if crop.width == widget.outer_size.width:
        return sent
    return [strip.crop(crop.x, crop.right) for strip in sent]


def _filtered(strip: Strip, filters: Sequence[LineFilter], background: Color) -> Strip:
    """The strip, or one of other segments: strips are costly to make, and few are changed."""
    given = segments = list(strip)
    for each in filters:
        segments = each.apply(segments, background)
    return strip if segments is given else Strip(segments, strip.cell_length)
