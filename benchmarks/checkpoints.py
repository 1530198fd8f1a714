"""How much later a frame comes while the file is brought up to date in a thread.

A frame of the app is Python that runs for some milliseconds, and takes turns with that thread. So
what stands for one here does: it is timed over and over, and the worst one counts, less what one
takes with nothing beside it.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

from benchmarks.edits import NOW, timed
from benchmarks.ground import Ground
from benchmarks.ratios import LEAST, Result, Row, milliseconds
from coalition_tui import edits
from coalition_tui.cli.running import SWITCH
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place

SHARE = 60
RUNS = 7
WORK = 400_000
"""Rounds of a loop that take about as long as the next brief does."""

SOME = Row("a frame while a checkpoint runs, 1,000 briefs", 16, "ms later")
MANY = Row("a frame while a checkpoint runs, 10,000 briefs", 50, "ms later")
ROWS = (SOME, MANY)


def _frame() -> None:
    total = 0
    for number in range(WORK):
        total += number & 7


def _late(usual: float, running: Callable[[], bool]) -> float:
    """Milliseconds by which a frame was later than usual, at worst."""
    worst = usual
    while running():
        worst = max(worst, timed(_frame))
    return (worst - usual) * 1000


def _measured(ground: Ground, row: Row, briefs: int) -> Result:
    session = Session(TinyStore(ground.own(briefs)))
    key = next(iter(session.workspace.briefs))
    late, quiet, lasted = [], [], []
    usual = median(timed(_frame) for _ in range(25))
    for turn in range(RUNS + 1):
        if turn > LEAST and time.monotonic() > ground.until:
            break
        place = Place("briefs", key, ("why_now",))
        session.perform(edits.put(session.workspace, place, f"Turn {turn}", NOW))
        thread = threading.Thread(target=session.store.checkpoint)
        begun = time.perf_counter()
        thread.start()
        beside = _late(usual, thread.is_alive)
        thread.join()
        took = time.perf_counter() - begun
        end = time.perf_counter() + took
        calm = _late(usual, lambda end=end: time.perf_counter() < end)
        if turn:
            late.append(beside)
            quiet.append(calm)
            lasted.append(took)
    session.store.close()
    behind = (
        f"a frame of {milliseconds(usual)}, a checkpoint of {milliseconds(median(lasted))}; "
        f"without one {median(quiet):.1f} ms"
    )
    return Result(row, late, behind)


def results(ground: Ground) -> Iterator[Result]:
    """At both sizes, with threads that take turns as they do in the app."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield _measured(ground, SOME, 1_000)
        yield _measured(ground, MANY, 10_000)
    finally:
        sys.setswitchinterval(before)
