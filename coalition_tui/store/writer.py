"""What the holder of the lock does to a file and its journal."""

import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from coalition_tui import atomic
from coalition_tui.session import StoreError
from coalition_tui.store import backups, snapshot
from coalition_tui.store.contents import SCHEMA, Contents, Meta, Put
from coalition_tui.store.journal import Base, Journal, Line
from coalition_tui.store.lock import Lock
from coalition_tui.store.snapshot import Snapshot


class Writer:
    """Keeps edits in the journal, and brings the file up to date with them.

    `checkpoint` may run in one thread while another appends. Every failure is a StoreError that
    names the file; after it everything that was kept before still is.
    """

    def __init__(
        self,
        path: Path,
        lock: Lock,
        seen: Snapshot,
        contents: Contents,
        *,
        now: Callable[[], datetime],
        kept: int,
    ) -> None:
        """Nothing is written yet.

        Args:
            path: the file itself, no link to it.
            lock: held already.
            seen: the file and its journal, as they were read under the lock.
            contents: what they hold together.
            now: the moment, in UTC.
            kept: how many backups stay.
        """
        self.contents = contents
        self._path, self._lock = path, lock
        self._now, self._kept = now, kept
        self._mark = seen.mark
        self._exists = seen.data is not None
        self._is_new = False
        self._conflict = ""
        self._journal = _journal(path, seen, contents.meta.seq)
        self._mutex = threading.RLock()  # around the contents in memory, and the journal
        self._turn = threading.RLock()  # one checkpoint at a time

    @property
    def behind(self) -> int:
        """How many bytes of edits are in the journal only."""
        return self._journal.edits_size

    def append(self, puts: tuple[Put, ...]) -> None:
        """Keep an edit, durably. StoreError when that failed, and then it is not kept."""
        with self._mutex:
            self._refuse_without_lock()
            if not self._exists:
                self._is_new = True
                self._write(self.contents)
            line = Line.of(self.contents.meta.seq + 1, puts)
            with failing(self._path):
                self._journal.append(line)
            self.contents.put(puts, line.seq)

    def checkpoint(self) -> None:
        """Bring the file up to date. StoreError when that failed; the journal holds all then."""
        with self._turn:
            with self._mutex:
                if not self.behind:
                    return
                contents = self.contents.copy()
            self._refuse_without_lock()
            self._keep_both(contents)
            without_backup = self._backup_of_the_day()
            self._write(contents)
            if without_backup:
                raise StoreError(without_backup)

    def replace(self, contents: Contents, *, announce: bool = True) -> None:
        """Put other contents in the place of everything, as one more edit.

        Args:
            contents: what is to be there.
            announce: say so in the journal first; not in one that is damaged.
        """
        with self._turn, self._mutex:
            after = contents.copy()
            seq = max(contents.meta.seq, self.contents.meta.seq) + 1
            after.meta = Meta(SCHEMA, seq)
            self._refuse_without_lock()
            self._write(after, announce)
            self.contents = after

    def copy(self) -> Contents:
        """All that is kept, at this moment."""
        with self._mutex:
            return self.contents.copy()

    def repair_journal(self) -> None:
        """Take what is not whole out of the journal."""
        with self._mutex, failing(self._path):
            self._journal.repair()

    def close(self) -> None:
        """Let go of journal and lock."""
        with self._turn, self._mutex:
            self._journal.close()
            self._lock.release()

    def _write(self, contents: Contents, announce: bool = True) -> None:
        """Replace the file; from then on the journal holds only what comes after.

        The journal says beforehand which file is going to be there: so whenever this ends, it is
        known which edits that one holds.
        """
        size, crc = 0, 0

        def counted() -> Iterator[bytes]:
            nonlocal size, crc
            for piece in contents.pieces():
                size, crc = size + len(piece), zlib.crc32(piece, crc)
                yield piece

        with failing(self._path):
            with atomic.beside(self._path, counted()) as written:
                base = Line(contents.meta.seq, base=Base(size, crc))
                if announce:
                    with self._mutex:
                        self._journal.announce(base)
                self._refuse_changed()
                mark = snapshot.mark_of(written)
                written.replace(self._path)
                self._mark, self._exists = mark, True
            atomic.sync_folder(self._path.parent)
            with self._mutex:
                self._journal.begin(base)

    def _backup_of_the_day(self) -> str:
        """Keep the file as it was before the first checkpoint of a day; why not, if it fails."""
        if self._is_new:
            self._is_new = False
            return ""
        now = self._now()
        if backups.made_on(self._path, now):
            return ""
        try:
            backups.make(self._path, snapshot.pieces(self._path), now, self._kept)
        except FileNotFoundError:
            return ""
        except OSError as error:
            folder = backups.folder_of(self._path)
            return f"{folder}: no backup could be made today: {error.strerror}"
        return ""

    def _changed(self) -> bool:
        """Another program has written the file; one that is gone is only written again."""
        now = snapshot.mark_of(self._path)
        return bool(now) and now != self._mark

    def _refuse_changed(self) -> None:
        if self._changed():
            raise StoreError(f"{self._path}: another program has changed it; open it again")

    def _keep_both(self, contents: Contents) -> None:
        """Never write over what another program has made of the file: keep ours as a backup."""
        if not self._changed():
            return
        if not self._conflict:
            with failing(backups.folder_of(self._path)):
                made = backups.make(self._path, contents.pieces(), self._now(), self._kept)
            self._conflict = f"another program has changed it; what you have here is in {made}"
        raise StoreError(f"{self._path}: {self._conflict}; open it again to choose")

    def _refuse_without_lock(self) -> None:
        if not self._lock.held:
            raise StoreError(f"{self._path}: its lock has been taken away; open it again")


@contextmanager
def failing(path: Path, what: str = "written") -> Iterator[None]:
    """What the system refuses, as a StoreError."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path}: can't be {what}: {error.strerror}") from error


def _journal(path: Path, seen: Snapshot, seq: int) -> Journal:
    """The journal to go on with: the one that is there, or one that begins with the file."""
    lines = seen.reading.lines
    if seen.reading.beyond or not any(line.base == seen.base for line in lines):
        lines = (Line(seq, base=seen.base),)
    if seen.data is None:
        lines = ()
    return Journal(snapshot.journal_of(path), lines, seen.reading)
