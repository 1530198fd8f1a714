"""One key to the next brief, all panes drawn anew, beside the cursor in a bare OptionList."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.ratios import Measure, Result, Row, Runs, compared, in_turn
from benchmarks.start import FULL, PANES
from benchmarks.terminal import Terminal

BARE = Path(__file__).with_name("bare_list.py")
BARE_PANES = Path(__file__).with_name("bare_panes.py")
SHARE = 100
RUNS = 5
KEYS = 30
"""How many keys in one run: it ends where it began."""
STILL = 0.1
"""Seconds without output after which a key is taken to be done."""
SPAN = 3
"""How many rows down before it goes up again: the samples are four."""
Moves = Callable[[Terminal, Callable[[], object], int], Iterator[float]]
"""What comes of keys: a figure of each."""
UP, DOWN = "\x1b[A", "\x1b[B"

BESIDE = "a bare OptionList"
FLOOR = "the same panes, bare"
WHY = """\
The list beside it is one widget, whose lines come out of a cache; on the Briefs screen fifteen \
widgets change with a key, and show other words. `bare_panes.py` is what eight panes take as \
Textual's own texts, without rules, rows, wrapping or cursor; its ratio stands in the table. By \
`make profile`, half of a key is making the rows and their lines, a quarter is putting the frame \
together and writing it, rules are two percent. Done are: one frame a key, put together from the \
front, only the lines that differ, rows drawn without wrapping them again, frames drawn once, and \
no message where a call will do. What would have to change: panes drawn by one widget, which gives \
up Textual's focus, styles and mouse for each."""
HALF = Row("next brief, all panes repainted, p50", 3.0, beside=BESIDE, why=WHY)
SLOWEST = Row("next brief, all panes repainted, p99", 5.0, beside=BESIDE, percent=99)
MANY_HALF = Row(
    "… among 10,000 briefs, p50", 3.0, beside=BESIDE, why="As above: what is kept costs nothing."
)
MANY_SLOWEST = Row("… among 10,000 briefs, p99", 5.0, beside=BESIDE, percent=99)
ROWS = (HALF, SLOWEST, MANY_HALF, MANY_SLOWEST)


def moves(terminal: Terminal, seen: Callable[[], object], keys: int) -> Iterator[float]:
    """Seconds from each key to the last byte of what follows, once it changed what is seen."""
    for number in range(keys):
        before = seen()
        chunks = terminal.send(DOWN if number // SPAN % 2 == 0 else UP, still=STILL)
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


def _beside(ground: Ground, sizes: Sequence[int], keys: int, of: Moves) -> list[Measure]:
    """The bare list, the bare panes, and ours at some sizes, by name; all stay open."""
    cursor = bare(ground)
    panes = ground.open([sys.executable, BARE_PANES], b"some words")
    apps = {str(size): ground.open(ground.app(size), *PANES, FULL) for size in sizes}

    def measured(name: str, terminal: Terminal, seen: Callable[[], object]) -> Measure:
        return lambda: {name: list(of(terminal, seen, keys))}

    return [
        measured(BESIDE, cursor, cursor.picture),
        measured(FLOOR, panes, panes.picture),
        *(measured(name, app, partial(_title, app)) for name, app in apps.items()),
    ]


def _beside_floor(row: Row, runs: Runs, name: str) -> Result:
    result = compared(row, runs, name, BESIDE)
    floor = compared(row, runs, FLOOR, BESIDE)
    return replace(result, behind=f"{result.behind}; {FLOOR}: {floor.middle:.2f} ×")


def results(ground: Ground) -> Iterator[Result]:
    """Among the samples, and among many."""
    runs = in_turn(_beside(ground, (0, 10_000), KEYS, moves), RUNS, ground.until)
    for row, name in zip(ROWS, ("0", "0", "10000", "10000"), strict=True):
        yield _beside_floor(row, runs, name)


def small(ground: Ground) -> Iterator[Result]:
    """Among the samples alone, by time of the processor: whatever else the machine does."""
    cursor, _, ours = _beside(ground, (0,), SPAN * 2, _work)
    yield compared(HALF, in_turn([cursor, ours], 2), "0", BESIDE)
