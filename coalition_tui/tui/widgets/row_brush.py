"""How rows are drawn: the one under the cursor, and all others."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from coalition_tui.tui.widgets.brush import Brush
from coalition_tui.tui.widgets.row import Row

CURSOR: Final = "▌"
BLANK: Final = Content(" ")
MARK: Final = Content.styled(CURSOR, ".rows--mark")


class RowBrush:
    """Draws the rows of a list, as long as its styles stay the same."""

    def __init__(self, rows: Widget, *, flagged: bool) -> None:
        """Args: rows: with the component classes of a list; flagged: room is kept for flags."""
        lit, mark = rows.get_visual_style("rows--cursor"), rows.get_visual_style("rows--mark")
        # Textual leaves `reverse` out of it.
        reverse = bool(rows.get_component_styles("rows--cursor").text_style.reverse)
        self._plain = Brush(rows.visual_style, rows._get_style)  # noqa: SLF001 - the only way
        self._lit = Brush(lit + Style(reverse=reverse), rows._get_style)  # noqa: SLF001
        # In the terminal's own colours, a mark can't be hidden in that of the background.
        self._mark = BLANK if mark.foreground == mark.background else MARK
        self._flagged = flagged

    def strips(self, row: Row, lines: Sequence[Content], width: int, *, lit: bool) -> list[Strip]:
        """A row.

        Args:
            row: what it is.
            lines: what it says in this width.
            width: of each strip, in cells.
            lit: the cursor stands on it.
        """
        brush, mark = (self._lit, self._mark) if lit else (self._plain, BLANK)
        before = (mark, BLANK, BLANK) if self._flagged else (mark,)
        first = (mark, row.flag, BLANK) if self._flagged and row.flag else before
        return [
            (self._plain if row.head and number >= row.head else brush).strip(
                (*(before if number else first), content), width
            )
            for number, content in enumerate(lines)
        ]
