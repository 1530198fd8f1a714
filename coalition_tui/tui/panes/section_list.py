"""The sections of the open record, where there is room for only one of them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from coalition_tui.model import Record
from coalition_tui.sections import Section
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.panes.check_rows import Tallies, tally_sign
from coalition_tui.tui.panes.rows import count_label
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList


class SectionList(RowList):
    """Key, title and content of each section; the one under the cursor is shown beside."""

    BORDER_TITLE = "Sections"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER, *keys.SECTIONS]

    def __init__(self, sections: Sequence[Section]) -> None:
        """Args: sections: in the order of their keys."""
        super().__init__(id="sections")
        self.sections = sections

    def action_open(self) -> None:
        """Go into the section under the cursor."""
        self.post_message(self.Opened(self))

    def show_top(self, top: Record | None, tallies: Tallies) -> None:
        """Show how much the sections of a record hold, and what is found in them."""
        self.show(
            [Row(each.key, _lines(each, top, tallies), (each.key,), 1) for each in self.sections]
        )


def _lines(
    section: Section, top: Record | None, tallies: Tallies
) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        held = Content.styled(f"{count_label(top, section):>4}" if top else "", MUTED)
        count = tally_sign(tallies, section.key) + held
        key = Content.styled(f"{section.key} ", "$accent")
        room = width - key.cell_length - count.cell_length
        title = section.title if len(section.title) <= room else section.short
        return [fit(key + text(title), width - count.cell_length) + count]

    return lines
