"""The file and its journal as they are at one moment, and what they hold together."""

import os
import stat
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from coalition_tui.session import StoreError
from coalition_tui.store import journal
from coalition_tui.store.contents import Contents, Corrupt, decode
from coalition_tui.store.journal import Base, Line, Reading

CHANGED = (
    "it is not as this program left it: another program has changed it, or the disk has; "
    "`coalition-tui doctor` lists the backups"
)
TORN = "the last line of its journal was never finished, or is damaged, and was left out"
EMPTY = "its journal is empty: edits that were in it only are lost"

_PIECE = 256 * 1024
_TICK = 20_000_000
"""Nanoseconds that a system's clock for files may stand still."""

Mark = tuple[int, ...]
"""What differs between a file and the one that replaces it; empty when there is none."""


class Damaged(Corrupt):
    """What file and journal hold together is not certain; the message says why."""


class Snapshot(msgspec.Struct, frozen=True, dict=True):
    """The bytes of a file and of its journal; None is absence."""

    data: bytes | None = None
    lines: bytes | None = None
    mark: Mark = ()
    journal_mark: Mark = ()

    @cached_property
    def reading(self) -> Reading:
        """The journal's lines."""
        return journal.read(self.lines or b"")

    @cached_property
    def base(self) -> Base:
        """What tells this state of the file from every other."""
        return Base.of(self.data or b"")


def journal_of(path: Path) -> Path:
    """The journal's file."""
    return path.with_name(f"{path.name}.journal")


def take(path: Path) -> Snapshot:
    """Read a file and its journal. StoreError when one of them can't be read.

    The journal is read first: what it loses meanwhile stands in the file already.
    """
    lines, journal_mark = _read(journal_of(path), os.O_NOFOLLOW)
    if journal_mark and abs(time.time_ns() - journal_mark[-1]) < _TICK:
        journal_mark = ()  # what is written in the same tick would leave the same mark
    data, mark = _read(path)
    return Snapshot(data, lines, mark, journal_mark)


def settle(snapshot: Snapshot) -> tuple[Contents, str]:
    """What a file and its journal hold together, and what a person should know of it.

    Raises:
        Foreign: the file is another program's.
        Corrupt: what they hold is not certain.
    """
    data, reading, notice = snapshot.data, snapshot.reading, ""
    contents = Contents() if data is None else decode(data)
    seq = contents.meta.seq
    newer = pending(reading, seq)
    bases = [line for line in reading.lines if line.base]
    if data is None and (newer or any(line.seq for line in bases)):
        raise Damaged("the file is gone, but its journal is there")
    if reading.beyond and reading.beyond[-1].seq > seq:
        raise Damaged("the journal is damaged in the middle")
    if reading.bad > 1 and not reading.beyond:
        raise Damaged("the journal is damaged at its end")
    if [line.seq for line in newer] != list(range(seq + 1, seq + len(newer) + 1)):
        raise Damaged("edits are missing between the file and its journal")
    if newer and not bases:
        raise Damaged("the journal does not say which file it belongs to")
    if bases and data is not None and Line(seq, base=snapshot.base) not in bases:
        if newer or pending(reading, bases[-1].seq):
            raise Damaged("another program has changed the file while its journal held edits")
        notice = CHANGED
    elif reading.torn:
        notice = _left_out(reading)
    elif snapshot.lines is not None and not bases:
        notice = EMPTY
    for line in newer:
        contents.put(line.puts, line.seq)
    return contents, notice


def _left_out(reading: Reading) -> str:
    """What is said of a journal's end that can't be read: a line that was being written, or more.

    A journal is there from its first line on: without one whole line it is damaged.
    """
    if reading.lines and reading.pieces == 1:
        return TORN
    from coalition_tui.wording import plural  # noqa: PLC0415 - rare

    what = "the end of its journal" if reading.lines else "its whole journal"
    size = f"{reading.tail:,} bytes in {plural(reading.pieces, 'line')}"
    return f"{what} can't be read ({size}) and was left out: edits that were in it only are lost"


def pending(reading: Reading, seq: int) -> list[Line]:
    """The edits of a journal that came after the file's edit number `seq`."""
    return [line for line in reading.edits if line.seq > seq]


def mark_of(path: Path) -> Mark:
    """The mark of what has this name now, through links; empty when there is nothing."""
    try:
        return _mark(path.stat())
    except FileNotFoundError:
        return ()


def pieces(path: Path) -> Iterator[bytes]:
    """A file's bytes, piece by piece. OSError when it can't be read."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _mark(status: os.stat_result) -> Mark:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _read(path: Path, flags: int = 0) -> tuple[bytes | None, Mark]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        what = "a link stands in its place; remove it" if path.is_symlink() else error.strerror
        raise StoreError(f"{path}: can't be read: {what}") from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise StoreError(f"{path}: not a file")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(), _mark(status)
    except OSError as error:
        raise StoreError(f"{path}: can't be read: {error.strerror}") from error
    finally:
        os.close(descriptor)
