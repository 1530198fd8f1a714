"""An empty home, the program, and a first brief of ten sections that is there again afterwards."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.walk import sent
from tests.terminal import Terminal

pytestmark = pytest.mark.slow

PROGRAM = Path(sys.executable).parent / "coalition-tui"
SLOW = 40.0

WRITTEN: tuple[tuple[str, ...], ...] = (
    ("1", "e", "One desk for repairs", "tab", "No machine waits", "escape"),
    ("2", "e", "The lease ends in March", "escape"),
    ("4", "a", "Nord factory", "tab", "A planner", "tab", "A long queue", "f5"),
    ("Finance", "escape"),
    ("3", "a", "One desk before a faster one", "escape"),
    ("6", "a", "right", "tab", "tab", "Two fitters", "escape"),
    ("7", "a", "Which order goes first", "tab", "space", "escape"),
    ("8", "a", "Desk call", "escape"),
    ("9", "a", "right", "tab", "tab", "tab", "Drew the plan", "escape"),
    ("0", "a", "No overtime as an argument", "escape"),
)
"""What is pressed and typed for each section; the fifth stands in the form of the fourth."""


def told(home: Path, *arguments: str) -> str:
    """What the program writes, in the same home."""
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(
        [PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_the_first_brief(home: Path) -> None:
    with Terminal([PROGRAM], home) as terminal:
        terminal.wait_for("Welcome", "Begin a brief of your own", timeout=SLOW)
        terminal.send(sent("down"), sent("enter"))
        terminal.wait_for("New brief", "Blank", timeout=SLOW)
        terminal.send(sent("enter"))
        terminal.wait_for("esc Done", timeout=SLOW)
        terminal.send("One repair desk")
        terminal.wait_for("One repair desk", timeout=SLOW)
        terminal.send(sent("escape"))
        terminal.wait_gone("esc Done", timeout=SLOW)
        for keys in WRITTEN:
            for key in keys[:-1]:
                terminal.send(sent(key))
            if keys[-1] == "escape":
                # Escape followed at once by a letter is Alt with that letter, to a terminal.
                terminal.wait_for("esc Done", keys[-2], timeout=SLOW)
                terminal.send(sent("escape"))
                terminal.wait_gone("esc Done", timeout=SLOW)
            else:
                terminal.send(sent(keys[-1]))
        terminal.wait_for("10/10", "saved", timeout=SLOW)
        terminal.send("q")
        assert terminal.wait_exit(SLOW) == 0

    with Terminal([PROGRAM], home) as terminal:
        terminal.wait_for("Briefs › One repair desk", "10/10", timeout=SLOW)
        terminal.send("q")
        assert terminal.wait_exit(SLOW) == 0

    page = told(home, "show", "repair desk")
    for keys in WRITTEN:
        for text in keys:
            if " " in text:
                assert text in page
    (brief,) = json.loads(told(home, "list", "--json"))
    assert brief["filled"] == 10
