"""Control characters leave every text that comes in or goes out.

A terminal obeys them: ESC begins a command to it, and a bidirectional control shows a text in
another order than it is stored. A valid text holds none of them but tab and line feed.
"""

import re
from typing import Any

_LINE_ENDS = re.compile(r"\r\n?")
CONTROLS = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f"  # C0 without tab and line feed, DEL
    "\x80-\x9f"  # C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\ud800-\udfff"  # half a surrogate pair, which no terminal can be sent
    "]"
)


def clean(text: str) -> str:
    """The text without control characters, each line ended by a line feed."""
    if text.isprintable():
        return text
    return CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def count_controls(text: str) -> int:
    """How many characters `clean` removes; line ends are only changed, not counted."""
    if text.isprintable():
        return 0
    return len(CONTROLS.findall(_LINE_ENDS.sub("\n", text)))


def no_text(error: UnicodeDecodeError) -> tuple[int, str]:
    """The line in which bytes are no text, and what to say of it."""
    return error.object.count(b"\n", 0, error.start) + 1, "this is no UTF-8 text"


def one_line(text: str) -> str:
    """The text cleaned, on one line, each run of white space one space."""
    return " ".join(clean(text).split())


def clean_values(value: Any) -> tuple[Any, int]:
    """Decoded JSON with every text in it cleaned, and how many characters that removed."""
    match value:
        case str():
            return clean(value), count_controls(value)
        case list():
            cleaned = [clean_values(item) for item in value]
            return [item for item, _ in cleaned], sum(removed for _, removed in cleaned)
        case dict():
            pairs = [(key, clean_values(item)) for key, item in value.items()]
            return {key: item for key, (item, _) in pairs}, sum(n for _, (_, n) in pairs)
        case _:
            return value, 0
