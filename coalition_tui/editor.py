"""Texts in a person's own editor: in a private file, until they are right or given up.

A mistake comes back on top of the text, as a comment that is taken out again. Nothing that was
written is lost: a text that is given up stays in its file, and the file is named.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from coalition_tui import atomic
from coalition_tui.clean import no_text, one_line
from coalition_tui.fields import Problem

T = TypeVar("T")

VARIABLES = ("VISUAL", "EDITOR")
USUAL = ("sensible-editor", "editor", "nano", "vim", "vi", "micro", "emacs")
"""What is looked for when no variable names one, the easiest first."""

WAITING = "Waiting for the editor: it is done when the file is saved and closed there."
GONE = "the editor took its file away"
_MARK = b"<!-- coalition-tui: "
_LINES = 2
"""How many lines a comment takes, so that the number in it is that of the line below."""


class EditorFault(Exception):  # noqa: N818 - what failed is another program
    """Why nothing came back from the editor; one line that says where a text is kept, if it is."""

    def __init__(self, message: str, code: int = 0) -> None:
        """Args: message: the line; code: what the editor ended with, negative for a signal."""
        super().__init__(message)
        self.was_interrupted = code in (-signal.SIGINT, 128 + signal.SIGINT)


Run = Callable[[Path], int]
"""Opens a file in the editor, waits until it is closed, and returns the editor's exit code."""


def chosen(environment: Mapping[str, str] = os.environ) -> tuple[Sequence[str], str]:
    """The editor as a command, and the variable that names it; empty when none does.

    Raises:
        EditorFault: the variable can't be understood, or there is no editor here.
    """
    for variable in VARIABLES:
        named = environment.get(variable, "").strip()
        if named:
            try:
                return shlex.split(named), variable
            except ValueError as error:
                said = one_line(str(error)).lower()
                raise EditorFault(f"{variable} is {one_line(named)!r}: {said}") from None
    found = next(filter(shutil.which, USUAL), None)
    if found is None:
        raise EditorFault("there is no editor here: name one in VISUAL or EDITOR")
    return [found], ""


def run(path: Path) -> int:
    """Open a file in the chosen editor and wait. EditorFault when it can't be started."""
    command, variable = chosen()
    if not variable and not os.isatty(0):
        raise EditorFault("there is no terminal for an editor: name one in VISUAL or EDITOR")
    if sys.stderr.isatty():
        print(WAITING, file=sys.stderr)  # noqa: T201 - the terminal is the editor's from here on
    try:
        with _interrupts_are_the_editors():
            return subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 - it is the person's own choice
    except OSError as error:
        where = f" (from {variable})" if variable else ""
        raise EditorFault(f"{command[0]}{where}: {error.strerror}") from None


def edited(text: str, name: str, read: Callable[[str], T], run: Run = run) -> T | None:
    """What a text became in the editor; None when it was left as it was.

    Args:
        text: what to begin with.
        name: of the file, for the editor to know its kind.
        read: turns the text into what it means. Problem brings the editor back.
        run: opens the file.

    Raises:
        EditorFault: the editor failed, or the text was given up; then its file is named.
    """
    folder = Path(tempfile.mkdtemp(prefix="coalition-tui-"))  # 0700
    path = folder / name
    kept = False
    try:
        last = text.encode()
        atomic.create(path, last)
        why = ""
        while True:
            code = run(path)
            try:
                data = _without_comment(path.read_bytes())
            except OSError:
                if last == text.encode():
                    raise EditorFault(f"{GONE}; nothing was changed") from None
                kept = True
                path = path.with_name(f"kept-{name}")
                atomic.create(path, last)
                raise _given_up(GONE, path) from None
            if code or data == last:
                if data == text.encode():
                    if code:
                        raise EditorFault(f"{_ended(code)}; nothing was changed", code)
                    return None
                kept = True
                _leave(data, path)
                raise _given_up(_ended(code) if code else why, path, code)
            try:
                return read(data.decode())
            except UnicodeDecodeError as error:
                line, said = no_text(error)
                problem = Problem(said, line)
            except Problem as error:
                problem = error
            except Exception as error:
                kept = True
                _leave(data, path)
                raise _given_up(str(error), path) from error
            last, why = data, _sentence(problem)
            atomic.replace(path, _comment(problem) + data)
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)


def _ended(code: int) -> str:
    how = f"with status {code}" if code > 0 else f"by signal {-code}"
    return f"the editor ended {how}"


def _given_up(why: str, path: Path, code: int = 0) -> EditorFault:
    return EditorFault(f"not changed: {why}; what you wrote is kept in {path}", code)


def _leave(data: bytes, path: Path) -> None:
    """The text alone in its file, so that a line that is told is that line of it."""
    with suppress(OSError):  # below the comment it stands there already
        atomic.replace(path, data)


def _sentence(problem: Problem, above: int = 0) -> str:
    """What is wrong, after its line; as many lines stand above the text."""
    said = one_line(str(problem))
    return f"line {problem.line + above}: {said}" if problem.line else said


def _comment(problem: Problem) -> bytes:
    said = _sentence(problem, _LINES).replace("-->", "--›")
    rest = "     Mend it and save, or leave the text as it is to give up. -->\n"
    return _MARK + f"{said}\n{rest}".encode()


def _without_comment(data: bytes) -> bytes:
    """The text without the comment on top, however much of it the person has left."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.startswith(_MARK):
        return data
    _, closed, rest = data.partition(b"-->")
    return rest.removeprefix(b"\r").removeprefix(b"\n") if closed else data


@contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl+C means something in many editors; it must not end this program meanwhile."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # Not ignored: the editor would inherit that.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
