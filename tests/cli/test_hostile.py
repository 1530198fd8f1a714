"""Hostile texts in what every command prints and in every file that leaves: nothing commands."""

from pathlib import Path

import click
import pytest

from coalition_tui.clean import CONTROLS
from coalition_tui.cli.program import program, run
from coalition_tui.exchange.formats import AUDIENCES, FORMATS
from tests.hostile import COMMANDS, HOSTILE, keep_hostile, workspace

NAME = COMMANDS[0] + COMMANDS[3] + COMMANDS[4] + "\u202e[6666]"
WHOLE = workspace()
BRIEF = next(iter(WHOLE.briefs.values()))
COALITION = next(iter(WHOLE.coalitions.values()))
PERSON = COALITION.members[0].person

CALLS: dict[str, list[list[str]]] = {
    "agenda": [["--days", "400"], ["--json"]],
    "backup": [[], [f"/{NAME}/x.json"]],
    "check": [["--all"], ["--all", "--json"], [NAME]],
    "completions": [["bash"], [NAME]],
    "copy": [[BRIEF.id, "--format", each] for each in FORMATS],
    "doctor": [[], ["--repair"]],
    "edit": [[BRIEF.id]],
    "export": [
        ["--all", "--format", each, "--audience", to] for each in FORMATS for to in AUDIENCES
    ]
    + [["-o", NAME]],
    "import": [[f"incoming{COMMANDS[0]}[.json"], [NAME]],
    "list": [[], ["--json"], ["--tag", NAME]],
    "log": [[COALITION.id, "social", PERSON, "--note", HOSTILE], [COALITION.id, NAME, NAME]],
    "new": [[HOSTILE], [""]],
    "pitch": [[BRIEF.id, BRIEF.parties[1].id], [BRIEF.id, NAME]],
    "rehearse": [[BRIEF.id], [BRIEF.id, "--json"], [BRIEF.id, "--without", BRIEF.parties[1].id]],
    "restore": [[NAME]],
    "schema": [[]],
    "serve": [["--port", NAME]],
    "show": [[BRIEF.id, "--format", each] for each in FORMATS] + [["owned"], [NAME]],
    "summary": [[BRIEF.id]],
    "trash": [["list"], ["restore", "gone-people"], ["restore", NAME]],
    "where": [[]],
}
"""Each command, as it prints texts and as it fails."""


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hostile workspace in a folder of a hostile name, which is the current one as well."""
    folder = tmp_path / NAME
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COALITION_TUI_CLIPBOARD", "off")
    monkeypatch.setenv("EDITOR", "true")
    keep_hostile(folder / "coalition.json")
    return folder / "coalition.json"


def test_every_command_is_tried() -> None:
    assert set(CALLS) == set(program.list_commands(click.Context(program)))


@pytest.mark.parametrize("name", CALLS)
def test_nothing_that_is_printed_or_written_commands_a_terminal(
    database: Path, home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for arguments in CALLS[name]:
        run(["--db", str(database), name, *arguments])
    out, err = capsys.readouterr()
    assert out + err
    places = (*home.rglob("*"), *database.parent.rglob("copies/*"))
    written = [each.read_bytes().decode() for each in places if each.is_file()]
    assert len(written) == (len(FORMATS) if name == "copy" else 0)
    for text in (out, err, *written):
        assert not CONTROLS.findall(text.replace("\r\n", "\n"))
        assert "\\u001b" not in text
