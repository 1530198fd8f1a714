"""Commands that take long: how far they are, and Ctrl+C without a trace."""

import subprocess
import sys

import msgspec
import pytest

from tests.terminal import Terminal
from tests.tui.desk import keep, samples, workspace_of

PROGRAM = (sys.executable, "-P", "-m", "coalition_tui")
COPIES = 600


@pytest.fixture
def crowded(database):
    original = next(iter(samples().briefs.values()))
    briefs = [msgspec.structs.replace(original, id=f"b{number}") for number in range(COPIES)]
    briefs = [msgspec.structs.replace(each, coalition="") for each in briefs]
    keep(database, workspace_of(*briefs))
    return database


@pytest.mark.slow
def test_an_export_in_a_terminal_says_how_far_it_is_and_ctrl_c_leaves_no_file(home, crowded):
    made = crowded.parent / "all.txt"
    run = [*PROGRAM, "--db", crowded, "export", "--all", "--format", "text", "-o", made]
    with Terminal(run, home) as terminal:
        terminal.wait_for("Writing: ", f" of {COPIES}")
        terminal.send("\x03")
        terminal.wait_for("coalition-tui: interrupted")
        assert terminal.wait_exit() == 130
        assert "Writing" not in terminal.text
        assert "Traceback" not in terminal.text
    assert not made.exists()
    assert [each.name for each in crowded.parent.iterdir() if "all" in each.name] == []


@pytest.mark.slow
def test_what_is_no_terminal_is_told_nothing_of_it(home, crowded):
    run = [*PROGRAM, "--db", str(crowded), "check", "--all", "--fail-on", "never"]
    env = {"HOME": str(home), "LANG": "C.UTF-8"}
    ended = subprocess.run(run, capture_output=True, text=True, check=False, env=env)
    assert ended.returncode == 0
    assert ended.stderr == ""
