"""Questions of commands, answered by a person at a terminal."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.terminal import ENTER, Terminal

ROOT = Path(__file__).parents[2]
CTRL_C, CTRL_D = "\x03", "\x04"

pytestmark = [pytest.mark.slow]


@pytest.fixture
def asked(command: Command, filled: Path, tmp_path: Path):
    """How a command ends that is answered so: its exit code, and the lines on the screen."""

    def ask(words, question, keys):
        program = [sys.executable, "-P", "-m", "coalition_tui", "--db", filled, *words]
        env = {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}
        with Terminal(program, tmp_path, env=env) as terminal:
            terminal.wait_for(question)
            terminal.send(keys)
            return terminal.wait_exit(), [line for line in terminal.lines if line]

    return ask


@pytest.mark.parametrize(
    ("keys", "code", "said"),
    [
        (CTRL_C, 130, "coalition-tui: interrupted"),
        (CTRL_D, 2, "coalition-tui: nothing was removed"),
        (f"no{ENTER}", 2, "coalition-tui: nothing was removed"),
        (f"purge{ENTER}", 0, "Delete brief"),
    ],
)
def test_emptying_the_trash_is_answered(asked, trashed, keys, code, said):
    ended, lines = asked(["trash", "empty"], "Type purge", keys)
    assert ended == code
    assert lines[1].startswith(said)  # on a line of its own


@pytest.mark.parametrize(("keys", "code"), [(CTRL_C, 130), (CTRL_D, 2)])
def test_import_from_a_terminal_says_how_it_ends(asked, keys, code):
    ended, lines = asked(["import", "-"], "Ctrl+D", keys)
    assert ended == code
    assert lines[-1].startswith("coalition-tui: ")


def test_a_brief_typed_at_the_terminal_comes_in(asked, command):
    typed = f"# Typed{ENTER}{CTRL_D}"
    assert asked(["import", "-"], "Ctrl+D", typed)[0] == 0
    assert "# Typed" in command("show", "Typed").out


@pytest.fixture
def trashed(filled: Path) -> None:
    """A brief in the trash."""
    from coalition_tui import edits  # noqa: PLC0415 - only here
    from coalition_tui.session import utc_now  # noqa: PLC0415
    from coalition_tui.store import TinyStore  # noqa: PLC0415

    store = TinyStore(filled)
    workspace = store.load()
    store.commit(edits.delete(workspace, "briefs", next(iter(workspace.briefs)), utc_now(), "t1"))
    store.close()
