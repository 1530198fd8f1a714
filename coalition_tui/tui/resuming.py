"""The app opens where it was left."""

from textual import on, work
from textual.timer import Timer

from coalition_tui.memory import Left, Memory
from coalition_tui.tui.days import DailyApp
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.tui.visiting import PLACES
from coalition_tui.tui.widgets.row_list import RowList

PAUSE = 5.0
"""Seconds from a move until it is remembered, with all that follow meanwhile."""


class ResumingApp(DailyApp):
    """An app that remembers where it was left, if it is given a memory."""

    memory: Memory | None = None
    _last = Left()
    _begun_in = ""
    _remembering: Timer | None = None

    def resume(self, memory: Memory) -> None:
        """Open where this memory says, once the app opens, and remember from then on."""
        self.memory = memory
        self._last = memory.load()
        self._begun_in = self.theme

    def opened(self) -> None:
        """Go to the place that was open."""
        super().opened()
        if self._last.place in PLACES and self._last.place != "briefs":
            self.action_place(self._last.place)

    @property
    def left(self) -> Left:
        """Where the app would be left now."""
        visited = self._places.items()
        place = next((name for name, each in visited if each is self.place), "")
        theme = self._last.theme if self.theme == self._begun_in else self.theme
        return Left(
            place, theme, {**self._last.spots, **{name: each.spot for name, each in visited}}
        )

    def made(self, name: str, place: PlaceScreen) -> None:
        """A place is opened for the first time: it goes to where it was left."""
        place.resumes = self._last.spots.get(name)

    def leave(self, code: int = 0) -> None:
        """Note where that is, while the keyboard is still there."""
        if self.session.is_open:
            self._last = self.left
        super().leave(code)

    def remember(self) -> None:
        """Remember where the app was left."""
        if self.memory is not None:
            self.memory.save(self._last)

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.memory is not None and self._remembering is None and self.session.is_open:
            self._remembering = self.set_timer(PAUSE, self._note)

    def place_opened(self, place: PlaceScreen) -> None:
        """Remember that, too."""
        super().place_opened(place)
        self._moved()

    def _note(self) -> None:
        self._remembering = None
        if self.left != self._last:
            self._last = self.left
            self._save()

    @work(thread=True, group="remember")
    def _save(self) -> None:
        self.remember()
