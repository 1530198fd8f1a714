"""The places, and going from one to another."""

from importlib import import_module

from textual import on

from coalition_tui.tui.keeping import KeepingApp
from coalition_tui.tui.messages import GoTo
from coalition_tui.tui.screens.paned import PanedScreen
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

    def __init__(self) -> None:
        """No place has been visited."""
        super().__init__()
        self._places: dict[str, PlaceScreen] = {}

    @property
    def place(self) -> PlaceScreen | None:
        """The place that is open, also below a modal."""
        return next((each for each in self.screen_stack if isinstance(each, PlaceScreen)), None)

    def action_place(self, name: str) -> None:
        """Go to a place."""
        if name not in self._places:
            today = self.session.now().astimezone().date()
            module = import_module(f"coalition_tui.tui.screens.{name}")
            self._places[name] = getattr(module, PLACES[name])(today, self.session.new_id)
            self.install_screen(self._places[name], name)
        screen = self._places[name]
        screen.workspace = self.session.workspace
        if self.place is None:
            self.push_screen(screen)
        elif self.place is not screen:
            self.switch_screen(screen)
        else:
            screen.action_focus_list()
        self.place_opened(screen)

    def place_opened(self, place: PlaceScreen) -> None:
        """A place was opened, perhaps for the first time."""

    @on(GoTo)
    def _go_to(self, event: GoTo) -> None:
        event.stop()
        place = event.place
        self.action_place(place.table)
        screen = self._places[place.table]
        if isinstance(screen, PanedScreen):
            screen.call_later(screen.open, place.id, place.path)
