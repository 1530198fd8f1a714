"""Copies of the whole file, in a folder beside it."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from coalition_tui import atomic

KEPT = 14
_STAMP = "%Y-%m-%dT%H-%M-%SZ"


def folder_of(path: Path) -> Path:
    """Where a file's backups are."""
    return path.parent / "backups"


def backups(path: Path) -> list[Path]:
    """A file's backups, the newest first."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    name = re.compile(rf"{stem}-(?P<moment>[-0-9]+T[-0-9]+Z)(\.(?P<number>\d+))?{suffix}")
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    found = [
        (match["moment"], int(match["number"] or 1), each)
        for each in folder.iterdir()
        if (match := name.fullmatch(each.name))
    ]
    return [each for _, _, each in sorted(found, reverse=True)]


def made_on(path: Path, day: datetime) -> bool:
    """Whether there is a backup of that day, in UTC."""
    prefix = f"{path.stem}-{day:%Y-%m-%d}T"
    return any(each.name.startswith(prefix) for each in backups(path))


def make(path: Path, data: atomic.Data, now: datetime, kept: int = KEPT) -> Path:
    """Write a backup and remove those beyond the last `kept`. OSError when it can't be written.

    Args:
        path: the file that it is a backup of.
        data: what that file holds.
        now: in UTC; part of its name.
        kept: how many backups stay.
    """
    folder = folder_of(path)
    atomic.make_folder(folder)
    if folder.is_symlink():
        raise NotADirectoryError(20, "a link stands in the place of the folder of backups")
    made = free(folder / f"{path.stem}-{now.strftime(_STAMP)}{path.suffix}")
    atomic.create(made, data)
    found = backups(path)
    at = found.index(made) if made in found else 0
    # None is newer than this one: what has a later date was made while the clock was ahead.
    for each in [*found[at:], *found[:at]][kept:]:
        with suppress(OSError):  # it is one too many, and goes next time
            each.unlink()
    return made


def set_aside(path: Path, originals: dict[str, bytes | None], now: datetime) -> Path:
    """Keep damaged files by their names, in a folder of their own; return it.

    OSError when they can't be written.
    """
    folder = free(path.parent / "recovery" / now.strftime(_STAMP))
    atomic.make_folder(folder)
    for name, data in originals.items():
        if data is not None:
            atomic.create(folder / name, data)
    return folder


def free(path: Path) -> Path:
    """The path, or with a number the first one like it that nothing has."""
    tried, number = path, 1
    while tried.exists() or tried.is_symlink():
        number += 1
        tried = path.with_name(f"{path.stem}.{number}{path.suffix}")
    return tried
