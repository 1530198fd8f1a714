"""How long a frame waits while the file is brought up to date in a thread."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from statistics import median

from benchmarks.edits import NOW, timed
from benchmarks.ground import Ground
from benchmarks.ratios import Result, Row, milliseconds
from coalition_tui import edits
from coalition_tui.cli.running import SWITCH
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place

SHARE = 60
RUNS = 7
STEP = 0.001
"""Seconds that the main thread sleeps again and again; what it takes beyond, a frame would wait."""

SOME = Row("a frame while a checkpoint runs, 1,000 briefs", 16, "ms")
MANY = Row("a frame while a checkpoint runs, 10,000 briefs", 50, "ms")
ROWS = (SOME, MANY)


def _wait(running: Callable[[], bool]) -> float:
    """Milliseconds that one step took too long, at worst."""
    worst = 0.0
    while running():
        worst = max(worst, timed(lambda: time.sleep(STEP)) - STEP)
    return worst * 1000


def _measured(ground: Ground, row: Row, briefs: int) -> Result:
    session = Session(TinyStore(ground.own(briefs)))
    key = next(iter(session.workspace.briefs))
    waits, quiet, lasted = [], [], []
    for turn in range(RUNS + 1):
        if turn > 3 and time.monotonic() > ground.until:
            break
        place = Place("briefs", key, ("why_now",))
        session.perform(edits.put(session.workspace, place, f"Turn {turn}", NOW))
        thread = threading.Thread(target=session.store.checkpoint)
        begun = time.perf_counter()
        thread.start()
        wait = _wait(thread.is_alive)
        thread.join()
        took = time.perf_counter() - begun
        end = time.perf_counter() + took
        calm = _wait(lambda end=end: time.perf_counter() < end)
        if turn:
            waits.append(wait)
            quiet.append(calm)
            lasted.append(took)
    session.store.close()
    behind = f"of {milliseconds(median(lasted))}; without one {median(quiet):.1f} ms"
    return Result(row, waits, behind)


def results(ground: Ground) -> Iterator[Result]:
    """At both sizes, with threads that take turns as they do in the app."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield _measured(ground, SOME, 1_000)
        yield _measured(ground, MANY, 10_000)
    finally:
        sys.setswitchinterval(before)
