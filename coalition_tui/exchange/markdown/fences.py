"""Fenced code in a text: between its two lines of ``` or ~~~ every line is text, as it stands.

As in <https://spec.commonmark.org/0.31.2/#fenced-code-blocks>, but for fences inside quotes: no
line there can be taken for the document's own.
"""

import re
from dataclasses import dataclass

from coalition_tui.exchange.markdown import escapes

_OPENING = re.compile(r"`{3,}(?=[^`]*\Z)|~{3,}")
_DEEPEST = 3
"""Columns that a fence may be indented by; a line that is further in is code by itself."""


@dataclass(frozen=True, slots=True)
class Fence:
    """An opened fence: its mark, and the column where the text of its list item begins."""

    mark: str
    column: int

    def is_left_by(self, line: str) -> bool:
        """The line stands before the list item's text, so that the item is over."""
        return bool(line.strip(escapes.BLANKS)) and escapes.indent(line) < self.column

    def is_closed_by(self, line: str) -> bool:
        """The line is a mark that is long enough, and nothing else."""
        bare = line.strip(escapes.BLANKS)
        return (
            bare.startswith(self.mark)
            and not bare.strip(self.mark[0])
            and escapes.indent(line) - self.column <= _DEEPEST
        )


class Nesting:
    """The list items that are open after the lines that were seen, by the column of their text."""

    def __init__(self) -> None:
        """At the beginning of a file, or below a heading."""
        self._columns: list[int] = []
        self._after_blank = False

    def fence(self, line: str) -> Fence | None:
        """See the next line outside a fence; the fence that it opens, if it does."""
        bullet = escapes.bullet(line)
        indent = escapes.indent(line)
        if line.strip(escapes.BLANKS) and (bullet or self._after_blank):
            self._columns = [each for each in self._columns if each <= indent]
        self._after_blank = not line.strip(escapes.BLANKS)
        bare = line.lstrip(escapes.BLANKS)
        if bullet:
            _, indent, bare = bullet
            self._columns.append(indent)
        opening = _OPENING.match(bare)
        if opening is None:
            return None
        column = max((each for each in self._columns if each <= indent), default=0)
        return Fence(opening[0], column) if indent - column <= _DEEPEST else None
