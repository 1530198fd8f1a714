"""A dialog about one record, that follows the edits made from it."""

from datetime import date
from typing import TypeVar

from coalition_tui.session import NewId
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.screens.live import Live
from coalition_tui.workspace import Workspace

R = TypeVar("R")


class LiveDialog(Dialog[R], Live[R | None]):
    """A modal that is handed the workspace after each edit, as the places are."""

    def __init__(self, workspace: Workspace, today: date, new_id: NewId) -> None:
        """Args: workspace: as it is now; today: the day to count from; new_id: makes ids."""
        super().__init__()
        self.today = today
        self.new_id = new_id
        self.set_reactive(LiveDialog.workspace, workspace)

    def on_mount(self) -> None:
        """Show what there is."""
        self.draw()
