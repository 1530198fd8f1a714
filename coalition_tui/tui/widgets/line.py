"""A line to type in."""

from textual import events
from textual.widgets import Input

from coalition_tui.clean import one_line


class Line(Input):
    """Textual's input, which takes several pasted lines as one and not as the first of them."""

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of it; Textual's own handler comes after this one."""
        event.text = one_line(event.text)
