"""Exports as files: private, never over another one, never through a link."""

import os
from pathlib import Path

import pytest

from coalition_tui.exchange.files import file_name, slug, write_export
from coalition_tui.exchange.formats import FORMATS, format_of
from coalition_tui.model import Brief, Bundle


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Launch platform", "launch-platform"),
        ("../../etc/passwd", "etc-passwd"),
        ("Crème & Übermut", "creme-ubermut"),
        ("法務", ""),
        ("-rf *", "rf"),
        ("a\x00b\x1b[31m", "a-b-31m"),
        ("x" * 300, "x" * 60),
    ],
)
def test_names_are_safe(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_file_is_called_after_its_brief() -> None:
    one = Bundle(briefs=(Brief(id="k3", title="Hiring pause"),))
    assert file_name(one, FORMATS["markdown"]) == "hiring-pause.md"
    assert file_name(Bundle(briefs=(Brief(id="k3", title="法務"),)), FORMATS["json"]) == "k3.json"
    assert file_name(Bundle(), FORMATS["json"]) == "briefs.json"


def test_the_format_is_known_by_the_ending() -> None:
    assert format_of("a/b.MD") is FORMATS["markdown"]
    assert format_of("notes.xyz") is None


@pytest.mark.parametrize("force", [False, True])
def test_an_export_is_for_its_owner_only(tmp_path: Path, force: bool) -> None:
    before = os.umask(0)
    try:
        write_export(tmp_path / "x.md", "text\n", force=force)
    finally:
        os.umask(before)
    assert (tmp_path / "x.md").read_text() == "text\n"
    assert (tmp_path / "x.md").stat().st_mode & 0o777 == 0o600


def test_what_is_there_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("old")
    with pytest.raises(FileExistsError):
        write_export(path, "new")
    assert path.read_text() == "old"
    write_export(path, "new", force=True)
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("target_exists", [True, False])
def test_a_link_is_replaced_itself_and_never_followed(tmp_path: Path, target_exists: bool) -> None:
    victim, link = tmp_path / "victim", tmp_path / "x.md"
    if target_exists:
        victim.write_text("untouched")
    link.symlink_to(victim)
    with pytest.raises(FileExistsError):
        write_export(link, "new")
    write_export(link, "new", force=True)
    assert not link.is_symlink()
    assert link.read_text() == "new"
    assert victim.exists() is target_exists
    assert not target_exists or victim.read_text() == "untouched"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", fail)
    for force in (False, True):
        with pytest.raises(OSError, match="No space"):
            write_export(tmp_path / "x.md", "new", force=force)
    assert list(tmp_path.iterdir()) == []


def test_only_a_table_begins_with_a_mark_for_spreadsheets(tmp_path: Path) -> None:
    for name in ("x.csv", "X.CSV", "x.md", "x.json", "x.html"):
        write_export(tmp_path / name, "Büro")
    assert (tmp_path / "x.csv").read_bytes() == "\ufeffBüro".encode()
    assert (tmp_path / "X.CSV").read_bytes() == (tmp_path / "x.csv").read_bytes()
    for name in ("x.md", "x.json", "x.html"):
        assert (tmp_path / name).read_bytes() == "Büro".encode()
