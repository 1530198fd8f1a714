"""An app that is left open overnight counts from the new day."""

from datetime import date, datetime, time, timedelta

from textual import events

from coalition_tui.tui.screens.live import Dated
from coalition_tui.tui.visiting import VisitingApp

JUST_AFTER = 1.0
"""Seconds after midnight at which it surely is another day."""


class DailyApp(VisitingApp):
    """An app that notices midnight, and what it has slept through with the next key."""

    _day: date | None = None

    def on_mount(self) -> None:
        """Wait for midnight."""
        self._day = self.today
        self._wait()

    async def on_event(self, event: events.Event) -> None:
        """Look at the day before anything is done: no timer runs while a machine sleeps."""
        if isinstance(event, events.Key | events.AppFocus):
            self._look()
        await super().on_event(event)

    def _wait(self) -> None:
        now = self.session.now().astimezone()
        midnight = datetime.combine(now.date() + timedelta(days=1), time()).astimezone()
        self.set_timer((midnight - now).total_seconds() + JUST_AFTER, self._after_midnight)

    def _after_midnight(self) -> None:
        self._look()
        self._wait()

    def _look(self) -> None:
        if not self.session.is_open or self._day in (None, self.today):
            return
        self._day = self.today
        for screen in {*self._places.values(), *self.screen_stack}:
            if isinstance(screen, Dated):
                screen.new_day(self._day)
