"""A pane's title: the keys and names of its sections, and what is found in each."""

from collections.abc import Set

from msgspec import Struct
from textual.content import Content

from coalition_tui.sections import Section
from coalition_tui.tui.panes.check_rows import Tallies, tally_sign
from coalition_tui.tui.panes.tables import MUTED

CORNER = 3
"""Columns of the frame before its title."""


class Tabs(Struct, frozen=True):
    """The sections of a pane, those that are shown, what is found in them, and room for it all."""

    sections: tuple[Section, ...]
    shown: Set[str]
    tallies: Tallies
    room: int

    def title(self) -> Content:
        """The longest title that fits: names with counts, with signs only, or mostly keys."""
        gap, tabs = self._fitting()
        return Content(gap).join(tabs)

    def at(self, column: int) -> Section | None:
        """The section whose name is at a column of the pane's frame; None between two."""
        gap, tabs = self._fitting()
        start = CORNER
        for section, tab in zip(self.sections, tabs, strict=True):
            if start <= column < start + tab.cell_length:
                return section
            start += tab.cell_length + len(gap)
        return None

    def _fitting(self) -> tuple[str, list[Content]]:
        several = len(self.sections) > 2
        for gap, counted in (("  " if several else " · ", True), (" ", False)):
            tabs = [self._tab(each, short=several, counted=counted) for each in self.sections]
            if Content(gap).join(tabs).cell_length <= self.room:
                return gap, tabs
        return "  ", self._keys()

    def _keys(self) -> list[Content]:
        return [
            self._tab(each, short=True)
            if each.key in self.shown
            else Content.styled(each.key, f"not bold {MUTED}") + tally_sign(self.tallies, each.key)
            for each in self.sections
        ]

    def _tab(self, section: Section, *, short: bool, counted: bool = True) -> Content:
        title = f"{section.key} {section.short if short else section.title}"
        style = "bold" if section.key in self.shown else f"not bold {MUTED}"
        sign = tally_sign(self.tallies, section.key, counted=counted)
        return Content.styled(title, style) + sign
