"""Without a command, the program opens the app, in a terminal as a person has it."""

import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "coalition_tui")


def _opened(home: Path, *arguments: str, **env: str) -> Terminal:
    return Terminal([*PROGRAM, *arguments], home, env={"PYTHONPATH": str(ROOT), **env})


def test_demo_opens_the_samples_and_leaves_nothing(home: Path, tmp_path: Path) -> None:
    with _opened(home, "--demo", TMPDIR=str(tmp_path)) as terminal:
        terminal.wait_for("AI triage for night", "saved")
        (folder,) = tmp_path.iterdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert list(tmp_path.iterdir()) == []
    assert not list(home.rglob("coalition.json"))


def test_a_damaged_file_is_one_line_before_any_screen(home: Path, database: Path) -> None:
    database.parent.mkdir()
    database.write_bytes(b"{")
    with _opened(home, "--db", str(database)) as terminal:
        assert terminal.wait_exit() == 3
        assert terminal.text.startswith("coalition-tui: ")
        assert "Traceback" not in terminal.text


def test_a_terminal_that_can_place_no_text_is_refused_in_words(home: Path) -> None:
    with _opened(home, "--demo", TERM="dumb") as terminal:
        assert terminal.wait_exit() == 2
        assert terminal.text.startswith("coalition-tui: the app needs a terminal that can place")


def test_a_theme_that_is_none_is_told_with_its_line(home: Path, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('\ntheme = "drakula"\n')
    with _opened(home, "--demo", COALITION_TUI_CONFIG=str(config)) as terminal:
        assert terminal.wait_exit() == 2
        assert 'line 2: theme: there is no theme "drakula"' in "".join(terminal.lines)
