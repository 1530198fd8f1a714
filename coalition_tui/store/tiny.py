"""The store that a session keeps its workspace in."""

from pathlib import Path

from coalition_tui.edits import Edit
from coalition_tui.session import StoreError
from coalition_tui.store.contents import SCHEMA, Contents, Corrupt, decode
from coalition_tui.store.storage import AtomicStorage
from coalition_tui.workspace import Workspace


class TinyStore:
    """One TinyDB file. Every edit replaces it whole, or fails and leaves it as it was."""

    def __init__(self, path: Path, read_only: str = "") -> None:
        """Nothing is opened yet.

        Args:
            path: the file; it need not be there.
            read_only: why nothing may be written, when that was asked for.
        """
        self._storage = AtomicStorage(path)
        self._contents = Contents()
        self._read_only = read_only or self._storage.unwritable()

    @property
    def location(self) -> str:
        """The file's path."""
        return str(self._storage.path)

    @property
    def read_only(self) -> str:
        """Why nothing can be written here; empty when it can. Settled by `load`."""
        return self._read_only

    def load(self) -> Workspace:
        """Everything that is kept; empty without a file. StoreError when it is no workspace."""
        data = self._storage.read_bytes()
        if data is None:
            self._contents = Contents()
            return Workspace()
        try:
            self._contents, workspace = decode(data)
        except Corrupt as error:
            raise StoreError(f"{self.location}: {error}") from error
        if self._contents.meta.schema > SCHEMA:
            self._read_only = "a newer coalition-tui has written this file: update to edit it"
        return workspace

    def commit(self, edit: Edit) -> None:
        """Keep an edit, durably. StoreError when that failed, and then none of it is kept."""
        if self._read_only:
            raise StoreError(f"{self.location}: {self._read_only}")
        try:
            after = self._contents.after(edit)
        except UnicodeEncodeError as error:
            raise StoreError(f"{self.location}: half a character can't be written") from error
        except KeyError as error:
            raise StoreError(f"{self.location}: there is no record {error}") from error
        self._storage.write(after.document())
        self._contents = after

    def close(self) -> None:
        """Let go of the file: between edits it is not held open."""
        self._storage.close()
