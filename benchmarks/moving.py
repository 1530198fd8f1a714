"""One key to the next brief, all panes drawn anew, beside the cursor in a bare OptionList."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.ratios import Measure, Result, Row, Runs, compared, in_turn
from benchmarks.start import FULL, PANES
from benchmarks.terminal import Terminal

BARE = Path(__file__).with_name("bare_list.py")
SHARE = 100
RUNS = 6
KEYS = 42
"""How many keys in one run: it ends where it began."""
SPAN = 3
"""How many rows down before it goes up again: the samples are four."""
UP, DOWN = "\x1b[A", "\x1b[B"

BESIDE = "a bare OptionList"
HALF = Row("next brief, all panes repainted, p50", 3.0, beside=BESIDE)
SLOWEST = Row("next brief, all panes repainted, p99", 5.0, beside=BESIDE, percent=99)
MANY_HALF = Row("… among 10,000 briefs, p50", 3.0, beside=BESIDE)
MANY_SLOWEST = Row("… among 10,000 briefs, p99", 5.0, beside=BESIDE, percent=99)
ROWS = (HALF, SLOWEST, MANY_HALF, MANY_SLOWEST)


def moves(terminal: Terminal, seen: Callable[[], object], keys: int) -> Iterator[float]:
    """Seconds from each key to the last byte of what follows, once it changed what is seen."""
    for number in range(keys):
        before = seen()
        chunks = terminal.send(DOWN if number // SPAN % 2 == 0 else UP)
        terminal.parse(chunks)
        while seen() == before:
            chunks = terminal.output()
            terminal.parse(chunks)
        yield chunks[-1].at - terminal.sent


def _work(terminal: Terminal, seen: Callable[[], object], keys: int) -> Iterator[float]:
    """Seconds of a processor that each key takes."""
    before = terminal.work()
    for _ in moves(terminal, seen, keys):
        now = terminal.work()
        yield now - before
        before = now


def _title(terminal: Terminal) -> str:
    return terminal.lines[0]


def bare(ground: Ground) -> Terminal:
    """Textual's own list, open."""
    return ground.open([sys.executable, BARE], b"Row number 3")


def _beside(
    ground: Ground, sizes: tuple[int, ...], keys: int, of: Callable[..., Iterator[float]]
) -> list[Measure]:
    list_ = bare(ground)
    apps = {size: ground.open(ground.app(size), *PANES, FULL) for size in sizes}
    return [
        lambda: {BESIDE: list(of(list_, list_.picture, keys))},
        *(
            partial(lambda size, app: {str(size): list(of(app, partial(_title, app), keys))}, *each)
            for each in apps.items()
        ),
    ]


def results(ground: Ground) -> Iterator[Result]:
    """Among the samples, and among many."""
    runs: Runs = in_turn(_beside(ground, (0, 10_000), KEYS, moves), RUNS, ground.until)
    for row, name in zip(ROWS, ("0", "0", "10000", "10000"), strict=True):
        yield compared(row, runs, name, BESIDE)


def small(ground: Ground) -> Iterator[Result]:
    """Among the samples alone, by time of the processor: whatever else the machine does."""
    yield compared(HALF, in_turn(_beside(ground, (0,), 6, _work), 3), "0", BESIDE)
