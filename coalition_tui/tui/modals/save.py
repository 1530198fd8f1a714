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
from coalition_tui.tui.widgets.line import Line


def no_place(name: str) -> str:
    """Why no file of this name can be written, as far as can be seen before; empty when it may."""
    if not name:
        return "A file needs a name."
    try:
        path = named_path(name)
        if path.is_dir():
            return f"{name} is a folder: add the file's name."
        return "" if path.parent.is_dir() else f"There is no folder {path.parent}."
    except (OSError, ValueError):  # no name that a file can have: said when it is written
        return ""


class SaveDialog(Dialog[Path]):
    """One line to name the file in; the result is its path."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.SAVE)
    heading = "Export"

    def __init__(self, path: Path) -> None:
        """Args: path: the name to begin with."""
        super().__init__()
        self.path = Line(str(path), compact=True, select_on_focus=False, max_length=LONGEST)
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
        problem = no_place(name)
        if problem:
            self._problem.update(problem)
        else:
            self.dismiss(named_path(name))
