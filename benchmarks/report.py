"""The results as a table for people, with the machine and the versions behind them."""

import os
import platform
import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.ratios import Result

RESULTS = Path(__file__).with_name("RESULTS.md")
COLUMNS = ("what", "budget", "median", "min to max", "runs", "ours, beside it", "verdict")

INTRODUCTION = """\
# Results

Written by `make bench`; do not edit. What is seen is measured in a real terminal of 120 × 40, with
nothing to parse while the program works; edits, checkpoints, memory and rules in a process without
a screen. Programs that are compared run in turn, and a ratio is taken within each run: p50 to p50,
p99 to p99. The median of the runs counts. Workspaces are copies of the samples.
"""


def verdict(result: Result) -> str:
    """In a word."""
    if not result.values:
        return "**not measured**"
    return "within" if result.within() else "**over**"


def lines(results: Sequence[Result]) -> Iterator[str]:
    """The table, and below it why a row is over."""
    yield f"| {' | '.join(COLUMNS)} |"
    yield f"|{'---|' * len(COLUMNS)}"
    for each in results:
        yield f"| {' | '.join(_cells(each))} |"
    over = [each for each in results if not each.within() and each.row.why]
    if over:
        yield "\n## Why a row is over, and what would have to change"
    for each in over:
        yield f"\n**{each.row.what}.** {each.row.why}"


def _cells(result: Result) -> Sequence[str]:
    row, values = result.row, result.values
    beside = f" {row.beside}" if row.beside else ""
    space = "" if row.unit.startswith("%") else " "
    return (
        row.what,
        f"≤ {row.budget:g}{space}{row.unit}{beside}",
        figure(result.middle) if values else "",
        f"{figure(min(values))} to {figure(max(values))}" if values else "",
        str(len(values)),
        re.sub(r"\s+", " ", result.behind).replace("|", "¦"),
        verdict(result),
    )


def figure(value: float) -> str:
    """Three digits that say something."""
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def machine() -> str:
    """What all was measured on."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("textual", "tinydb", "msgspec"))
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {os.getloadavg()[0]:.1f} at the end.\n"
        f"{platform.platform()}, {_processor()}, {os.cpu_count()} cores.\n"
        f"Python {platform.python_version()}, {packages}, SQLite {sqlite3.sqlite_version}."
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor()
    found = re.search(r"^model name\s*: (.*)", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def page(results: Sequence[Result], took: float) -> str:
    """All of it."""
    table = "\n".join(lines(results))
    return f"{INTRODUCTION}\n{machine()}\nIt took {took / 60:.1f} minutes.\n\n{table}\n"
