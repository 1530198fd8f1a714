"""Around the app: what is held back until its first frame, and let go of in any case."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition_tui.cli import program
from coalition_tui.session import StoreError
from coalition_tui.tui.app import CoalitionApp


@pytest.fixture
def runs(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The program, with something else where the app would run; its exit code."""

    def run(instead: Callable[[CoalitionApp], None]) -> int:
        monkeypatch.setenv("TEXTUAL_DRIVER", "none")
        monkeypatch.setattr(CoalitionApp, "run", instead)
        return program.run(["--db", str(filled)])

    return run


def test_nothing_looks_for_garbage_before_the_first_frame(runs: Callable[..., int]) -> None:
    """What is made until then stays: each search would only make the frame come later."""
    looked = []

    def run(app: CoalitionApp) -> None:
        looked.append(gc.isenabled())
        assert app.begun is not None
        app.begun()
        looked.append(gc.isenabled())

    assert runs(run) == 0
    assert looked == [False, True]


def test_garbage_is_looked_for_again_when_no_frame_comes(
    runs: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_: CoalitionApp) -> None:
        raise StoreError("the disk is gone")

    assert runs(run) == 3
    assert "the disk is gone" in capsys.readouterr().err
    assert gc.isenabled()
