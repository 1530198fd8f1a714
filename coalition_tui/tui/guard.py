"""The last guard before the terminal: no control character of a text is ever sent to it."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coalition_tui.clean import CONTROLS


class ControlGuard(LineFilter):
    """Takes control characters out of every line that is drawn, whichever widget drew it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The segments without control characters in their texts."""
        if not any(CONTROLS.search(text) for text, _, control in segments if not control):
            return segments
        return [
            segment if segment.control else Segment(CONTROLS.sub("", segment.text), segment.style)
            for segment in segments
        ]
