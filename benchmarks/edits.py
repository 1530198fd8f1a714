"""One durable edit beside one durable update of SQLite, in turn, on the same disk."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime

import msgspec

from benchmarks.ground import Ground
from benchmarks.ratios import Measure, Result, Row, Seconds, compared, in_turn
from coalition_tui import edits
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place

SHARE = 60
RUNS = 10
EDITS = 40
"""How many in one run."""
STEP = 7919
"""A prime: the edits go to briefs far from one another."""
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

BESIDE = "one update of SQLite (WAL, FULL)"
SOME = Row("one durable edit at 1,000 briefs", 1.5, beside=BESIDE)
MANY = Row("one durable edit at 10,000 briefs", 2.0, beside=BESIDE)
ROWS = (SOME, MANY)


def timed(call: Callable[[], object]) -> float:
    """Seconds."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _both(session: Session, database: sqlite3.Connection, text: str) -> Measure:
    keys = list(session.workspace.briefs)
    made = 0

    def measure() -> Mapping[str, Seconds]:
        nonlocal made
        ours, theirs = [], []
        for _ in range(EDITS):
            made += 1
            key = keys[made * STEP % len(keys)]
            place = Place("briefs", key, ("why_now",))
            edit = edits.put(session.workspace, place, f"Edit {made}", NOW)
            update = ("UPDATE briefs SET document = ? WHERE id = ?", (f"{made}{text}", key))
            ours.append(timed(lambda edit=edit: session.perform(edit)))
            theirs.append(timed(lambda update=update: database.execute(*update)))
            if session.unsaved:
                raise OSError(session.unsaved)
        return {"ours": ours, BESIDE: theirs}

    return measure


def _measured(ground: Ground, row: Row, briefs: int, runs: int) -> Result:
    path = ground.own(briefs)
    session = Session(TinyStore(path))
    text = msgspec.json.encode(next(iter(session.workspace.briefs.values()))).decode()
    with closing(sqlite3.connect(path.with_suffix(".sqlite"), isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA synchronous=FULL")
        database.execute("CREATE TABLE briefs (id TEXT PRIMARY KEY, document TEXT)")
        database.execute("BEGIN")
        rows = ((key, text) for key in session.workspace.briefs)
        database.executemany("INSERT INTO briefs VALUES (?, ?)", rows)
        database.execute("COMMIT")
        found = in_turn([_both(session, database, text)], runs, ground.until)
    session.store.close()
    return compared(row, found, "ours", BESIDE)


def results(ground: Ground) -> Iterator[Result]:
    """At both sizes."""
    yield _measured(ground, SOME, 1_000, RUNS)
    yield _measured(ground, MANY, 10_000, RUNS)


def small(ground: Ground) -> Iterator[Result]:
    """Among few briefs."""
    yield _measured(ground, SOME, 100, 3)
