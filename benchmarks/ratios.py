"""Figures of several programs measured in turn, as ratios to the first of them."""

import os
import platform
import statistics
from collections.abc import Callable, Mapping
from importlib.metadata import version

Measure = Callable[[], list[float]]
"""One run: the seconds of everything that was measured in it."""


def in_turn(measures: Mapping[str, Measure], runs: int) -> dict[str, list[float]]:
    """Seconds by name, measured in turn, so that a busy machine is busy for all of them.

    One run before the first is not counted: it brings programs and files into memory.
    """
    found: dict[str, list[float]] = {name: [] for name in measures}
    for turn in range(runs + 1):
        for name, measure in measures.items():
            seconds = measure()
            if turn:
                found[name] += seconds
    return found


def percentile(values: list[float], percent: int) -> float:
    """The value that so many percent of all do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def table(title: str, found: Mapping[str, list[float]], percents: tuple[int, ...] = (50,)) -> str:
    """Milliseconds of each, and the ratio of each percentile to the same of the first."""
    heads = "".join(f"{f'p{percent} ratio':>11}" for percent in percents)
    lines = [title, f"{'':<34}{'runs':>6}{'min':>9}{'median':>9}{'p99':>9}{'max':>9}{heads}"]
    base = next(iter(found.values()))
    for name, values in found.items():
        figures = (min(values), statistics.median(values), percentile(values, 99), max(values))
        ratios = (percentile(values, each) / percentile(base, each) for each in percents)
        lines.append(
            f"{name:<34}{len(values):>6}"
            + "".join(f"{figure * 1000:9.1f}" for figure in figures)
            + "".join(f"{ratio:11.2f}" for ratio in ratios)
        )
    return "\n".join(lines)


def machine() -> str:
    """What all was measured on."""
    return (
        f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"Python {platform.python_version()}, Textual {version('textual')}"
    )
