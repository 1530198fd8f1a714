"""The rules: over one brief that was edited, and over all."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from benchmarks.edits import NOW, STEP
from benchmarks.ground import Ground
from benchmarks.ratios import LEAST, Result, Row
from coalition_tui import edits
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.strengths import strengths
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place, Workspace

SHARE = 40
RUNS = 5
TODAY = date(2026, 11, 20)

ONE = Row("rules over one brief after an edit", 2, "ms")
ALL = Row("rules over all of 10,000 briefs", 3, "s")
ROWS = (ONE, ALL)


def _worked(call: Callable[[], object]) -> float:
    """Seconds of the processor: rules wait for nothing."""
    begun = time.process_time()
    call()
    return time.process_time() - begun


def _one(workspace: Workspace, number: int) -> float:
    """Milliseconds: the rules and the strengths, as the screen asks them."""
    keys = list(workspace.briefs)
    place = Place("briefs", keys[number * STEP % len(keys)], ("why_now",))
    workspace = edits.apply(workspace, edits.put(workspace, place, f"Edit {number}", NOW))
    brief = workspace.briefs[place.id]
    return _worked(lambda: (check_brief(brief, workspace, TODAY), strengths(brief))) * 1000


def _all(workspace: Workspace) -> float:
    """Seconds."""
    briefs = list(workspace.briefs.values())
    return _worked(lambda: [check_brief(each, workspace, TODAY) for each in briefs])


def _workspace(ground: Ground, briefs: int) -> Workspace:
    store = TinyStore(ground.workspace(briefs), "look")
    return store.load()


def results(ground: Ground) -> Iterator[Result]:
    """Among 10,000."""
    workspace = _workspace(ground, 10_000)
    each = [_one(workspace, number) for number in range(100)]
    yield Result(ONE, each[10:])
    _all(workspace)
    found: list[float] = []
    while len(found) < RUNS and not (len(found) >= LEAST and time.monotonic() > ground.until):
        found.append(_all(workspace))
    yield Result(ALL, found, f"{median(found) / len(workspace.briefs) * 1000:.2f} ms a brief")


def small(ground: Ground) -> Iterator[Result]:
    """Among few; all of them as if there were 10,000."""
    workspace = _workspace(ground, 100)
    yield Result(ONE, [_one(workspace, number) for number in range(20)])
    yield Result(ALL, [_all(workspace) * 10_000 / len(workspace.briefs) for _ in range(3)])
