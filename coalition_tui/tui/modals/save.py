"""The name of a file that a text is written to."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from coalition_tui.paths import LONGEST, named_path
from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog


class SaveDialog(Dialog[Path]):
    """One line to name the file in; the result is its path."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.SAVE)
    heading = "Export"

    def __init__(self, path: Path) -> None:
        """Args: path: the name to begin with."""
        super().__init__()
        self.path = Input(str(path), compact=True, select_on_focus=False, max_length=LONGEST)
        self._problem = Static("", classes="dialog--words", markup=False)

    def content(self) -> ComposeResult:
        """The name, and what is wrong with it."""
        with Horizontal(classes="field--line"):
            yield Static("File", classes="field--title", markup=False)
            yield self.path
        yield self._problem

    def on_mount(self) -> None:
        """Begin with the name."""
        self.path.focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go()

    def action_go(self) -> None:
        """Take the name."""
        name = self.path.value.strip()
        if name:
            self.dismiss(named_path(name))
        else:
            self._problem.update("A file needs a name.")
