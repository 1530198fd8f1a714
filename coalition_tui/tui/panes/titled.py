"""A pane's frame: its title names the sections, and a click on a name shows that one."""

from collections.abc import Sequence

from textual import events
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from coalition_tui.sections import Section
from coalition_tui.tui.panes.check_rows import Tallies
from coalition_tui.tui.panes.tabs import Tabs
from coalition_tui.tui.widgets.framed import Framed
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.titles import set_title


class TitledPane(Framed, Vertical):
    """Sections with their names in the title: one of them is shown, or all `together`."""

    sections: tuple[Section, ...]
    section: Section
    together: bool
    list: RowList
    _tallies: Tallies = {}  # noqa: RUF012 - replaced, never changed

    class Redraw(Message):
        """The pane wants its brief again, since it shows it in another way."""

    def count(self, tallies: Tallies) -> None:
        """Say in the title what is found in each section."""
        if tallies != self._tallies:
            self._tallies = tallies
            self.draw_title()

    def choose(self, section: Section) -> None:
        """Show one of this pane's sections."""
        raise NotImplementedError

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Fit the titles to the border before the first drawing in it, not after."""
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if resized:
            self.draw_title()
        return resized

    def inner_lines(self, lines: range) -> Sequence[Strip]:
        """Nothing: the rows cover it."""
        return [Strip.blank(self.inner_width, self.visual_style.rich_style)] * len(lines)

    def draw_title(self) -> None:
        """Say which sections are here, and which of them is shown."""
        set_title(self, self._tabs.title())

    @property
    def _tabs(self) -> Tabs:
        shown = {each.key for each in (self.sections if self.together else (self.section,))}
        return Tabs(self.sections, shown, self._tallies, room=self.inner_width - 4)

    def on_click(self, event: events.Click) -> None:
        """Show the section whose name in the title is clicked."""
        if event.widget is not self or event.y:
            return
        section = self._tabs.at(event.x)
        if section is not None:
            self.choose(section)
            self.list.focus()
            self.post_message(self.Redraw())
