"""What is told of a mistake in the program: its kind and its place, never what anybody wrote.

An error's message may hold a text of the workspace, and so may the values on the stack: neither is
shown or kept.
"""

import os
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from traceback import walk_tb

from coalition_tui import __version__, atomic, paths

PACKAGE = Path(__file__).parent
_BESIDE = ("textual", "rich", "msgspec", "tinydb")


def place(error: BaseException) -> str:
    """Where in this program an error arose: file, line and function; `?` when that is unknown."""
    frames = list(_frames(error))
    own = [each for each in frames if each.startswith(PACKAGE.name)]
    return (own or frames or ["?"])[-1]


def mistake(error: BaseException) -> str:
    """A mistake in one line."""
    return f"a mistake in the program: {type(error).__name__} at {place(error)}"


def keep(error: BaseException, now: datetime) -> Path:
    """Write what is known of a mistake to a file for its owner only, in place of the last one.

    Raises:
        OSError: it can't be written.
    """
    path = paths.crash_file()
    atomic.make_folder(path.parent)
    atomic.replace(path, "\n".join(_lines(error, now)).encode())
    return path


def page(error: BaseException, safe: str, now: datetime) -> str:
    """What a person is told when the app had to end.

    Args:
        error: why.
        safe: what has become of the edits, in a sentence.
        now: for the log.
    """
    try:
        log = f"What happened is in {keep(error, now)}, without any of your texts."
    except OSError as trouble:
        log = f"No log of it could be kept: {trouble.filename}: {trouble.strerror}."
    words = (
        f"{paths.APP} had to stop: {mistake(error)}.",
        safe,
        log,
        "Please send it, with what you did last, to where you have the program from.",
    )
    width = get_terminal_size().columns
    return "".join(
        fill(each, width, break_long_words=False, break_on_hyphens=False) + "\n" for each in words
    )


def _lines(error: BaseException, now: datetime) -> Iterator[str]:
    yield f"{paths.APP} {__version__}, {now.isoformat(timespec='seconds')}"
    yield f"Python {platform.python_version()} on {platform.platform()}"
    yield ", ".join(f"{each} {_version(each)}" for each in _BESIDE)
    yield f"TERM={os.environ.get('TERM', '')} COLORTERM={os.environ.get('COLORTERM', '')}"
    yield "Messages of errors and values are left out: they might hold what you wrote."
    link: BaseException | None = error
    while link is not None:
        yield ""
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        yield from (f"  {frame}" for frame in _frames(link))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    yield ""


def _frames(error: BaseException) -> Iterator[str]:
    """Outermost first; files as they are named from the folder of their package on."""
    for frame, line in walk_tb(error.__traceback__):
        code = frame.f_code
        file = Path(code.co_filename)
        for root in (*filter(_holds_packages, file.parents), PACKAGE.parent):
            if file.is_relative_to(root):
                file = file.relative_to(root)
                break
        yield f"{file.as_posix()}:{line} {code.co_name}"


def _holds_packages(folder: Path) -> bool:
    return folder.name == "site-packages" or folder.name.startswith("python3")


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and rare

    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
