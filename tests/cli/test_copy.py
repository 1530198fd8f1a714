"""`copy`: says which way it went."""

import pytest

from coalition_tui import clipboard

BRIEF = "lane-guarantee-launch"


@pytest.fixture(autouse=True)
def nowhere(monkeypatch):
    """No display, no tmux, no terminal that has a clipboard."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "dumb")


@pytest.fixture
def tty(monkeypatch):
    """Takes what would be written to the terminal."""
    written: list[str] = []
    monkeypatch.setattr("coalition_tui.clipboard.osc52.to_tty", written.append)
    return written


def test_without_a_clipboard_it_is_a_file_and_that_is_said(command, filled, monkeypatch, home):
    done = command("copy", BRIEF)
    assert done.code == 0
    (file,) = (home / ".local/share/coalition-tui/copies").iterdir()
    assert done.out == f"Saved to {file}: no clipboard here\n"
    assert file.read_text().startswith("---\nid: lane-guarantee-launch\n")
    assert file.suffix == ".md"


@pytest.mark.parametrize(
    ("kind", "suffix"), [("json", ".json"), ("text", ".txt"), ("html", ".html"), ("csv", ".csv")]
)
def test_the_file_is_called_after_its_format(command, filled, home, kind, suffix):
    assert command("copy", BRIEF, "--format", kind).code == 0
    (file,) = (home / ".local/share/coalition-tui/copies").iterdir()
    assert file.suffix == suffix
    assert file.read_bytes().decode() == command("show", BRIEF, "--format", kind).out


def test_it_goes_to_the_terminal_and_not_to_stdout(command, filled, tty, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    done = command("copy", BRIEF)
    assert done.out == "Sent to the terminal (can't be confirmed)\n"
    assert tty[0].startswith("\x1b]52;c;")


def test_what_the_room_may_not_hear_is_left_out_and_counted(command, filled, home):
    done = command("copy", BRIEF, "--audience", "room", "--format", "text")
    assert done.err == "Told in confidence, and left out: 2\n"
    (file,) = (home / ".local/share/coalition-tui/copies").iterdir()
    assert "Asked what would make her pull the reserve" not in file.read_text()


def test_the_configuration_says_which_way(command, filled, tty, monkeypatch, tmp_path):
    monkeypatch.setenv("TERM", "xterm-256color")
    (tmp_path / "config.toml").write_text('clipboard = "off"')
    monkeypatch.setenv("COALITION_TUI_CONFIG", str(tmp_path / "config.toml"))
    assert command("copy", BRIEF).out.startswith("Saved to ")
    assert not tty
    monkeypatch.setenv(clipboard.VARIABLE, "osc52")
    assert command("copy", BRIEF).out.startswith("Sent to the terminal")


def test_a_way_that_is_none_is_refused(command, filled, monkeypatch):
    monkeypatch.setenv(clipboard.VARIABLE, "pigeon")
    done = command("copy", BRIEF)
    assert done.code == 2
    assert "COALITION_TUI_CLIPBOARD is 'pigeon': it must be one of auto, native" in done.err
