"""The sections of the open brief, where there is room for only one of them."""

from collections.abc import Callable, Sequence

from textual.content import Content

from coalition_tui.model import Brief
from coalition_tui.sections import ALL, Section
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.panes.rows import count_label
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import Row, RowList


class SectionList(RowList):
    """Key, title and content of each section; the one under the cursor is shown beside."""

    BORDER_TITLE = "Sections"

    def show_brief(self, brief: Brief | None) -> None:
        """Show the sections of a brief."""
        self.show([Row(each.key, _lines(each, brief), (each.key,), 1) for each in ALL])


def _lines(section: Section, brief: Brief | None) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        count = text(f" {count_label(brief, section)}" if brief else "", MUTED)
        key = Content.styled(f"{section.key} ", "$accent")
        title = section.title if len(section.title) < width - 5 else section.short
        return [fit(key + text(title), width - count.cell_length) + count]

    return lines
