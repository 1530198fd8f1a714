"""Long work says how far it has come, and stops when it is to."""

import pytest

from coalition_tui import work
from coalition_tui.work import Cancelled, Work, steps


def test_steps_are_the_items_whether_anybody_looks_or_not(monkeypatch):
    monkeypatch.setattr(work, "OFTEN", 0.0)
    told: list[tuple[int, int]] = []
    assert list(steps("abc")) == ["a", "b", "c"]
    with Work(lambda *far: told.append(far)).going_on():
        assert list(steps("abc")) == ["a", "b", "c"]
    assert told[:3] == [(0, 3), (1, 3), (2, 3)]
    assert list(steps("de")) == ["d", "e"]
    assert len(told) == 4


def _stopped(going: Work, seen: list[str]) -> None:
    with going.going_on():
        for each in steps("abc"):
            seen.append(each)
            going.cancel()


def _stopped_late(going: Work) -> None:
    with going.going_on():
        going.cancel()


def test_it_ends_at_the_next_step_and_at_the_last_moment():
    seen: list[str] = []
    with pytest.raises(Cancelled):
        _stopped(Work(lambda *_: None), seen)
    assert seen == ["a"]
    with pytest.raises(Cancelled):
        _stopped_late(Work(lambda *_: None))


def test_it_is_told_not_too_often(monkeypatch):
    told: list[tuple[int, int]] = []
    with Work(lambda *far: told.append(far)).going_on():
        list(steps(range(10_000)))
    assert len(told) < 10
