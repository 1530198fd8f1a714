"""The Briefs place: the list, and the open brief in panes."""

from datetime import date
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from coalition_tui import edits
from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.pointer import Path
from coalition_tui.sections import ALL, SECTIONS, filled, section, section_of
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited, Leaving
from coalition_tui.tui.modals.form import Form, Subject
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.panes.brief_list import BriefList
from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.panes.section_list import SectionList
from coalition_tui.tui.records import Forms, properties
from coalition_tui.tui.widgets.key_bar import KeyBar
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.status import StatusLine
from coalition_tui.workspace import Place, Workspace

WIDE = 100
NARROW = 60
SMALLEST = (40, 12)
TALL = 20

PANES = (("1", "2"), ("3",), ("4", "5"), ("6",), ("7", "8", "9", "0", "L"))


class BriefsScreen(Screen[None]):
    """Briefs on the left, the sections of the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.BRIEFS)
    AUTO_FOCUS = "#briefs"

    workspace: reactive[Workspace] = reactive(Workspace, init=False)
    opened = reactive("", init=False)

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__()
        self.today = today
        self.new_id = new_id
        self.status = StatusLine()
        self.briefs = BriefList(id="briefs")
        self.sections = SectionList(id="sections")
        self.panes = [
            Pane([section(key) for key in keys_], together=keys_ == ("1", "2")) for keys_ in PANES
        ]
        self._active = self.panes[0]

    def compose(self) -> ComposeResult:
        """The status line, the panes, the keys."""
        first, tradeoffs, parties, commitments, rest = self.panes
        yield self.status
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield self.briefs
                yield self.sections
            with Vertical(id="panes"):
                with Horizontal(classes="row"):
                    yield first
                    yield tradeoffs
                yield parties
                with Horizontal(classes="row"):
                    yield commitments
                    yield rest
        yield Static("A larger window, please: 40 × 12 at least.", id="tiny", markup=False)
        yield KeyBar()

    @property
    def brief(self) -> Brief | None:
        """The open brief."""
        return self.workspace.briefs.get(self.opened)

    @property
    def forms(self) -> Forms:
        """Prepares forms from what there is now."""
        return Forms(self.workspace, self.today, self.new_id)

    def watch_workspace(self, workspace: Workspace) -> None:
        """Show what there is now; what did not change is not drawn again."""
        self.briefs.refresh_from(workspace)
        if self.opened not in workspace.briefs:
            self.opened = self.briefs.open_id
        elif self.briefs.open_id != self.opened:
            self.briefs.go_to(self.opened)
        self._draw()

    def watch_opened(self) -> None:
        """Show another brief."""
        self._draw()

    def open(self, brief_id: str, path: Path = ()) -> None:
        """Open a brief, and go to a place in it."""
        self.briefs.go_to(brief_id)
        self.opened = brief_id
        if path:
            self._go_to(path)

    def on_mount(self) -> None:
        """Mark the pane that a narrow window shows."""
        self._activate(self._active)

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the size of the window."""
        width, height = event.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-tiny")
        wide = width >= WIDE and height >= TALL
        self.set_class(wide, "-wide")
        self.set_class(not wide, "-slim")
        self.set_class(width < NARROW, "-one")
        self.call_after_refresh(self._draw)

    @property
    def is_wide(self) -> bool:
        """All panes are shown side by side."""
        return self.has_class("-wide")

    @on(RowList.Moved, "#briefs")
    def _brief_chosen(self) -> None:
        if self.briefs.open_id:
            self.opened = self.briefs.open_id

    @on(RowList.Opened, "#briefs")
    def _brief_clicked(self) -> None:
        self._into_brief()

    @on(RowList.Moved, "#sections")
    def _section_chosen(self) -> None:
        row = self.sections.row
        if row is not None and self.sections.has_focus:
            self._show_section(str(row.path[0]))

    @on(BriefList.Acted)
    def _on_brief(self, event: BriefList.Acted) -> None:
        match event.action:
            case "open":
                self._into_brief()
            case "edit":
                self.action_properties()
            case "delete":
                self._delete_brief()

    @on(Pane.Redraw)
    def _redraw(self) -> None:
        self._draw()

    @on(Pane.FormWanted)
    def _form_wanted(self, event: Pane.FormWanted) -> None:
        event.stop()
        self._open_form(event.path, add=event.add)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember which pane was in use, and shut the list when it is left."""
        for pane in self.panes:
            if pane in event.widget.ancestors_with_self:
                self._activate(pane)
        if event.widget is not self.briefs:
            self.remove_class("-listing")

    def action_section(self, key: str) -> None:
        """Go to a section."""
        pane = self._show_section(key)
        pane.list.focus()

    def action_focus_list(self) -> None:
        """Go to the list of briefs."""
        self.add_class("-listing")
        self.remove_class("-zoomed")
        self.briefs.focus()
        self._draw()

    def action_new(self) -> None:
        """Begin a new brief."""
        brief = Brief(id=self.new_id(), title="")
        subject = self.forms.top(brief, ("title", "tags", "outcome", "why_now"), exists=False)

        def written(_: object) -> None:
            if brief.id in self.workspace.briefs:
                self.open(brief.id)
                self.action_section("1")

        self.app.push_screen(Form(subject), written)

    def action_properties(self) -> None:
        """Edit the brief's title, tags, status, sponsor and dates."""
        if self.brief is None:
            return
        shown = properties(Brief, (name for each in ALL for name in each.fields))
        self._push(self.forms.top(self.brief, shown))

    def action_status(self) -> None:
        """Move the brief to another status."""
        brief = self.brief
        if brief is None:
            return
        labels = field(Brief, "status").labels

        def chosen(status: str | None) -> None:
            if status and status != brief.status:
                place = Place("briefs", brief.id, ("status",))
                self.post_message(
                    Edited(lambda workspace, now: edits.put(workspace, place, status, now))
                )

        choices = [Choice(value, label) for value, label in labels.items()]
        self.app.push_screen(Picker("Status", choices, brief.status), chosen)

    def action_copy(self) -> None:
        """Copy the brief as Markdown."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id]))

    def action_export(self) -> None:
        """Export the brief, or copy it in another form."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id], ask=True))

    def help_words(self) -> list[str]:
        """The idea of where the focus is."""
        if self.briefs.has_focus:
            return ["Briefs", "A brief for each piece of work that many teams must move together."]
        here = self._active.section
        return [f"{here.key} {here.title}", here.question, here.good]

    def action_zoom(self) -> None:
        """Show the pane in use full size, or all again."""
        self.toggle_class("-zoomed")
        self._active.list.focus()
        self._draw()

    def action_back(self) -> None:
        """Leave the zoom, then the list; otherwise go to the list."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif self.has_class("-listing"):
            self._into_brief()
        elif not self.briefs.has_focus:
            self.action_focus_list()

    def action_neighbour(self, side: str) -> None:
        """Go to the pane at the left or right."""
        here = self.focused
        if here is None:
            return
        if not self.is_wide:
            self._narrow_neighbour(side)
            return
        region = here.region
        targets = [
            each
            for each in (self.briefs, *(pane.list for pane in self.panes))
            if each.display
            and each is not here
            and each.region.width
            and (each.region.right <= region.x if side == "left" else each.region.x >= region.right)
        ]
        if targets:
            nearest = min(
                targets,
                key=lambda each: (
                    -_shared(each.region.y, each.region.bottom, region.y, region.bottom),
                    abs(each.region.x - region.x),
                ),
            )
            nearest.focus()
        else:
            self._next_section(1 if side == "right" else -1)

    def _narrow_neighbour(self, side: str) -> None:
        if side == "left":
            if self.sections.has_focus or not self.sections.display:
                self.action_focus_list()
            else:
                self.sections.focus()
        elif self.briefs.has_focus and self.sections.display:
            self.sections.focus()
        else:
            self._active.list.focus()

    def _next_section(self, step: int) -> None:
        pane = self._active
        index = pane.sections.index(pane.section) + step
        if not pane.together and 0 <= index < len(pane.sections):
            self._show_section(pane.sections[index].key)

    def _into_brief(self) -> None:
        if self.brief is None:
            return
        self.remove_class("-listing")
        target: Widget = self._active.list
        if not self.is_wide and not self.has_class("-one"):
            target = self.sections
        target.focus()

    def _show_section(self, key: str) -> Pane:
        chosen = section(key)
        pane = next(each for each in self.panes if chosen in each.sections)
        pane.choose(chosen)
        self._activate(pane)
        self._draw()
        return pane

    def _activate(self, pane: Pane) -> None:
        self._active = pane
        for each in self.panes:
            each.set_class(each is pane, "-active")
        for row in self.query(".row"):
            row.set_class(pane in row.children, "-active")
        if not self.sections.has_focus:
            self.sections.go_to(pane.section.key)

    def _go_to(self, path: Path) -> None:
        home = section_of(str(path[0]))
        if home is None:
            self.action_properties()
            return
        key = "5" if "interests" in path else home.key
        pane = self._show_section(key)
        pane.list.focus()
        pane.go_to(path)

    def _open_form(self, path: Path, *, add: bool) -> None:
        if self.brief is None:
            return
        if add:
            self._push(self.forms.add(self.brief, path), path)
        else:
            self._push(self.forms.edit(self.brief, path))

    def _push(self, made: Subject, adds_to: Path = ()) -> None:
        def left(another: bool | None) -> None:
            if adds_to and made.place.path:
                self._active.go_to(made.place.path)
                if another:
                    self._open_form(adds_to, add=True)

        self.app.push_screen(Form(made), left)

    def _delete_brief(self) -> None:
        brief = self.brief
        if brief is None:
            return
        trash_id = self.new_id()
        self.post_message(
            Edited(
                lambda workspace, now: edits.delete(workspace, "briefs", brief.id, now, trash_id)
            )
        )

    def _draw(self) -> None:
        brief = self.brief
        for pane in self.panes:
            pane.show(self.workspace, brief, self.today)
        if not self.is_wide:
            self.sections.show_brief(brief)
        self._describe(brief)

    def _describe(self, brief: Brief | None) -> None:
        if brief is None:
            self.status.place = text("Briefs")
            self.status.facts = ()
            return
        label = field(Brief, "status").labels[brief.status]
        self.status.place = Content.assemble(("Briefs › ", "$text-muted")) + text(
            brief.title, "bold"
        )
        self.status.facts = (
            text(f"{filled(brief)} of {len(SECTIONS)} filled", "$text-muted"),
            text(label, "$secondary"),
        )


def _shared(top: int, bottom: int, other_top: int, other_bottom: int) -> int:
    return max(0, min(bottom, other_bottom) - max(top, other_top))
