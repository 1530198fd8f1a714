"""The way to an app that a browser shows: as Textual's own, but nothing typed is lost."""

import signal

from textual.drivers.web_driver import WebDriver

from coalition_tui.tui.typeahead import TypeAheadApp

GONE = 128 + signal.SIGHUP
"""The exit status of an app whose terminal goes away."""


class BrowserDriver(WebDriver):
    """A tab that is closed, and a server that has ended, make the app leave as a person does.

    Textual's own ends it at once, with what stands in an open field, and goes on for ever when
    the server was killed.
    """

    _left = False

    def start_application_mode(self) -> None:
        """Begin, and leave in order at Ctrl+C where the server runs."""
        super().start_application_mode()
        self._loop.add_signal_handler(signal.SIGINT, self._leave)

    def write(self, data: str) -> None:
        """Show something; nobody sees it any more when the server has gone."""
        try:
            super().write(data)
        except BrokenPipeError:
            self._leave()

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something, if it is there."""
        try:
            super().write_meta(data)
        except BrokenPipeError:
            self._leave()

    def run_input_thread(self) -> None:
        """Read what is typed until the app ends, or nobody can type any more."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Follow the server."""
        if packet_type == "quit":
            self._leave()
        else:
            super().on_meta(packet_type, payload)

    def _leave(self) -> None:
        """From any thread, and once."""
        if not self._left:
            self._left = True
            self._loop.call_soon_threadsafe(self._app_leaves)

    def _app_leaves(self) -> None:
        if isinstance(self._app, TypeAheadApp):
            self._app.leave(GONE)
        else:
            self._app.exit(return_code=GONE)
