"""Keeping the file: brought up to date when nobody types, and followed while another edits it."""

import asyncio
import signal
import threading

from textual import work
from textual.timer import Timer

from coalition_tui.session import StoreError
from coalition_tui.tui.incoming import IncomingApp

IDLE = 2.0
"""Seconds after the last edit until the file is brought up to date."""
FULL = 1 << 20
"""Bytes of edits beside the file that are not left until then."""
FOLLOW = 1.0
"""Seconds between two looks at a file that somebody else holds."""


class KeepingApp(IncomingApp):
    """An app whose edits reach the file soon, also when it is told to end by a signal."""

    _idle: Timer | None = None
    _following: Timer | None = None
    _told = ""
    _busy = False

    def on_mount(self) -> None:
        """End in order when a signal says so."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for each in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(each, self.leave, 128 + each)

    def opened(self) -> None:
        """Say how the file was found, and begin to follow it if it is somebody else's."""
        super().opened()
        store = self.session.store
        if store.notice:
            self.tell(store.notice, problem=True)
        if store.read_only:
            self.tell(f"Read-only: {store.read_only}")
            self.screen.refresh_bindings()  # keys that edit are not offered
            self._following = self.set_interval(FOLLOW, self._look_again)
        self.keep_soon()

    def keep_soon(self) -> None:
        """Bring the file up to date once nobody has edited for a while."""
        if self._idle is not None:
            self._idle.stop()
        behind = self.session.store.behind
        if behind > FULL and not self._busy:
            self._keep()
        elif behind:
            self._idle = self.set_timer(IDLE, self._keep)

    def workspace_changed(self) -> None:
        """Show the session's workspace as it is now."""
        raise NotImplementedError

    @work(thread=True, group="keep")
    def _keep(self) -> None:
        self._busy = True
        try:
            self.session.store.checkpoint()
        except StoreError as error:
            self.call_from_thread(self._tell_once, str(error))
        except Exception as error:  # every edit is beside the file, whatever is wrong here
            from coalition_tui.crash import mistake

            words = f"The file is not brought up to date: {mistake(error)}"
            self.call_from_thread(self._tell_once, words)
        finally:
            self._busy = False

    @work(thread=True, group="follow")
    def _look_again(self) -> None:
        try:
            if self.session.follow():
                self.call_from_thread(self._followed)
        except StoreError as error:
            self.call_from_thread(self._tell_once, str(error))

    def _followed(self) -> None:
        self.workspace_changed()
        if self._following is not None and not self.session.store.read_only:
            self._following.stop()
            self._following = None
            self.screen.refresh_bindings()
            self.tell("The file is free: what you change here is kept.")
            self.keep_soon()

    def _tell_once(self, message: str) -> None:
        if message != self._told:
            self._told = message
            self.tell(message, problem=True)
