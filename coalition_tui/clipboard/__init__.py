"""Text to the clipboard by the first way that works, and the truth about which way it went.

No way takes longer than `LIMIT`, none writes on the screen, and all may be called from a thread.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import count
from pathlib import Path

from coalition_tui import atomic
from coalition_tui.clean import clean
from coalition_tui.clipboard import osc52
from coalition_tui.clipboard.feeding import LIMIT, feed

__all__ = ["LIMIT", "VARIABLE", "Copied", "Setting", "Way", "chosen", "copy", "save_copy", "ways"]

VARIABLE = "COALITION_TUI_CLIPBOARD"

# pyperclip in a process of its own; -P: no module is taken from the folder one works in.
_NATIVE = (sys.executable, "-P", str(Path(__file__).with_name("native.py")))
_TMUX = ("tmux", "load-buffer", "-w", "-")
TURNED_OFF = "the clipboard is turned off"
_WITHOUT_OSC52 = ("", "dumb", "linux")
"""Values of TERM whose terminals certainly have no clipboard."""


class Setting(StrEnum):
    """What a person may ask for; one way by its name is tried wherever they are."""

    AUTO = "auto"
    NATIVE = "native"
    TMUX = "tmux"
    OSC52 = "osc52"
    OFF = "off"


class Way(StrEnum):
    """How a text reaches a clipboard."""

    NATIVE = "native"
    TMUX = "tmux"
    OSC52 = "osc52"


_TRUTH = {
    Way.NATIVE: "Copied to the clipboard",
    Way.TMUX: "Copied to tmux's buffer and sent to the terminal (can't be confirmed)",
    Way.OSC52: "Sent to the terminal (can't be confirmed)",
}


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of a copy: the way it went, or None and why; and the file that stood in."""

    way: Way | None
    why_not: str = "no clipboard here"
    file: Path | None = None

    def saved(self, file: Path) -> "Copied":
        """The same, after the text was saved to a file instead."""
        return replace(self, file=file)

    @property
    def sentence(self) -> str:
        """What to tell the person."""
        if self.way:
            return _TRUTH[self.way]
        if self.file:
            return clean(f"Saved to {self.file}: {self.why_not}")
        return self.why_not.capitalize()


def chosen(
    configured: Setting = Setting.AUTO, environment: Mapping[str, str] = os.environ
) -> Setting:
    """The environment's setting, else the configured one. ValueError when it names none."""
    named = environment.get(VARIABLE)
    if not named:
        return configured
    if named not in list(Setting):
        raise ValueError(f"{VARIABLE} is {clean(named)!r}: it must be one of {', '.join(Setting)}")
    return Setting(named)


def ways(
    setting: Setting, environment: Mapping[str, str], platform: str = sys.platform
) -> tuple[Way, ...]:
    """The ways worth trying, best first."""
    match setting:
        case Setting.OFF:
            return ()
        case Setting.AUTO:
            there = {
                Way.NATIVE: _local_display(environment, platform),
                Way.TMUX: bool(environment.get("TMUX")),
                Way.OSC52: environment.get("TERM", "") not in _WITHOUT_OSC52,
            }
            return tuple(way for way in Way if there[way])
        case _:
            return (Way(setting),)


def copy(
    text: str,
    write: Callable[[str], None],
    setting: Setting = Setting.AUTO,
    environment: Mapping[str, str] = os.environ,
) -> Copied:
    """Put a text on the clipboard. It may wait for `LIMIT` seconds a way: call it in a thread.

    Args:
        text: what to copy.
        write: writes to the terminal; OSError when it can't. `osc52.to_tty` is one.
        setting: usually `chosen()`.
        environment: where the display, tmux and the tools are found.

    Returns:
        The way it went; without one, save it by `save_copy` and say so with `Copied.saved`.
    """
    data = text.encode(errors="replace")
    result = Copied(None, TURNED_OFF) if setting is Setting.OFF else Copied(None)
    for way in ways(setting, environment):
        match way:
            case Way.NATIVE:
                done = feed(_NATIVE, data, environment)
            case Way.TMUX:
                done = feed(_TMUX, data, environment)
            case Way.OSC52 if osc52.fits(data):
                done = osc52.send(data, write)
            case Way.OSC52:
                done = False
                result = Copied(None, "too long for the terminal's clipboard")
        if done:
            return Copied(way)
    return result


def save_copy(text: str, folder: Path, now: datetime, suffix: str = ".md") -> Path:
    """Save what could not be copied, in a new file for its owner only. OSError when it can't be.

    Args:
        text: what to save.
        folder: where; made when it is missing.
        now: gives the file its name.
        suffix: of the file's name, with its dot.
    """
    atomic.make_folder(folder)
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        path = folder / f"copy-{now:%Y%m%d-%H%M%S}{again}{suffix}"
        with suppress(FileExistsError):
            atomic.create(path, text.encode(errors="replace"))
            break
    return path


def _local_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether the platform's clipboard is that of the screen the person looks at."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return False
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return platform == "darwin" or any(environment.get(name) for name in displays)
