"""Before the app: a damaged file, and what is to take its place."""

from typing import ClassVar

from textual.theme import Theme

from coalition_tui.paths import resource_folder
from coalition_tui.session import Choice, Recovery
from coalition_tui.tui.modals import picker
from coalition_tui.tui.modals.dialog import ChoiceDialog
from coalition_tui.tui.theme import DARK
from coalition_tui.tui.themed import ThemedApp

WORDS = """\
{found}.

Nothing has been changed. Choose what is to take its place; the files as they are now are kept \
in a folder beside it. Esc leaves everything as it is."""


class RecoveryApp(ThemedApp[Choice]):
    """Asks what to recover; the result is the choice, or None."""

    CSS_PATH: ClassVar = [*sorted(resource_folder("styles").glob("*.tcss"))]

    def __init__(self, recovery: Recovery, theme: Theme = DARK) -> None:
        """Args: recovery: what was found, and the choices; theme: to show them in."""
        super().__init__(theme=theme)
        self.recovery = recovery

    def on_mount(self) -> None:
        """Ask."""
        choices = [
            picker.Choice(str(number), each.title, each.detail)
            for number, each in enumerate(self.recovery.choices)
        ]
        words = WORDS.format(found=self.recovery.found)
        self.push_screen(ChoiceDialog("This file is damaged", words, choices), self._chosen)

    def _chosen(self, number: str | None) -> None:
        self.exit(None if number is None else self.recovery.choices[int(number)])
