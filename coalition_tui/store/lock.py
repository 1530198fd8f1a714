"""Who may write: one process at a time, by a lock that ends with the process."""

import os
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from coalition_tui import atomic
from coalition_tui.clean import one_line

_FLAGS = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_PAUSE = 0.02
"""Seconds between two tries."""


class Holder(msgspec.Struct, frozen=True):
    """Who holds the lock, as they have written into its file."""

    pid: int
    host: str
    since: datetime

    def __str__(self) -> str:
        """In words for a person."""
        here = "" if self.host == os.uname().nodename else f" on {one_line(self.host)}"
        return f"process {self.pid}{here}, since {self.since.astimezone():%Y-%m-%d %H:%M}"


class Lock:
    """The lock on a workspace's file; it ends when its process does, however that ends."""

    def __init__(self, path: Path) -> None:
        """Args: path: what is locked; the lock's own file beside it stays when it is free."""
        self._path = path.with_name(f"{path.name}.lock")
        self._name = str(self._path)  # asked before every edit, and half as fast as a Path
        self._descriptor: int | None = None
        self._mark = (0, 0)

    @property
    def held(self) -> bool:
        """Whether we hold it, and nobody has taken its file away."""
        if self._descriptor is None:
            return False
        try:
            status = os.lstat(self._name)
        except OSError:
            return False
        return self._mark == (status.st_dev, status.st_ino)

    def take(self, now: datetime, wait: float = 0.0) -> bool:
        """Take it. OSError when its file can't be made or opened, or is a link.

        Args:
            now: written into it, with our process and host.
            wait: seconds to wait for somebody else.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | _FLAGS, atomic.FILE_MODE)
        try:
            end = time.monotonic() + wait
            while not (taken := _try(descriptor)) and time.monotonic() < end:
                time.sleep(_PAUSE)
            if taken:
                self._sign(descriptor, Holder(os.getpid(), os.uname().nodename, now))
        except BaseException:
            os.close(descriptor)
            raise
        if taken:
            self._descriptor = descriptor
        else:
            os.close(descriptor)
        return taken

    def holder(self) -> str:
        """Who holds it, in words for a person."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY | _FLAGS)
            try:
                return str(msgspec.json.decode(os.read(descriptor, 1000), type=Holder))
            finally:
                os.close(descriptor)
        except (OSError, ValueError):
            return "another process"

    def is_free(self) -> bool:
        """Whether nobody holds it now; nothing is made or written to find out."""
        try:
            descriptor = os.open(self._path, os.O_RDONLY | _FLAGS)
        except OSError:
            return True
        try:
            return _try(descriptor)
        except OSError:
            return False
        finally:
            os.close(descriptor)

    def release(self) -> None:
        """Let go of it."""
        if self._descriptor is not None:
            with suppress(OSError):  # it ends with the process at the latest
                os.close(self._descriptor)
        self._descriptor = None

    def __del__(self) -> None:
        """What nobody uses any more keeps nobody out."""
        self.release()

    def _sign(self, descriptor: int, holder: Holder) -> None:
        os.fchmod(descriptor, atomic.FILE_MODE)
        os.ftruncate(descriptor, 0)
        atomic.write_all(descriptor, msgspec.json.encode(holder))
        status = os.fstat(descriptor)
        self._mark = (status.st_dev, status.st_ino)


def _try(descriptor: int) -> bool:
    """Take the lock on an open file, unless somebody has it."""
    import fcntl  # noqa: PLC0415 - not on every system that can read

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
