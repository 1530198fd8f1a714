"""A frame put together from the front to the back: what is covered is neither drawn nor cut."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Span = tuple[int, int, int]
"""A part of a line: its y, its first x, and the x behind its last."""


class FrontCompositor(Compositor):
    """Textual's, which asks every widget for all its lines, and cuts them, in every frame.

    Most of them, such as a screen below its panes, are covered, and most are no part of an update.
    """

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last frame; None when nothing has."""
        if not self._dirty_regions:
            return None
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        chops = self._composed(spans).chops
        return ChopsUpdate(chops, spans, [line[1:] for line in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        lines = filter(is_rendered_line, crop.line_range)
        chops: Any = self._composed([(y, crop.x, crop.right) for y in lines]).chops
        return chops  # type: ignore[no-any-return]  # as Textual says, pieces nobody has are None

    def _composed(self, spans: Iterable[Span]) -> "_Frame":
        frame = _Frame(self.cuts, spans)
        for widget, (region, clip) in self.visible_widgets.items():
            if not frame.missing:
                break
            shown = region.intersection(clip)
            lacks = frame.lacks(shown)
            if lacks:
                strips = widget.render_lines(shown.translate(-region.offset))
                for y, strip in zip(shown.line_range, strips, strict=False):  # some have fewer
                    if y in lacks:
                        frame.put(strip, y, shown.column_span)
        return frame


class _Frame:
    """The pieces of lines that make a frame, and those that nobody has put there yet."""

    def __init__(self, cuts: Sequence[list[int]], spans: Iterable[Span]) -> None:
        """Args: cuts: where pieces begin and end, by line; spans: what is to be drawn."""
        self._cuts = cuts
        self.chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in cuts]
        self.missing: dict[int, set[int]] = {}
        for y, start, end in spans:
            pieces = pairwise(cuts[y])
            found = [x for x, behind in pieces if x < end and behind > start]
            self.missing.setdefault(y, set()).update(found)

    def lacks(self, region: Region) -> set[int]:
        """The lines that miss a piece in a region."""
        left, right = region.column_span
        return {
            y
            for y in region.line_range
            if y in self.missing and any(left <= x < right for x in self.missing[y])
        }

    def put(self, strip: Strip, y: int, columns: tuple[int, int]) -> None:
        """Take from a widget's line, which fills these columns, what is missing there."""
        left, right = columns
        missing = self.missing[y]
        cuts = [cut for cut in self._cuts[y] if left <= cut <= right]
        pieces = strip.divide([cut - left for cut in cuts[1:]])
        for x, piece in zip(cuts, pieces, strict=False):  # a bar covers the end of shorter ones
            if x in missing:
                self.chops[y][x] = piece
                missing.remove(x)
        if not missing:
            del self.missing[y]
