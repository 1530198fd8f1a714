"""The sections of the open record, where there is room for only one of them."""

from collections.abc import Callable, Sequence

from textual.content import Content

from coalition_tui.model import Record
from coalition_tui.sections import Section
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.panes.rows import count_label
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import Row, RowList


class SectionList(RowList):
    """Key, title and content of each section; the one under the cursor is shown beside."""

    BORDER_TITLE = "Sections"

    def __init__(self, sections: Sequence[Section]) -> None:
        """Args: sections: in the order of their keys."""
        super().__init__(id="sections")
        self.sections = sections

    def show_top(self, top: Record | None) -> None:
        """Show how much the sections of a record hold."""
        self.show([Row(each.key, _lines(each, top), (each.key,), 1) for each in self.sections])


def _lines(section: Section, top: Record | None) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        count = text(f" {count_label(top, section)}" if top else "", MUTED)
        key = Content.styled(f"{section.key} ", "$accent")
        title = section.title if len(section.title) < width - 5 else section.short
        return [fit(key + text(title), width - count.cell_length) + count]

    return lines
