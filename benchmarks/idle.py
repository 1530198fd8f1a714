"""What the open app does in a minute in which nobody touches it."""

import sys
import time
from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.ratios import Result, Row
from benchmarks.start import BARE, BESIDE, FULL, PANES
from benchmarks.terminal import wakes

SHARE = 75
SETTLED = 4
"""Seconds until the last of the start is done: the file brought up to date."""
MINUTE = 60
PARTS = 4

SHARE_OF_A_CORE = Row("idle for a minute", 0.3, "% of a core")
WAKES = Row("… how often it wakes up", 0.1, beside=BESIDE)
ROWS = (SHARE_OF_A_CORE, WAKES)


def results(ground: Ground, seconds: float = MINUTE) -> Iterator[Result]:
    """In each quarter of it, the share of a core, and how often the program woke up."""
    app = ground.open(ground.app(1_000), *PANES, FULL)
    bare = ground.open([sys.executable, BARE], b"hello")
    time.sleep(SETTLED)
    shares, awake, beside = [], [], []
    for _ in range(PARTS):
        before, first, theirs = app.work(), wakes(app.process), wakes(bare.process)
        time.sleep(seconds / PARTS)
        shares.append((app.work() - before) / seconds * PARTS * 100)
        awake.append(wakes(app.process) - first)
        beside.append(wakes(bare.process) - theirs)
    yield Result(SHARE_OF_A_CORE, shares)
    ratios = [mine / other for mine, other in zip(awake, beside, strict=True)]
    yield Result(WAKES, ratios, f"{sum(awake)} times, {sum(beside)} times")


def small(ground: Ground) -> Iterator[Result]:
    """Two seconds."""
    yield from results(ground, 2)
