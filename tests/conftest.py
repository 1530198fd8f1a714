"""What every test stands on: a home of its own, a place for a workspace, and the samples."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from msgspec import Raw

from coalition_tui.edits import apply
from coalition_tui.exchange.importing import import_edit, read_bundle
from coalition_tui.paths import resource_folder
from coalition_tui.store import records
from coalition_tui.workspace import Table, Workspace

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, so that no test sees or changes what belongs to a person."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name in ("DB", "CONFIG", "CLIPBOARD"):
        monkeypatch.delenv(f"COALITION_TUI_{name}", raising=False)
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where a workspace's file can be; neither it nor its folder is there yet."""
    return tmp_path / "data" / "coalition.json"


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the texts are made that an editor gets; VISUAL names none."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.delenv("VISUAL", raising=False)
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys of the documents that became records by now, in that order."""
    read: list[str] = []
    decoded = records._decoded

    def noted(table: Table, key: str, document: Raw, kind: type[Any] | None = None) -> Any:
        read.append(key)
        return decoded(table, key, document, kind)

    monkeypatch.setattr(records, "_decoded", noted)
    return read


@pytest.fixture(scope="session")
def samples() -> Workspace:
    """The workspace of all samples."""
    files = sorted(resource_folder("sample_data").glob("*.json"))
    readings = [read_bundle(each.read_bytes(), each.name) for each in files]
    ids = (f"new-{number}" for number in count(1))
    edit = import_edit(Workspace(), readings, replace=False, now=NOW, new_id=lambda: next(ids))
    return apply(Workspace(), edit)
