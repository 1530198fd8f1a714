"""What every place shares: the status line, the keys, the layout for the window's size, forms."""

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from coalition_tui.memory import Spot
from coalition_tui.pointer import Path
from coalition_tui.session import NewId
from coalition_tui.tui.layout import text
from coalition_tui.tui.screens.live import Live
from coalition_tui.tui.widgets.key_bar import KeyBar
from coalition_tui.tui.widgets.status import StatusLine
from coalition_tui.workspace import Workspace

WIDE = 100
NARROW = 60
TALL = 20
SMALLEST = (40, 12)


class PlaceScreen(Live[None]):
    """One of the places: briefs, coalitions, people, agenda, trash."""

    PLACE: ClassVar[str] = ""
    BLANK = True

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__()
        self.today = today
        self.new_id = new_id
        self.status = StatusLine()
        self.is_waiting = False
        """The workspace is still to come."""
        self.resumes: Spot | None = None
        """Where the place was left the last time, until it has been opened there."""
        self._had_focus: Widget | None = None

    def compose(self) -> ComposeResult:
        """The status line, the place's content, the keys."""
        # Known before anything is styled, the layout is not styled twice.
        self.update_classes(_layout(self.app.size), update=False)
        yield self.status
        with Horizontal(id="body"):
            yield from self.content()
        yield Static("A larger window, please: 40 × 12 at least.", id="tiny", markup=False)
        yield KeyBar()

    def content(self) -> ComposeResult:
        """What stands between the status line and the keys."""
        yield from ()

    @property
    def spot(self) -> Spot:
        """Where the place would be left now."""
        return self.resumes or Spot()

    @property
    def is_wide(self) -> bool:
        """There is room for all panes side by side."""
        return self.has_class("-wide")

    def help_words(self) -> list[str]:
        """The idea of where the focus is: a title, and some sentences."""
        return [self.PLACE]

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Nothing has changed the styles since they were set a moment ago, at the start."""
        event.refresh_styles = self.stack_updates > 0

    def on_mount(self) -> None:
        """Show what there is, with the focus where keys that are typed already belong."""
        self._show()
        if (home := self.home()) is not None:
            self.set_focus(home)
        self.call_after_refresh(self.keep_focus)

    def arrive(self, workspace: Workspace) -> None:
        """The workspace has come."""
        self.is_waiting = False
        self.set_reactive(Live.workspace, workspace)
        self.draw()

    def _show(self) -> None:
        if self.is_waiting:
            self.describe()
        else:
            self.draw()

    def on_resize(self, event: events.Resize) -> None:
        """Choose the layout for the size of the window."""
        self._had_focus = self.focused or self._had_focus
        before = self.classes
        self.update_classes(_layout(event.size))
        if self.classes != before:
            self.call_after_refresh(self._show)
            self.call_after_refresh(self.keep_focus)

    def home(self) -> Widget | None:
        """Where the focus goes when what had it is not shown in this layout."""
        return None

    def keep_focus(self) -> None:
        """Put the focus on something that is shown."""
        shown = self.focus_chain
        if self.focused not in shown:
            self.set_focus(next((w for w in (self._had_focus, self.home()) if w in shown), None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done to what can't be seen."""
        return not self.has_class("-tiny") and super().check_action(action, parameters)

    def describe(self, name: str = "", *facts: Content) -> None:
        """Say in the status line what is open, and how it stands; the first fact goes first."""
        place = Content.styled(f"{self.PLACE} › " if name else self.PLACE, "$text-muted")
        self.status.place = place + text(name, "bold")
        self.status.facts = facts

    def open(self, key: str, path: Path = ()) -> None:
        """Open a record, and go to a place in it."""

    def action_focus_list(self) -> None:
        """Go to the list that the place begins with."""


def _layout(size: Size) -> dict[str, bool]:
    """The classes of the layout for a window's size."""
    wide = size.width >= WIDE and size.height >= TALL
    return {
        "-tiny": size.width < SMALLEST[0] or size.height < SMALLEST[1],
        "-wide": wide,
        "-slim": not wide,
        "-one": size.width < NARROW,
    }
