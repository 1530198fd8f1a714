"""A place with a list on the left and the open record's sections in panes on the right."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from coalition_tui.memory import Spot
from coalition_tui.pointer import Path
from coalition_tui.sections import Section, home
from coalition_tui.session import NewId
from coalition_tui.tui.panes.check_rows import Marks, Tallies
from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.panes.section_list import SectionList
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.panes.view import View
from coalition_tui.tui.screens.neighbours import nearest
from coalition_tui.tui.screens.opening import OpenScreen
from coalition_tui.tui.screens.spots import resume, spot_of
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import TYPES


class PanedScreen(OpenScreen):
    """The list of one table's records, and the one under its cursor in panes.

    A place says in `PANES` which of its `SECTIONS` share a pane, by key;
    the panes of one tuple of `ROWS` stand side by side, by their position.
    """

    AUTO_FOCUS = "#list"
    PANES: ClassVar[Sequence[str]]
    TOGETHER: ClassVar[Sequence[str]] = ()
    ROWS: ClassVar[Sequence[Sequence[int]]]

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__(today, new_id)
        self.list = self.make_list()
        self.section_list = SectionList(self.SECTIONS)
        views = self.views()
        self.panes = [
            Pane(
                [self._section(key) for key in group],
                together=group in self.TOGETHER,
                views={key: views[key] for key in group if key in views},
            )
            for group in self.PANES
        ]
        self._active = self.panes[0]
        self._active.add_class("-active", update=False)
        self.marks: Marks = {}
        self.tallies: Tallies = {}

    def make_list(self) -> TopList:
        """The list on the left."""
        return TopList(self.TABLE, self.PLACE)

    def views(self) -> Mapping[str, View]:
        """The sections that are shown in a way of their own, by key."""
        return {}

    def content(self) -> ComposeResult:
        """The list on the left, the panes on the right."""
        with Vertical(id="side"):
            yield self.list
            yield self.section_list
            yield from self.beside()
        with Vertical(id="panes"):
            for row in self.ROWS:
                panes = [self.panes[position] for position in row]
                panes[-1].set_class(len(panes) > 1, "-wider", update=False)
                with Horizontal(classes="row -active" if self._active in panes else "row"):
                    yield from panes

    @property
    def active_pane(self) -> Pane:
        """The pane in use."""
        return self._active

    @property
    def spot(self) -> Spot:
        """What is open, and where in it."""
        return self.resumes or spot_of(self)

    @property
    def chosen(self) -> list[str]:
        """The marked records; without marks, the open one."""
        return self.list.chosen if self.list.marked else super().chosen

    def beside(self) -> Iterable[Widget]:
        """What stands below the list."""
        return ()

    def draw(self) -> None:
        """Show what there is now; what did not change is not drawn again."""
        self.list.refresh_from(self.workspace)
        if self.resumes is not None:
            spot, self.resumes = self.resumes, None
            resume(self, spot)
        if self.top is None:
            self.set_reactive(OpenScreen.opened, self.list.open_id)
        elif self.list.open_id != self.opened:
            self.list.go_to(self.opened)
        self.draw_top()
        self.list_nothing()

    def draw_top(self) -> None:
        """Show the open record."""
        for pane in self.panes:
            pane.show(self.workspace, self.top, self.today, self.marks)
            pane.count(self.tallies)
        if not self.is_wide:
            self.section_list.show_top(self.top, self.tallies)
            self._mark_section()

    def watch_opened(self) -> None:
        """Show another record."""
        self.draw_top()

    def open(self, key: str, path: Path = ()) -> None:
        """Open a record, and go to a place in it."""
        self.list.go_to(key)
        self.opened = key
        if path:
            self.go_to(path)

    def on_mount(self) -> None:
        """Mark the pane that a narrow window shows."""
        self.activate(self._active)

    def home(self) -> Widget:
        """The list; where that is not shown the sections; where those are not, the pane in use."""
        if self.is_wide or self.has_class("-listing"):
            return self.list
        return self._active.list if self.has_class("-one") else self.section_list

    @on(RowList.Moved, "#list")
    def _chosen(self) -> None:
        if self.list.open_id:
            self.opened = self.list.open_id

    @on(RowList.Opened, "#list")
    def _clicked(self) -> None:
        self._into()

    @on(RowList.Moved, "#sections")
    def _section_chosen(self) -> None:
        row = self.section_list.row
        if row is not None and row.path and self.section_list.has_focus:
            self._show_section(str(row.path[0]))

    @on(RowList.Opened, "#sections")
    def _section_opened(self) -> None:
        self._active.list.focus()

    @on(TopList.Acted)
    def _on_list(self, event: TopList.Acted) -> None:
        match event.action:
            case "open":
                self._into()
            case "edit":
                self.action_properties()
            case "delete":
                self.delete_chosen()

    @on(Pane.Redraw)
    def _redraw(self) -> None:
        self.draw_top()

    @on(Pane.FormWanted)
    def _form_wanted(self, event: Pane.FormWanted) -> None:
        event.stop()
        if self.top is not None:
            self.open_form(self.top, event.path, add=event.add)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane was in use, and shut the list when it is left."""
        for pane in self.panes:
            if pane in event.widget.ancestors_with_self:
                self.activate(pane)
        if event.widget is not self.list:
            self.remove_class("-listing")

    def help_words(self) -> list[str]:
        """The idea of where the focus is."""
        if self.list.has_focus:
            return [self.PLACE, str(TYPES[self.TABLE].__doc__)]
        focused = self.focused
        if isinstance(focused, RowList) and focused.IDEA:
            return [str(focused.BORDER_TITLE), focused.IDEA]
        here = self._active.section
        return [f"{here.key} {here.title}", here.question, here.good]

    def action_section(self, key: str) -> None:
        """Go to a section."""
        self._show_section(key).list.focus()

    def action_focus_list(self) -> None:
        """Go to the list."""
        self.add_class("-listing")
        self.remove_class("-zoomed")
        self.list.focus()
        self.draw_top()

    def action_zoom(self) -> None:
        """Show the pane in use full size, or all again."""
        self.toggle_class("-zoomed")
        self._active.list.focus()
        self.draw_top()

    def action_back(self) -> None:
        """Leave the zoom, then the list where it lies over the rest; otherwise go to the list."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif self.has_class("-listing") and not self.is_wide:
            self._into()
        elif not self.list.has_focus:
            self.action_focus_list()

    def action_neighbour(self, side: str) -> None:
        """Go to what stands at the left or right; at the edge, to the pane's next section."""
        if not self.is_wide:
            self._narrow_neighbour(side)
            return
        lists = (self.list, *self.beside(), *(pane.list for pane in self.panes))
        target = nearest(self.focused, lists, side) if self.focused else None
        if target is not None:
            target.focus()
        else:
            self._next_section(1 if side == "right" else -1)

    def go_to(self, path: Path) -> None:
        """Go to what stands at a path of the open record."""
        section = home(self.SECTIONS, path)
        if section is None:
            self.action_properties()
            return
        pane = self._show_section(section.key)
        pane.list.focus()
        pane.go_to(path)

    def added(self, path: Path) -> None:
        """Put the cursor on the new record."""
        self._active.go_to(path)

    def _section(self, key: str) -> Section:
        return next(each for each in self.SECTIONS if each.key == key)

    def _narrow_neighbour(self, side: str) -> None:
        sections = self.section_list in self.focus_chain
        if side == "left":
            if self.section_list.has_focus or not sections:
                self.action_focus_list()
            else:
                self.section_list.focus()
        elif self.list.has_focus and sections:
            self.section_list.focus()
        else:
            self._active.list.focus()

    def _next_section(self, step: int) -> None:
        pane = self._active
        index = pane.sections.index(pane.section) + step
        if not pane.together and 0 <= index < len(pane.sections):
            self._show_section(pane.sections[index].key)

    def _into(self) -> None:
        if self.top is not None:
            self.remove_class("-listing")
            (self._active.list if self.is_wide else self.home()).focus()

    def _show_section(self, key: str) -> Pane:
        chosen = self._section(key)
        pane = next(each for each in self.panes if chosen in each.sections)
        pane.choose(chosen)
        self.activate(pane)
        self.draw_top()
        return pane

    def activate(self, pane: Pane) -> None:
        """Take a pane into use: a narrow window shows it alone."""
        self._active = pane
        for each in self.panes:
            each.set_class(each is pane, "-active")
        for row in self.query(".row"):
            row.set_class(pane in row.children, "-active")
        self._mark_section()

    def _mark_section(self) -> None:
        """Put the cursor of the sections on the one that is shown, unless it is just moving."""
        if not self.section_list.has_focus:
            self.section_list.go_to(self._active.section.key)
