"""A mistake in the program ends in calm words, and shows nothing that anybody wrote."""

import stat
import sys
from pathlib import Path

import pytest

from coalition_tui import clipboard
from coalition_tui.session import StoreError
from coalition_tui.tui.app import CoalitionApp
from tests.terminal import Terminal
from tests.tui.desk import BLANK, keep, workspace_of

ROOT = Path(__file__).parents[2]

FAULTY = """\
import sys
from coalition_tui.cli.program import run
from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.outgoing import OutgoingApp
from textual import work

def unfold(self):
    secret = "Marisol fears the audit"
    raise KeyError(secret)

@work(thread=True)
def copied(self, ids):
    unfold(self)

Pane.action_unfold = unfold
OutgoingApp.copy_briefs = copied
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("1", "o"), ("y",)], ids=["a key", "a thread"])
def test_the_terminal_is_as_before_and_a_log_is_kept(tmp_path, keys):
    database = tmp_path / "coalition.json"
    keep(database, workspace_of(BLANK))
    state = tmp_path / "state"
    env = {"PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(state)}
    run = [sys.executable, "-c", FAULTY, "--db", database]
    with Terminal(run, tmp_path, env=env, size=(240, 40)) as terminal:
        terminal.wait_for("Blank page")
        terminal.send("n", "\r", "Night desk", "\x1b")
        terminal.wait_for("Briefs › Night desk", "✓ saved")
        terminal.send(*keys)
        assert terminal.wait_exit() == 3
        assert b"\x1b[?1049l" in terminal.transcript
        assert "coalition-tui had to stop: a mistake in the program: KeyError at" in terminal.text
        assert f"Every edit that was shown as saved is safe, in {database}." in terminal.text
        (log,) = state.rglob("crash.log")
        assert f"What happened is in {log}" in terminal.text
        assert "Marisol" not in terminal.text
        assert b"Marisol" not in terminal.transcript
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text()
    assert "builtins.KeyError" in text
    assert "<string>:9 unfold" in text
    assert "Marisol" not in text
    assert "Night desk" in database.read_text() or "Night desk" in "".join(
        each.read_text(errors="replace") for each in tmp_path.glob("coalition.json*")
    )


async def test_a_file_that_is_not_brought_up_to_date_by_a_mistake_is_told_once(with_blank):
    async with with_blank() as desk:

        def broken() -> None:
            raise TypeError("Marisol fears the audit")

        desk.app.session.store.checkpoint = broken
        desk.app._keep()
        await desk.wait(lambda: bool(desk.toasts))
        desk.app._keep()
        await desk.settle()
        (toast,) = desk.toasts
        assert toast.startswith("The file is not brought up to date: a mistake in the program: Ty")
        assert "Marisol" not in toast


@pytest.mark.parametrize("error", [TypeError("Marisol"), OSError(28, "No space left on device")])
async def test_a_copy_that_fails_is_told(with_blank, monkeypatch, error):
    def copied(text, write, setting):
        raise error

    monkeypatch.setattr(clipboard, "copy", copied)
    async with with_blank() as desk:
        await desk.press("y")
        await desk.wait(lambda: bool(desk.toasts))
        assert desk.toasts[0].startswith("Not copied: ")
        assert "Marisol" not in desk.toasts[0]


async def test_a_mistake_while_leaving_is_not_silent(with_blank, monkeypatch):
    def may_leave(app: CoalitionApp) -> bool:
        raise StoreError("no")

    monkeypatch.setattr(CoalitionApp, "may_leave", may_leave)
    with pytest.raises(StoreError):
        await _leave(with_blank)


async def _leave(opened) -> None:
    async with opened() as desk:
        await desk.press("q")
        await desk.wait(lambda: not desk.app.is_running)
