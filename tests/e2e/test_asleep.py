"""Nobody touches the keyboard: the program sleeps. And it hears whatever is typed then."""

import os
import re
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import ESC, Terminal

pytestmark = pytest.mark.slow
PROGRAM = (sys.executable, "-m", "coalition_tui", "--demo")
SETTLED = 3
"""Seconds until the samples' file has been brought up to date."""


def _wakes(terminal: Terminal) -> int:
    """How often any of its threads has gone to sleep by now."""
    tasks = Path(f"/proc/{terminal.process.pid}/task").glob("*/status")
    pattern = re.compile(r"^voluntary_ctxt_switches:\s*(\d+)", re.MULTILINE)
    return sum(int(pattern.findall(each.read_text())[0]) for each in tasks)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not tell")
def test_a_program_that_nobody_uses_does_not_wake_up(home: Path) -> None:
    with Terminal(PROGRAM, home) as terminal:
        terminal.wait_for("AI triage for night", "saved")
        time.sleep(SETTLED)
        before = _wakes(terminal)
        time.sleep(2)
        assert _wakes(terminal) - before <= 2, "Textual's own would have woken up twenty times"
        terminal.send("/lane")
        terminal.wait_for("/lane")
        terminal.send(ESC)
        terminal.wait_gone("/lane")


def test_a_character_may_come_in_pieces(home: Path) -> None:
    with Terminal(PROGRAM, home) as terminal:
        terminal.wait_for("AI triage for night", "saved")
        terminal.send("/")
        for byte in "é€".encode():
            os.write(terminal._master, bytes([byte]))
            time.sleep(0.02)
        terminal.wait_for("/é€")
