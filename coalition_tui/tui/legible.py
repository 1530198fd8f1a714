"""A theme's colours, moved as little as makes every text readable wherever it is drawn.

Ratios are those of WCAG 2.2, from 1 (the same colour) to 21 (black on white).
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from textual.color import Color

TEXT = 4.5
"""Least contrast of a text with what it stands on."""
MUTED = 3.0
"""Least contrast of what stands back, and of the frame around what has the focus."""
FRAME = 1.5
"""Least contrast of the other frames."""
CALM = {"surface": 1.2, "panel": 1.3, "block-cursor-background": 1.5}
"""Most contrast of what lies on the background: texts keep their colours on all of it."""
STATES = ("secondary", "success", "warning", "error")

_TAKEN = ("foreground", "primary", "border", *CALM, *STATES)
_RAILS = (
    "scrollbar-background",
    "scrollbar-background-hover",
    "scrollbar-background-active",
    "scrollbar-corner-color",
)
_STEPS = 20
_CUBE = (0, 95, 135, 175, 215, 255)
_GREY = 255 / 25
"""From one grey to the next, as Rich counts them."""
_MIDDLE = 0.18
"""The luminance that is as far from black as from white."""


def contrast(one: Color, other: Color) -> float:
    """The contrast of two opaque colours."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


Shown = Callable[[Color], Color]
"""What a terminal makes of a colour."""


def legible(variables: Mapping[str, str], shown: Shown = lambda colour: colour) -> dict[str, str]:
    """The colours that the screens are drawn with. The one accent is the theme's primary colour.

    Args:
        variables: a theme's, none of them a colour of the terminal's own.
        shown: what the terminal makes of a colour.
    """
    under = shown(Color.parse(variables["background"]))
    given = {name: shown(under + Color.parse(variables[name])) for name in _TAKEN}
    ink = Color.parse("#ffffff" if _luminance(under) < _MIDDLE else "#000000")
    move = partial(_moved, shown)
    laid = {name: _calmed(shown, given[name], under, most) for name, most in CALM.items()}
    grounds = [under, *laid.values()]
    text = move(given["foreground"], ink, grounds, TEXT)
    said = variables["text-muted"]
    soft = text.blend(under, 0.4) if said.startswith("auto") else under + Color.parse(said)
    muted = move(soft, text, grounds, MUTED)
    frame = move(under, text, [under], FRAME)
    found = {
        "background": under,
        **laid,
        **{name: move(given[name], ink, grounds, TEXT) for name in STATES},
        "accent": move(given["primary"], ink, grounds, TEXT),
        "foreground": text,
        "text-muted": muted,
        "text-disabled": muted,
        "border": move(given["border"], ink, [under], MUTED),
        "border-blurred": frame,
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), frame),
        **dict.fromkeys(_RAILS, laid["surface"]),
        "block-cursor-foreground": text,
        "input-cursor-background": text,
        "input-cursor-foreground": under,
    }
    return {
        **{name: colour.hex6 for name, colour in found.items()},
        "block-cursor-text-style": "none",
    }


def _calmed(shown: Shown, colour: Color, under: Color, most: float) -> Color:
    """A colour, as far toward the background as it must be to lie calmly on it."""
    return _blended(shown, colour, under, lambda shade: contrast(shade, under) <= most)


def _moved(
    shown: Shown, colour: Color, ink: Color, grounds: Iterable[Color], least: float
) -> Color:
    """A colour, as far toward another as it must be to be seen on all grounds."""
    return _blended(
        shown, colour, ink, lambda shade: all(contrast(shade, each) >= least for each in grounds)
    )


def _blended(shown: Shown, colour: Color, end: Color, fits: Callable[[Color], bool]) -> Color:
    """The first shade on the way from one colour to another that fits; the other if none does."""
    shades = (shown(colour.blend(end, step / _STEPS)) for step in range(_STEPS))
    return next((shade for shade in shades if fits(shade)), end)


def of_256(colour: Color) -> Color:
    """The nearest of the colours that all terminals of 256 share: 24 greys, and a cube.

    Rich takes one of the cube for whatever is no pure grey: dark blue for a dark surface.
    """
    red, green, blue = (min(_CUBE, key=lambda level: abs(level - part)) for part in colour.rgb)
    level = round(_GREY * min(24, max(1, round(sum(colour.rgb) / 3 / _GREY))))
    grey, cube = Color(level, level, level), Color(red, green, blue)
    if red == green == blue and red not in (0, 255):
        return grey
    return min(grey, cube, key=lambda near: _distance(near, colour))


def _distance(one: Color, other: Color) -> int:
    return sum((a - b) ** 2 for a, b in zip(one.rgb, other.rgb, strict=True))


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
