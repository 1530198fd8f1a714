"""Long work: how far it has come, and Esc to stop it."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Generic, NoReturn, TypeVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.work import Cancelled, Work

T = TypeVar("T")

BAR = 30
LEAVING = "The app closes when it is done."


class WorkDialog(Dialog[Callable[[], T]], Generic[T]):
    """Does something in a thread; the result gives what came of it, or raises what went wrong.

    None when it was cancelled: then nothing has come of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(keys.WORK)

    def __init__(self, heading: str, do: Callable[[], T]) -> None:
        """Args: heading: what is done; do: does it, without changing anything before its end."""
        super().__init__()
        self.heading = heading
        self._do = do
        self._work = Work(self._far)
        self._bar = Static("…", classes="dialog--words", markup=False)
        self._then = Static("", classes="dialog--words", markup=False)
        self._then.display = False

    def content(self) -> ComposeResult:
        """How far it has come, and what comes then."""
        yield self._bar
        yield self._then

    def then_leave(self) -> None:
        """Say that whoever wanted to leave the app waits for this alone."""
        self._then.update(LEAVING)
        self._then.display = True

    def on_mount(self) -> None:
        """Begin."""
        self._go()

    def on_unmount(self) -> None:
        """Nobody waits for it any more, as when a signal ends the app."""
        self._work.cancel()

    def action_close(self) -> None:
        """Stop it; what it was to make is not made."""
        self._work.cancel()
        self._then.display = False
        self._bar.update("Stopping …")

    @worker(thread=True, exit_on_error=False)
    def _go(self) -> None:
        try:
            with self._work.going_on():
                made = self._do()
        except Cancelled:
            self._end(None)
        except Exception as error:  # whoever asked for it tells it
            self._end(partial(_raise, error))
        else:
            self._end(lambda: made)

    def _end(self, result: Callable[[], T] | None) -> None:
        if self.app.is_running:
            self.app.call_from_thread(self.dismiss, result)

    def _far(self, done: int, of: int) -> None:
        if self.app.is_running and of:
            full = BAR * done // of
            bar = Content.styled("━" * full, "$accent") + Content.styled(
                "─" * (BAR - full), "$text-muted"
            )
            self.app.call_from_thread(self._bar.update, bar + Content(f"  {done:,} of {of:,}"))


def _raise(error: Exception) -> NoReturn:
    raise error
