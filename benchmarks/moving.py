"""One key to the next brief, all panes drawn anew, beside the cursor in a bare OptionList.

`python -m benchmarks.moving [BRIEFS ...]`: from the key to the last byte of the answer.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks import ratios
from benchmarks.start import LAST, SIZES, program
from benchmarks.terminal import Terminal
from benchmarks.workspaces import keep_samples

BARE = Path(__file__).with_name("bare_list.py")
UP, DOWN = "\x1b[A", "\x1b[B"
KEYS = 60
"""How many keys in one run."""
RUNS = 4
SPAN = 3
"""How many rows down before it goes up again: the samples are four."""


def move(terminal: Terminal, seen: Callable[[], object]) -> Iterator[float]:
    """Seconds from each key to the last byte of what follows, once it changed what is seen."""
    for number in range(KEYS):
        before = seen()
        chunks = terminal.send(DOWN if number // SPAN % 2 == 0 else UP)
        terminal.parse(chunks)
        while seen() == before:
            chunks = terminal.output()
            terminal.parse(chunks)
        yield chunks[-1].at - terminal.sent


def measures(
    stack: ExitStack, home: Path, sizes: tuple[int, ...]
) -> dict[str, Callable[[], list[float]]]:
    """The cursor in a bare list, and ours on workspaces of some sizes; all stay open."""

    def opened(arguments: list[str | Path], last: bytes) -> Terminal:
        terminal = stack.enter_context(Terminal(arguments, home))
        terminal.parse(terminal.output(last))
        return terminal

    bare = opened([sys.executable, BARE], b"Row number 3")
    found = {"a bare OptionList": lambda: list(move(bare, bare.picture))}
    for size in sizes:
        path = home / f"{size}.json"
        keep_samples(path, size)
        ours = opened(program(path), LAST)
        found[f"coalition-tui, {size or 4:,} briefs"] = lambda ours=ours: list(
            move(ours, lambda: ours.lines[0])
        )
    return found


def main(sizes: tuple[int, ...] = SIZES, runs: int = RUNS) -> str:
    """The table."""
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory(prefix="coalition-tui-bench-"))
        found = ratios.in_turn(measures(stack, Path(home), sizes), runs)
    return ratios.table("To the next brief, key to last byte, ms", found, (50, 99))


if __name__ == "__main__":
    print(ratios.machine())
    print(main(tuple(map(int, sys.argv[1:])) or SIZES))
