"""The app: one session, the screens that show it, and the only place that changes it."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.theme import Theme

from coalition_tui.edits import Edit
from coalition_tui.integrity import describe
from coalition_tui.paths import resource_folder
from coalition_tui.session import Session
from coalition_tui.tui import keys
from coalition_tui.tui.guidance import GuidedApp
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Build, CopyWanted, Edited, Editing, Leaving
from coalition_tui.tui.screens.briefs import BriefsScreen
from coalition_tui.tui.screens.live import Live
from coalition_tui.tui.screens.opening import OpenScreen
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.tui.theme import DARK
from coalition_tui.tui.widgets.row_list import RowList

RETRY = 2.0
"""Seconds between two tries to keep what could not be kept."""

UNSAVED = "Not saved"

WELCOME = """\
Important work needs many teams to move together. Here you write down what it takes: ten \
sections, and the conversations behind them. Everything stays in one file on this machine."""

if TYPE_CHECKING:
    from coalition_tui.config import Config


class CoalitionApp(GuidedApp):
    """Shows a session's workspace, and performs what panes and modals ask for."""

    TITLE = "coalition-tui"
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        resource_folder("styles") / name for name in ("app.tcss", "paned.tcss")
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(keys.APP)

    def __init__(
        self,
        session: Session,
        notice: str = "",
        config: "Config | None" = None,
        theme: Theme = DARK,
    ) -> None:
        """An app on a session.

        Args:
            session: opened if it is not.
            notice: shown once at the start.
            config: the person's.
            theme: to begin in.
        """
        super().__init__(theme=theme)
        self.session = session
        self.notice = notice
        self.config = config
        self._editing = False
        if config and not config.animations:
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Say in the status line how it stands."""
        if self.place is not None:
            self.place_opened(self.place)

    def opened(self) -> None:
        """Say what is to be known at the start; begin an empty workspace."""
        super().opened()
        self._show_saving()
        if self.notice:
            self.tell(self.notice)
        workspace = self.session.workspace
        if not (
            workspace.briefs
            or workspace.coalitions
            or workspace.unreadable
            or self.session.store.read_only
        ):
            self._welcome()

    def _welcome(self) -> None:
        from coalition_tui.tui.modals.dialog import ChoiceDialog
        from coalition_tui.tui.modals.picker import Choice

        steps = (
            Choice("samples", "Look around in the samples", "four briefs, two coalitions"),
            Choice("new", "Begin a brief of your own", "a title is enough to start"),
        )
        self.push_screen(ChoiceDialog("Welcome", WELCOME, steps), self._begun)

    def _begun(self, step: str | None) -> None:
        screen = self.screen
        if step == "samples":
            from coalition_tui.exchange.samples import sample_edit

            new_id = self.session.new_id
            self.perform(lambda workspace, now: sample_edit(workspace, now, new_id))
        elif step == "new" and isinstance(screen, BriefsScreen):
            screen.action_new()

    @on(Edited)
    def _edited(self, event: Edited) -> None:
        event.stop()
        self.perform(event.build, tell=event.tell)

    def perform(self, build: Build, *, tell: bool = False) -> None:
        """Make an edit, keep it, and show what there is then; `tell` says what it was."""
        if self.refuses_edits():
            return
        try:
            edit = build(self.session.workspace, self.session.now())
        except (LookupError, ValueError):
            self.tell("Not changed: what this was about is gone.", problem=True)
            return
        if edit.changes:  # without one there is nothing to keep, and nothing to take back
            self.session.perform(edit)
            self.workspace_changed()
        if tell:
            self.tell(f"{edit.label} · u takes it back" if edit.changes else edit.label)

    @on(Editing)
    def _typing(self, event: Editing) -> None:
        event.stop()
        self._editing = event.busy
        self._show_saving()

    @on(Leaving)
    def _leaving(self, event: Leaving) -> None:
        event.stop()
        if event.ask:
            self.export_briefs(event.briefs)
        else:
            self.copy_briefs(event.briefs)

    @on(CopyWanted)
    def _copy_wanted(self, event: CopyWanted) -> None:
        event.stop()
        self.copy_text(event.text)

    def may_leave(self) -> bool:
        """Everything is saved. What could not be is tried once more, and given up if confirmed."""
        if not super().may_leave():
            return False
        if not self.session.unsaved or self.session.save():
            return True
        from coalition_tui.tui.modals.dialog import ChoiceDialog
        from coalition_tui.tui.modals.picker import Choice

        screen = self.screen
        if isinstance(screen, ChoiceDialog) and screen.heading == UNSAVED:
            return False
        words = f"{self.session.unsaved}.\nIf you leave now, the edits that are not saved are lost."
        answers = (
            Choice("stay", "Stay", "it is tried again every two seconds; x exports elsewhere"),
            Choice("leave", "Leave without them"),
        )
        self.push_screen(ChoiceDialog(UNSAVED, words, answers), self._answered)
        return False

    def _answered(self, answer: str | None) -> None:
        if answer == "leave":
            self.exit()

    def action_undo(self) -> None:
        """Take the last edit back."""
        edit = self.session.undo()
        self.tell(f"Undone: {self._named(edit)}" if edit else "Nothing to undo")
        self._show_again()

    def action_redo(self) -> None:
        """Make the last undone edit again."""
        edit = self.session.redo()
        self.tell(f"Redone: {self._named(edit)}" if edit else "Nothing to redo")
        self._show_again()

    def _show_again(self) -> None:
        """Show what there is now, with the cursor on what has come back to where it is."""
        here = self.focused
        before = here.row_keys if isinstance(here, RowList) else set()
        self.workspace_changed()
        if isinstance(here, RowList):
            here.go_to_first_not_in(before)

    def _named(self, edit: Edit) -> str:
        """An edit's name, and what it was made in when something else is open."""
        change, place = edit.changes[0], self.place
        opened = place.opened if isinstance(place, OpenScreen) else ""
        record = change.after
        if change.before is None or record is None or change.id == opened:
            return edit.label
        owner = describe(record)
        return edit.label if owner in edit.label else f"{edit.label}, in {owner}"

    def workspace_changed(self) -> None:
        """Show the session's workspace as it is now, and have the file brought up to date."""
        for screen in self.screen_stack:
            if isinstance(screen, Live):
                screen.workspace = self.session.workspace
        self._show_saving()
        self.keep_soon()
        if self.session.unsaved:
            self.set_timer(RETRY, self._retry)

    def _retry(self) -> None:
        if self.session.unsaved and not self.session.save():
            self.set_timer(RETRY, self._retry)
        self.keep_soon()
        self._show_saving()

    def place_opened(self, place: PlaceScreen) -> None:
        """Begin as the configuration says, and say whether everything is saved."""
        super().place_opened(place)
        if self.config:
            place.begins = self.config.begins
        self._show_saving()

    def _show_saving(self) -> None:
        if not self.session.is_open:
            state = text("opening …", "$warning")
        elif self.session.unsaved:
            reason = self.session.unsaved.removeprefix(f"{self.session.store.location}: ")
            state = text(f"✗ NOT SAVED: {reason}", "$error bold")
        elif self.session.store.read_only:
            state = text("read-only", "$warning")
        elif self._editing:
            state = text("editing", "$warning")
        else:
            state = Content.styled("✓ saved", "$success")
        if self.place is not None:
            self.place.status.saving = state
