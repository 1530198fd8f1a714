"""What breaks inside the program says so without a word of what somebody wrote."""

import subprocess
import sys
from pathlib import Path

import pytest

from coalition_tui.model import Brief, Party
from coalition_tui.store import TinyStore
from tests.terminal import Terminal
from tests.tui.desk import NOW, keep, workspace_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SECRET = "Ottilie mistrusts Xanthippe"

BREAK = """
import sys
from coalition_tui.cli.program import run
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.panes.top_list import TopList

def broken(self, *arguments, **options):
    parties = TinyStore(sys.argv[1], "looking").load().briefs["b"].parties
    raise KeyError(f"no party like {parties}")

%s
sys.exit(run(["--db", *sys.argv[1:]]))
"""
"""The program, with a mistake in it that names a text and has it in its variables."""

MISTAKES = {
    "drawing": (
        "CoalitionApp.action_undo = lambda _: setattr(TopList, 'drawn', broken)",
        "un\rx\x13",
    ),
    "an edit": ("TinyStore.commit = broken", "d"),
    "a timer": (
        "CoalitionApp.action_undo = lambda self: self.set_timer(0.01, lambda: broken(self))",
        "u",
    ),
    "closing": ("TinyStore.close = broken", "q"),
}


@pytest.fixture
def secret(database: Path) -> Path:
    """A brief that must not be read by anybody else."""
    party = Party(id="p", name=SECRET, must_believe=SECRET)
    keep(database, workspace_of(Brief(id="b", title="A brief", parties=(party,), created_at=NOW)))
    return database


def assert_untold(secret: Path, home: Path, said: str) -> None:
    """Nothing of the brief was said, and no file but its own holds it."""
    assert "KeyError at " in " ".join(said.split())
    assert not any(word in said for word in SECRET.split())
    others = (*home.rglob("*"), *secret.parent.iterdir())
    assert not [
        each
        for each in others
        if each.is_file()
        and not each.name.startswith(secret.name)
        and SECRET.encode() in each.read_bytes()
    ]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_app_tells_no_text(home: Path, secret: Path, mistake: str) -> None:
    code, keys = MISTAKES[mistake]
    run: list[str | Path] = [sys.executable, "-c", BREAK % code, secret]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}, cwd=secret.parent) as terminal:
        terminal.wait_for("A brief", "saved")
        terminal.send(*keys)
        status = terminal.wait_exit()
        said = bytes(terminal.transcript).decode().rpartition("\x1b[?1049l")[2]
        assert status == 3
    assert_untold(secret, home, said)
    kept = TinyStore(secret, "looking").load()
    records = (*kept.briefs.values(), *kept.trash.values())
    assert any(SECRET in str(each) for each in records)


@pytest.mark.parametrize(
    "command", ["list", "show b", "export --all", "check b", "log x context z"]
)
def test_a_mistake_in_a_command_tells_no_text(home: Path, secret: Path, command: str) -> None:
    code = "from coalition_tui import session; session.Session.__init__ = broken"
    done = subprocess.run(
        [sys.executable, "-c", BREAK % code, secret, *command.split()],
        env={"PYTHONPATH": str(ROOT), "HOME": str(home), "PATH": ""},
        cwd=secret.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert_untold(secret, home, done.stdout + done.stderr)
