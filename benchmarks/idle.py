"""What the open app does in a minute in which nobody touches it."""

import sys
import time
from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.ratios import Result, Row
from benchmarks.start import BARE, FULL, PANES

SHARE = 75
SETTLED = 4
"""Seconds until the last of the start is done: the file brought up to date."""
MINUTE = 60
PARTS = 4

SHARE_OF_A_CORE = Row("idle for a minute", 0.3, "% of a core")
ROWS = (SHARE_OF_A_CORE,)


def results(ground: Ground, seconds: float = MINUTE) -> Iterator[Result]:
    """The share of a core in each quarter of it, and how often the program woke up."""
    app = ground.open(ground.app(1_000), *PANES, FULL)
    bare = ground.open([sys.executable, BARE], b"hello")
    time.sleep(SETTLED)
    shares = []
    first, beside = app.wakes(), bare.wakes()
    for _ in range(PARTS):
        before = app.work()
        time.sleep(seconds / PARTS)
        shares.append((app.work() - before) / seconds * PARTS * 100)
    awake, least = app.wakes() - first, bare.wakes() - beside
    yield Result(SHARE_OF_A_CORE, shares, f"awake {awake} times; a bare Textual app {least}")


def small(ground: Ground) -> Iterator[Result]:
    """Two seconds."""
    yield from results(ground, 2)
