"""What is said of files that the system closes to us."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coalition_tui import edits
from coalition_tui.cli.program import run
from coalition_tui.model import Brief
from coalition_tui.store import TinyStore
from coalition_tui.store.checkup import examine
from tests.conftest import NOW


@contextmanager
def _bound() -> Iterator[None]:
    """As somebody whom the modes of files bind; they don't bind root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        if is_root:
            os.setresuid(0, 0, 0)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace that anybody may write, in a folder that anybody may; so is the home folder."""
    with tempfile.TemporaryDirectory() as name:  # the folders above pytest's own are closed
        folder = Path(name)
        store = TinyStore(folder / "coalition.json")
        store.load()
        store.commit(edits.create(Brief(id="a", title="A"), NOW))
        store.close()
        (folder / "backups").mkdir()
        for each in folder.iterdir():
            each.chmod(0o777)
        folder.chmod(0o777)
        monkeypatch.setenv("HOME", name)
        yield folder / "coalition.json"
        folder.chmod(0o777)


def _closed(path: Path) -> list[str]:
    with _bound():
        found = list(examine(path))
    return [each.text for each in found if each.text.endswith("is read-only")]


def test_what_can_be_written_is_not_told(kept: Path) -> None:
    assert _closed(kept) == []


def test_a_closed_folder_is_told(kept: Path) -> None:
    kept.parent.chmod(0o555)
    said = f"Nothing can be edited: the folder {kept.parent} is read-only"
    assert _closed(kept) == [said]
    assert _closed(kept.with_name("none-yet.json")) == [said]


@pytest.mark.parametrize("name", ["", ".journal", ".lock"])
def test_a_closed_file_is_told(kept: Path, name: str) -> None:
    closed = kept.with_name(f"{kept.name}{name}")
    closed.chmod(0o444)
    assert _closed(kept) == [f"Nothing can be edited: {closed} is read-only"]


def test_a_closed_folder_of_backups_is_told(kept: Path) -> None:
    (kept.parent / "backups").chmod(0o555)
    assert _closed(kept) == [f"No backup can be made: {kept.parent / 'backups'} is read-only"]


@pytest.mark.parametrize("command", ["list", "doctor"])
@pytest.mark.parametrize("named", ["option", "variable"])
def test_a_file_that_can_not_be_read_is_the_same_however_it_is_named(
    kept: Path,
    command: str,
    named: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COALITION_TUI_DB", str(kept))
    run([command])  # what it imports may be closed to others
    kept.chmod(0)
    capsys.readouterr()
    with _bound():
        code = run(["--db", str(kept), command] if named == "option" else [command])
    said = f"coalition-tui: {kept}: can't be read: Permission denied\n"
    assert (code, capsys.readouterr()) == (3, ("", said))
