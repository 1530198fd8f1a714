"""The store that a session keeps its workspace in."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from coalition_tui.edits import Edit
from coalition_tui.session import Choice, Recovery, StoreError, utc_now
from coalition_tui.store import backups, records
from coalition_tui.store.contents import Contents
from coalition_tui.store.keeper import Keeper
from coalition_tui.workspace import Workspace


class TinyStore:
    """One TinyDB file and its journal, as records and edits."""

    def __init__(
        self,
        path: Path,
        read_only: str = "",
        *,
        wait: float = 0.0,
        now: Callable[[], datetime] = utc_now,
        kept: int = backups.KEPT,
    ) -> None:
        """Nothing is opened yet.

        Args:
            path: the file; it need not be there.
            read_only: why nothing may be written, when that was asked for; then no lock is taken.
            wait: seconds to wait for somebody else who holds the file.
            now: the moment, in UTC.
            kept: how many backups stay.
        """
        self._keeper = Keeper(path, read_only, wait=wait, now=now, kept=kept)
        self._read_only = read_only
        self._index = records.Index()
        self._choices: tuple[Choice, ...] = ()
        self._loading = threading.Lock()

    @property
    def size(self) -> int:
        """About how many bytes there are to load; 0 when that can't be said."""
        return self._keeper.size

    @property
    def location(self) -> str:
        """The file's path."""
        return str(self._keeper.path)

    @property
    def read_only(self) -> str:
        """Why nothing can be written here; empty when it can. Settled by `load`, at its end."""
        return self._read_only

    @property
    def notice(self) -> str:
        """What a person should know of how the file was found; mostly empty. Set by `load`."""
        return self._keeper.notice and f"{self.location}: {self._keeper.notice}"

    @property
    def behind(self) -> int:
        """How many bytes of edits are kept beside the file, and not in it yet."""
        return self._keeper.writer.behind if self._keeper.writer else 0

    def load(self) -> Workspace:
        """Everything that is kept; empty without a file.

        Raises:
            Recovery: it is damaged, and there is a choice what to recover.
            StoreError: it can't be read.
        """
        with self._loading:
            try:
                contents = self._keeper.open()
                workspace, self._index = records.read(contents)
            except Recovery as recovery:
                self._choices = recovery.choices
                raise
            finally:
                # Not before: an edit meanwhile would be made to what is replaced now.
                self._read_only = self._keeper.read_only
            return workspace

    def recover(self, choice: Choice) -> str:
        """Put what was chosen in the place of what `load` found; say where the originals are."""
        return str(self._keeper.recover(self._choices.index(choice)))

    def commit(self, edit: Edit) -> None:
        """Keep an edit, durably. StoreError when that failed, and then none of it is kept."""
        if self._keeper.writer is None:
            raise StoreError(f"{self.location}: {self.read_only or 'it is not open'}")
        try:
            puts, index = self._index.after(edit)
        except UnicodeEncodeError as error:
            raise StoreError(f"{self.location}: half a character can't be written") from error
        except KeyError as error:
            raise StoreError(f"{self.location}: there is no record {error}") from error
        self._keeper.writer.append(puts)
        self._index = index

    def checkpoint(self) -> None:
        """Bring the file up to date with every edit that is kept; safe in a thread of its own."""
        if self._keeper.writer is not None:
            self._keeper.writer.checkpoint()

    def backup(self, path: Path | None = None) -> Path:
        """Copy all that is kept to a path, or among the backups, and return where it is."""
        return self._keeper.backup(path)

    def restore(self, contents: Contents) -> Path | None:
        """Put a backup's contents in the place of everything; return where what was there is now.

        None when nothing was there. StoreError when they can't be written; nothing has changed
        then.
        """
        return self._keeper.restore(contents)

    def accept(self) -> Path | None:
        """Take a file that another program has changed for ours; return the backup made of it.

        None when it is ours as it is.
        """
        return self._keeper.accept()

    def follow(self) -> Workspace | None:
        """What somebody else has made of it meanwhile; None when nothing has changed."""
        if self._keeper.writer is not None:
            return None
        if not self._keeper.news():
            self._read_only = self._keeper.read_only
            return None
        try:
            return self.load()
        except StoreError:
            self._keeper.stay_out("it can't be read any more: close it and open it again")
            self._read_only = self._keeper.read_only
            raise

    def close(self) -> None:
        """Bring the file up to date if that can be done, and let go of it.

        While another thread loads it, nothing is done: its lock ends with the process.
        """
        if not self._loading.acquire(blocking=False):
            return
        try:
            self._keeper.close()
        finally:
            self._loading.release()
