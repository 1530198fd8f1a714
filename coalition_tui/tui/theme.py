"""The program's own themes: calm surfaces and one accent, or the terminal's own colours."""

import os

from rich.console import Console
from textual import constants
from textual.theme import Theme

DARK = Theme(
    name="coalition-dark",
    dark=True,
    primary="#5fb3a8",
    secondary="#8fa3bf",
    foreground="#d7dce2",
    background="#12161b",
    surface="#171c22",
    panel="#212830",
    success="#8fbc74",
    warning="#d9a650",
    error="#e27d6d",
    variables={"text-muted": "#8b95a1"},
)

LIGHT = Theme(
    name="coalition-light",
    dark=False,
    primary="#13635a",
    secondary="#495a73",
    foreground="#272c33",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#e7e4dd",
    success="#3a6120",
    warning="#785300",
    error="#a33224",
    variables={"text-muted": "#6a6f76"},
)

TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_default",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
)
"""For terminals of 16 colours, whatever these are, and for none at all: nothing in it depends
on how dark the terminal is."""

THEMES = (DARK, LIGHT, TERMINAL)

PLAIN = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "text-muted": "ansi_default",
    "text-disabled": "ansi_default",
    "border": "ansi_cyan",
    "border-blurred": "ansi_default",
    "block-cursor-background": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-text-style": "reverse",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
}
"""What any theme of the terminal's own colours is drawn with: the cursor's row is reversed."""

_FEW = (None, "standard", "windows")


def has_few_colours() -> bool:
    """The terminal has 16 colours or fewer, or is to be used without any."""
    if "NO_COLOR" in os.environ:
        return True
    console = Console(force_terminal=True, color_system=constants.COLOR_SYSTEM)  # type: ignore[arg-type]  # a name of Rich's
    return console.color_system in _FEW
