"""A text to read: Markdown as it is written, each item of a list beside its mark."""

import re
from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from coalition_tui.clean import clean

HEADING = "#"
_ITEM = re.compile(r" *(?:[-*]|\d+\.) +")


class Prose(Widget):
    """As high as its lines, which are wrapped for the width there is; never read as markup."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(self, markdown: str) -> None:
        """Args: markdown: the text."""
        super().__init__()
        self._paragraphs = clean(markdown).split("\n")
        self._wrapped: tuple[int, Sequence[Content]] = (0, ())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """Its lines in this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """All of it."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> Sequence[Content]:
        if self._wrapped[0] != width:
            lines = [line for each in self._paragraphs for line in _paragraph(each, width)]
            self._wrapped = (width, lines)
        return self._wrapped[1]


def _paragraph(line: str, width: int) -> Iterator[Content]:
    """One line of Markdown; what does not fit goes on below its first word."""
    mark, style = "", ""
    if line.startswith(HEADING):
        line, style = line.lstrip("# "), "$accent bold"
    elif line.startswith("> "):
        style = "$text-muted"
    else:
        line = line.replace("**", "")
        item = _ITEM.match(line)
        mark = item[0] if item and item.end() < width // 2 else ""
    text = Content.styled(line[len(mark) :], style)
    for part in text.wrap(max(1, width - len(mark))) or [text]:
        yield Content(mark) + part.rstrip()
        mark = " " * len(mark)
