"""A modal in a box: what scrolls in it gets the height that the rest leaves."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.events import Click
from textual.screen import ModalScreen
from textual.widget import Widget

from coalition_tui.paths import resource_folder
from coalition_tui.tui import keys
from coalition_tui.tui.screens.window import FollowsWindow

if TYPE_CHECKING:
    from coalition_tui.tui.outgoing import OutgoingApp

R = TypeVar("R")

LEAST = 3
NARROW = 60
BORDER = 2


class BoxedModal(FollowsWindow, ModalScreen[R]):
    """A box no higher than the window, whose last line is always the keys."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.BOX)
    # Read when the first one opens: the start does not wait for it.
    CSS_PATH: ClassVar[list[str | PurePath]] = [resource_folder("styles") / "modals.tcss"]
    BOX: ClassVar[str] = "#dialog"
    SCROLLS: ClassVar[str] = "RowList"
    LETS_GO: ClassVar[bool] = False
    """A click outside closes it: nothing that was typed in it would be lost."""
    EDITS: ClassVar[bool] = False
    """What is written in it becomes an edit; where none can be made it closes, and says why."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-roomy")]  # noqa: RUF012 - as Textual declares it

    def on_mount(self) -> None:
        """Let nobody write what can't be kept."""
        if self.EDITS and cast("OutgoingApp", self.app).refuses_edits():
            self.dismiss()

    async def action_help(self) -> None:
        """Say what can be done here."""
        await self.run_action("app.help")

    def on_resize(self) -> None:
        """Fit the box to the window."""
        self.fit()

    async def on_click(self, event: Click) -> None:
        """Close where a click outside means no more than that."""
        if self.LETS_GO and event.widget is self:
            await self.run_action("close")

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Close, once: a second click in the same moment comes too late."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def fit(self) -> None:
        """Give what scrolls the height that is left, once the rest is laid out."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        box = next(iter(self.query(self.BOX)), None)
        if box is None:
            return  # it was closed meanwhile
        scrolls = [each for each in box.children if each.display and self._is_scrolling(each)]
        if not scrolls:
            return
        rest = sum(
            each.outer_size.height + each.styles.margin.height
            for each in box.children
            if each.display and each not in scrolls
        )
        room = self.size.height - rest - BORDER
        for each in scrolls:
            each.styles.max_height = max(LEAST, room - each.styles.margin.height)
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False, immediate=True)

    def _is_scrolling(self, widget: Widget) -> bool:
        return widget in self.query(self.SCROLLS)
