"""Measure every budget, and write the table: `python -m benchmarks [FAMILY ...]`.

With families named, only those are measured, and the table is printed only. The exit status is 1
when a row is over its budget or could not be measured.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from types import ModuleType

from benchmarks import (
    checking,
    checkpoints,
    commands,
    edits,
    filtering,
    idle,
    memory,
    moving,
    report,
    start,
)
from benchmarks.ground import Ground
from benchmarks.ratios import Result

FAMILIES: Sequence[ModuleType] = (
    start,
    moving,
    filtering,
    edits,
    checkpoints,
    memory,
    checking,
    commands,
    idle,
)
"""Each measures its rows."""
LONGEST = 600
"""Seconds after the begin from which on no run begins, but for the few that each row needs."""


def name(family: ModuleType) -> str:
    """As it is called on the command line."""
    return family.__name__.rpartition(".")[2]


def measured(family: ModuleType, until: float = float("inf")) -> Iterator[Result]:
    """The results of all its rows; what fails says why.

    Args:
        family: of rows.
        until: the moment of `time.monotonic` after which no further run begins.
    """
    left = list(family.ROWS)
    try:
        with Ground() as ground:
            ground.allow(min(family.SHARE, until - time.monotonic()))
            for result in family.results(ground):
                left.remove(result.row)
                yield result
    except Exception as error:
        for row in left:
            yield Result(row, (), f"{type(error).__name__}: {error}")


def main(chosen: Sequence[str]) -> int:
    """Measure, print, write."""
    begun = time.monotonic()
    results: list[Result] = []
    for family in FAMILIES:
        if chosen and name(family) not in chosen:
            continue
        print(f"{time.monotonic() - begun:4.0f} s  {name(family)}", file=sys.stderr, flush=True)
        for result in measured(family, begun + LONGEST):
            results.append(result)
            row = result.row
            print(f"        {row.what}: {report.figure(result.middle)} {row.unit}", file=sys.stderr)
    page = report.page(results, time.monotonic() - begun)
    print(page)
    if not chosen:
        report.RESULTS.write_text(page, encoding="utf-8")
    return 0 if all(each.within() for each in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
