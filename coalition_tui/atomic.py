"""Files for their owner only, written whole or not at all."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined]  # macOS has it
except ImportError:
    F_FULLFSYNC = None

FILE_MODE = 0o600
FOLDER_MODE = 0o700
# A name planted beforehand, link or file, is refused and never followed.
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC

Data = bytes | Iterable[bytes]
"""A file's content, whole or piece by piece."""


def create(path: Path, data: Data) -> None:
    """Write a new file, durably. FileExistsError when anything has that name, OSError else."""
    _write_new(path, data)
    sync_folder(path.parent)


def replace(path: Path, data: Data) -> None:
    """Write a file in place of what has that name; a link is replaced itself, not followed."""
    with beside(path, data) as written:
        written.replace(path)
    sync_folder(path.parent)


@contextmanager
def beside(path: Path, data: Data) -> Iterator[Path]:
    """A synced temporary file in the same folder, to be renamed; gone at the end if it is not.

    Its name holds the process's number, so that what a dead one left can be told from it.
    """
    written = path.parent / f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    _write_new(written, data)
    try:
        yield written
    finally:
        written.unlink(missing_ok=True)


def leftovers(path: Path) -> list[Path]:
    """The temporary files that `beside` has made for this file, of living and dead processes."""
    name = re.compile(rf"\.{re.escape(path.name)}\.\d+-[0-9a-f]{{8}}\.tmp")
    return [each for each in path.parent.iterdir() if name.fullmatch(each.name)]


def make_folder(path: Path) -> None:
    """Make a folder and those above it that are missing, for their owner only."""
    for folder in (path, *path.parents)[::-1]:
        if not folder.exists():
            folder.mkdir(mode=FOLDER_MODE)
            folder.chmod(FOLDER_MODE)  # whatever the umask
            with suppress(PermissionError):  # one above may be closed to us
                sync_folder(folder.parent)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of the data, however little the system takes at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync(descriptor: int) -> None:
    """Wait until what was written is on the disk itself."""
    if F_FULLFSYNC is None:
        os.fsync(descriptor)
    else:
        fcntl(descriptor, F_FULLFSYNC)


def sync_data(descriptor: int) -> None:
    """As `sync`, without what is not needed to read the data again (the times of the file)."""
    if F_FULLFSYNC is None:
        os.fdatasync(descriptor)
    else:
        fcntl(descriptor, F_FULLFSYNC)


def sync_folder(path: Path) -> None:
    """Wait until the folder's names are on the disk: a rename is durable only then."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def _write_new(path: Path, data: Data) -> None:
    descriptor = os.open(path, _CREATE, FILE_MODE)
    try:
        os.fchmod(descriptor, FILE_MODE)  # whatever the umask
        for piece in (data,) if isinstance(data, bytes) else data:
            write_all(descriptor, piece)
        sync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
