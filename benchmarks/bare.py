"""The least that a Textual app can be: one Label."""

from textual.app import App, ComposeResult
from textual.widgets import Label


class Bare(App[None]):
    """One word on the screen."""

    def compose(self) -> ComposeResult:
        """The word."""
        yield Label("hello")


if __name__ == "__main__":
    Bare().run()
