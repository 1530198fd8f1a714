"""Keys that are typed faster than the screens follow wait for their turn.

Textual hands each key to whatever has the focus at that moment. What is typed right after a key
that opens a form or moves to the next field would end in the field before, or nowhere.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from textual import events
from textual.message_pump import MessagePump
from textual.widget import Widget

from coalition_tui.tui.themed import ThemedApp

PATIENCE = 1.0
"""Seconds to wait for a part of the program that does not answer, until the next key goes on."""


class TypeAheadApp(ThemedApp[None]):
    """An app that deals with one key, and with all that follows from it, before the next."""

    def __init__(self, **options: Any) -> None:
        """Args: options: Textual's own."""
        super().__init__(**options)
        self._ahead: deque[events.Event] = deque()
        self._catching_up: asyncio.Task[None] | None = None
        self._exiting: asyncio.Task[None] | None = None

    @property
    def is_catching_up(self) -> bool:
        """The last key, or one that waits, is not dealt with yet."""
        going = self._catching_up is not None and not self._catching_up.done()
        return going or bool(self._ahead)

    async def action_quit(self) -> None:
        """Leave, with everything that is typed."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Exit as soon as the field in focus has made an edit of its text.

        Args:
            code: the process's exit status; with another one than 0 nobody is asked.
        """
        self._exiting = asyncio.create_task(self._left(self.focused or self.screen, code))

    def may_leave(self) -> bool:
        """Nothing would be lost; an app that finds otherwise asks, and exits by itself."""
        return True

    async def _left(self, left: Widget, code: int) -> None:
        try:
            await self._leave(left, code)
        except Exception as error:
            # A task's error would be silent; the app's is not.
            self._handle_exception(error)

    async def _leave(self, left: Widget, code: int) -> None:
        self.screen.set_focus(None)
        for pump in (*left.ancestors_with_self, self.screen, self):
            await _drained(pump)
        if code or self.may_leave():
            self.exit(return_code=code)
        else:
            left.focus()

    async def on_event(self, event: events.Event) -> None:
        """Hold a key or a paste back while what came before it is not done."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not typed:
            await super().on_event(event)
        elif self.is_catching_up:
            self._ahead.append(event)
        else:
            await super().on_event(event)
            self.catch_up()

    def catch_up(self) -> None:
        """Deal with what has been typed meanwhile, when the last key is dealt with."""
        self._catching_up = asyncio.create_task(self._catch_up())

    async def _catch_up(self) -> None:
        try:
            await self._settle()
            while self._ahead and self.is_running:
                await super().on_event(self._ahead.popleft())
                await self._settle()
        except Exception as error:
            # A task's error would be silent; the app's is not.
            self._handle_exception(error)

    async def _settle(self) -> None:
        """Wait until the last key has been dealt with, and what it opened has the focus."""
        for turn in range(6):
            if not self.is_running:
                return
            first = self.focused or self.screen
            for pump in first.ancestors_with_self:
                await _drained(pump)
            if turn and self.screen.focused is not None:
                return


async def _drained(pump: MessagePump) -> None:
    """Wait until a part of the program has dealt with the messages it has now."""
    done = asyncio.Event()
    if pump.post_message(events.Callback(done.set)):
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await done.wait()
