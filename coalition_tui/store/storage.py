"""TinyDB's seam, made safe: the file is read whole, and replaced whole or not at all."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from coalition_tui import atomic
from coalition_tui.session import StoreError


class AtomicStorage(Storage):
    """One JSON file, private to its owner, for `TinyDB(path, storage=AtomicStorage)` and the store.

    A write goes to a temporary file in the same folder, is synced, and takes the file's place in
    one step. A file that another program has changed since it was read is not written over.
    Every failure is a StoreError that names the file.
    """

    def __init__(self, path: str | Path) -> None:
        """Nothing is opened or created before the first read or write."""
        self.path = Path(path)
        self._seen: tuple[int, ...] = ()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables as TinyDB wants them; None when there is no file yet."""
        data = self.read_bytes()
        if data is None:
            return None
        try:
            return msgspec.json.decode(data, type=dict[str, dict[str, Any]])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise StoreError(f"{self.path}: {error}") from error

    def read_bytes(self) -> bytes | None:
        """The file as it is; None when there is none yet."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            if self.path.is_symlink():
                raise StoreError(f"{self.path}: a link to a file that is not there") from None
            self._seen = ()
            return None
        except OSError as error:
            raise StoreError(f"{self.path}: can't be read: {error.strerror}") from error
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise StoreError(f"{self.path}: not a file")
            with open(descriptor, "rb", closefd=False) as file:
                data = file.read()
        except OSError as error:
            raise StoreError(f"{self.path}: can't be read: {error.strerror}") from error
        finally:
            os.close(descriptor)
        self._seen = _signature(status)
        return data

    def write(self, data: Mapping[str, Any]) -> None:
        """Replace the file. A symbolic link stays one: the file it leads to is replaced."""
        try:
            content = msgspec.json.encode(data)
            path = self._target()
            atomic.make_folder(path.parent)
            with atomic.beside(path, content) as written:
                self._refuse_changed(path)
                ours = _signature(written.stat())
                written.replace(path)
                self._seen = ours
            atomic.sync_folder(path.parent)
        except UnicodeEncodeError as error:
            raise StoreError(f"{self.path}: half a character can't be written") from error
        except OSError as error:
            raise StoreError(f"{self.path}: can't be written: {error.strerror}") from error

    def unwritable(self) -> str:
        """Why the file can't be replaced; empty when it can, as far as one can tell."""
        path = self._target()
        if os.access(path, os.F_OK) and not _may_write(path):
            return f"{path} is read-only"
        folder = next(each for each in path.parents if os.access(each, os.F_OK))
        return "" if _may_write(folder) else f"the folder {folder} is read-only"

    def _target(self) -> Path:
        """The file itself, at the end of all links."""
        return Path(os.path.realpath(self.path))

    def _refuse_changed(self, path: Path) -> None:
        try:
            now = _signature(path.lstat())
        except FileNotFoundError:
            now = ()
        if now != self._seen:
            raise StoreError(f"{self.path}: another program has changed it since it was opened")


def _signature(status: os.stat_result) -> tuple[int, ...]:
    """What differs between a file and the one that replaces it."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
