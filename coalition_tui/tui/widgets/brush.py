"""Contents drawn as lines for the terminal; each mix of styles is worked out once."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

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
        self._plain = base.rich_style
        self._mixed: dict[tuple[Name, ...], RichStyle] = {}

    def strip(self, contents: Iterable[Content], width: int) -> Strip:
        """Contents one after the other on one line of exactly this width: cut off, or filled up."""
        pieces: list[tuple[str, RichStyle]] = []
        room = width
        for content in contents:
            shown = content if content.cell_length <= room else content.truncate(room)
            pieces += self._pieces(shown)
            room -= shown.cell_length
        pieces.append((" " * room, self._plain))
        texts: list[str] = []
        styles: list[RichStyle] = []
        for text, style in pieces:
            if styles and style is styles[-1]:
                texts[-1] += text
            elif text:
                texts.append(text)
                styles.append(style)
        return Strip(map(Segment, texts, styles), width)

    def _pieces(self, content: Content) -> Sequence[tuple[str, RichStyle]]:
        text = content.plain
        # Reversed, every colour of its own would stand out as a patch.
        spans = () if self.base.reverse else content.spans
        if not spans:
            return ((text, self._plain),)
        cuts = {0, len(text)}
        for each in spans:
            cuts.add(each.start)
            cuts.add(each.end)
        return [
            (text[start:end], self._mix(tuple([style for a, z, style in spans if a <= start < z])))
            for start, end in pairwise(sorted(cuts))
        ]

    def _mix(self, over: tuple[Name, ...]) -> RichStyle:
        found = self._mixed.get(over)
        if found is None:
            style = Style.combine([self.base, *map(self._resolve, over)])
            found = self._mixed[over] = style.rich_style
        return found


def as_sent(widget: Widget, strips: Sequence[Strip]) -> list[Strip]:
    """Lines of a widget without border and padding as they go to the terminal.

    What Textual does to them otherwise, line by line, is only for what surrounds a content.

    Args:
        widget: whose lines.
        strips: the lines, in full width.
    """
    _, background = widget.background_colors
    filters = widget.get_line_filters()
    return [_filtered(strip, filters, background) for strip in strips]


def cropped(widget: Widget, strips: list[Strip], crop: Region) -> list[Strip]:
    """What is asked for of lines that are as wide as the widget."""
    if crop.width == widget.outer_size.width:
        return strips
    return [strip.crop(crop.x, crop.right) for strip in strips]


def _filtered(strip: Strip, filters: Sequence[LineFilter], background: Color) -> Strip:
    """The strip, or one of other segments: strips are costly to make, and few are changed."""
    given = segments = list(strip)
    for each in filters:
        segments = each.apply(segments, background)
    return strip if segments is given else Strip(segments, strip.cell_length)
