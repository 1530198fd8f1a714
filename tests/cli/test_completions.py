"""What a shell completes, asked as the shells ask."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coalition_tui.cli.program import run
from tests.terminal import TAB, Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture
def completed(filled, monkeypatch, capsys):
    """What is offered for the last of these words."""

    def ask(*words, shell="fish", db=True):
        named = ["coalition-tui", *(["--db", str(filled)] if db else []), *words]
        monkeypatch.setenv("_COALITION_TUI_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(each.replace(" ", "\\ ") for each in named))
        monkeypatch.setenv(
            "COMP_CWORD", words[-1].replace(" ", "\\ ") if shell == "fish" else str(len(named) - 1)
        )
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            run([])
        assert end.value.code == 0
        out, err = capsys.readouterr()
        assert err == ""
        return [line for line in out.splitlines() if line]

    return ask


def test_titles_complete_with_their_ids(completed):
    assert completed("show", "Lau") == [
        "plain,Launch Lane Guarantee for pharma shippers\tlane-guarantee-launch"
    ]
    assert completed("edit", "lau") == completed("copy", "LAU") == completed("show", "Lau")


def test_all_are_offered_where_nothing_is_typed(completed):
    assert len(completed("show", "")) == 4


def test_ids_complete_with_their_titles(completed):
    (found,) = completed("show", "per-lane")
    assert found.startswith("plain,per-lane-pricing\tMove from per-sensor")


def test_a_word_inside_completes_where_it_is_clear(completed):
    (found,) = completed("show", "ceil")
    assert "15% ceiling on discounts" in found
    assert completed("show", "p") == completed("show", "per-lane")  # what begins so comes first


def test_parties_of_the_brief_before_complete(completed):
    (found,) = completed("pitch", "lane-guarantee-launch", "Plat")
    assert found == "plain,Platform engineering\tplatform"
    assert completed("rehearse", "lane-guarantee-launch", "--without", "Plat") == [found]
    assert completed("pitch", "no such brief", "Plat") == []


def test_coalitions_and_people_complete(completed):
    assert completed("log", "Day") == ["plain,day-200\tThe Day 200 Table"]
    assert completed("log", "The D") == ["plain,The Day 200 Table\tday-200"]
    (person,) = completed("log", "day-200", "social", "Vikt")
    assert person == "plain,Viktor Lassen\tviktor-lassen"


def test_check_completes_files_too(completed):
    found = completed("check", "Lau")
    assert [each.partition(",")[0] for each in found] == ["plain", "file"]


def test_bash_gets_its_spaces_escaped(completed):
    assert completed("show", "Lau", shell="bash") == [
        "plain,Launch Lane Guarantee for pharma shippers".replace(" ", "\\\\ ")
    ]


def test_commands_and_formats_complete(completed):
    assert any(each.startswith("plain,export") for each in completed("exp"))
    offered = {each.partition("\t")[0] for each in completed("export", "--format", "")}
    assert offered >= {"plain,json", "plain,markdown", "plain,text", "plain,html", "plain,csv"}


def test_without_a_file_or_with_a_bad_one_nothing_is_said(completed, database, filled):
    filled.write_text("{")
    assert completed("show", "Lau") == []
    for each in filled.parent.iterdir():
        each.unlink()
    assert completed("show", "Lau") == []
    assert not list(filled.parent.iterdir())


def test_control_characters_of_a_title_stay_here(completed, command, filled):
    command("new", "Zed\x1b[31m title")
    (found,) = completed("show", "Zed")
    assert "\x1b" not in found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_understands(command, tmp_path, shell):
    done = command("completions", shell)
    assert done.code == 0
    assert f"_COALITION_TUI_COMPLETE={shell}_complete" in done.out
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    script = tmp_path / "script"
    script.write_text(done.out)
    subprocess.run([shell, "-n", str(script)], check=True)


def test_other_shells_are_refused(command):
    assert command("completions", "tcsh").code == 2


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_completes_a_title_at_its_prompt(command, filled, tmp_path):
    program = tmp_path / "bin" / "coalition-tui"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m coalition_tui "$@"\n'
    )
    program.chmod(0o755)
    (tmp_path / "rc").write_text(
        f"PS1='> '\nPATH={program.parent}:$PATH\n" + command("completions", "bash").out
    )
    shell = [shutil.which("bash") or "", "--noprofile", "--rcfile", str(tmp_path / "rc"), "-i"]
    env = {**os.environ, "COALITION_TUI_DB": str(filled), "TERM": "xterm-256color"}
    with Terminal(shell, tmp_path, env=env) as terminal:
        terminal.wait_for(">")
        terminal.send(f"coalition-tui list; coalition-tui show Lau{TAB}")
        terminal.wait_for("Launch\\ Lane\\ Guarantee\\ for\\ pharma\\ shippers")
