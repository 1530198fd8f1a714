"""The terminal is lent to an editor, and the app comes back whatever happens there."""

import sys
from pathlib import Path

import pytest

from tests.terminal import ESC, F4, Terminal
from tests.tui.desk import BLANK, keep, workspace_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
BREAK = """\
import sys
from coalition_tui import editor
from coalition_tui.cli.program import run

def broken(*arguments):
    raise KeyError("Marisol fears the audit")

editor.edited = broken
sys.exit(run(sys.argv[1:]))
"""

WAYS = {"the brief": ("E",), "a field": ("1", "e", F4)}
EDITORS = {
    "false": (["-m", "coalition_tui"], "the editor ended with status 1; nothing was changed"),
    "true": (["-c", BREAK], "No editor: a mistake in the program: KeyError at"),
}


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("way", WAYS)
def test_the_app_comes_back_from_an_editor_that_fails(path, tmp_path, way, editor):
    keep(path, workspace_of(BLANK))
    program, said = EDITORS[editor]
    env = {"PYTHONPATH": str(ROOT), "EDITOR": editor}
    run = [sys.executable, *program, "--db", path]
    with Terminal(run, tmp_path, env=env, size=(200, 40)) as terminal:
        terminal.wait_for("Blank page")
        for key in WAYS[way]:
            terminal.send(key)
        terminal.wait_for("Briefs", said[:40])
        assert said in " ".join(terminal.text.split())
        assert "Marisol" not in terminal.text
        if way == "a field":
            terminal.send("Written after it", ESC)
            terminal.wait_gone("f4 Editor")
            terminal.wait_for("Written after it", "✓ saved")
        else:
            terminal.send("u")
            terminal.wait_for("Nothing to undo")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert terminal.transcript.count(b"\x1b[?1049h") == 2
