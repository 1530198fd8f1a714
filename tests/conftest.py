"""What every test stands on: a home of its own, a place for a workspace, and the samples."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from coalition_tui.edits import apply
from coalition_tui.exchange.importing import import_edit, read_bundle
from coalition_tui.paths import resource_folder
from coalition_tui.workspace import Workspace

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


@pytest.fixture(scope="session")
def samples() -> Workspace:
    """The workspace of all samples."""
    files = sorted(resource_folder("sample_data").glob("*.json"))
    readings = [read_bundle(each.read_bytes(), each.name) for each in files]
    ids = (f"new-{number}" for number in count(1))
    edit = import_edit(Workspace(), readings, replace=False, now=NOW, new_id=lambda: next(ids))
    return apply(Workspace(), edit)
