"""Each key of a filter over 10,000 briefs, beside the cursor in a bare OptionList."""

from collections.abc import Iterator

from benchmarks.ground import Ground
from benchmarks.moving import BESIDE, bare, moves
from benchmarks.ratios import Result, Row, compared, in_turn
from benchmarks.start import FULL, PANES
from benchmarks.terminal import Terminal

SHARE = 60
RUNS = 6
WORDS = ("launch", "77", "night")
"""Typed letter by letter: what many hold, a number, a word of every fourth title."""
ESCAPE = "\x1b"

EACH = Row("filter, each key, 10,000 briefs, p99", 5.0, beside=BESIDE, percent=99)
ROWS = (EACH,)


def _typing(terminal: Terminal) -> Iterator[float]:
    """Seconds from each letter to the last byte of what follows."""
    for word in WORDS:
        _press(terminal, "/")
        for letter in word:
            yield _press(terminal, letter)
        _press(terminal, ESCAPE)


def _press(terminal: Terminal, key: str) -> float:
    before = terminal.lines
    chunks = terminal.send(key)
    terminal.parse(chunks)
    if terminal.lines == before:
        raise LookupError(f"{key!r} changes nothing on the screen")
    return chunks[-1].at - terminal.sent


def results(ground: Ground) -> Iterator[Result]:
    """Letter by letter, in turn with the cursor."""
    cursor = bare(ground)
    app = ground.open(ground.app(10_000), *PANES, FULL)
    letters = sum(map(len, WORDS))
    measures = [
        lambda: {BESIDE: list(moves(cursor, cursor.picture, letters))},
        lambda: {"ours": list(_typing(app))},
    ]
    yield compared(EACH, in_turn(measures, RUNS, ground.until), "ours", BESIDE)
