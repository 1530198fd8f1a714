"""Faults 3, 7, 8, 9 and 11: full and read-only disks, newer files, links, and short writes."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from coalition_tui import atomic
from coalition_tui.exchange.audience import everything
from coalition_tui.exchange.formats import FORMATS
from coalition_tui.session import Session, StoreError
from coalition_tui.store import TinyStore, journal
from coalition_tui.store.snapshot import journal_of
from tests.torture.conftest import Figures, rounds
from tests.torture.ground import check, count, later, look, make

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 1 MB of its own, where others can get to: the folders of pytest are closed."""
    above = Path(tempfile.mkdtemp(prefix="coalition-tui-"))
    above.chmod(0o755)
    place = above / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "none", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        shutil.rmtree(above)
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)
    shutil.rmtree(above)


def _fill(place: Path) -> Path:
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk(small_disk: Path, figures: Figures) -> None:
    path = small_disk / "data" / "coalition.json"
    make(path)
    before, failed = look(path), 0
    number = rounds(5, 100)
    for turn in range(number):
        session = Session(TinyStore(path, now=later))
        value = before.value
        filler = _fill(small_disk)
        kept = value
        for _ in range(60):
            value += 1
            session.perform(count(session, value))
            if session.unsaved:
                break
            kept = value
        assert "No space left on device" in session.unsaved
        for _ in range(3):
            value += 1
            session.perform(count(session, value))
            assert session.unsaved, "it was shown as saved on a full disk"
            failed += 1
        assert look(path).value == kept
        filler.unlink()
        assert session.save()
        assert not session.unsaved
        assert look(path).value == value
        session.close()
        check(path, before, value, value)
        before = look(path)
        shutil.rmtree(path.parent / "backups")
        assert turn < number
    figures(
        f" 3  full disk: filled {number} times, {failed} edits NOT SAVED and saved later, 0 lost"
    )


def test_a_checkpoint_on_a_full_disk_leaves_no_temporary_file(small_disk: Path) -> None:
    path = small_disk / "data" / "coalition.json"
    make(path)
    session = Session(TinyStore(path, now=later))
    session.perform(count(session, 1))
    filler = _fill(small_disk)
    with pytest.raises(Exception, match="No space left"):
        session.store.checkpoint()
    assert not atomic.leftovers(path)
    filler.unlink()
    session.store.checkpoint()
    session.close()
    assert look(path).value == 1


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_can_be_read_and_exported(
    small_disk: Path, what: str, figures: Figures
) -> None:
    path = small_disk / "coalition.json"
    make(path)
    if what == "folder":
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    else:
        path.chmod(0o400)
        small_disk.chmod(0o777)
        for each in (path, journal_of(path), path.with_name(f"{path.name}.lock")):
            os.chown(each, 65534, 65534)
    run = (
        [] if what == "folder" else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    )
    if run and not shutil.which("setpriv"):
        pytest.skip("no setpriv on this machine: nobody else can be made to open the file")
    before = look(path)
    code = (
        "import sys; from coalition_tui.cli.program import run;"
        "sys.exit(run(['--db', sys.argv[1], *sys.argv[2:]]))"
    )

    def program(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*run, sys.executable, "-c", code, str(path), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "HOME": "/nonexistent"},
        )

    exported = program("export", "--all")
    assert exported.returncode == 0, exported.stderr
    assert len(json.loads(exported.stdout)["briefs"]) == 4
    refused = program("new", "Another")
    assert refused.returncode == 3
    assert "read-only" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert look(path) == before
    if what == "folder":
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    figures(f" 7  read-only {what}: read, exported, an edit refused with 3")


def test_a_folder_that_is_removed_meanwhile(database: Path, figures: Figures) -> None:
    make(database)
    session = Session(TinyStore(database, now=later))
    session.perform(count(session, 1))
    shutil.move(database.parent, database.parent.parent / "elsewhere")
    session.perform(count(session, 2))
    assert session.unsaved
    exported = FORMATS["json"].render(everything(session.workspace))
    assert '"2"' in exported
    shutil.move(database.parent.parent / "elsewhere", database.parent)
    assert session.save()
    session.close()
    assert look(database).value == 2
    figures(" 7  folder removed: NOT SAVED, exported, saved when it was back")


@pytest.mark.parametrize(
    ("schema", "more"), [(2, {}), (1, {"new_field": [1]}), (99, {"outcome": 5})]
)
def test_newer_files_are_the_same_bytes_after_browsing(
    database: Path, schema: int, more: dict[str, object], figures: Figures
) -> None:
    database.parent.mkdir()
    briefs = {"1": {"id": "a", "title": "A"}, "2": {"id": "b", "title": "B", **more}}
    document = {"later": {"x": 1}, "meta": {"1": {"schema": schema, "seq": 4}}, "briefs": briefs}
    data = json.dumps(document, indent=3).encode()
    database.write_bytes(data)
    session = Session(TinyStore(database, now=later))
    assert "a" in session.workspace.briefs
    assert bool(session.store.read_only) == (schema > 1)
    assert not session.follow()
    session.store.checkpoint()
    session.close()
    assert database.read_bytes() == data
    assert not journal_of(database).exists()
    figures(f" 8  schema {schema}, unknown {list(more)}: the same {len(data)} bytes after browsing")


def test_links_and_modes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures) -> None:
    before = os.umask(0)
    try:
        real, link = tmp_path / "real" / "mine.json", tmp_path / "coalition.json"
        make(real)
        link.symlink_to(real)
        session = Session(TinyStore(link, now=later))
        session.perform(count(session, 1))
        session.close()
    finally:
        os.umask(before)
    assert link.is_symlink()
    assert look(real).value == 1
    assert real.parent.stat().st_mode & 0o777 == 0o700
    private = [each for each in real.parent.rglob("*") if each.is_file()]
    assert {each.stat().st_mode & 0o777 for each in private} == {0o600}
    assert {each.stat().st_mode & 0o777 for each in real.parent.rglob("*") if each.is_dir()} <= {
        0o700
    }
    assert set(tmp_path.iterdir()) >= {real.parent, link}
    figures(f" 9  links and umask 000: the link kept, {len(private)} files 0600, folders 0700")


@pytest.mark.parametrize("name", ["lock", "journal", "temporary", "backups", "export"])
def test_planted_links_are_never_followed(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, figures: Figures
) -> None:
    make(database)
    victim = tmp_path / "victim"
    if name == "backups":
        victim.mkdir()
    else:
        victim.write_text("untouched")
    temporary = f".{database.name}.{os.getpid()}-00000000.tmp"
    planted = {
        "lock": database.with_name(f"{database.name}.lock"),
        "journal": journal_of(database),
        "temporary": database.with_name(temporary),
        "backups": database.parent / "backups",
        "export": database.parent / "export.json",
    }[name]
    if planted.is_dir():
        shutil.rmtree(planted)
    planted.unlink(missing_ok=True)
    if name == "temporary":
        monkeypatch.setattr(os, "urandom", bytes)
    else:
        planted.symlink_to(victim)
    store = TinyStore(database, now=later)
    with suppress(StoreError, FileExistsError):
        session = Session(store)
        if name == "temporary":
            planted.symlink_to(victim)
        session.perform(count(session, 1))
        if name == "export":
            session.store.backup(planted)
        else:
            session.store.checkpoint()
    store.close()
    assert planted.is_symlink()
    assert victim.is_dir() or victim.read_text() == "untouched"
    assert not victim.is_dir() or not list(victim.iterdir())
    figures(f" 9  link planted at the {name}: its victim untouched")


def test_every_write_is_short(
    database: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    write, writes = os.write, 0

    def short(descriptor: int, data: bytes) -> int:
        nonlocal writes
        writes += 1
        return write(descriptor, bytes(data[:1]))

    monkeypatch.setattr(os, "write", short)
    monkeypatch.setattr(journal, "_ROOM", 64)
    make(database, size=20)
    before = look(database)
    session = Session(TinyStore(database, now=later))
    number = rounds(10, 200)
    for value in range(1, number + 1):
        session.perform(count(session, value))
        assert not session.unsaved
        if value % 5 == 0:
            session.store.checkpoint()
    session.close()
    monkeypatch.undo()
    check(database, before, number, number)
    figures(f"11  short writes: {writes} writes of 1 byte, {number} edits, 0 lost")
