"""Hostile texts on every screen: the very bytes that reach a terminal."""

import re
import sys
from pathlib import Path

import pytest

from tests.hostile import COMMANDS, MARKUP, keep_hostile
from tests.terminal import Terminal

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
_OWN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\]22;\w+\x07|[=>78])")
"""What Textual tells a terminal: none of it holds a text."""


def walked(home: Path, path: Path, *what: str) -> bytes:
    """Every byte that a walk through the app sends to its terminal."""
    run: list[str | Path] = [sys.executable, "-m", "tests.tui.walk", path, *what]
    env = {"PYTHONPATH": str(ROOT), "COALITION_TUI_CLIPBOARD": "off", "VISUAL": "true"}
    with Terminal(run, home, env=env, cwd=path.parent, size=(100, 30)) as terminal:
        status = terminal.wait_exit(timeout=120)
        assert (status, path.with_suffix(".said").read_text()) == (0, "")
        return bytes(terminal.transcript)


def assert_harmless(sent: bytes) -> None:
    """Nothing commands the terminal but what Textual itself tells it."""
    text = sent.decode()
    assert not [each for each in COMMANDS if each in text]
    assert not re.search(r"\x1b\[[0-9;?]*6666", text)
    rest = _OWN.sub(b"", sent).decode()
    assert rest.replace("\r", "").replace("\n", "").isprintable()
    assert MARKUP[:16] in rest  # texts were there


def test_no_text_on_any_screen_commands_the_terminal(home: Path, path: Path) -> None:
    keep_hostile(path)
    assert_harmless(walked(home, path))


def test_nor_does_one_in_what_was_recovered(home: Path, path: Path) -> None:
    assert_harmless(walked(home, path, "recovery"))
