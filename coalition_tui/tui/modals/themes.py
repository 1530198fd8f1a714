"""The themes to choose from; each is seen behind the list while the cursor is on it."""

from textual import on
from textual.theme import Theme
from textual.timer import Timer
from textual.widgets import Input

from coalition_tui.config import ConfigFault
from coalition_tui.tui import themes
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.widgets.row_list import RowList

REST = 0.1
"""Seconds that the cursor rests on a theme before it is shown."""


class ThemePicker(Picker):
    """Themes by their names; Enter keeps the one that is seen, Esc the one there was."""

    def __init__(self, before: str) -> None:
        """Args: before: the name of the theme that is used now."""
        found = list(themes.every())
        self.themes = {each.name: each for each in found if isinstance(each, Theme)}
        self.faults = [str(each) for each in found if isinstance(each, ConfigFault)]
        self.before = before
        mine = {each.stem for each in themes.files()}
        choices = [
            Choice(name, name, "yours" if name in mine else _kind(each))
            for name, each in self.themes.items()
        ]
        super().__init__("Theme", choices, before)
        self._rest: Timer | None = None

    def on_mount(self) -> None:
        """Know all themes, and say which of the person's own can't be used."""
        for each in self.themes.values():
            self.app.register_theme(each)
        for fault in self.faults:
            self.notify(fault, severity="error", markup=False)

    @on(RowList.Moved)
    @on(Input.Changed)
    def _look(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._show_theme)

    def _show_theme(self) -> None:
        if self.is_current and self.list.row is not None:
            self.app.theme = self.list.row.key

    def action_take(self) -> None:
        """Keep the theme under the cursor."""
        if self.list.row is not None:
            self.app.theme = self.list.row.key
            super().action_take()

    def action_close(self) -> None:
        """Go back to the theme there was."""
        self.app.theme = self.before
        super().action_close()


def _kind(theme: Theme) -> str:
    if theme.ansi:
        return "the terminal's own 16 colours"
    return "dark" if theme.dark else "light"
