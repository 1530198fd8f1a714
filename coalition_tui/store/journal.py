"""The journal beside the file: one line an edit, durable before the edit is called kept.

A line is the CRC-32 of the rest as eight hexadecimal digits, a space, and JSON. An edit is
`{"seq", "t", "k", "d"}`: its number, and a record's table, number and document (null when it
is deleted); the other records of the same edit follow in `more`. A line with `base` says which
file the edits after it stand on: its size and CRC-32, at edit number `seq`. After the last line
NULs keep room for the next ones: what is written over them is synced in two thirds of the time,
because nothing about the file itself has to be.
"""

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from errno import ENOENT
from pathlib import Path

import msgspec
from msgspec import Raw

from coalition_tui import atomic
from coalition_tui.store.contents import Put

_NONE = Raw(b"")
_MARK = b'{"seq":'  # begins a line, and can stand nowhere else in one: strings escape its quotes
_OPEN = os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC
_ROOM = 1 << 16
"""Bytes that are kept for lines to come, where the disk has a thousand times as many."""


class Base(msgspec.Struct, frozen=True):
    """What tells one state of the file from every other."""

    size: int = 0
    crc: int = 0

    @classmethod
    def of(cls, data: bytes) -> "Base":
        """The mark of a file's bytes."""
        return cls(len(data), zlib.crc32(data))


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line: an edit, or the base of the edits that follow."""

    seq: int
    t: str = ""
    k: str = ""
    d: Raw = _NONE
    b: str = ""
    more: tuple[Put, ...] = ()
    base: Base | None = None

    @classmethod
    def of(cls, seq: int, puts: tuple[Put, ...]) -> "Line":
        """An edit's line."""
        if not puts:
            return cls(seq)
        return cls(seq, puts[0].t, puts[0].k, puts[0].d, puts[0].b, puts[1:])

    @property
    def puts(self) -> tuple[Put, ...]:
        """What the edit puts where; nothing for a base."""
        return (Put(self.t, self.k, self.d, self.b), *self.more) if self.t else ()

    def encoded(self) -> bytes:
        """The line's bytes, its end included."""
        text = msgspec.json.encode(self)
        return b"%08x %s\n" % (zlib.crc32(text), text)


class Reading(msgspec.Struct, frozen=True):
    """What stands in a journal.

    `lines` are the whole ones before anything bad and `beyond` those after it; `bad` is how many
    are not whole. One bad line at the end is an edit that was being written, or is damaged.
    `size` is how long all of them are, and `room` how long the file is. What is not whole begins
    `tail` bytes before the end of them, as `pieces` lines.
    """

    lines: tuple[Line, ...] = ()
    beyond: tuple[Line, ...] = ()
    bad: int = 0
    size: int = 0
    room: int = 0
    tail: int = 0
    pieces: int = 0

    @property
    def edits(self) -> tuple[Line, ...]:
        """The edits among the lines before anything bad."""
        return tuple(line for line in self.lines if line.base is None)

    @property
    def torn(self) -> bool:
        """Only the last line is not whole."""
        return self.bad == 1 and not self.beyond

    @property
    def last(self) -> int:
        """The highest number that any line has, or may have had."""
        return max((line.seq for line in (*self.lines, *self.beyond)), default=0) + self.bad


def read(data: bytes) -> Reading:
    """A journal's bytes as its lines."""
    text = data.rstrip(b"\0")
    *pieces, rest = text.split(b"\n")
    found = [_decoded(piece) for piece in pieces]
    first_bad = next((at for at, line in enumerate(found) if line is None), len(found))
    lines = tuple(line for line in found[:first_bad] if line)
    beyond = tuple(line for line in found[first_bad:] if line)
    tail = b"".join(each + b"\n" for each in pieces[first_bad:]) + rest
    # A line feed that was damaged makes one bad line of two.
    bad = max(tail.count(_MARK) - len(beyond), bool(tail))
    broken = len(pieces) - first_bad + bool(rest)
    return Reading(lines, beyond, bad, len(text), len(data), len(tail), broken)


def _decoded(piece: bytes) -> Line | None:
    if piece[8:9] != b" " or b"%08x" % zlib.crc32(piece[9:]) != piece[:8]:
        return None
    try:
        return msgspec.json.decode(piece[9:], type=Line)
    except ValueError:
        return None


class Journal:
    """The journal as the one who holds the lock writes it.

    After any failure the file is cut back to its last whole line and its descriptor is never
    used again: the next line goes into a new file, together with all that came before it.
    """

    def __init__(self, path: Path, lines: Iterable[Line], reading: Reading) -> None:
        """Nothing is opened before the first line.

        Args:
            path: the journal's file.
            lines: what is worth keeping of what is in it.
            reading: all that is in it.
        """
        self._path = path
        self._name = str(path)  # asked after every edit, and quicker than a Path
        self._hold([_Kept.of(line) for line in lines])
        self._room = reading.room
        self._whole = 0 < self._size == reading.size
        self._descriptor: int | None = None
        self._file = (0, 0)

    def _hold(self, lines: list["_Kept"]) -> None:
        self._lines = lines
        self._size = sum(len(line.data) for line in lines)
        self.edits_size = sum(len(line.data) for line in lines if line.is_edit)
        """How many bytes its edits have."""

    def append(self, line: Line) -> None:
        """Add a line, durably. OSError when that failed, and then it is not in the journal."""
        kept = _Kept.of(line)
        if not self._whole:
            self._renew([*self._lines, kept])
            return
        try:
            if self._descriptor is None:
                self._descriptor = os.open(self._name, _OPEN)
                opened = os.fstat(self._descriptor)
                self._file = opened.st_dev, opened.st_ino
            end = self._size + len(kept.data)
            more = b"" if end <= self._room else self._more()
            os.lseek(self._descriptor, self._size, os.SEEK_SET)
            atomic.write_all(self._descriptor, kept.data + more)
            atomic.sync_data(self._descriptor)
            self._room = max(self._room, end + len(more))
            self._check()
        except OSError:
            self._cut_back()
            raise
        self._lines.append(kept)
        self._size = end
        self.edits_size += len(kept.data) if kept.is_edit else 0

    def announce(self, base: Line) -> None:
        """Say which file is going to be there; one that does not exist yet says it later."""
        if self._lines:
            self.append(base)
        else:
            self._hold([_Kept.of(base)])

    def begin(self, base: Line) -> None:
        """Let go of the edits that the base holds. OSError when that failed; all are kept then."""
        newer = [line for line in self._lines if line.seq > base.seq]
        self._renew([_Kept.of(base), *newer])

    def repair(self) -> None:
        """Make the file hold its whole lines and nothing else. OSError when that failed."""
        if not self._whole:
            self._renew(self._lines)

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            with suppress(OSError):  # every line in it is synced
                os.close(self._descriptor)
        self._descriptor = None

    def _renew(self, lines: list["_Kept"]) -> None:
        """Put a new file in the journal's place."""
        self._whole = False
        self.close()
        data = b"".join([*(line.data for line in lines), self._more()])
        atomic.replace(self._path, data)
        self._hold(lines)
        self._room = len(data)
        self._whole = True

    def _more(self) -> bytes:
        """Room for lines to come; none on a disk that is nearly full."""
        disk = os.statvfs(self._path.parent)
        return bytes(_ROOM if disk.f_bavail * disk.f_frsize > 1000 * _ROOM else 0)

    def _check(self) -> None:
        """The file that was written to must still be the one of that name."""
        there = os.lstat(self._name)
        if (*self._file, self._room) != (there.st_dev, there.st_ino, there.st_size):
            raise FileNotFoundError(ENOENT, "its journal has been removed or replaced")

    def _cut_back(self) -> None:
        self._whole = False
        if self._descriptor is not None:
            with suppress(OSError):  # it is replaced before it is read again, or is read as torn
                os.ftruncate(self._descriptor, self._size)
                atomic.sync_data(self._descriptor)
        self.close()


class _Kept(msgspec.Struct, frozen=True):
    """A line in the journal, as it is needed again: its bytes."""

    seq: int
    is_edit: bool
    data: bytes

    @classmethod
    def of(cls, line: Line) -> "_Kept":
        return cls(line.seq, line.base is None, line.encoded())
