"""Where the time goes: `python -m benchmarks.profile [start | moving]`, or `make profile`.

py-spy looks at the running program from an environment of its own; it may need to be root. What it
saw goes into `.bench` as folded stacks, which any viewer of flame graphs reads, and what took most
is printed: each function with all that it called, and by itself.
"""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.moving import DOWN, SPAN, UP
from benchmarks.peers import FOLDER, tool
from benchmarks.start import FULL, PANES
from benchmarks.terminal import Terminal

RATE = 500
"""Looks a second."""
STARTS = 8
SECONDS = 15
SHOWN = 45
LOOP = "_run_once"
"""Stands in every stack of the main thread once the app runs; the other threads mostly wait."""
WAITING = "EpollSelector.select"


def start(ground: Ground) -> Iterator[str]:
    """Stacks from the command to the whole screen, some times over."""
    for _ in range(STARTS):
        stacks = ground.home / "stacks"
        command = [*_spy(stacks), "--", *ground.app(0)]
        with Terminal(command, ground.home) as terminal:
            terminal.output(*PANES, FULL)
            terminal.press("q")
            terminal.ended()
        yield from stacks.read_text().splitlines()


def moving(ground: Ground) -> Iterator[str]:
    """Stacks while somebody goes from brief to brief."""
    app = ground.open(ground.app(10_000), *PANES, FULL)
    stacks = ground.home / "stacks"
    command = [*_spy(stacks), "--duration", str(SECONDS), "--pid", str(app.process.pid)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as spy:
        number = 0
        while spy.poll() is None:
            app.send(DOWN if number // SPAN % 2 == 0 else UP)
            number += 1
    yield from (
        each for each in stacks.read_text().splitlines() if LOOP in each and WAITING not in each
    )


PARTS: dict[str, Callable[[Ground], Iterator[str]]] = {"start": start, "moving": moving}


def _spy(stacks: Path) -> list[str | Path]:
    spy = tool("py-spy", "py-spy")
    return [spy, "record", "--rate", str(RATE), "--format", "raw", "--output", stacks]


def table(stacks: list[str]) -> Iterator[str]:
    """What took most."""
    whole: Counter[str] = Counter()
    itself: Counter[str] = Counter()
    total = 0
    for each in stacks:
        stack, _, count = each.rpartition(" ")
        frames = [frame.rpartition(":")[0] + ")" for frame in stack.split(";")]
        total += int(count)
        itself[frames[-1]] += int(count)
        for frame in set(frames):
            whole[frame] += int(count)
    for title, counts in (("with all that it calls", whole), ("by itself", itself)):
        yield f"\n{title}, % of {total} looks"
        most = [(frame, n) for frame, n in counts.most_common() if n < total]  # main() calls all
        yield from (f"{100 * n / total:6.1f}  {frame}" for frame, n in most[:SHOWN])


def main(parts: list[str]) -> None:
    """Write and print."""
    for name in parts or PARTS:
        with Ground() as ground:
            stacks = list(PARTS[name](ground))
        path = FOLDER / f"{name}-{time.strftime('%Y%m%d-%H%M%S')}.folded"
        path.write_text("\n".join(stacks))
        print(f"\n{name}: {os.path.relpath(path)}", *table(stacks), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
