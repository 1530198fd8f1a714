"""Where a person left off in each workspace, so that the app opens there again.

A convenience, kept in the program's own state and never in the workspace: what can't be read is
nothing, and what can't be written is not missed.
"""

import os
import zlib
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from coalition_tui import atomic, paths

KEPT = 100
"""How many workspaces are remembered; the one left longest ago goes first."""
LARGEST = 64 * 1024
"""Bytes of what is read at most."""


class Spot(Struct, frozen=True, omit_defaults=True):
    """Where one place was left.

    `opened` is the id of the open record; `sections` are the keys of what its panes show, the one
    in use last, and `path` leads to the row there, by fields and positions: no text of a record
    is in it. `inside` when that pane had the keyboard, and not the list. `filter` is what the
    list was made shorter by, `inner_filter` the pane.
    """

    opened: str = ""
    sections: tuple[str, ...] = ()
    path: tuple[str | int, ...] = ()
    inside: bool = False
    zoomed: bool = False
    filter: str = ""
    inner_filter: str = ""


class Left(Struct, frozen=True, omit_defaults=True):
    """Where a person was: the place that was open, and where each place was left.

    `theme` is the name of the one that was chosen in the app, if any was.
    """

    place: str = ""
    theme: str = ""
    spots: dict[str, Spot] = {}


class Memory:
    """What is remembered of one workspace; for its owner only, as the workspace is."""

    def __init__(self, workspace: Path) -> None:
        """Args: workspace: its file; the same one by whatever link it was named."""
        self._workspace = os.path.realpath(workspace)

    @property
    def file(self) -> Path:
        """Where it is kept, under a name that does not tell the workspace's."""
        name = os.fsencode(self._workspace)
        # Two sums, so that two workspaces of one person never share a name.
        key = f"{zlib.crc32(name):08x}{zlib.adler32(name[::-1]):08x}"
        return paths.state_folder() / "left" / f"{key}.json"

    def load(self) -> Left:
        """Where the person was; at the beginning when that is not known."""
        try:
            with self.file.open("rb") as file:
                return msgspec.json.decode(file.read(LARGEST), type=Left)
        except (OSError, ValueError, RecursionError):
            return Left()

    def forget(self) -> None:
        """Begin at the beginning the next time."""
        self.save(Left())

    def save(self, left: Left) -> None:
        """Remember it instead of what was remembered before."""
        with suppress(OSError, ValueError):  # a filter may hold half a character
            file = self.file
            atomic.make_folder(file.parent)
            atomic.replace(file, msgspec.json.encode(left))
            found = sorted(file.parent.glob("*.json"), key=lambda each: -each.stat().st_mtime)
            for each in found[KEPT:]:
                each.unlink()
