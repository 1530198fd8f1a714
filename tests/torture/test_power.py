"""Fault 4: the power goes at any moment, and the disk has kept less than it was told."""

import shutil
import threading
from pathlib import Path

import pytest

from coalition_tui import atomic, edits
from coalition_tui.model import Brief
from coalition_tui.session import Session, StoreError
from coalition_tui.store import TinyStore
from tests.torture.conftest import Figures, rounds
from tests.torture.disk import Recorder, states
from tests.torture.ground import COUNTER, NOW, count, later, look

pytestmark = pytest.mark.slow


def test_power_loss_at_every_operation(
    memory: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    tried, losses = _after_power_loss(memory, monkeypatch, rounds(24, 200))
    assert tried > 300
    assert not losses
    figures(f" 4  power loss: {tried} states that a disk may be left in, 0 unreadable, 0 lost")


@pytest.mark.parametrize("forgotten", ["sync_data", "sync_folder", "sync"])
def test_the_model_of_the_disk_notices_what_is_not_synced(
    memory: Path, monkeypatch: pytest.MonkeyPatch, forgotten: str
) -> None:
    monkeypatch.setattr(atomic, forgotten, lambda _: None)
    assert _after_power_loss(memory, monkeypatch, 8)[1]


def _after_power_loss(
    memory: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> tuple[int, list[str]]:
    """Edit, cut the power at every operation: how many states there were, and what was lost."""
    path, target = memory / "data" / "coalition.json", memory / "after" / "coalition.json"
    path.parent.mkdir()
    target.parent.mkdir()
    recorder = Recorder(path.parent)
    with monkeypatch.context() as patch:
        recorder.install(patch)
        _scenario(path, recorder, number)
    losses, known = [], set()
    for length, what, files in states(recorder.operations):
        begun, acknowledged = _noted(recorder.operations[:length])
        state = (begun, acknowledged, tuple(sorted(files.items())))
        if state in known:
            continue
        known.add(state)
        for name, data in files.items():
            if "/" not in name:
                (target.parent / name).write_bytes(data)
        try:
            value = look(target).value
            if not acknowledged <= value <= begun:
                losses.append(f"after {length} ({what}): {value}, not {acknowledged} to {begun}")
            if len(known) % rounds(25, 5) == 0:
                _reopen(target, value)
        except (StoreError, ValueError) as error:
            losses.append(f"after {length} ({what}): {error}")
        shutil.rmtree(target.parent)
        target.parent.mkdir()
    return len(known), losses


def _scenario(path: Path, recorder: Recorder, number: int) -> None:
    """A new workspace, edits, checkpoints, and edits while a checkpoint runs."""
    session = Session(TinyStore(path, now=later))
    recorder.note("begin", 0)
    session.perform(edits.create(Brief(id="counter", title="C", outcome="0"), NOW))
    for value in range(1, number + 1):
        recorder.note("begin", value)
        if value % 4 == 0:
            thread = threading.Thread(target=session.store.checkpoint)
            thread.start()
            session.perform(count(session, value))
            thread.join()
        else:
            session.perform(count(session, value))
        assert not session.unsaved
        recorder.note("acknowledged", value)
    session.close()


def _noted(operations: list[tuple[object, ...]]) -> tuple[int, int]:
    begun = [int(str(more)) for what, more, *_ in operations if what == "begin"]
    done = [int(str(more)) for what, more, *_ in operations if what == "acknowledged"]
    return max(begun, default=0), max(done, default=0)


def _reopen(path: Path, value: int) -> None:
    session = Session(TinyStore(path, now=later))
    assert not session.store.read_only
    if COUNTER.id in session.workspace.briefs:
        assert int(session.workspace.briefs[COUNTER.id].outcome) == value
        session.perform(count(session, value + 1))
        assert not session.unsaved
    session.close()
    if COUNTER.id in session.workspace.briefs:
        assert look(path).value == value + 1
