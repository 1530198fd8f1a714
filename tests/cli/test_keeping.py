"""The commands around the file itself: doctor, backup, restore, trash, and two at once."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coalition_tui import edits
from coalition_tui.cli.program import run
from coalition_tui.fields import headline
from coalition_tui.model import Brief
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.store.snapshot import journal_of
from tests.cli.conftest import Command, Done
from tests.conftest import NOW


def _store(path: Path) -> TinyStore:
    store = TinyStore(path)
    store.load()
    return store


def _add(store: TinyStore, key: str) -> None:
    store.commit(edits.create(Brief(id=key, title=key.title()), NOW))


@pytest.fixture
def doctor(
    capsys: pytest.CaptureFixture[str], database: Path, monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run `doctor`; with findings it ends in 1, and without a word on stderr."""
    monkeypatch.setenv("VISUAL", "true")  # there may be no other editor here

    def call(*arguments: str | Path) -> Done:
        capsys.readouterr()
        code = run(["--db", str(database), "doctor", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert err.startswith("coalition-tui: ") == (code > 1)
        return Done(code, out, err)

    return call


def _answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


# --- Two at once


def test_a_command_that_edits_says_who_holds_the_file(command: Command, filled: Path) -> None:
    holder = _store(filled)
    done = command("new", "Another")
    assert done.code == 3
    assert f"it is open elsewhere (process {os.getpid()}, since " in done.err
    _add(holder, "held")
    listed = {each["id"] for each in command("list", "--json").json}
    assert "held" in listed
    holder.close()
    assert command("new", "Another").code == 0


def test_commands_that_read_never_wait(command: Command, filled: Path) -> None:
    holder = _store(filled)
    for arguments in (("list",), ("trash",), ("doctor",), ("export", "--all"), ("backup",)):
        assert command(*arguments).code == 0
    holder.close()


@pytest.mark.slow
def test_many_commands_at_once_lose_nothing(database: Path) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "coalition_tui", "--db", str(database), "new", f"Brief {each}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for each in range(4)
    ]
    ended = [(each.communicate(), each.returncode) for each in started]
    made = {out.decode().strip() for (out, _), code in ended if code == 0}
    assert made
    assert {code for _, code in ended} <= {0, 3}
    assert set(_store(database).load().briefs) == made


# --- backup and restore


def test_a_backup_comes_back_whole(command: Command, filled: Path, tmp_path: Path) -> None:
    before = TinyStore(filled, "looking").load()
    copy = tmp_path / "copy.json"
    assert command("backup", copy).out == f"{copy}\n"
    assert copy.stat().st_mode & 0o777 == 0o600
    assert command("new", "Afterwards").code == 0
    done = command("restore", copy)
    assert done.code == 0
    assert done.out.startswith("Restored ")
    assert TinyStore(filled, "looking").load() == before
    replaced = Path(done.out.splitlines()[1].removeprefix("What was there before is in "))
    assert "Afterwards" in {each.title for each in TinyStore(replaced, "").load().briefs.values()}


def test_a_backup_holds_what_is_in_the_journal_only(command: Command, filled: Path) -> None:
    holder = _store(filled)
    _add(holder, "late")
    made = Path(command("backup").out.strip())
    assert made.parent == filled.parent / "backups"
    assert "late" in TinyStore(made, "looking").load().briefs


def test_backups_are_never_written_over(command: Command, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.json").write_text("mine")
    done = command("backup", tmp_path / "taken.json")
    assert done.code == 2
    assert (tmp_path / "taken.json").read_text() == "mine"
    (tmp_path / "folder").mkdir()
    assert command("backup", tmp_path / "folder").code == 0
    assert (tmp_path / "folder" / filled.name).exists()


def test_nothing_to_back_up(command: Command) -> None:
    assert command("backup").code == 3


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"{}", b'{"meta":{"1":{"schema":99,"seq":1}}}', b'{"format":1}']
)
def test_restore_checks_before_it_replaces(
    command: Command, filled: Path, tmp_path: Path, content: bytes | None
) -> None:
    before = filled.read_bytes()
    if content is not None:
        (tmp_path / "bad.json").write_bytes(content)
    done = command("restore", tmp_path / "bad.json")
    assert done.code == 2
    assert "bad.json: " in done.err
    assert filled.read_bytes() == before
    assert not (filled.parent / "backups").exists()


def test_restore_where_nothing_is_yet(command: Command, filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "new.json"
    done = command("--db", other, "restore", filled)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert TinyStore(other, "looking").load() == TinyStore(filled, "looking").load()


def test_restore_in_place_of_a_damaged_file(command: Command, filled: Path, tmp_path: Path) -> None:
    command("backup", tmp_path / "good.json")
    good = TinyStore(filled, "looking").load()
    filled.write_bytes(b"{ damaged")
    done = command("restore", tmp_path / "good.json")
    assert done.code == 0
    assert TinyStore(filled, "looking").load() == good
    aside = Path(done.out.splitlines()[1].removeprefix("What was there before is in "))
    assert (aside / filled.name).read_bytes() == b"{ damaged"


def test_restore_in_place_of_what_was_never_a_workspace(
    command: Command, filled: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "notes.json"
    other.parent.mkdir()
    other.write_text("my notes")
    done = command("--db", other, "restore", filled)
    assert done.code == 0
    assert TinyStore(other, "looking").load() == TinyStore(filled, "looking").load()
    aside = Path(done.out.splitlines()[1].removeprefix("What was there before is in "))
    assert (aside / other.name).read_text() == "my notes"


def test_read_only_restores_nothing(command: Command, filled: Path, tmp_path: Path) -> None:
    command("backup", tmp_path / "copy.json")
    assert command("--read-only", "restore", tmp_path / "copy.json").code == 3


def test_import_makes_a_backup_first(command: Command, filled: Path, tmp_path: Path) -> None:
    before = TinyStore(filled, "looking").load()
    bundle = {"format": "coalition-tui", "version": 1, "briefs": [{"id": "in", "title": "In"}]}
    (tmp_path / "in.json").write_text(json.dumps(bundle))
    assert command("import", tmp_path / "in.json").code == 0
    kept = [TinyStore(each, "").load() for each in (filled.parent / "backups").glob("*.json")]
    assert before in kept


# --- doctor


def test_doctor_finds_nothing_wrong(doctor: Command, filled: Path) -> None:
    done = doctor()
    assert done.code == 0
    assert "In it: " in done.out
    assert "!" not in done.out


def test_doctor_of_nothing(doctor: Command, database: Path) -> None:
    done = doctor()
    assert done.code == 0
    assert done.out.startswith(f"  {database}: there is no workspace yet\n\nWHAT ")
    assert not database.parent.exists()


def test_doctor_lists_what_is_wrong_and_repair_mends_it(doctor: Command, filled: Path) -> None:
    left = filled.with_name(f".{filled.name}.123-00000000.tmp")
    left.write_text("half")
    filled.chmod(0o644)
    with journal_of(filled).open("ab") as journal:
        journal.write(b"12345678 torn")
    found = doctor()
    assert found.code == 1
    for each in ("Others may read", "never finished", "Left behind by a process"):
        assert each in found.out
    assert left.exists()
    done = doctor("--repair")
    assert done.code == 0
    assert not left.exists()
    assert filled.stat().st_mode & 0o777 == 0o600
    (aside,) = (filled.parent / "recovery").iterdir()
    assert (aside / journal_of(filled).name).read_bytes().endswith(b"torn")


@pytest.mark.parametrize("which", ["its whole journal", "the end of its journal"])
def test_a_journal_that_can_not_be_read_is_told_in_its_extent(
    doctor: Command, command: Command, filled: Path, which: str
) -> None:
    kept = TinyStore(filled, "looking").load()
    journal = journal_of(filled)
    whole = journal.read_bytes().rstrip(b"\0") if which.startswith("the end") else b""
    journal.write_bytes(whole + b"\xff\n" * 1500)
    said = f"{which} can't be read (3,000 bytes in 1500 lines) and was left out"
    assert said in command("list").err
    assert f"! {said[0].upper()}{said[1:]}" in doctor().out
    assert journal.read_bytes() == whole + b"\xff\n" * 1500
    told = command("new", "Another").err
    assert said in told
    aside = Path(told.rstrip().partition("as it was, it is in ")[2])
    assert (aside / journal.name).read_bytes() == whole + b"\xff\n" * 1500
    assert command("list").err == ""
    now = TinyStore(filled, "looking").load().briefs
    assert {key: now[key] for key in kept.briefs} == dict(kept.briefs)


def test_doctor_tells_of_a_file_that_another_program_changed(
    doctor: Command, command: Command, filled: Path
) -> None:
    document = json.loads(filled.read_text())
    document["people"] = {}
    filled.write_text(json.dumps(document))
    assert "another program has changed it" in command("list").err
    found = doctor()
    assert found.code == 1
    assert "take it as it is" in found.out
    done = doctor("--repair")
    assert "Taken as it is" in done.out
    assert "changed it" not in doctor().out
    assert not TinyStore(filled, "looking").load().people


def test_doctor_lists_records_that_can_not_be_read(doctor: Command, filled: Path) -> None:
    journal_of(filled).unlink()
    document = json.loads(filled.read_text())
    document["briefs"]["77"] = {"id": "odd", "title": 5}
    filled.write_text(json.dumps(document))
    done = doctor()
    assert done.code == 1
    assert "Unreadable, and kept as it is: briefs 77: " in done.out


def test_doctor_recovers_what_is_chosen(
    doctor: Command, command: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("backup")
    whole = filled.read_bytes()
    filled.write_bytes(whole[: len(whole) // 2])
    assert command("list").code == 3
    found = doctor()
    assert found.code == 3
    assert "2  What can be read of the damaged file: " in found.out
    assert "1  The backup coalition-" in found.out
    _answer(monkeypatch, "\n")
    assert doctor("--repair").code == 2
    assert filled.read_bytes() == whole[: len(whole) // 2]
    _answer(monkeypatch, "1\n")
    done = doctor("--repair")
    assert "Recovered: The backup" in done.out
    assert json.loads(filled.read_bytes())["briefs"] == json.loads(whole)["briefs"]


def test_a_backup_is_spoken_of_only_where_there_is_one(
    doctor: Command, command: Command, filled: Path
) -> None:
    command("backup")
    filled.write_bytes(filled.read_bytes()[:30])
    assert command("list").err.endswith("; `coalition-tui doctor` says what can be recovered\n")
    (made,) = (filled.parent / "backups").iterdir()
    made.unlink()
    for done in (command("list"), command("new", "Another"), doctor(), doctor("--repair")):
        assert done.code == 3
        assert done.err.endswith(
            "; nothing of it can be recovered, and it has no backup: move it away to begin anew\n"
        )


def test_doctor_leaves_the_file_of_another_program(doctor: Command, database: Path) -> None:
    database.parent.mkdir()
    database.write_text('{"_default": {"1": {"mine": true}}}')
    assert doctor().code == 3
    assert doctor("--repair").code == 3
    assert database.read_text() == '{"_default": {"1": {"mine": true}}}'


# --- trash


@pytest.fixture
def deleted(filled: Path) -> str:
    """The id in the trash of a brief that was deleted, and nothing else in it."""
    session = Session(TinyStore(filled))
    key = next(iter(session.workspace.briefs))
    session.perform(edits.delete(session.workspace, "briefs", key, NOW, "gone1"))
    session.close()
    return key


def test_the_trash_is_listed(command: Command, deleted: str) -> None:
    done = command("trash")
    assert done.out == command("trash", "list").out
    assert "gone1" in done.out
    assert "brief" in done.out


def test_an_empty_trash(command: Command, filled: Path) -> None:
    assert command("trash").out == "The trash is empty\n"
    assert command("trash", "empty").out == "The trash is empty\n"


@pytest.mark.parametrize("by_name", [False, True])
def test_a_record_is_brought_back(
    command: Command, filled: Path, deleted: str, by_name: bool
) -> None:
    title = headline(TinyStore(filled, "").load().trash["gone1"].record)
    done = command("trash", "restore", title.upper() if by_name else "gone")
    assert done.out.startswith("Restore brief ")
    workspace = TinyStore(filled, "looking").load()
    assert deleted in workspace.briefs
    assert not workspace.trash


def test_what_is_not_in_the_trash_is_said(command: Command, deleted: str) -> None:
    assert command("trash", "restore", "nowhere").code == 2


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "PURGE\n"])
def test_purging_needs_the_word(
    command: Command, filled: Path, deleted: str, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    _answer(monkeypatch, typed)
    before = filled.read_bytes()
    assert command("trash", "empty").code == 2
    assert filled.read_bytes() == before


def test_what_is_purged_is_gone_from_file_and_journal(
    command: Command, filled: Path, deleted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = headline(TinyStore(filled, "").load().trash["gone1"].record)
    _answer(monkeypatch, "purge\n")
    assert command("trash", "empty").code == 0
    assert not TinyStore(filled, "looking").load().trash
    for each in (filled, journal_of(filled)):
        assert title not in each.read_text()
