"""The store: what is kept, in which order, and that a failure changes nothing."""

import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import tinydb
from hypothesis import given, settings

from coalition_tui import atomic, edits
from coalition_tui.edits import Change, Edit
from coalition_tui.model import Brief, Person
from coalition_tui.session import Recovery, Session, StoreError
from coalition_tui.store import TinyStore, lock, records
from coalition_tui.store.storage import JournalStorage
from coalition_tui.workspace import TYPES, Place, Workspace
from tests.conftest import NOW
from tests.strategies import workspaces


def _add(store: TinyStore, *titles: str) -> None:
    for title in titles:
        store.commit(edits.create(Brief(id=title.lower(), title=title), NOW))


def _filled(path: Path, *titles: str) -> TinyStore:
    store = _opened(path)
    _add(store, *(titles or ("Launch",)))
    return store


def _opened(path: Path) -> TinyStore:
    store = TinyStore(path)
    store.load()
    return store


def _lock(path: Path) -> Path:
    return path.with_name("coalition.json.lock")


def _journal(path: Path) -> Path:
    return path.with_name("coalition.json.journal")


def _whole(workspace: Workspace) -> Edit:
    return Edit(
        "All",
        tuple(
            Change(table, key, None, entry)
            for table in TYPES
            for key, entry in workspace.table(table).items()
        ),
    )


def test_without_a_file_the_workspace_is_empty_and_nothing_is_made(database: Path) -> None:
    assert TinyStore(database, "only looking").load() == Workspace()
    assert not database.parent.exists()


def test_what_is_kept_is_read_again(database: Path, samples: Workspace) -> None:
    store = TinyStore(database)
    store.load()
    store.commit(_whole(samples))
    assert TinyStore(database).load() == samples


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a workspace is large
@settings(max_examples=15, deadline=None)
@given(workspace=workspaces())
def test_every_valid_workspace_comes_back(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("store") / "coalition.json"
    store = TinyStore(path)
    store.load()
    store.commit(_whole(workspace))
    assert TinyStore(path).load() == workspace


def test_any_program_reads_it_with_tinydb(database: Path) -> None:
    _filled(database, "Launch", "Größe 法務").close()
    with tinydb.TinyDB(database) as other:
        found = [(each.doc_id, each["title"]) for each in other.table("briefs")]
        assert found == [(1, "Launch"), (2, "Größe 法務")]
        assert other.table("meta").all() == [{"schema": 1, "seq": 2}]
        assert other.tables() == {"briefs", "coalitions", "people", "trash", "meta"}


def test_tinydb_writes_through_the_same_storage(database: Path) -> None:
    with tinydb.TinyDB(database, storage=JournalStorage) as ours:
        ours.table("briefs").insert({"id": "a", "title": "By TinyDB"})
        ours.table("notes").insert({"text": "of another program"})
        ours.table("briefs").update({"title": "Changed"})
        assert TinyStore(database, "looking").load().briefs["a"].title == "Changed"
        ours.table("notes").truncate()
    with tinydb.TinyDB(database) as plain:
        assert plain.table("briefs").all() == [{"id": "a", "title": "Changed"}]
        assert plain.table("notes").all() == []


def test_tinydb_sees_file_and_journal(database: Path) -> None:
    store = _filled(database, "Launch")
    store.checkpoint()
    _add(store, "Second")
    with tinydb.TinyDB(database, storage=JournalStorage) as other:
        assert [each["title"] for each in other.table("briefs")] == ["Launch", "Second"]
        with pytest.raises(StoreError, match="open elsewhere"):
            other.table("briefs").insert({"id": "x", "title": "X"})


def test_undo_of_a_delete_returns_the_record_to_its_position(database: Path) -> None:
    _filled(database, "A", "B", "C").close()
    session = Session(TinyStore(database))
    session.perform(edits.delete(session.workspace, "briefs", "b", NOW, "t"))
    assert list(TinyStore(database).load().briefs) == ["a", "c"]
    session.undo()
    assert list(session.workspace.briefs) == ["a", "b", "c"]
    assert TinyStore(database).load() == session.workspace


def test_an_edit_keeps_the_place_and_the_number_of_the_record(database: Path) -> None:
    _filled(database, "A", "B").close()
    session = Session(TinyStore(database))
    session.perform(edits.put(session.workspace, Place("briefs", "a", ("title",)), "Z", NOW))
    session.close()
    numbered = json.loads(database.read_bytes())["briefs"]
    assert [(key, each["title"]) for key, each in numbered.items()] == [("1", "Z"), ("2", "B")]


def test_numbers_are_not_given_twice(database: Path) -> None:
    store = _filled(database, "A", "B")
    store.commit(Edit("Drop", (Change("briefs", "b", Brief(id="b", title="B"), None),)))
    _add(store, "C")
    store.close()
    assert list(json.loads(database.read_bytes())["briefs"]) == ["1", "3"]


def test_one_edit_is_one_line(database: Path) -> None:
    store = _filled(database)
    before = _journal(database).read_bytes().count(b"\n")
    added = [Change("people", key, None, Person(id=key, name=key)) for key in "abc"]
    store.commit(Edit("Three", tuple(added)))
    assert _journal(database).read_bytes().count(b"\n") == before + 1


def test_an_edit_of_a_record_that_is_not_there_fails_and_keeps_the_file(database: Path) -> None:
    store = _filled(database)
    before = _journal(database).read_bytes()
    ghost = Brief(id="ghost", title="Ghost")
    with pytest.raises(StoreError, match="no record 'ghost'"):
        store.commit(Edit("?", (Change("briefs", "ghost", ghost, ghost),)))
    assert _journal(database).read_bytes() == before
    _add(store, "After")
    assert list(TinyStore(database).load().briefs) == ["launch", "after"]


# --- Records that can't be read


def _raw(database: Path, tables: dict[str, object]) -> bytes:
    database.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps({"meta": {"1": {"schema": 1, "seq": 3}}, **tables}, indent=1).encode()
    database.write_bytes(data)
    return data


def test_unreadable_records_are_listed_and_kept_byte_for_byte(database: Path) -> None:
    strange = '{"id": "x",   "title": 5, "of": "a later version"}'
    _raw(database, {"briefs": {"7": "STRANGE", "9": {"id": "good", "title": "Good"}}})
    database.write_text(database.read_text().replace('"STRANGE"', strange))
    store = TinyStore(database)
    workspace = store.load()
    assert list(workspace.briefs) == ["good"]
    (unreadable,) = workspace.every_unreadable()
    assert (unreadable.table, unreadable.key) == ("briefs", "7")
    assert unreadable.reason
    _add(store, "New")
    store.close()
    assert strange in database.read_text()
    assert TinyStore(database).load().every_unreadable() == (unreadable,)


@pytest.mark.parametrize(
    ("documents", "reason"),
    [
        ({"1": {"id": "a", "title": "A"}, "2": {"id": "a", "title": "B"}}, "twice"),
        ({"1": {"title": "No id"}}, "no id"),
        ({"one": {"id": "a", "title": "A"}}, "number"),
        ({"1": [1, 2]}, "Expected"),
        ({"1": {"id": "a", "title": "A", "updated_at": "2026-01-01T00:00:00"}}, "timezone"),
    ],
)
def test_a_record_that_does_not_fit_is_unreadable(
    database: Path, documents: dict[str, object], reason: str
) -> None:
    _raw(database, {"briefs": documents})
    (unreadable,) = TinyStore(database).load().every_unreadable()
    assert reason in unreadable.reason


def test_a_brief_is_read_when_it_is_looked_at_and_once(database: Path, read: list[str]) -> None:
    briefs = {str(n): {"id": f"b{n}", "title": f"Brief {n}", "outcome": n} for n in (1, 2)}
    briefs["3"] = {"id": "good", "title": "Good"}
    _raw(database, {"briefs": briefs, "people": {"1": {"id": "p", "name": 1}}})
    workspace = TinyStore(database).load()
    assert [each.table for each in workspace.unreadable] == ["people"]
    assert len(workspace.briefs) == 3
    assert not read
    assert workspace.briefs["good"] is workspace.briefs["good"]
    assert "b1" not in workspace.briefs
    assert workspace.briefs.get("b1") is None
    assert read == ["3", "1"]
    assert {each.key for each in workspace.every_unreadable()} == {"1", "2"}
    assert [each.title for each in workspace.briefs.values()] == ["Good"]
    assert read == ["3", "1", "2"]


def test_an_id_belongs_to_the_record_that_can_be_read(database: Path) -> None:
    twice = {"1": {"id": "a", "title": "A", "outcome": 1}, "2": {"id": "a", "title": "Whole"}}
    _raw(database, {"briefs": twice})
    workspace = TinyStore(database).load()
    assert workspace.briefs["a"].title == "Whole"
    assert [each.key for each in workspace.unreadable] == ["1"]


def test_a_record_takes_the_place_of_one_that_can_not_be_read(database: Path) -> None:
    broken = {"1": {"id": "a", "title": "A", "outcome": 1}, "2": {"id": "b", "title": "B"}}
    _raw(database, {"briefs": broken})
    session = Session(TinyStore(database))
    session.perform(edits.create(Brief(id="a", title="Again"), NOW))
    assert [each.title for each in session.workspace.briefs.values()] == ["Again", "B"]
    session.perform(edits.delete(session.workspace, "briefs", "b", NOW, "t"))
    session.undo()
    assert list(session.workspace.briefs) == ["a", "b"]
    session.close()
    workspace = TinyStore(database).load()
    assert {each.id: each.title for each in workspace.briefs.values()} == {"a": "Again", "b": "B"}
    assert [each.key for each in workspace.every_unreadable()] == ["1"]


def test_a_position_counts_readable_records_only(database: Path) -> None:
    records = {"1": {"id": "a", "title": "A"}, "2": {"bad": 1}, "3": {"id": "c", "title": "C"}}
    _raw(database, {"briefs": records})
    store = TinyStore(database)
    store.load()
    store.commit(Edit("Back", (Change("briefs", "b", None, Brief(id="b", title="B"), 1),)))
    assert list(TinyStore(database).load().briefs) == ["a", "b", "c"]


def test_tables_of_other_programs_are_kept(database: Path) -> None:
    _raw(database, {"_default": {"1": {"note": "mine"}}, "odd": [1, 2]})
    store = TinyStore(database)
    store.load()
    _add(store, "A")
    store.close()
    kept = json.loads(database.read_bytes())
    assert kept["_default"] == {"1": {"note": "mine"}}
    assert kept["odd"] == [1, 2]


def test_half_characters_that_other_programs_write_are_left_out(database: Path) -> None:
    _raw(database, {"briefs": {"1": {"id": "a", "title": "x\ud800y \U0001f600 \\ud800"}}})
    assert TinyStore(database).load().briefs["a"].title == "xy \U0001f600 \\ud800"


def test_control_characters_do_not_make_a_record_unreadable(database: Path) -> None:
    _raw(database, {"briefs": {"1": {"id": "a", "title": "x\x1b[31m"}}})
    assert TinyStore(database).load().briefs["a"].title == "x\x1b[31m"


# --- Files that can't be read


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"_default": {}}',
        b'{"meta": {"1": {"schema": 1}}, "briefs": []}',
        b'{"meta": {"1": {"schema": "x"}}}',
        b'{"meta": {}}',
        b'{"format": "coalition-tui", "version": 1, "briefs": []}',
        b'{"meta": ' + b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_workspace_is_refused_and_left(database: Path, content: bytes) -> None:
    database.parent.mkdir()
    database.write_bytes(content)
    with pytest.raises(StoreError, match=r"coalition\.json: ") as refused:
        TinyStore(database).load()
    assert database.read_bytes() == content
    if not getattr(refused.value, "choices", ()):
        assert list(database.parent.iterdir()) == [database]


def test_a_cut_file_is_refused(database: Path) -> None:
    _filled(database, "A", "B").close()
    whole = database.read_bytes()
    for length in range(0, len(whole), 7):
        database.write_bytes(whole[:length])
        with pytest.raises(StoreError):
            TinyStore(database).load()


def test_an_export_says_how_it_comes_in(database: Path) -> None:
    database.parent.mkdir()
    database.write_text('{"format": "coalition-tui", "briefs": []}')
    with pytest.raises(StoreError, match="coalition-tui import"):
        TinyStore(database).load()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(StoreError):
            TinyStore(path).load()


# --- Read-only


def test_a_newer_schema_is_read_and_never_written(database: Path) -> None:
    before = _raw(database, {"briefs": {"1": {"id": "a", "title": "A"}}}).replace(
        b'"schema": 1', b'"schema": 2'
    )
    database.write_bytes(before)
    store = TinyStore(database)
    assert list(store.load().briefs) == ["a"]
    assert "newer" in store.read_only
    assert list(database.parent.iterdir()) == [database]
    with pytest.raises(StoreError, match="newer"):
        _add(store, "B")
    assert database.read_bytes() == before


def test_read_only_when_asked(database: Path) -> None:
    _filled(database).close()
    before = database.read_bytes()
    store = TinyStore(database, read_only="--read-only was given")
    assert list(store.load().briefs) == ["launch"]
    with pytest.raises(StoreError, match="--read-only was given"):
        _add(store, "B")
    assert database.read_bytes() == before


_LOOK = """
import os, sys
from pathlib import Path
from coalition_tui.store import TinyStore, lock, records
if os.getuid() == 0:
    os.setegid(65534); os.seteuid(65534)
store = TinyStore(Path(sys.argv[1]))
briefs = list(store.load().briefs)
print(store.read_only, "|", briefs)
"""


@pytest.mark.slow
@pytest.mark.parametrize("what", ["file", "folder", "missing"])
def test_what_may_not_be_written_is_read_only(what: str) -> None:
    import tempfile  # noqa: PLC0415 - the folders above pytest's own are closed to others

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        database = folder / "coalition.json"
        if what == "missing":
            folder.mkdir()
        else:
            _filled(database).close()
            _journal(database).chmod(0o666)
            database.chmod(0o444 if what == "file" else 0o666)
        Path(name).chmod(0o755)
        folder.chmod(0o777 if what == "file" else 0o555)
        done = subprocess.run(
            [sys.executable, "-c", _LOOK, str(database)], capture_output=True, text=True, check=True
        )
        folder.chmod(0o755)
    reason, briefs = done.stdout.strip().split(" | ")
    assert reason == (
        f"{database} is read-only" if what == "file" else f"the folder {folder} is read-only"
    )
    assert briefs == ("[]" if what == "missing" else "['launch']")


# --- Failures


def _failing(code: int) -> Any:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_edits_are_written_over_room_that_is_there_and_more_of_it_is_made(database: Path) -> None:
    store = _filled(database)
    sizes: set[int] = set()
    texts = 0
    for number in range(40):
        edit = edits.create(Brief(id=f"b{number}", title="B", outcome="x" * 4000), NOW)
        store.commit(edit)
        data = _journal(database).read_bytes()
        assert data.rstrip(b"\0").endswith(b"\n")
        texts = len(data.rstrip(b"\0"))
        sizes.add(len(data))
    assert texts > 40 * 4000
    assert len(sizes) in (3, 4)
    assert len(TinyStore(database, "looking").load().briefs) == 41


def test_a_disk_that_is_nearly_full_is_left_its_room(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _filled(database)
    full = os.statvfs_result((4096, 4096, 10_000, 900, 900, 0, 0, 0, 0, 255))
    monkeypatch.setattr(os, "statvfs", lambda _: full)
    store.checkpoint()
    _add(store, "B", "C")
    assert b"\0" not in _journal(database).read_bytes()
    assert list(TinyStore(database, "looking").load().briefs) == ["launch", "b", "c"]


def test_an_edit_made_before_the_clock_ticks_is_seen(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _filled(database)
    moment = _journal(database).stat().st_mtime_ns
    monkeypatch.setattr(time, "time_ns", lambda: moment + 1_000_000)
    reader = TinyStore(database, "looking")
    reader.load()
    _add(store, "B")
    os.utime(_journal(database), ns=(moment, moment))
    seen = reader.follow()
    assert seen
    assert [*seen.briefs] == ["launch", "b"]


def test_a_file_that_is_gone_stays_as_it_was_seen_until_it_is_back(database: Path) -> None:
    holder = _filled(database)
    holder.checkpoint()
    session = Session(TinyStore(database))
    elsewhere = database.parent.with_name("elsewhere")
    database.parent.rename(elsewhere)
    for _ in range(2):
        with pytest.raises(StoreError, match="it is gone"):
            session.follow()
    assert not database.parent.exists()
    assert list(session.workspace.briefs) == ["launch"]
    elsewhere.rename(database.parent)
    _add(holder, "B")
    assert session.follow()
    holder.close()
    session.follow()
    assert not session.store.read_only
    assert list(session.workspace.briefs) == ["launch", "b"]
    session.close()


def test_a_file_that_nobody_changes_is_not_read_again(database: Path) -> None:
    _filled(database)
    moment = _journal(database).stat().st_mtime_ns - 10**9
    os.utime(_journal(database), ns=(moment, moment))
    reader = TinyStore(database, "looking")
    reader.load()
    assert reader.follow() is None


@pytest.mark.parametrize("call", ["lseek", "write", "fdatasync"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_an_edit_that_fails_is_not_kept_and_the_next_one_is(
    database: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    store = _filled(database)
    before = _journal(database).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _failing(code))
        with pytest.raises(StoreError, match=os.strerror(code)):
            _add(store, "B")
    assert _journal(database).read_bytes() == before.rstrip(b"\0")
    _add(store, "B")
    assert list(TinyStore(database).load().briefs) == ["launch", "b"]


def test_after_a_failure_no_descriptor_is_used_again(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _filled(database)
    inode = _journal(database).stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _failing(errno.EIO))
        with pytest.raises(StoreError):
            _add(store, "B")
    _add(store, "B")
    assert _journal(database).stat().st_ino != inode


@pytest.mark.parametrize("call", ["open", "write", "fsync", "fdatasync", "rename", "fchmod"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failing_checkpoint_leaves_everything_as_it_was(
    database: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    store = _filled(database)
    before = database.read_bytes()
    with monkeypatch.context() as patch:
        if call == "rename":
            patch.setattr(Path, "replace", _failing(code))
        else:
            patch.setattr(os, call, _failing(code))
        with pytest.raises(StoreError, match=os.strerror(code)):
            store.checkpoint()
    assert database.read_bytes() == before
    assert not list(database.parent.glob(".*"))
    assert list(TinyStore(database).load().briefs) == ["launch"]
    _add(store, "B")
    store.checkpoint()
    assert store.behind == 0
    assert list(json.loads(database.read_bytes())["briefs"]) == ["1", "2"]


def test_an_edit_whose_folder_was_not_synced_is_kept_at_the_next_try(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(TinyStore(database))
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "sync_folder", lambda path: os.close(-1))
        session.perform(edits.create(Brief(id="b", title="B"), NOW))
    assert session.unsaved
    assert session.save()
    assert TinyStore(database).load() == session.workspace


def test_a_journal_that_is_taken_away_is_noticed_and_made_anew(database: Path) -> None:
    store = _filled(database)
    _journal(database).unlink()
    with pytest.raises(StoreError, match=r"has been removed|No such file"):
        _add(store, "B")
    _add(store, "B")
    assert list(TinyStore(database).load().briefs) == ["launch", "b"]


def test_a_file_that_is_taken_away_is_written_again(database: Path) -> None:
    store = _filled(database)
    database.unlink()
    store.checkpoint()
    assert list(TinyStore(database).load().briefs) == ["launch"]


def test_a_folder_that_is_taken_away_is_not_made_again(database: Path) -> None:
    session = Session(_filled(database))
    session.store.load()
    shutil.rmtree(database.parent)
    session.perform(edits.create(Brief(id="b", title="B"), NOW))
    assert "lock" in session.unsaved
    assert not session.save()
    assert list(session.workspace.briefs) == ["launch", "b"]
    session.close()
    assert not database.parent.exists()


def test_a_lock_that_is_taken_away_ends_the_writing(database: Path) -> None:
    first = _filled(database)
    _lock(database).unlink()
    second = _opened(database)
    _add(second, "B")
    with pytest.raises(StoreError, match="lock has been taken away"):
        _add(first, "Mine")
    with pytest.raises(StoreError, match="lock has been taken away"):
        first.checkpoint()
    assert list(TinyStore(database).load().briefs) == ["launch", "b"]


def test_what_another_program_writes_meanwhile_is_never_written_over(database: Path) -> None:
    store = _filled(database)
    store.checkpoint()
    _add(store, "Mine")
    with tinydb.TinyDB(database) as other:
        other.table("briefs").insert({"id": "theirs", "title": "Theirs"})
    theirs = database.read_bytes()
    for _ in range(2):
        with pytest.raises(StoreError, match=r"another program has changed it; what you have"):
            store.checkpoint()
    assert database.read_bytes() == theirs
    _add(store, "More")
    store.close()
    with pytest.raises(Recovery, match="changed the file while its journal held edits") as found:
        _opened(database)
    titles = [each.title for each in found.value.choices]
    assert titles[0] == "The file as it is, with the 2 edits in its journal"
    assert titles[1] == "The file as it is"
    assert "3 briefs" not in found.value.choices[1].detail
    assert [each for each in titles if each.startswith("The backup coalition-")]


def test_half_a_character_is_refused_before_anything_is_written(database: Path) -> None:
    store = _filled(database)
    before = _journal(database).read_bytes()
    with pytest.raises(StoreError, match="half a character"):
        _add(store, "\ud800")
    assert _journal(database).read_bytes() == before


# --- Privacy and links


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_file_and_folders_are_for_their_owner_only(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        _filled(tmp_path / "a" / "b" / "coalition.json")
    finally:
        os.umask(before)
    assert (tmp_path / "a" / "b" / "coalition.json").stat().st_mode & 0o777 == 0o600
    for folder in (tmp_path / "a", tmp_path / "a" / "b"):
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    _filled(tmp_path / "coalition.json")
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "cloud" / "real.json", tmp_path / "coalition.json"
    _filled(real)
    link.symlink_to(real)
    store = TinyStore(link)
    store.load()
    _add(store, "B")
    assert link.is_symlink()
    assert list(TinyStore(real).load().briefs) == ["launch", "b"]
    assert set(tmp_path.iterdir()) == {real.parent, link}


def test_a_link_to_nothing_is_not_followed(tmp_path: Path) -> None:
    victim, link = tmp_path / "victim", tmp_path / "coalition.json"
    link.symlink_to(victim)
    with pytest.raises(StoreError, match="a link to a file that is not there"):
        TinyStore(link).load()
    assert not victim.exists()


def test_a_link_planted_at_the_temporary_name_is_not_followed(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = _filled(database)
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    monkeypatch.setattr(os, "urandom", lambda count: b"\0" * count)
    name = f".coalition.json.{os.getpid()}-00000000.tmp"
    (database.parent / name).symlink_to(victim)
    with pytest.raises(StoreError, match="exists"):
        store.checkpoint()
    assert victim.read_text() == "untouched"
    assert (database.parent / name).is_symlink()


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(StoreError):
        TinyStore(tmp_path / "a").load()


def test_location_is_the_path(database: Path) -> None:
    assert TinyStore(database).location == str(database)


def test_a_second_one_may_not_write_before_it_has_read_what_it_takes_over(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, second = TinyStore(database), TinyStore(database)
    holder.load()
    second.load()
    seen: list[str] = []
    for module, name in ((lock.Lock, "take"), (records, "read")):
        usual = getattr(module, name)

        def noted(*values: Any, usual: Any = usual) -> Any:
            seen.append(second.read_only)
            return usual(*values)

        monkeypatch.setattr(module, name, noted)
    assert second.follow() is None
    holder.commit(edits.create(Brief(id="a", title="A"), NOW))
    holder.close()
    assert second.follow() is not None
    assert len(seen) == 3
    assert all("open elsewhere" in each for each in seen)
    assert second.read_only == ""
