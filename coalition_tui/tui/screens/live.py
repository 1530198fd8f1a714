"""A screen that shows the workspace as it is now, and opens forms on it."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.reactive import var
from textual.screen import Screen

from coalition_tui.pointer import Path
from coalition_tui.session import NewId
from coalition_tui.tui.screens.window import FollowsWindow
from coalition_tui.workspace import Top, Workspace

if TYPE_CHECKING:
    from coalition_tui.config import Begins
    from coalition_tui.tui.modals.subject import Subject
    from coalition_tui.tui.outgoing import OutgoingApp
    from coalition_tui.tui.records import Forms

R = TypeVar("R")


class Dated:
    """A screen that counts from today."""

    def new_day(self, today: date) -> None:
        """It is another day."""
        raise NotImplementedError


class Live(FollowsWindow, Screen[R], Dated):
    """The app hands every such screen the new workspace after each edit."""

    # Whether it is another one is asked by `is`: to compare two would read all that is in them.
    workspace: var[Workspace] = var(Workspace, init=False, always_update=True)

    today: date
    new_id: NewId
    begins: "Begins" = MappingProxyType({})
    """What new records begin with, when the person has settled that."""

    @property
    def forms(self) -> "Forms":
        """Prepares forms from what there is now."""
        from coalition_tui.tui.records import Forms

        return Forms(self.workspace, self.today, self.new_id, self.begins)

    def refuses_edits(self) -> bool:
        """Whether nothing can be changed here, and then say why."""
        return cast("OutgoingApp", self.app).refuses_edits()

    def draw(self) -> None:
        """Show what there is now; what did not change is not drawn again."""

    def new_day(self, today: date) -> None:
        """Show what there is on this day."""
        self.today = today
        if self.is_mounted:
            self.draw()

    def watch_workspace(self, before: Workspace, now: Workspace) -> None:
        """Show what there is now."""
        if self.is_mounted and now is not before:
            self.draw()

    def open_form(
        self, top: Top, path: Path, *, add: bool = False, focus: str = "", **begun: Any
    ) -> None:
        """Open the form for what stands at a path, or for a new record of the list there.

        Args:
            top: the brief, coalition or person.
            path: inside it.
            add: it is a list, and gets a new record.
            focus: the field to begin with; the first when none is named.
            begun: fields that the new record holds already.
        """
        from coalition_tui.tui.modals.form import Form

        if not add:
            self.push_form(self.forms.edit(top, path, focus))
            return
        made = self.forms.add(top, path, focus, **begun)

        def left(another: bool | None) -> None:
            self.added(made.place.path)
            now = self.workspace.table(made.place.table).get(top.id)
            if another and now is not None:
                self.open_form(now, path, add=True)  # type: ignore[arg-type]  # top's table holds no trash

        self.app.push_screen(Form(made), left)

    def after_edits(self, do: Callable[..., object], *values: object) -> None:
        """Do something when the edits that were posted until now are made."""
        self.call_later(self.app.call_later, do, *values)

    def push_form(self, subject: "Subject") -> None:
        """Open a form."""
        from coalition_tui.tui.modals.form import Form

        self.app.push_screen(Form(subject))

    def added(self, path: Path) -> None:
        """A form for a new record was left: show where the record stands."""
