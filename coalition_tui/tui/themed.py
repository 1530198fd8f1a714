"""An app in a theme: any theme is drawn so that it can be read, also without colours."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.theme import Theme
from textual.worker import WorkerFailed

from coalition_tui.tui.guard import ControlGuard
from coalition_tui.tui.legible import legible, of_256
from coalition_tui.tui.theme import DARK, PLAIN, TERMINAL, THEMES

R = TypeVar("R")


class ThemedApp(App[R]):
    """An app in a terminal: legible in every theme, its lines guarded, and gone when it is."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *, theme: Theme = DARK, **options: Any) -> None:
        """Args: theme: to begin in, where colours are wanted at all; options: Textual's own."""
        super().__init__(**options)
        self._guard = ControlGuard()
        self._filters = [NoColor() if type(each) is Monochrome else each for each in self._filters]
        self._begin_in(TERMINAL if self.no_color else theme)

    def _begin_in(self, theme: Theme) -> None:
        """Begin in a theme: changing to it would read all styles again."""
        for each in (*THEMES, theme):
            self.register_theme(each)
        self.set_reactive(ThemedApp.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """In a terminal, the driver that ends with it."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from coalition_tui.tui.driver import TerminalDriver

        return TerminalDriver

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, with the colours that the screens need."""
        given = super().get_css_variables()
        self.theme_variables = {**given, **self._drawn_with(given)}
        return self.theme_variables

    def _drawn_with(self, given: Mapping[str, str]) -> Mapping[str, str]:
        if self.current_theme.ansi:
            return PLAIN
        return legible(given, of_256) if self.console.color_system == "256" else legible(given)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and the guard against control characters."""
        # A theme with the terminal's own 16 colours sends them as they are; no other names one.
        usual = (each for each in super().get_line_filters() if type(each) is not ANSIToTruecolor)
        return [*usual, self._guard]

    def offers(self, binding: Binding) -> bool:  # noqa: ARG002 - for apps in which it matters
        """Whether a key that works is named to a person; one that is not says why when pressed."""
        return True

    @property
    def mishap(self) -> BaseException | None:
        """The mistake in the program that ended the app."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def _handle_exception(self, error: Exception) -> None:
        """End the app; whoever runs it says why. Textual's own page would show people's texts."""
        if self._exit and isinstance(error, WorkerFailed):
            return  # what somebody left before it was done
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where nothing is to move, no cursor blinks."""
        field: Any = event.widget
        if self.animation_level == "none" and hasattr(field, "cursor_blink"):
            field.cursor_blink = False
