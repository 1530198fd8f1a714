"""A screen as a text that a person can read in a diff: its lines, and then how they look.

Below the lines stand the styles, each with a letter, and for each line how many cells have which.
"""

from collections.abc import Iterable
from itertools import count, groupby

from rich.color import Color
from rich.style import Style
from textual.strip import Strip
from textual.widgets import Input, TextArea

from tests.tui.desk import Desk

RULE = "─── styles"

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHOWN = ("bold", "dim", "italic", "underline", "reverse", "strike")


async def picture(desk: Desk) -> str:
    """The screen as it stands still."""
    screen = desk.app.screen
    for field in (*screen.query(Input), *screen.query(TextArea)):
        field.cursor_blink = False
    await desk.settle()
    strips = desk.strips
    names: dict[str, str] = {}
    numbers = count()
    rows = []
    for strip in strips:
        runs = []
        for look, cells in groupby(_cells(strip), key=lambda each: each):
            name = names.get(look) or names.setdefault(look, _letter(next(numbers)))
            runs.append(f"{len(list(cells))}{name}")
        rows.append(" ".join(runs))
    lines = [strip.text.rstrip() for strip in strips]
    legend = [f"{name} {look}" for look, name in names.items()]
    return "\n".join([*lines, RULE, *legend, "", *rows]) + "\n"


def _cells(strip: Strip) -> Iterable[str]:
    """How each cell of a line looks."""
    for segment in strip:
        look = _look(segment.style or Style())
        yield from (look for _ in range(segment.cell_length))


def _look(style: Style) -> str:
    words = [each for each in _SHOWN if getattr(style, each)]
    return " ".join([_hex(style.color), "on", _hex(style.bgcolor), *words])


def _hex(color: Color | None) -> str:
    return "default" if color is None else color.triplet.hex if color.triplet else color.name


def _letter(number: int) -> str:
    higher, lower = divmod(number, len(_LETTERS))
    return (_LETTERS[higher - 1] if higher else "") + _LETTERS[lower]
