"""Commands that print and end, beside the least that Python can do."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial

from benchmarks.edits import timed
from benchmarks.ground import Arguments, Ground
from benchmarks.ratios import Measure, Result, Row, Seconds, compared, in_turn

SHARE = 30
RUNS = 20

BESIDE = "a bare `python -c pass`"
VERSION = Row("`--version`", 5, beside=BESIDE)
LIST = Row("`list` at 1,000 briefs", 15, beside=BESIDE)
ROWS = (VERSION, LIST)


def _run(name: str, arguments: Arguments) -> Mapping[str, Seconds]:
    return {name: [timed(lambda: subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL))]}


def _measures(ground: Ground, briefs: int) -> list[Measure]:
    listed = ground.program("--db", ground.workspace(briefs), "list")
    return [
        partial(_run, BESIDE, [sys.executable, "-c", "pass"]),
        partial(_run, "version", ground.program("--version")),
        partial(_run, "list", listed),
    ]


def results(ground: Ground) -> Iterator[Result]:
    """Whole processes, from start to end."""
    runs = in_turn(_measures(ground, 1_000), RUNS, ground.until)
    yield compared(VERSION, runs, "version", BESIDE)
    yield compared(LIST, runs, "list", BESIDE)


def small(ground: Ground) -> Iterator[Result]:
    """A list of few."""
    runs = in_turn(_measures(ground, 0), 5)
    yield compared(VERSION, runs, "version", BESIDE)
    yield compared(LIST, runs, "list", BESIDE)
