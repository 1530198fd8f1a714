"""Who may write: one process at a time, by a lock that ends with the process."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coalition_tui import atomic
from coalition_tui.clean import one_line

if TYPE_CHECKING:
    from filelock import UnixFileLock

_FLAGS = os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class Holder(msgspec.Struct, frozen=True):
    """Who holds the lock, as they have written into its file."""

    pid: int
    host: str
    since: datetime

    def __str__(self) -> str:
        """In words for a person."""
        here = "" if self.host == os.uname().nodename else f" on {one_line(self.host)}"
        return f"process {self.pid}{here}, since {self.since.astimezone():%Y-%m-%d %H:%M}"


def unwritable(path: Path) -> str:
    """Why the system lets nobody write this file; empty when it does, also if it has to be made."""
    if os.access(path, os.F_OK) and not may_write(path):
        return f"{path} is read-only"
    folder = next(each for each in path.parents if os.access(each, os.F_OK))
    return "" if may_write(folder) else f"the folder {folder} is read-only"


def may_write(path: Path) -> bool:
    """Whether the system lets us write a file or folder that is there."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


class Lock:
    """The lock on a workspace's file; it ends when its process does, however that ends."""

    def __init__(self, path: Path) -> None:
        """Args: path: what is locked; the lock's own file, its `path`, stays when it is free."""
        self.path = path.with_name(f"{path.name}.lock")
        self._name = str(self.path)  # asked before every edit, and half as fast as a Path
        self._lock: UnixFileLock | None = None
        self._mark = (0, 0)

    @property
    def is_there(self) -> bool:
        """Whether its file is, held or not."""
        return os.path.lexists(self._name)

    @property
    def held(self) -> bool:
        """Whether we hold it, and nobody has taken its file away."""
        if self._lock is None:
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
        from filelock import Timeout, UnixFileLock  # noqa: PLC0415 - reading needs no lock

        lock = UnixFileLock(
            self.path, mode=atomic.FILE_MODE, thread_local=False, fallback_to_soft=False
        )
        try:
            lock.acquire(timeout=wait, poll_interval=0.02)
        except Timeout:
            return False
        try:
            self._sign(Holder(os.getpid(), os.uname().nodename, now))
        except BaseException:
            lock.release()
            raise
        self._lock = lock
        return True

    def holder(self) -> str:
        """Who holds it, in words for a person."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | _FLAGS)
            try:
                return str(msgspec.json.decode(os.read(descriptor, 1000), type=Holder))
            finally:
                os.close(descriptor)
        except (OSError, ValueError):
            return "another process"

    def is_free(self) -> bool:
        """Whether nobody holds it now; nothing is made or written to find out."""
        import fcntl  # noqa: PLC0415 - rare

        try:
            descriptor = os.open(self.path, os.O_RDONLY | _FLAGS)
        except OSError:
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return True

    def release(self) -> None:
        """Let go of it."""
        if self._lock is not None:
            with suppress(OSError):  # it ends with the process at the latest
                self._lock.release()
        self._lock = None

    def _sign(self, holder: Holder) -> None:
        descriptor = os.open(self.path, os.O_WRONLY | _FLAGS)
        try:
            os.fchmod(descriptor, atomic.FILE_MODE)
            os.ftruncate(descriptor, 0)
            atomic.write_all(descriptor, msgspec.json.encode(holder))
            status = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        self._mark = (status.st_dev, status.st_ino)
