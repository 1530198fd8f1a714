"""A workspace's file as one process has it open: found, locked, recovered, copied, let go."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_tui import atomic
from coalition_tui.session import Recovery, StoreError, utc_now
from coalition_tui.store import backups, snapshot
from coalition_tui.store.contents import (
    SCHEMA,
    Contents,
    Corrupt,
    Foreign,
    Meta,
)
from coalition_tui.store.lock import Lock, unwritable
from coalition_tui.store.migrations import migrated
from coalition_tui.store.snapshot import CHANGED, TORN, Mark, Snapshot, journal_of
from coalition_tui.store.writer import Writer, failing

if TYPE_CHECKING:
    from coalition_tui.store.recovery import Candidate

NEWER = "a newer coalition-tui has written this file: update to edit it"
_TRIES, _PAUSE = 20, 0.01
"""How often somebody who does not hold the lock looks again at what seems damaged; seconds."""


class Keeper:
    """A file and its journal, with the lock or without.

    One process holds the lock and has a `writer`; for all others `read_only` says why they can't
    write. Every failure is a StoreError that names the file.
    """

    def __init__(
        self,
        path: str | Path,
        read_only: str = "",
        *,
        wait: float = 0.0,
        now: Callable[[], datetime] = utc_now,
        kept: int = backups.KEPT,
    ) -> None:
        """Nothing is opened or created before `open`.

        Args:
            path: the file; it need not be there.
            read_only: why nothing may be written, when that was asked for; then the lock is left.
            wait: seconds to wait for the lock.
            now: the moment, in UTC.
            kept: how many backups stay.
        """
        self.path = Path(path)
        self.read_only = read_only
        self.notice = ""
        self._contents = Contents()
        self.writer: Writer | None = None
        self._wait, self._now, self._kept = wait, now, kept
        self._real = self.path
        self._lock: Lock | None = None
        self._may_lock = not read_only
        self._marks: tuple[Mark, Mark] = ((), ())
        self._damaged = Snapshot()

    @property
    def real(self) -> Path:
        """The file itself, at the end of all links."""
        return self._real

    @property
    def size(self) -> int:
        """How many bytes the file has; 0 without one."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def contents(self) -> Contents:
        """What file and journal hold together."""
        return self.writer.contents if self.writer else self._contents

    def open(self) -> Contents:
        """Read the file and its journal, and take the lock unless reading was asked for.

        Raises:
            Recovery: they are damaged; `recover` puts something in their place.
            StoreError: they can't be read.
        """
        with failing(self.path, "read"):
            self._real = Path(os.path.realpath(self.path))
            if self.path.is_symlink() and not self.path.exists():
                raise StoreError(f"{self.path}: a link to a file that is not there")
        if self._may_lock and self._lock is None and not self._is_refused():
            self._take_lock(self._wait)
        try:
            self._look()
        except Recovery:
            raise
        except BaseException:
            self._let_go()
            raise
        return self.contents

    def news(self) -> bool:
        """Whether it is worth an `open`: the lock is ours now, or the files are other ones.

        StoreError when the file that was there is gone: nothing is to take its place.
        """
        if self._marks[0] and not os.access(self._real, os.F_OK):
            raise StoreError(f"{self.path}: it is gone; here it is as it was last seen")
        if self._may_lock and self._lock is None and self._take_lock(0.0):
            return True
        journal = journal_of(self._real)
        with failing(self.path, "read"):
            return self._marks != (snapshot.mark_of(self._real), snapshot.mark_of(journal))

    def recover(self, number: int) -> Path:
        """Put the choice of that number in the place of what `open` found, and open that.

        Returns the folder where the originals are. StoreError when it can't be written.
        """
        return self._put(self._candidates(self._damaged)[number].contents)

    def restore(self, contents: Contents) -> Path | None:
        """Put other contents in the place of everything; return where what was there is now."""
        try:
            self.open()
        except Recovery:
            return self._put(contents)
        if self.writer is None:
            raise StoreError(f"{self.path}: {self.read_only}")
        made = self.backup() if self.real.exists() else None
        self.writer.replace(migrated(contents))
        return made

    def accept(self) -> Path | None:
        """Take the file as another program has left it for ours; return the backup made of it."""
        if self.writer is None or self.notice != CHANGED:
            return None
        made = self.backup()
        self.writer.replace(self.writer.copy())
        self.notice = ""
        return made

    def backup(self, path: Path | None = None) -> Path:
        """Copy all that is kept to a path, or among the backups; return where it is.

        FileExistsError when the path is taken, StoreError when it can't be written.
        """
        contents = self.writer.copy() if self.writer else self._contents
        if path is not None:
            try:
                atomic.create(path, contents.pieces())
            except FileExistsError:
                raise
            except OSError as error:
                raise StoreError(f"{path}: can't be written: {error.strerror}") from error
            return path
        with failing(backups.folder_of(self._real)):
            return backups.make(self._real, contents.pieces(), self._now(), self._kept)

    def _put(self, contents: Contents) -> Path:
        """Put contents in the place of what is damaged."""
        if self._may_lock and self._lock is None and not self.read_only:
            self._take_lock(self._wait)
            self._damaged = snapshot.take(self._real)
        if self._lock is None:
            raise StoreError(f"{self.path}: {self.read_only}")
        seen = self._damaged
        aside = self._set_aside(seen)
        last = Contents(Meta(SCHEMA, seen.reading.last))
        writer = Writer(self._real, self._lock, seen, last, now=self._now, kept=self._kept)
        writer.replace(migrated(contents), announce=False)
        self.open()
        return aside

    def close(self) -> None:
        """Bring the file up to date if that can be done, and let go of it."""
        if self.writer is not None:
            with suppress(StoreError):  # the journal holds everything
                self.writer.checkpoint()
        self._let_go()

    def _take_lock(self, wait: float) -> bool:
        self.read_only = unwritable(self._real)
        if self.read_only:
            return False
        lock = Lock(self._real)
        try:
            atomic.make_folder(self._real.parent)
            if lock.take(self._now(), wait):
                self._lock = lock
            else:
                self.read_only = f"it is open elsewhere ({lock.holder()})"
        except OSError as error:
            self.read_only = f"its lock can't be taken: {error.strerror}"
        return self._lock is not None

    def stay_out(self, why: str) -> None:
        """Let go of the lock, and leave it to others from now on."""
        self._let_go()
        self.read_only, self._may_lock = why, False

    def _let_go(self) -> None:
        if self.writer is not None:
            self.writer.close()
        elif self._lock is not None:
            self._lock.release()
        self._lock = self.writer = None

    def _is_refused(self) -> bool:
        """Whether the file is none that is edited here: no lock is to be made beside that.

        Where a lock's file is already, none is left that was not there.
        """
        if Lock(self._real).is_there:
            return False
        seen = snapshot.take(self._real)
        try:
            contents, _ = snapshot.settle(seen)
        except Foreign:
            return not self._was_ours(seen)
        except Corrupt:
            return not self._candidates(seen)
        return contents.meta.schema > SCHEMA

    def _look(self) -> None:
        """Read, and believe in damage only what is seen again: somebody may be writing."""
        for last in [*[False] * (0 if self._lock else _TRIES), True]:
            seen = snapshot.take(self._real)
            try:
                contents, notice = snapshot.settle(seen)
            except Corrupt as error:
                if isinstance(error, Foreign) and not self._was_ours(seen):
                    raise StoreError(f"{self.path}: {error}") from error
                if last:
                    raise self._recovery(seen, str(error)) from error
            else:
                if last or notice != CHANGED:
                    break
            time.sleep(_PAUSE)
        self._marks = (seen.mark, seen.journal_mark)
        self._contents, self.notice = contents, notice
        if contents.meta.schema > SCHEMA:
            self.stay_out(NEWER)
        elif self._lock is not None:
            self._settle_down(self._lock, seen)
        else:
            self._contents = migrated(contents)
            self.notice = "" if notice == TORN else notice  # it is being written, as a rule

    def _settle_down(self, lock: Lock, seen: Snapshot) -> None:
        """Tidy up after the one who held the lock before."""
        writer = Writer(self._real, lock, seen, self._contents, now=self._now, kept=self._kept)
        try:
            with failing(self.path):
                for path in (self._real, journal_of(self._real)):
                    for each in atomic.leftovers(path):
                        each.unlink(missing_ok=True)
                    if path.exists() and path.stat().st_mode & 0o077:
                        path.chmod(atomic.FILE_MODE)
            if self.notice and self.notice != CHANGED:
                self.notice += f"; as it was, it is in {self._set_aside(seen)}"
                writer.repair_journal()
            if self._contents.meta.schema < SCHEMA:
                self.backup()
                writer.replace(migrated(self._contents))
        except StoreError as error:
            self._contents = migrated(self._contents)
            self.stay_out(str(error))
        else:
            self.writer = writer

    def _set_aside(self, seen: Snapshot) -> Path:
        originals = {self._real.name: seen.data, journal_of(self._real).name: seen.lines}
        with failing(self._real.parent):
            return backups.set_aside(self._real, originals, self._now())

    def _was_ours(self, seen: Snapshot) -> bool:
        """What lies beside the file says that a workspace was there."""
        return bool(seen.reading.lines or backups.backups(self._real))

    def _recovery(self, seen: Snapshot, why: str) -> Recovery:
        self._damaged = seen
        found = self._candidates(seen)
        return Recovery(f"{self.path}: {why}", tuple(each.choice for each in found))

    def _candidates(self, seen: Snapshot) -> "list[Candidate]":
        from coalition_tui.store.recovery import candidates  # noqa: PLC0415 - rare

        return candidates(self._real, seen, seen.reading)
