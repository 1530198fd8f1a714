"""From the command to the whole Briefs screen, beside a bare Textual app.

`python -m benchmarks.start [BRIEFS ...]`: with the samples, and with so many briefs.
"""

import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import ratios
from benchmarks.terminal import Terminal
from benchmarks.workspaces import keep_samples

BARE = Path(__file__).with_name("bare.py")
SIZES = (0, 1_000, 10_000)
RUNS = 15
LAST = b"Palette"
"""Stands at the end of the last line."""


def program(path: Path) -> list[str | Path]:
    """The app on a workspace's file."""
    return [sys.executable, "-m", "coalition_tui", "--db", path]


def start(arguments: list[str | Path], last: bytes, home: Path) -> list[float]:
    """Seconds until the screen is what it stays."""
    with Terminal(arguments, home) as terminal:
        return [terminal.whole(terminal.output(last)) - terminal.started]


def measures(home: Path, sizes: tuple[int, ...]) -> dict[str, Callable[[], list[float]]]:
    """A bare Textual app, and ours on workspaces of some sizes."""
    found = {"a bare Textual app": partial(start, [sys.executable, BARE], b"hello", home)}
    for size in sizes:
        path = home / f"{size}.json"
        keep_samples(path, size)
        found[f"coalition-tui, {size or 4:,} briefs"] = partial(start, program(path), LAST, home)
    return found


def main(sizes: tuple[int, ...] = SIZES, runs: int = RUNS) -> str:
    """The table."""
    with tempfile.TemporaryDirectory(prefix="coalition-tui-bench-") as home:
        found = ratios.in_turn(measures(Path(home), sizes), runs)
    return ratios.table("From the command to the whole screen, ms", found)


if __name__ == "__main__":
    print(ratios.machine())
    print(main(tuple(map(int, sys.argv[1:])) or SIZES))
