"""A model of a disk that loses its power: what may be there after each file operation.

`Recorder` notes the operations that the store makes through `os`. `states` then gives, for every
prefix of them, the folders that a disk may hold: names are durable up to the last sync of their
folder and any number of operations beyond, in order; bytes as they were at the last sync of their
file, and what was written after it dropped, torn in the middle either way, zeroed, or all there.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

Files = dict[str, bytes]
DATA = ("dropped", "torn", "late", "zeroed", "kept")


@dataclass
class File:
    """One file's bytes: those that are synced, those that are written, and where they differ."""

    synced: bytes = b""
    written: bytes = b""
    begin: int = 0
    end: int = 0

    def write(self, offset: int, data: bytes) -> None:
        """Put data at a place."""
        end = offset + len(data)
        unsynced = self.end > self.begin
        self.begin = min(self.begin, offset) if unsynced else offset
        self.end = max(self.end, end) if unsynced else end
        self.written = _over(self.written, offset, data)

    def truncate(self, size: int) -> None:
        """Cut it off."""
        self.written = self.written[:size]

    def sync(self) -> None:
        """Make it durable."""
        self.synced, self.begin, self.end = self.written, 0, 0

    def after(self, fate: str) -> bytes:
        """What may be there after the power is gone."""
        middle = (self.begin + self.end) // 2
        match fate:
            case "dropped":
                return self.synced
            case "torn":
                return _over(self.synced, self.begin, self.written[self.begin : middle])
            case "late":
                return _over(self.synced, middle, self.written[middle : self.end])
            case "zeroed":
                return _over(self.synced, self.begin, bytes(self.end - self.begin))
            case _:
                return self.written


def _over(data: bytes, offset: int, new: bytes) -> bytes:
    """Data with other bytes over it; zeros where there was nothing before them."""
    return data[:offset].ljust(offset, b"\0") + new + data[offset + len(new) :]


Operation = tuple[Any, ...]


class Recorder:
    """Notes what happens to the files below a folder, while it happens."""

    def __init__(self, root: Path) -> None:
        """Args: root: the folder."""
        self.root = root
        self.operations: list[Operation] = []
        self._names: dict[int, str] = {}

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Note every operation from now on."""
        notes: dict[str, Callable[..., object]] = {
            "open": self._opened,
            "close": lambda _, descriptor: self._names.pop(descriptor, None),
            "write": self._wrote,
            "fsync": lambda _, descriptor: self._on(descriptor, "sync"),
            "fdatasync": lambda _, descriptor: self._on(descriptor, "sync"),
            "ftruncate": lambda _, descriptor, size: self._on(descriptor, "truncate", size),
            "unlink": lambda _, path, **__: self._at("unlink", path),
            "rename": lambda _, source, target: self._at("rename", source, target),
            "replace": lambda _, source, target: self._at("rename", source, target),
            "mkdir": lambda _, path, *__: self._at("mkdir", path),
        }
        for name, note in notes.items():
            patch.setattr(os, name, _noting(getattr(os, name), note))

    def note(self, *operation: Any) -> None:
        """Note something else, an acknowledgement for instance."""
        self.operations.append(operation)

    def _opened(self, descriptor: int, path: Any, flags: int, *_: Any, **__: Any) -> None:
        if name := self._name(path):
            self._names[descriptor] = name
            if flags & os.O_CREAT and flags & os.O_EXCL:
                self.note("create", name)

    def _wrote(self, count: int, descriptor: int, data: Any) -> None:
        if descriptor in self._names:
            end = os.lseek(descriptor, 0, os.SEEK_CUR)
            self._on(descriptor, "write", end - count, bytes(data)[:count])

    def _on(self, descriptor: int, what: str, *more: Any) -> None:
        if name := self._names.get(descriptor):
            self.note(what, name, *more)

    def _at(self, what: str, *paths: Any) -> None:
        if self._name(paths[0]):
            self.note(what, *map(self._name, paths))

    def _name(self, path: Any) -> str:
        full = "" if isinstance(path, int) else os.fspath(path)
        if full == str(self.root):
            return "."
        return full[len(str(self.root)) + 1 :] if full.startswith(f"{self.root}/") else ""


def _noting(call: Callable[..., Any], note: Callable[..., object]) -> Callable[..., Any]:
    def noted(*arguments: Any, **options: Any) -> Any:
        result = call(*arguments, **options)
        note(result, *arguments)
        return result

    return noted


def states(operations: list[Operation]) -> Iterator[tuple[int, str, Files]]:
    """For every prefix: its length, what it is, and the files that may be there."""
    for length in range(len(operations) + 1):
        steps, durable = _names(operations[:length])
        for names in {durable, (durable + len(steps) + 1) // 2, len(steps)}:
            for fate in DATA:
                yield (
                    length,
                    f"{names} of {len(steps)} names, {fate}",
                    _files(operations[:length], steps[:names], fate),
                )


def _names(operations: list[Operation]) -> tuple[list[tuple[int, Operation]], int]:
    """The operations on names with their places, and how many of them are durable."""
    steps: list[tuple[int, Operation]] = []
    durable = 0
    for at, operation in enumerate(operations):
        if operation[0] in ("create", "rename", "unlink", "mkdir"):
            steps.append((at, operation))
        elif operation == ("sync", "."):
            durable = len(steps)
    return steps, durable


def _files(operations: list[Operation], steps: list[tuple[int, Operation]], fate: str) -> Files:
    """What is there when these operations were made, and of those on names only these steps."""
    made = {at for at, _ in steps}
    now: dict[str, File] = {}  # by the name that the running program sees
    disk: dict[str, File] = {}  # by the name that is on the disk
    for at, (what, name, *more) in enumerate(operations):
        match what:
            case "create":
                now[name] = File()
            case "rename":
                now[more[0]] = now.pop(name)
            case "unlink":
                now.pop(name, None)
            case "write" if name in now:
                now[name].write(*more)
            case "truncate" if name in now:
                now[name].truncate(*more)
            case "sync" if name in now:
                now[name].sync()
        if at in made:
            match what:
                case "create":
                    disk[name] = now[name]
                case "rename":
                    disk[more[0]] = disk.pop(name)
                case "unlink":
                    disk.pop(name, None)
    return {name: file.after(fate) for name, file in disk.items()}
