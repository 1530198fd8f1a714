"""`where`, and a configuration that every command meets first."""

import re
import sys
from pathlib import Path

import pytest

from coalition_tui.cli.program import run
from tests.cli.conftest import Command
from tests.terminal import Terminal


@pytest.fixture
def config(tmp_path, monkeypatch):
    """Writes a configuration, and names it."""

    def write(text):
        path = tmp_path / "my.toml"
        path.write_text(text)
        monkeypatch.setenv("COALITION_TUI_CONFIG", str(path))
        return path

    return write


def rows(command: Command) -> dict[str, list[str]]:
    """What is used and from where, by what it is called."""
    lines = command("where").out.splitlines()
    assert lines[0].split() == ["WHAT", "FROM", "IS"]
    cells = [re.split(r"  +", line) for line in lines[1:]]
    return {name: [value, source] for name, source, value in cells}


def test_without_anything_all_of_it_is_default(command, database, home):
    found = rows(command)
    assert found["workspace"][0] == f"{database} (not there yet)"
    assert found["workspace"][-1] == "--db"
    assert found["configuration"][0].endswith("config.toml (not there yet)")
    assert str(home) in found["configuration"][0]
    assert found["backups in"][0] == f"{database.parent / 'backups'} (not there yet)"
    assert found["theme"][0] == "dark"
    assert {found[name][-1] for name in ("theme", "clipboard", "review_months")} == {"default"}


def test_each_setting_says_its_line(command, config, filled):
    path = config('# mine\ntheme = "light"\ncadence_days = 30\n')
    found = rows(command)
    assert found["workspace"][0] == str(filled)
    assert found["configuration"][0] == str(path)
    assert found["configuration"][-1] == "COALITION_TUI_CONFIG"
    assert found["theme"][0] == "light"
    assert found["theme"][-1] == "line 2 of the configuration"
    assert found["cadence_days"][-1] == "line 3 of the configuration"


def test_the_environment_comes_first(command, config, monkeypatch):
    config('clipboard = "tmux"')
    monkeypatch.setenv("COALITION_TUI_CLIPBOARD", "off")
    assert rows(command)["clipboard"][0] == "off"
    assert rows(command)["clipboard"][-1] == "COALITION_TUI_CLIPBOARD"
    monkeypatch.setenv("COALITION_TUI_CLIPBOARD", "pigeon")
    assert command("where").code == 2


@pytest.mark.parametrize("arguments", [("list",), ("where",), ("new", "Title"), ("schema",)])
def test_a_mistake_in_it_stops_every_command(command, config, database, arguments):
    path = config("\nbackups = 0")
    done = command(*arguments)
    assert done.code == 2
    assert done.err == (
        f"coalition-tui: {path}: line 2: backups: expected a number from 1 to 1,000, not 0\n"
    )
    assert not database.exists()


def test_as_many_backups_are_kept_as_it_says(command, config, filled):
    config("backups = 2")
    for _ in range(4):
        assert command("backup").code == 0
    assert len(list((filled.parent / "backups").glob("*.json"))) == 2


def test_an_empty_variable_names_nothing(command, monkeypatch, capsys, home):
    monkeypatch.setenv("COALITION_TUI_DB", "")
    assert run(["where"]) == 0
    (line,) = re.findall("^workspace .*", capsys.readouterr().out, re.MULTILINE)
    assert str(home) in line
    assert " default " in line


def test_a_relative_name_is_told_whole(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["--db", "x.json", "where"]) == 0
    assert f"{tmp_path / 'x.json'} (not there yet)" in capsys.readouterr().out


def test_the_samples_are_told_from_a_persons_own_file(command, capsys, home):
    for name in ("where", "doctor"):
        assert run(["--demo", name]) == 0
        out = capsys.readouterr().out
        assert "the samples, in a folder that goes at the end" in out
        assert str(home / "coalition.json") not in out
    assert "briefs," in out


def test_keys_editor_and_clipboard_are_told(command, config, monkeypatch):
    config('[keys]\n"briefs.copy" = "Y"\n')
    monkeypatch.setenv("VISUAL", "code -w")
    monkeypatch.setenv("TMUX", "/tmp/tmux")
    monkeypatch.setenv("TERM", "xterm")
    found = rows(command)
    assert found["briefs.copy"] == ["Y", "line 2 of the configuration"]
    assert found["editor"] == ["code -w", "VISUAL"]
    assert found["copies by"][0] == "tmux, osc52, file"


@pytest.mark.parametrize(
    ("text", "variables", "said"),
    [
        ('[keys]\n"briefs.cppy" = "Y"', {}, "line 2: keys.briefs.cppy: no key has this id"),
        ("", {"VISUAL": "nowhere-such-editor"}, "VISUAL names nowhere-such-editor, which is not"),
        ("", {"VISUAL": '"x'}, "no closing quotation"),
        ("", {"COALITION_TUI_CLIPBOARD": "pigeon"}, "COALITION_TUI_CLIPBOARD is 'pigeon'"),
    ],
)
def test_doctor_tells_what_will_fail(config, monkeypatch, capsys, filled, text, variables, said):
    config(text)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(["--db", str(filled), "doctor"]) == 1
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("! ")]
    assert said in line


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("harbour", 'harbour.toml: line 2: primary: "mud" is no colour'),
        ("dark", 'harbour.toml: line 2: primary: "mud" is no colour'),
        ("harbor", 'line 1: theme: there is no theme "harbor"; did you mean "harbour"?'),
    ],
)
def test_doctor_tells_of_a_theme_that_will_be_refused(
    config, monkeypatch, capsys, filled, theme, said
):
    monkeypatch.setenv("VISUAL", "true")
    file = config(f'theme = "{theme}"').parent / "themes" / "harbour.toml"
    file.parent.mkdir()
    file.write_text('dark = true\nprimary = "mud"\n')
    assert run(["--db", str(filled), "doctor"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("! ")]
    assert sum(said in line for line in told) == 1
    assert len(told) == (2 if theme == "harbor" else 1)
    file.write_text('primary = "teal"\n')
    assert run(["--db", str(filled), "doctor"]) == (1 if theme == "harbor" else 0)


def test_doctor_tells_what_is_used(config, monkeypatch, capsys, filled):
    config('theme = "light"')
    monkeypatch.setenv("VISUAL", "true")
    assert run(["--db", str(filled), "doctor"]) == 0
    assert re.search(
        "^theme +line 1 of the configuration +light", capsys.readouterr().out, re.MULTILINE
    )


def test_a_path_is_whole_in_the_narrowest_terminal(tmp_path):
    program = [sys.executable, "-P", "-m", "coalition_tui", "where"]
    env = {"PYTHONPATH": str(Path(__file__).parents[2])}
    with Terminal(program, tmp_path, env=env, size=(40, 60)) as terminal:
        assert terminal.wait_exit() == 0
        assert str(tmp_path / ".config" / "coalition-tui" / "config.toml") in "".join(
            terminal.lines
        )
