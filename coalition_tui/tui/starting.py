"""The first moments: the frame stands before everything is loaded, and what is typed waits."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from textual import events, on
from textual.message import Message

from coalition_tui.lazy import Lazy
from coalition_tui.session import Session
from coalition_tui.tui.typeahead import TypeAheadApp

PAUSE = 0.0005
"""Seconds between two records that are read while the app is used already."""


class StartingApp(TypeAheadApp):
    """An app whose session is opened in a thread, if it is not open yet.

    Until then keys wait for their turn, but for the one that quits.
    """

    session: Session
    failure: Exception | None = None
    """Why the session could not be opened; then the app has ended."""
    begun: Callable[[], object] | None = None
    """To be called as soon as the first frame is shown."""

    class Loaded(Message):
        """The thread is done."""

        def __init__(self, failure: Exception | None) -> None:
            """Args: failure: what went wrong, if anything did."""
            super().__init__()
            self.failure = failure

    def on_mount(self) -> None:
        """Open the session as soon as the first frame is shown."""
        if self.begun is not None:
            self.call_after_refresh(self.begun)
        if self.session.is_open:
            self.opened()
        else:
            self.call_after_refresh(self._open)

    def opened(self) -> None:
        """The session is open: show what is there."""

    @property
    def today(self) -> date:
        """The day, where the person is."""
        return self.session.now().astimezone().date()

    @property
    def is_catching_up(self) -> bool:
        """Something that was typed is not dealt with yet, or nothing can be."""
        return not self.session.is_open or super().is_catching_up

    async def on_event(self, event: events.Event) -> None:
        """Let nobody act on what is not there; but one may always leave."""
        if not self.session.is_open:
            if isinstance(event, events.MouseEvent):
                return
            if isinstance(event, events.Key) and self._quits(event):
                self.leave()
                return
        await super().on_event(event)

    def _quits(self, event: events.Key) -> bool:
        """The key quits here, and is no letter that follows others."""
        active = self.screen.active_bindings.get(event.key)
        is_text = bool(self._ahead) and event.is_printable
        return active is not None and active.binding.action == "quit" and not is_text

    def _open(self) -> None:
        # No worker: the program must end when nobody wants to wait for a slow disk any more.
        threading.Thread(target=self._load, name="open", daemon=True).start()

    def _load(self) -> None:
        failure = None
        try:
            self.session.open()
        except Exception as error:  # whoever runs the app tells it
            failure = error
        with suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(self.Loaded(failure))
        briefs = self.session.workspace.briefs
        if isinstance(briefs, Lazy):  # what asks for all of them does not wait then
            briefs.read_on(lambda: time.sleep(PAUSE))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self.failure = event.failure
        if event.failure is None:
            self.opened()
            self.catch_up()
        else:
            self.exit()
