"""Several programs measured in turn, and what becomes of their figures: the arithmetic."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Seconds = Sequence[float]
Measure = Callable[[], Mapping[str, Seconds]]
"""One run: by name, everything that was measured in it."""
Runs = Mapping[str, Sequence[Seconds]]
"""By name, what was measured in each run."""

LEAST = 3
"""Runs that are made whatever time they take."""


@dataclass(frozen=True)
class Row:
    """What is promised: a figure, or a ratio to what it is measured beside.

    `percent` is the percentile of a run that counts. `why` says what stands in the way where the
    budget can't be met, and what would have to change.
    """

    what: str
    budget: float
    unit: str = "×"
    beside: str = ""
    percent: int = 50
    why: str = ""


@dataclass(frozen=True)
class Result:
    """What came of a row: its value in each run, and the figures behind it, or what failed."""

    row: Row
    values: Sequence[float] = ()
    behind: str = ""

    @property
    def middle(self) -> float:
        """The value that counts: half of the runs were better."""
        return median(self.values) if self.values else float("inf")

    def within(self, times: float = 1) -> bool:
        """Whether so many times the budget is kept; what could not be measured does not keep it."""
        return self.middle <= self.row.budget * times


def in_turn(measures: Sequence[Measure], runs: int, until: float = float("inf")) -> Runs:
    """Measure in turn, so that a busy machine is busy for all of them.

    One run before the first is not counted: it brings programs and files into memory.

    Args:
        measures: each is called once in a run.
        runs: how many, if there is time.
        until: the moment of `time.monotonic` after which no run begins.
    """
    found: dict[str, list[Seconds]] = {}
    for turn in range(runs + 1):
        if turn > LEAST and time.monotonic() > until:
            break
        for measure in measures:
            for name, seconds in measure().items():
                if turn:
                    found.setdefault(name, []).append(seconds)
    return found


def percentile(values: Seconds, percent: int) -> float:
    """The value that so many percent of all do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def compared(row: Row, runs: Runs, name: str, base: str) -> Result:
    """A row's ratio in each run."""
    pairs = list(zip(runs[name], runs[base], strict=True))
    ours, theirs = zip(*(_percentiles(pair, row.percent) for pair in pairs), strict=True)
    values = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Result(row, values, f"{milliseconds(median(ours))}, {milliseconds(median(theirs))}")


def _percentiles(runs: Sequence[Seconds], percent: int) -> Iterator[float]:
    return (percentile(each, percent) for each in runs)


def milliseconds(seconds: float) -> str:
    """A time for a table."""
    return f"{seconds * 1000:.{1 if seconds < 0.1 else 0}f} ms"
