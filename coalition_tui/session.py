"""The open workspace and its history, and what a store must offer to keep it."""

import os
import string
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from coalition_tui.edits import Edit, apply, inverse
from coalition_tui.workspace import Workspace

ID_LENGTH = 12
_DIGITS = string.ascii_lowercase + string.digits

NewId = Callable[[], str]
"""Makes the id of a new record."""


class StoreError(Exception):
    """The file can't be read or written; the message says what, where, and what to do."""


class Choice(Struct, frozen=True):
    """One thing that can be recovered: what it is, and how much is in it."""

    title: str
    detail: str


_WAY = "`coalition-tui doctor` says what can be recovered"
_NO_WAY = "nothing of it can be recovered, and it has no backup: move it away to begin anew"


class Recovery(StoreError):  # noqa: N818 - it asks more than it says
    """The file is damaged, and a person chooses what is to take its place.

    Nothing has been written; `Store.recover` keeps the originals aside before it does.
    """

    def __init__(self, message: str, choices: tuple[Choice, ...]) -> None:
        """Args: message: what was found, and where; choices: the best first, if there are any."""
        super().__init__(f"{message}; {_WAY if choices else _NO_WAY}")
        self.found = message
        self.choices = choices


class Store(Protocol):
    """Where a workspace is kept."""

    @property
    def location(self) -> str:
        """Where it is, in words for a person."""

    @property
    def read_only(self) -> str:
        """Why nothing can be written here; empty when it can. Settled by `load`."""

    @property
    def notice(self) -> str:
        """What a person should know of how the file was found; mostly empty. Set by `load`."""

    @property
    def behind(self) -> int:
        """How many bytes of edits are kept beside the file, and not in it yet."""

    def load(self) -> Workspace:
        """Everything that is kept.

        Raises:
            Recovery: it is damaged, and there is a choice what to recover.
            StoreError: it can't be read.
        """

    def recover(self, choice: Choice) -> str:
        """Put what was chosen in the place of what `load` found; say where the originals are."""

    def commit(self, edit: Edit) -> None:
        """Keep an edit, durably. StoreError when that failed, and then none of it is kept."""

    def checkpoint(self) -> None:
        """Bring the file up to date with every edit that is kept.

        Safe in a thread while edits are committed in another. StoreError when that failed; the
        edits are kept all the same.
        """

    def backup(self, path: Path | None = None) -> Path:
        """Copy all that is kept to a path, or among the backups, and return where it is.

        FileExistsError when the path is taken, StoreError when it can't be written.
        """

    def follow(self) -> Workspace | None:
        """What somebody else has made of it meanwhile; None when nothing has changed.

        Only while it is open for reading. When the one who held it has let go, it is ours:
        then `read_only` is empty. StoreError when it can't be read.
        """

    def close(self) -> None:
        """Bring the file up to date if that can be done, and let go of it.

        A `load` that goes on in another thread is not waited for: it ends with the process.
        """


def random_id() -> str:
    """A new id: 12 characters out of 36, so that two machines never make the same one."""
    number = int.from_bytes(os.urandom(16), "big")  # what `secrets` does, without its imports
    return "".join(_DIGITS[number // 36**place % 36] for place in range(ID_LENGTH))


def utc_now() -> datetime:
    """This moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Session:
    """A workspace that is edited, undone, redone, and kept.

    An edit that can't be kept is not lost: it stays in the workspace, `unsaved` says why, and
    `save` tries again.
    """

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime] = utc_now,
        new_id: NewId = random_id,
        *,
        later: bool = False,
    ) -> None:
        """Open what the store keeps, at once or `later`. StoreError when it can't be read."""
        self.store = store
        self.now = now
        self.new_id = new_id
        self.workspace = Workspace()
        self.is_open = False
        self.unsaved = ""
        self._pending: list[Edit] = []
        self._undo: list[Edit] = []
        self._redo: list[Edit] = []
        if not later:
            self.open()

    def open(self) -> None:
        """Load what the store keeps; before that the workspace is empty, and must not be edited.

        Safe in a thread. StoreError when it can't be read.
        """
        self.workspace = self.store.load()
        self.is_open = True

    def perform(self, edit: Edit) -> None:
        """Make a new edit; what was undone before can't be redone after it."""
        self._keep(edit)
        self._undo.append(edit)
        self._redo.clear()

    def undo(self) -> Edit | None:
        """Take the last edit back, and return it; None when there is none."""
        if not self._undo:
            return None
        edit = self._undo[-1]
        self._keep(inverse(edit))
        self._redo.append(self._undo.pop())
        return edit

    def redo(self) -> Edit | None:
        """Make the last undone edit again, and return it; None when there is none."""
        if not self._redo:
            return None
        edit = self._redo[-1]
        self._keep(edit)
        self._undo.append(self._redo.pop())
        return edit

    def save(self) -> bool:
        """Try to keep what is not kept yet, oldest first. True when all of it is."""
        while self._pending:
            try:
                self.store.commit(self._pending[0])
            except StoreError as error:
                self.unsaved = str(error)
                return False
            self._pending.pop(0)
        self.unsaved = ""
        return True

    def follow(self) -> bool:
        """Take over what somebody else has made of the file; whether anything has changed."""
        workspace = self.store.follow()
        if workspace is None:
            return False
        self.workspace = workspace
        return True

    def close(self) -> None:
        """Try once more to keep everything, and let go of the file."""
        self.save()
        self.store.close()

    def _keep(self, edit: Edit) -> None:
        after = apply(self.workspace, edit)
        self._pending.append(edit)
        self.save()
        self.workspace = after
