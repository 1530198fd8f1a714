"""The app on a real file in a temporary folder."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import cache
from pathlib import Path

import pytest

from coalition_tui import clipboard
from coalition_tui.workspace import Workspace
from tests.tui.desk import BLANK, WIDE, Desk, keep, opened, samples, workspace_of

Open = Callable[..., AbstractAsyncContextManager[Desk]]
sample_workspace = cache(samples)


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch) -> None:
    """No test meets a person's files or clipboard."""
    monkeypatch.setenv(clipboard.VARIABLE, "off")
    monkeypatch.setenv("COALITION_TUI_DB", str(tmp_path / "coalition.json"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def path(tmp_path) -> Path:
    """The workspace's file."""
    folder: Path = tmp_path
    return folder / "coalition.json"


@pytest.fixture
def opening(path) -> Open:
    """Opens the app on a workspace of its own: nothing in it unless one is given."""

    def begin(
        workspace: Workspace | None = None, size: tuple[int, int] = WIDE
    ) -> AbstractAsyncContextManager[Desk]:
        if workspace is not None and not path.exists():
            keep(path, workspace)
        return opened(path, size)

    return begin


@pytest.fixture
def with_samples(opening) -> Open:
    """Opens the app on the samples."""
    return lambda size=WIDE: opening(sample_workspace(), size)


@pytest.fixture
def with_blank(opening) -> Open:
    """Opens the app on one brief that holds nothing but its title."""
    return lambda size=WIDE: opening(workspace_of(BLANK), size)
