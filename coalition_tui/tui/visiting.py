"""The places, and going from one to another."""

from importlib import import_module
from typing import Any

from textual import on

from coalition_tui.tui.keeping import KeepingApp
from coalition_tui.tui.messages import GoTo
from coalition_tui.tui.screens.place import PlaceScreen

PLACES = {
    "briefs": "BriefsScreen",
    "coalitions": "CoalitionsScreen",
    "people": "PeopleScreen",
    "agenda": "AgendaScreen",
    "trash": "TrashScreen",
}
"""The screens of the places, by their modules, the names that `action_place` goes to."""


class VisitingApp(KeepingApp):
    """An app whose places are made when they are first visited, and kept."""

    def __init__(self, **options: Any) -> None:
        """No place has been visited. Args: options: Textual's own, and the theme."""
        super().__init__(**options)
        self._places: dict[str, PlaceScreen] = {}

    @property
    def place(self) -> PlaceScreen | None:
        """The place that is open, also below a modal."""
        stack = reversed(self.screen_stack)
        return next((each for each in stack if isinstance(each, PlaceScreen)), None)

    def opened(self) -> None:
        """Show what is there."""
        super().opened()
        for screen in self._places.values():
            if screen.is_waiting:
                screen.arrive(self.session.workspace)

    def get_default_screen(self) -> PlaceScreen:
        """The Briefs place, which stays below every other screen."""
        return self._made("briefs")

    def action_place(self, name: str) -> None:
        """Go to a place."""
        screen, briefs = self._made(name), self.screen_stack[0]
        screen.workspace = self.session.workspace
        if self.place is screen:
            screen.action_focus_list()
        elif screen is briefs:
            self.pop_screen()
        elif self.place is briefs:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)
        self.place_opened(screen)

    def _made(self, name: str) -> PlaceScreen:
        if name not in self._places:
            module = import_module(f"coalition_tui.tui.screens.{name}")
            screen: PlaceScreen = getattr(module, PLACES[name])(self.today, self.session.new_id)
            screen.workspace = self.session.workspace
            screen.is_waiting = not self.session.is_open
            self.made(name, screen)
            self.install_screen(screen, name)
            self._places[name] = screen
        return self._places[name]

    def made(self, name: str, place: PlaceScreen) -> None:
        """A place is visited for the first time."""

    def place_opened(self, place: PlaceScreen) -> None:
        """A place was opened, perhaps for the first time."""

    @on(GoTo)
    def _go_to(self, event: GoTo) -> None:
        event.stop()
        place = event.place
        self.action_place(place.table)
        screen = self._places[place.table]
        screen.call_later(screen.open, place.id, place.path)
