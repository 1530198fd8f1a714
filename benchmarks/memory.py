"""What a process holds when all is read, beside TinyDB with all read."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.ratios import Result, Row, Seconds, compared, in_turn

SHARE = 50
RUNS = 3

BESIDE = "TinyDB(path), all read"
MANY = Row("memory at 10,000 briefs", 1.3, beside=BESIDE)
ROWS = (MANY,)

READ = {
    BESIDE: "import tinydb; db = tinydb.TinyDB(path); kept = db.table('briefs').all()",
    "ours": (
        "from pathlib import Path; from coalition_tui.session import Session;"
        "from coalition_tui.store import TinyStore;"
        "kept = Session(TinyStore(Path(path), 'look')); [*kept.workspace.briefs.values()]"
    ),
}
MEASURED = """
import sys, gc, tinydb, coalition_tui.store, coalition_tui.session
path = sys.argv[1]
def now(): return int(open('/proc/self/statm').read().split()[1]) * 4096
before = now()
{code}
gc.collect()
print(now() - before)
"""


def _resident(name: str, path: Path) -> Mapping[str, Seconds]:
    """Bytes that the system counts more than before."""
    command = [sys.executable, "-c", MEASURED.format(code=READ[name]), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: [float(done.stdout)]}


def results(ground: Ground) -> Iterator[Result]:
    """In processes of their own."""
    path = ground.workspace(10_000)
    runs = in_turn([partial(_resident, name, path) for name in READ], RUNS, ground.until)
    result = compared(MANY, runs, "ours", BESIDE)
    ours, theirs = (
        sorted(each[0] for each in runs[name])[len(runs[name]) // 2] for name in ("ours", BESIDE)
    )
    yield Result(MANY, result.values, f"{ours / 1e6:.0f} MB, {theirs / 1e6:.0f} MB")
