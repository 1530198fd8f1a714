"""The parts of the store by themselves: journal, lock, backups, migrations, salvage."""

import json
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Raw

from coalition_tui import edits
from coalition_tui.model import Brief
from coalition_tui.session import Recovery, StoreError
from coalition_tui.store import TinyStore, backups, journal, keeper, migrations, recovery
from coalition_tui.store import contents as contents_module
from coalition_tui.store.contents import Contents, Document, Meta, Put, decode
from coalition_tui.store.journal import Base, Line
from coalition_tui.store.lock import Lock
from coalition_tui.store.snapshot import journal_of
from coalition_tui.workspace import TYPES
from tests.conftest import NOW

KEYS = st.integers(1, 9).map(str)
PUTS = st.builds(
    Put,
    t=st.sampled_from(list(TYPES)),
    k=KEYS,
    d=st.sampled_from([Raw(b"null"), Raw(b'{"id":"a"}'), Raw('{"t":"法\\n"}'.encode())]),
    b=st.one_of(st.just(""), KEYS),
)


def _bytes(put: Put) -> tuple[str, str, bytes, str]:
    return put.t, put.k, bytes(put.d), put.b


# --- The journal's lines


@given(seq=st.integers(0, 1 << 40), puts=st.lists(PUTS, min_size=1, max_size=4))
def test_a_line_is_read_as_it_was_written(seq: int, puts: list[Put]) -> None:
    data = Line.of(seq, tuple(puts)).encoded()
    assert data.count(b"\n") == 1
    assert b"\0" not in data
    found = journal.read(data + b"\0\0")
    (line,) = found.lines
    assert not found.bad
    assert line.seq == seq
    assert [*map(_bytes, line.puts)] == [*map(_bytes, puts)]


def test_a_line_is_as_the_format_says() -> None:
    data = Line.of(7, (Put("briefs", "3", Raw(b'{"id":"a"}')),)).encoded()
    assert data[9:] == b'{"seq":7,"t":"briefs","k":"3","d":{"id":"a"}}\n'
    gone = Line.of(8, (Put("briefs", "3", Raw(b"null")),)).encoded()
    assert json.loads(gone[9:]) == {"seq": 8, "t": "briefs", "k": "3", "d": None}


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    found = journal.read(data)
    assert found.bad or not data.rstrip(b"\0")


def test_what_is_torn_and_what_is_damaged() -> None:
    lines = [Line.of(each, (Put("people", "1", Raw(b"{}")),)).encoded() for each in range(1, 5)]
    whole = b"".join(lines)
    assert not journal.read(whole).bad
    torn = journal.read(whole[:-5])
    assert (len(torn.lines), torn.torn) == (3, True)
    middle = journal.read(whole.replace(lines[1], b"x" + lines[1][1:]))
    assert (len(middle.lines), len(middle.beyond), middle.torn) == (1, 2, False)
    joined = journal.read(whole[: -len(lines[3]) - 1] + b"?" + lines[3])
    assert (joined.bad, joined.torn) == (2, False)


def test_a_put_finds_its_place() -> None:
    contents = Contents()
    for key in "135":
        contents.put((Put("people", key, Raw(b"{}")),), 1)
    contents.put((Put("people", "2", Raw(b"{}"), "3"),), 2)
    contents.put((Put("people", "9", Raw(b"{}"), "gone"),), 3)
    contents.put((Put("people", "1", Raw(b"null")),), 4)
    assert list(contents.tables["people"]) == ["2", "3", "5", "9"]
    assert contents.meta.seq == 4


@given(st.lists(st.tuples(KEYS, st.integers(0, 9)), max_size=20))
def test_contents_are_read_as_they_were_written(records: list[tuple[str, int]]) -> None:
    contents = Contents(Meta(1, 5))
    for key, value in records:
        contents.put((Put("notes", key, Raw(json.dumps({"v": value}).encode())),), 5)
    data = b"".join(contents.pieces())
    again = decode(data)
    assert again.meta == contents.meta
    assert b"".join(again.pieces()) == data
    assert json.loads(data) == contents.document()


def test_large_contents_come_in_pieces() -> None:
    contents = Contents()
    for key in range(100):
        contents.put((Put("notes", str(key), Raw(b'"' + b"x" * 20_000 + b'"')),), 1)
    sizes = [len(each) for each in contents.pieces()]
    assert len(sizes) > 5
    assert max(sizes) < 400_000


# --- The lock


def test_one_holds_the_lock(tmp_path: Path) -> None:
    first, second = Lock(tmp_path / "x.json"), Lock(tmp_path / "x.json")
    assert first.is_free()
    assert first.take(NOW)
    assert not second.take(NOW)
    assert not second.is_free()
    assert second.holder().startswith(f"process {os.getpid()}, since 2026-11-20 ")
    assert stat.S_IMODE((tmp_path / "x.json.lock").stat().st_mode) == 0o600
    first.release()
    assert second.is_free()
    assert second.take(NOW)
    assert second.held
    assert not first.held
    second.release()


def test_a_lock_that_says_nothing_of_its_holder(tmp_path: Path) -> None:
    (tmp_path / "x.json.lock").write_bytes(b"\xff{")
    assert Lock(tmp_path / "x.json").holder() == "another process"


# --- Backups


def test_a_backup_on_the_first_checkpoint_of_a_day(database: Path) -> None:
    now = [datetime(2026, 11, 20, 9, 0, tzinfo=UTC)]
    store = TinyStore(database, now=lambda: now[0])
    store.load()
    titles = []
    for day in range(20):
        for turn in range(2):
            title = f"Day {day} turn {turn}"
            store.commit(edits.create(Brief(id=f"b{day}-{turn}", title=title), now[0]))
            store.checkpoint()
            titles.append(title)
        now[0] += timedelta(days=1)
    store.close()
    found = backups.backups(database)
    assert len(found) == backups.KEPT
    assert found[0].name.startswith("coalition-2026-12-09T")
    kept = TinyStore(found[0], "looking").load()
    assert len(kept.briefs) == 38  # as it was the evening before
    assert {stat.S_IMODE(each.stat().st_mode) for each in found} == {0o600}


def test_a_checkpoint_goes_on_without_a_backup(database: Path) -> None:
    store = TinyStore(database)
    store.load()
    store.commit(edits.create(Brief(id="a", title="A"), NOW))
    store.close()
    (database.parent / "backups").write_text("a file in its way")
    store = TinyStore(database)
    store.load()
    store.commit(edits.create(Brief(id="b", title="B"), NOW))
    with pytest.raises(StoreError, match="no backup could be made today"):
        store.checkpoint()
    assert store.behind == 0
    store.close()
    assert list(TinyStore(database, "looking").load().briefs) == ["a", "b"]


def test_only_backups_of_this_file_are_removed(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    strangers = ["notes.json", "other-2026-01-01T00-00-00Z.json", "coalition-plan.json"]
    for each in strangers:
        (folder / each).write_text("x")
    for day in range(1, 6):
        backups.make(tmp_path / "coalition.json", b"{}", NOW + timedelta(days=day), kept=2)
    assert len(backups.backups(tmp_path / "coalition.json")) == 2
    assert {each.name for each in folder.iterdir()} >= set(strangers)


def test_two_backups_of_one_second(tmp_path: Path) -> None:
    made = [backups.make(tmp_path / "coalition.json", b"{}", NOW) for _ in range(3)]
    assert len(set(made)) == 3
    assert set(backups.backups(tmp_path / "coalition.json")) == set(made)


def test_backups_of_one_second_are_told_apart_by_their_number(tmp_path: Path) -> None:
    made = [backups.make(tmp_path / "coalition.json", b"{}", NOW) for _ in range(11)]
    assert backups.backups(tmp_path / "coalition.json") == made[::-1]


def test_what_is_dated_later_than_now_goes_before_what_is_made_now(tmp_path: Path) -> None:
    path = tmp_path / "coalition.json"
    ahead = [backups.make(path, b"{}", NOW + timedelta(days=day), kept=3) for day in (41, 42, 43)]
    made = [backups.make(path, b"{}", NOW + timedelta(hours=hour), kept=3) for hour in range(2)]
    assert backups.backups(path) == [ahead[-1], *made[::-1]]


# --- Migrations


def test_an_older_file_is_backed_up_and_migrated(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = {
        "meta": {"1": {"schema": 0, "seq": 5}},
        "briefs": {"1": {"id": "a", "name": "Old"}, "2": {"id": "b", "title": "New"}},
        "odd": [1],
    }
    database.parent.mkdir()
    database.write_text(json.dumps(document, indent=1))
    database.write_text(database.read_text().replace('"b",', '"b"  ,'))
    document_bytes = database.read_bytes()

    def rename(tables: Document) -> Document:
        for brief in tables["briefs"].values():
            if "name" in brief:
                brief["title"] = brief.pop("name")
        return tables

    monkeypatch.setattr(contents_module, "OLDEST", 0)
    monkeypatch.setattr(keeper, "migrated", lambda c: migrations.migrated(c, {0: rename}))
    reader = TinyStore(database, "looking")
    assert reader.load().briefs["a"].title == "Old"
    assert database.read_bytes() == document_bytes
    store = TinyStore(database)
    assert store.load().briefs["a"].title == "Old"
    store.close()
    kept = json.loads(database.read_bytes())
    assert kept["meta"]["1"]["schema"] == 1
    assert kept["briefs"]["1"] == {"id": "a", "title": "Old"}
    assert kept["odd"] == [1]
    assert '"b"  ,' in database.read_text()  # what a migration leaves alone stays as it is
    (backup,) = backups.backups(database)
    empty: Document = {"coalitions": {}, "people": {}, "trash": {}}
    assert json.loads(backup.read_bytes()) == document | empty


def test_a_missing_migration_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        migrations.migrated(Contents(Meta(0, 1)))


# --- Recovery


def test_what_can_be_read_is_salvaged() -> None:
    contents = Contents()
    for number in range(1, 6):
        document = json.dumps({"id": f"b{number}", "title": 'q"5":{', "updated_at": "2026-01-02T"})
        contents.put((Put("briefs", str(number), Raw(document.encode())),), number)
    contents.put((Put("people", "1", Raw(b'{"id":"ada"}')),), 6)
    data = b"".join(contents.pieces())
    damaged = data.replace(b'{"id": "b3"', b'{"id": "b3')
    found = recovery.salvage(damaged)
    assert set(found.tables["briefs"]) == {"1", "2", "4", "5"}
    assert set(found.tables["people"]) == {"1"}
    assert found.meta.seq == 6
    assert recovery.describe(found) == "4 briefs, 0 coalitions, 1 person; last changed 2026-01-02"


def test_damage_in_the_middle_of_the_journal_is_a_choice(database: Path) -> None:
    store = TinyStore(database)
    store.load()
    for key in "abcd":
        store.commit(edits.create(Brief(id=key, title=key), NOW))
    store._keeper._let_go()  # as if it had crashed
    data = journal_of(database).read_bytes()
    lines = data.rstrip(b"\0").splitlines(keepends=True)
    journal_of(database).write_bytes(data.replace(lines[-2], b"?" + lines[-2][1:]))
    broken = TinyStore(database)
    with pytest.raises(Recovery, match="damaged in the middle") as found:
        broken.load()
    choices = found.value.choices
    assert [each.title for each in choices] == [
        "The file as it is, with all 3 edits that can be read",
        "The file as it is, with the 2 edits before the damage in its journal",
        "The file as it is",
    ]
    broken.recover(choices[0])
    assert list(broken.load().briefs) == ["a", "b", "d"]
    broken.commit(edits.create(Brief(id="e", title="E"), NOW))
    broken.close()
    assert list(TinyStore(database).load().briefs) == ["a", "b", "d", "e"]


def test_a_base_is_told_from_every_other() -> None:
    assert Base.of(b"a") != Base.of(b"b")
    assert Base.of(b"") == Base()
