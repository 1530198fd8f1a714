"""The last guard before the terminal: what every one of them shows alike, and never obeys."""

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from coalition_tui.clean import CONTROLS

_LETTER = ord("A") - 0x1F1E6
_EMOJI = "[#*0-9\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_JOINED = (
    "[\U0001f1e6-\U0001f1ff]{2}"  # a flag, by the two letters of its country
    f"|{_EMOJI}(?:\ufe0f\u20e3?|[\U0001f3fb-\U0001f3ff]|\u200d{_EMOJI})+"
)
_CARE = re.compile(f"{CONTROLS.pattern}|[\U0001f1e6-\U0001f1ff\ufe0f\U0001f3fb-\U0001f3ff\u200d]")


class ControlGuard(LineFilter):
    """Takes control characters out of every line that is drawn, whichever widget drew it.

    An emoji of several characters, which some terminals show as one and others as all of them,
    becomes its first, in as many cells: else what stands after it would leave its column.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The segments with texts that all terminals show alike."""
        if not any(_CARE.search(text) for text, _, control in segments if not control):
            return segments
        return [
            segment if segment.control else Segment(_plain(segment.text), segment.style)
            for segment in segments
        ]


def _plain(text: str) -> str:
    return re.sub(_JOINED, lambda found: _first(found[0]), CONTROLS.sub("", text))


def _first(joined: str) -> str:
    """An emoji's first character, or a flag's letters, in the cells of the whole."""
    if "\U0001f1e6" <= joined[0] <= "\U0001f1ff":
        return "".join(chr(ord(each) + _LETTER) for each in joined)
    return joined[0] + " " * (cell_len(joined) - cell_len(joined[0]))
