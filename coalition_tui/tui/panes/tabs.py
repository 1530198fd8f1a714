"""A pane's title: the keys and names of its sections, and what is found in each."""

from collections.abc import Set
from dataclasses import dataclass

from textual.content import Content

from coalition_tui.sections import Section
from coalition_tui.tui.panes.check_rows import Tallies, tally_sign
from coalition_tui.tui.panes.tables import MUTED


@dataclass(frozen=True)
class Tabs:
    """The sections of a pane, those that are shown, and what is found in them."""

    sections: tuple[Section, ...]
    shown: Set[str]
    tallies: Tallies

    def title(self, room: int) -> Content:
        """The longest title that fits: names with counts, with signs only, or mostly keys."""
        several = len(self.sections) > 2
        for gap, counted in (("  " if several else " · ", True), (" ", False)):
            title = self._names(gap, short=several, counted=counted)
            if title.cell_length <= room:
                return title
        return self._keys()

    def _names(self, gap: str, *, short: bool, counted: bool) -> Content:
        tabs = [self._tab(each, short=short, counted=counted) for each in self.sections]
        return Content(gap).join(tabs)

    def _keys(self) -> Content:
        return Content("  ").join(
            self._tab(each, short=True)
            if each.key in self.shown
            else Content.styled(each.key, f"not bold {MUTED}") + tally_sign(self.tallies, each.key)
            for each in self.sections
        )

    def _tab(self, section: Section, *, short: bool, counted: bool = True) -> Content:
        title = f"{section.key} {section.short if short else section.title}"
        style = "bold" if section.key in self.shown else f"not bold {MUTED}"
        sign = tally_sign(self.tallies, section.key, counted=counted)
        return Content.styled(title, style) + sign
