"""Faults 1, 2 and 5: processes killed, system calls that fail, two at once."""

import random
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from tests.torture.conftest import LONG, Figures, rounds
from tests.torture.editor import Notes, Server
from tests.torture.ground import check, count, later, look, make

pytestmark = pytest.mark.slow


def test_killed_at_random(database: Path, tmp_path: Path, server: Server, figures: Figures) -> None:
    make(database)
    before = look(database)
    chance = random.Random(1)
    acknowledged = 0
    number = rounds(25, 500)
    for _ in range(number):
        notes = Notes(tmp_path / "notes")
        process = server.start(database, notes, edits=10_000, checkpoint=chance.randint(2, 9))
        process.go()
        time.sleep(chance.uniform(0, 0.06))
        process.kill()
        assert process.wait() == -signal.SIGKILL
        acknowledged += max(0, notes.acknowledged - before.value)
        check(database, before, notes.acknowledged, notes.tried)
        before = look(database)
    figures(f" 1  kill -9: {number} kills among {acknowledged} acknowledged edits, 0 lost")


CALLS = {
    "openat": "openat",
    "write": "write,pwrite64",
    "fsync": "fsync",
    "fdatasync": "fdatasync",
    "rename": "rename,renameat,renameat2",
    "ftruncate": "ftruncate",
}
ERRORS = ("KILL", "EIO", "ENOSPC", "EACCES")
INJECTED = re.compile(r"\(INJECTED\)|killed by SIGKILL")


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("call", CALLS)
def test_every_system_call_may_fail(
    tmp_path: Path, memory: Path, server: Server, figures: Figures, call: str, error: str
) -> None:
    _needs_strace()
    path, notes_file = memory / "data" / "coalition.json", memory / "notes"
    make(path)
    original, before = memory / "original", look(path)
    shutil.copytree(path.parent, original)
    step, hits = rounds(4, 1), 0
    ways = [("", False), ("", True), ("+", True)] if LONG else [("", False)]
    for again, closes in ways:
        for place in range(1, 1000, step):
            shutil.rmtree(path.parent)
            shutil.copytree(original, path.parent)
            notes_file.unlink(missing_ok=True)
            notes = Notes(notes_file)
            fault = (call, error, f"{place}{again}")
            if not _inject(server, path, notes, tmp_path / "log", fault, closes):
                break
            hits += 1
            check(path, before, notes.acknowledged, notes.tried)
    assert hits or call == "ftruncate"
    figures(f" 2  strace {call} {error}: {hits} faults injected, 0 acknowledged edits lost")


def _inject(
    server: Server, path: Path, notes: Notes, log: Path, fault: tuple[str, str, str], closes: bool
) -> bool:
    """Run an editing process with one fault; False when the fault's place was never reached."""
    call, error, when = fault
    process = server.start(path, notes, edits=5, checkpoint=3, closes=closes)
    kind = "signal=KILL" if error == "KILL" else f"error={error}"
    tracer = subprocess.Popen(
        [
            *("strace", "-f", "-o", str(log), "-p", str(process.pid)),
            *("-e", f"trace={CALLS[call]}", "-e", f"inject={CALLS[call]}:{kind}:when={when}"),
        ],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr
    attached = tracer.stderr.readline()
    if "attached" not in attached:
        process.kill()
        process.wait()
        pytest.skip(f"strace can't attach here: {attached.strip()}")
    process.go()
    ended = process.wait()
    tracer.communicate(timeout=20)
    assert ended in (0, 3, -signal.SIGKILL), ended
    return INJECTED.search(log.read_text()) is not None


def _needs_strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("no strace on this machine: no system call can be made to fail")


def test_the_second_one_reads_follows_and_takes_over(
    database: Path, tmp_path: Path, server: Server, figures: Figures
) -> None:
    make(database)
    before = look(database)
    number = rounds(4, 60)
    chance = random.Random(2)
    for _ in range(number):
        notes = Notes(tmp_path / "notes")
        process = server.start(database, notes, edits=100_000, checkpoint=7)
        process.go()
        while notes.acknowledged <= before.value + 1:
            time.sleep(0.002)
        session = Session(TinyStore(database, now=later))
        assert f"process {process.pid}" in session.store.read_only
        session.perform(count(session, 0))
        assert "open elsewhere" in session.unsaved
        session = Session(TinyStore(database, now=later))
        seen = _value(session)
        while _value(session) == seen:
            session.follow()
        assert _value(session) > seen
        time.sleep(chance.uniform(0, 0.02))
        process.kill()
        assert process.wait() == -signal.SIGKILL
        while session.store.read_only:
            session.follow()
        value = _value(session)
        assert notes.acknowledged <= value <= notes.tried
        session.perform(count(session, value + 1))
        assert not session.unsaved
        session.close()
        assert look(database).value == value + 1
        check(database, before, value + 1, value + 1)
        before = look(database)
    figures(f" 5  two at once: {number} holders killed, {number} taken over, 0 edits lost")


def _value(session: Session) -> int:
    return int(session.workspace.briefs["counter"].outcome)
