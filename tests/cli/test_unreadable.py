"""Records in the file that can't be read: every command that reads says how many it lacks."""

import json
from pathlib import Path

import pytest

from coalition_tui.store import TinyStore
from coalition_tui.store.snapshot import journal_of
from tests.cli.conftest import Command

SAID = (
    "Records that can't be read, and stand in the file only: 1; `coalition-tui doctor` names them\n"
)


def _spoil(database: Path, **fields: object) -> str:
    """Give the first brief values that no brief has; return its id."""
    journal_of(database).unlink()
    document = json.loads(database.read_text())
    brief = next(iter(document["briefs"].values()))
    brief.update(fields)
    database.write_text(json.dumps(document))
    return str(brief["id"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("list", "--tag", "nowhere"),
        ("export", "--all"),
        ("agenda",),
        ("check", "--fail-on", "never"),
        ("trash",),
        ("new", "Another"),
    ],
    ids=" ".join,
)
def test_every_command_that_reads_says_what_it_could_not_read(
    command: Command, filled: Path, arguments: tuple[str, ...]
) -> None:
    _spoil(filled, title=5)
    done = command(*arguments)
    assert done.code == 0
    assert done.err.endswith(SAID)


@pytest.mark.parametrize("arguments", [("list",), ("export", "--all")], ids=" ".join)
def test_what_is_read_late_is_said_too(
    command: Command, filled: Path, arguments: tuple[str, ...]
) -> None:
    key = _spoil(filled, status="flying")
    done = command(*arguments)
    assert key not in done.out
    assert done.err.endswith(SAID)


def test_what_can_be_read_goes_without_a_word(command: Command, filled: Path) -> None:
    assert command("list").err == ""


@pytest.mark.parametrize("fields", [{"title": 5}, {"status": "flying"}], ids=["name", "inside"])
@pytest.mark.parametrize("replace", [(), ("--replace",)], ids=["", "replace"])
def test_the_id_of_what_can_not_be_read_is_taken(
    command: Command,
    filled: Path,
    tmp_path: Path,
    fields: dict[str, object],
    replace: tuple[str, ...],
) -> None:
    key = _spoil(filled, **fields)
    before = filled.read_bytes()
    coming = {"format": "coalition-tui", "version": 1, "briefs": [{"id": key, "title": "In"}]}
    (tmp_path / "in.json").write_text(json.dumps(coming))
    done = command("import", tmp_path / "in.json", *replace)
    assert done.code == 2
    assert f'briefs[0].id: "{key}" is in the workspace already, where it can\'t be' in done.err
    assert filled.read_bytes() == before


def test_a_record_stands_for_another_of_the_same_id(
    command: Command, filled: Path, tmp_path: Path
) -> None:
    key = _spoil(filled)
    document = json.loads(filled.read_text())
    document["briefs"]["99"] = {"id": key, "title": "The same id again"}
    filled.write_text(json.dumps(document))
    coming = {"format": "coalition-tui", "version": 1, "briefs": [{"id": key, "title": "In"}]}
    (tmp_path / "in.json").write_text(json.dumps(coming))
    done = command("import", tmp_path / "in.json", "--replace")
    assert (done.code, done.out) == (0, "Import 1 brief\n")
    assert TinyStore(filled, "looking").load().briefs[key].title == "In"
