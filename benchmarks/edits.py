"""What keeping an edit costs: durable edits beside SQLite, pauses during a checkpoint, memory.

`python -m benchmarks.edits [FOLDER]` prints three tables. Everything that is compared is measured
in the same run, the edits in turn with SQLite's; the folder says which disk.
"""

import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from coalition_tui import edits
from coalition_tui.edits import Change, Edit
from coalition_tui.model import Brief, Party
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SIZES = (10, 100, 1_000, 10_000)
EDITS = 200
LONG_TEXT = "A sentence about what this brief is to bring, and for whom. " * 16

READ = {
    "TinyDB, all read": "import tinydb; db = tinydb.TinyDB(path); kept = db.table('briefs').all()",
    "coalition-tui": (
        "from pathlib import Path; from coalition_tui.session import Session;"
        "from coalition_tui.store import TinyStore; kept = Session(TinyStore(Path(path), 'look'))"
    ),
}


def brief(number: int) -> Brief:
    """A brief of about 6 KB."""
    parties = tuple(
        Party(id=f"p{each}", name=f"Team {each}", must_believe=LONG_TEXT) for each in range(5)
    )
    return Brief(
        id=f"brief-{number}", title=f"Brief {number}", outcome=LONG_TEXT[:400], parties=parties
    )


def fill(path: Path, size: int) -> None:
    """A workspace of so many briefs."""
    store = TinyStore(path)
    store.load()
    made = (brief(number) for number in range(size))
    store.commit(Edit("All", tuple(Change("briefs", each.id, None, each) for each in made)))
    store.close()


def timed(call: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def durable_edits(folder: Path, size: int) -> str:
    """One durable edit of ours, its parts, and one update of SQLite's, in turn."""
    path = folder / f"{size}" / "coalition.json"
    fill(path, size)
    session = Session(TinyStore(path))
    database = sqlite3.connect(folder / f"{size}" / "beside.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE briefs (id TEXT PRIMARY KEY, document TEXT)")
    text = path.read_text(encoding="utf-8")[:6000]
    database.execute("BEGIN")
    rows = ((f"brief-{number}", text) for number in range(size))
    database.executemany("INSERT INTO briefs VALUES (?, ?)", rows)
    database.execute("COMMIT")
    ours, theirs, bare, apply = [], [], [], []
    descriptor = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for turn in range(EDITS):
        key = f"brief-{turn * 7919 % size}"
        edit = edits.put(session.workspace, Place("briefs", key, ("why_now",)), f"v{turn}", NOW)
        update = ("UPDATE briefs SET document = ? WHERE id = ?", (f"{turn}{text}", key))
        steps = [
            lambda edit=edit: ours.append(timed(lambda: session.perform(edit))),
            lambda update=update: theirs.append(timed(lambda: database.execute(*update))),
            lambda: bare.append(timed(lambda: _append(descriptor))),
        ]
        for step in steps[turn % 3 :] + steps[: turn % 3]:
            step()
        apply.append(timed(lambda edit=edit: edits.apply(session.workspace, edit)))
        if session.unsaved:
            raise SystemExit(session.unsaved)
    os.close(descriptor)
    database.close()
    session.close()
    mine, sqlite, disk = map(statistics.median, (ours, theirs, bare))
    return (
        f"{size:>7,}  {mine:8.2f}  {sqlite:8.2f}  {mine / sqlite:7.2f}  {disk:8.2f}"
        f"  {statistics.median(apply):8.3f}"
    )


def _append(descriptor: int) -> None:
    os.write(descriptor, b"x" * 6000)
    os.fdatasync(descriptor)


def pauses(folder: Path, size: int) -> str:
    """The longest waits of the main thread while a checkpoint runs, and without one."""
    path = folder / f"{size}" / "coalition.json"
    session = Session(TinyStore(path))
    worst, quiet, longest = [], [], []
    for turn in range(5):
        place = Place("briefs", "brief-1", ("why_now",))
        session.perform(edits.put(session.workspace, place, f"pause {turn}", NOW))
        end = time.perf_counter() + 0.5
        quiet.append(_longest_wait(lambda end=end: time.perf_counter() < end))
        thread = threading.Thread(target=session.store.checkpoint)
        begun = time.perf_counter()
        thread.start()
        worst.append(_longest_wait(thread.is_alive))
        longest.append(time.perf_counter() - begun)
        thread.join()
    session.close()
    return (
        f"{size:>7,}  {statistics.median(worst):8.1f}  {max(worst):8.1f}"
        f"  {statistics.median(quiet):8.1f}  {statistics.median(longest) * 1000:10.0f}"
    )


def _longest_wait(running: Callable[[], bool]) -> float:
    """Milliseconds that a step of 1 ms took beyond it, at worst."""
    worst = 0.0
    while running():
        worst = max(worst, timed(lambda: time.sleep(0.001)) - 1)
    return worst


def memory(folder: Path, size: int) -> list[str]:
    """What a process needs more when it has read everything, as the system counts it."""
    path = folder / f"{size}" / "coalition.json"
    needed = {name: _resident(code, path) for name, code in READ.items()}
    least = needed["TinyDB, all read"]
    return [
        f"{size:>7,}  {name:<18} {each:8.1f}  {each / least:7.2f}" for name, each in needed.items()
    ]


def _resident(code: str, path: Path) -> float:
    now = (
        "def now(): return int(open('/proc/self/statm').read().split()[1]) * 4096 / 1e6\n"
        "import sys, gc, tinydb, coalition_tui.store, coalition_tui.session; path = sys.argv[1]\n"
        f"before = now(); {code}\ngc.collect(); print(now() - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", now, str(path)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Measure and print."""
    parent = sys.argv[1] if len(sys.argv) > 1 else None
    folder = Path(tempfile.mkdtemp(prefix="coalition-tui-bench-", dir=parent))
    try:
        print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
        print(f"load {os.getloadavg()[0]:.1f}, {folder}\n")
        print("One durable edit, ms (median of 200, in turn)")
        print(" briefs      ours    SQLite    ratio  append+sync   apply")
        for size in SIZES:
            print(durable_edits(folder, size), flush=True)
        print("\nThe main thread's longest wait during a checkpoint, ms (5 checkpoints)")
        print(" briefs    median     worst     quiet  checkpoint")
        for size in SIZES[2:]:
            print(pauses(folder, size), flush=True)
        print("\nMemory of all that is read, MB")
        for size in SIZES[2:]:
            print("\n".join(memory(folder, size)), flush=True)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
