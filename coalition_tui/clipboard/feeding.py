"""A tool is fed on its standard input, with a limit of time, its exit status checked."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

LIMIT = 2.0
"""Seconds that one way to the clipboard may take."""
_LAST_WAIT = 0.5
"""Seconds for a killed process to be gone."""


def feed(command: Sequence[str], data: bytes, environment: Mapping[str, str]) -> bool:
    """Whether the tool took the data and ended well within the limit.

    It runs in a session of its own: so a tool that stays behind to serve the clipboard outlives
    the terminal, one that hangs is ended with all its children, and none can write on the screen.
    Nothing is read from it, as one that stays behind would keep that open.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - a fixed command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.communicate(data, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        _end(process)
        return False
    except BaseException:  # interrupted by the person
        _end(process)
        raise
    return process.returncode == 0


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdin:
        process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_LAST_WAIT)
