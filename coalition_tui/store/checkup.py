"""What there is to say about a workspace's files, without changing any of them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coalition_tui import atomic, pointer
from coalition_tui.integrity import faults
from coalition_tui.store import backups, records, recovery, snapshot
from coalition_tui.store.contents import SCHEMA
from coalition_tui.store.lock import Lock, may_write, unwritable
from coalition_tui.workspace import Workspace

LISTED = 20
"""How many of the same kind are told one by one."""


@dataclass(frozen=True)
class Finding:
    """Something about the files; `remedy` is what `doctor --repair` does about it."""

    text: str
    is_problem: bool = False
    remedy: str = ""


def examine(path: Path) -> Iterator[Finding]:
    """What is found, from the file itself to what stands around it.

    Raises:
        Foreign: the file is another program's.
        Corrupt: the file is damaged.
        StoreError: it can't be read.
    """
    real = Path(os.path.realpath(path))
    seen = snapshot.take(real)
    if seen.data is None and seen.lines is None:
        yield Finding(f"{path}: there is no workspace yet")
        yield from _closed(real)
        return
    contents, notice = snapshot.settle(seen)
    yield Finding(f"{path}: {len(seen.data or b''):,} bytes, schema {contents.meta.schema}")
    yield Finding(f"In it: {recovery.describe(contents)}")
    if contents.meta.schema > SCHEMA:
        yield Finding("A newer coalition-tui has written it: here it is read-only", True)
        return
    yield from _closed(real)
    if notice:
        remedy = (
            "take it as it is, after a backup"
            if notice == snapshot.CHANGED
            else "keep a copy of the journal, and take out what can't be read"
        )
        yield Finding(notice[0].upper() + notice[1:], True, remedy)
    bases = [line.seq for line in seen.reading.lines if line.base == seen.base]
    waiting = len(snapshot.pending(seen.reading, bases[-1])) if bases else 0
    if waiting:
        yield Finding(
            f"Edits that are in the journal only: {waiting}", remedy="bring them into the file"
        )
    lock = Lock(real)
    if not lock.is_free():
        yield Finding(f"Open elsewhere: {lock.holder()}")
    workspace, _ = records.read(contents)
    yield from _unreadable(workspace)
    yield from _dangling(workspace)
    yield from _around(real)


def _closed(real: Path) -> Iterator[Finding]:
    """What the system does not let us write, and what will fail for that."""
    if why := unwritable(real):
        yield Finding(f"Nothing can be edited: {why}", True)
    for each, fails in (
        (snapshot.journal_of(real), "Nothing can be edited"),
        (Lock(real).path, "Nothing can be edited"),
        (backups.folder_of(real), "No backup can be made"),
    ):
        if os.access(each, os.F_OK) and not may_write(each):
            yield Finding(f"{fails}: {each} is read-only", True)


def _unreadable(workspace: Workspace) -> Iterator[Finding]:
    found = workspace.every_unreadable()
    for each in found[:LISTED]:
        yield Finding(
            f"Unreadable, and kept as it is: {each.table} {each.key}: {each.reason}", True
        )
    if len(found) > LISTED:
        yield Finding(f"Unreadable records in all: {len(found)}", True)


def _dangling(workspace: Workspace) -> Iterator[Finding]:
    known = {
        "brief": workspace.briefs.keys(),
        "coalition": workspace.coalitions.keys(),
        "person": workspace.people.keys(),
    }
    found = [
        f"{table} {record.id}{pointer.to_text(fault.path)}: {fault.message}"
        for table in ("briefs", "coalitions", "people")
        for record in getattr(workspace, table).values()
        for fault in faults(record, known)
    ]
    for each in found[:LISTED]:
        yield Finding(each, True)
    if len(found) > LISTED:
        yield Finding(f"Such faults in all: {len(found)}", True)


def _around(real: Path) -> Iterator[Finding]:
    journal = snapshot.journal_of(real)
    kept = backups.backups(real)
    for each in (real, journal, *kept):
        if each.exists() and each.stat().st_mode & 0o077:
            remedy = "" if each in kept else "close it to them"
            yield Finding(f"Others may read {each}", True, remedy)
    for each in (*atomic.leftovers(real), *atomic.leftovers(journal)):
        yield Finding(f"Left behind by a process that ended: {each}", remedy="remove it")
    if kept:
        made = datetime.fromtimestamp(kept[0].stat().st_mtime).astimezone()
        yield Finding(f"Backups: {len(kept)}, the last of {made:%Y-%m-%d %H:%M}: {kept[0]}")
    else:
        yield Finding(
            "Backups: none yet; the first is made when the file is first brought up to date"
        )
