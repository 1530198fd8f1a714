"""From the command to the first panes and to the whole Briefs screen, beside a bare Textual app."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks import peers
from benchmarks.ground import Arguments, Ground
from benchmarks.ratios import Measure, Result, Row, Seconds, compared, in_turn, milliseconds
from benchmarks.terminal import Terminal

BARE = Path(__file__).with_name("bare.py")
SHARE = 120
RUNS = 21

BESIDE = "a bare Textual app"
SAMPLES = Row("start to the whole Briefs screen, samples", 1.6, beside=BESIDE)
PEERS = Row("… beside the fastest peer's first text", 1.0, beside="the fastest peer")
PANES_1 = Row("start at 1,000 briefs: first panes", 1.7, beside=BESIDE)
PANES_10 = Row("start at 10,000 briefs: first panes", 2.0, beside=BESIDE)
FILLED = Row("… list filled and usable at 10,000", 6.0, beside=BESIDE)
ROWS = (SAMPLES, PEERS, PANES_1, PANES_10, FILLED)

PANES = (b"Outcome", b"tradeoffs", b"parties", b"commitments", b"Rights", b"Checks", b"Palette")
"""Stand in the titles of the panes, and at the end of the last line."""
FULL = b"saved"
"""The status line says so when everything is there."""


def _bare(ground: Ground) -> Measure:
    return lambda: {BESIDE: [_first([sys.executable, BARE], b"hello", ground)]}


def _peer(ground: Ground, peer: peers.Ready) -> Measure:
    return lambda: {peer.name: [_first([peer.program], peer.shows, ground)]}


def _first(arguments: Arguments, wanted: bytes, ground: Ground) -> float:
    with Terminal(arguments, ground.home) as terminal:
        return terminal.complete(terminal.output(wanted, still=0), wanted) - terminal.started


def _ours(ground: Ground, briefs: int) -> Measure:
    def measure() -> Mapping[str, Seconds]:
        with Terminal(ground.app(briefs), ground.home) as terminal:
            chunks = terminal.output(*PANES, FULL)
            panes = terminal.complete(chunks, *PANES) - terminal.started
            whole = terminal.whole(chunks) - terminal.started
        return {f"{briefs} panes": [panes], f"{briefs} whole": [whole]}

    return measure


def results(ground: Ground, runs: int = RUNS) -> Iterator[Result]:
    """All rows, the programs started in turn."""
    ready, missing = peers.ready()
    measures = [_bare(ground), *(_ours(ground, size) for size in (0, 1_000, 10_000))]
    measures += [_peer(ground, each) for each in ready]
    found = dict(in_turn(measures, runs, ground.until))
    yield compared(SAMPLES, found, "0 whole", BESIDE)
    yield _beside_peers(found, ready, missing)
    yield compared(PANES_1, found, "1000 panes", BESIDE)
    yield compared(PANES_10, found, "10000 panes", BESIDE)
    yield compared(FILLED, found, "10000 whole", BESIDE)


def _beside_peers(
    found: dict[str, list[Seconds]], ready: list[peers.Ready], missing: list[str]
) -> Result:
    if not ready:
        return Result(PEERS, (), "; ".join(missing))
    names = [each.name for each in ready]
    found[PEERS.beside] = [min(run) for run in zip(*(found[each] for each in names), strict=True)]
    result = compared(PEERS, found, "0 whole", PEERS.beside)
    each = [f"{name} {milliseconds(_middle(found[name]))}" for name in names]
    return Result(PEERS, result.values, "; ".join([*each, *missing]))


def _middle(runs: list[Seconds]) -> float:
    return sorted(each[0] for each in runs)[len(runs) // 2]


def small(ground: Ground) -> Iterator[Result]:
    """The samples alone, by time of the processor: whatever else the machine does meanwhile."""
    measures = [_work([sys.executable, BARE], ground, BESIDE, b"hello")]
    measures.append(_work(ground.app(0), ground, "ours", *PANES, FULL))
    yield compared(SAMPLES, in_turn(measures, 3), "ours", BESIDE)


def _work(arguments: Arguments, ground: Ground, name: str, *wanted: bytes) -> Measure:
    def measure() -> Mapping[str, Seconds]:
        with Terminal(arguments, ground.home) as terminal:
            terminal.output(*wanted)
            return {name: [terminal.work()]}

    return measure
