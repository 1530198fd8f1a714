"""Nobody touches the keyboard: the program sleeps. And it hears whatever is typed then."""

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks.terminal import wakes
from tests.terminal import ESC, Terminal

pytestmark = pytest.mark.slow
PROGRAM = (sys.executable, "-m", "coalition_tui", "--demo")
SETTLED = 3
"""Seconds until the samples' file has been brought up to date."""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the system does not tell")
def test_a_program_that_nobody_uses_does_not_wake_up(home: Path) -> None:
    with Terminal(PROGRAM, home) as terminal:
        terminal.wait_for("AI triage for night", "saved")
        time.sleep(SETTLED)
        before = wakes(terminal.process)
        time.sleep(2)
        assert wakes(terminal.process) - before <= 2, (
            "Textual's own would have woken up twenty times"
        )
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
