"""A workspace to be tortured, and what must be true of it afterwards."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Raw

from coalition_tui import atomic, edits
from coalition_tui.edits import Edit
from coalition_tui.model import Brief, Person
from coalition_tui.session import Session
from coalition_tui.store import TinyStore, snapshot
from coalition_tui.workspace import Place

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
COUNTER = Place("briefs", "counter", ("outcome",))

Bytes = dict[tuple[str, str], bytes]


def later() -> datetime:
    """The moment of every edit: files of the same edits are the same bytes."""
    return NOW


def make(path: Path, size: int = 200) -> None:
    """A workspace with a counter that is edited, and other records that must stay as they are."""
    store = TinyStore(path, now=later)
    store.load()
    session = Session(store)
    made = [edits.create(Brief(id="counter", title="Counter", outcome="0"), NOW)]
    made += [
        edits.create(Brief(id=f"b{each}", title=f"Größe {each}", outcome="法" * size), NOW)
        for each in range(3)
    ]
    made.append(edits.create(Person(id="ada", name="Ada"), NOW))
    session.perform(edits.combined("Begin", made))
    assert not session.unsaved
    session.close()


def count(session: Session, value: int) -> Edit:
    """The edit that sets the counter."""
    return edits.put(session.workspace, COUNTER, str(value), NOW)


@dataclass(frozen=True)
class Found:
    """What is in a workspace's files: the counter, and every other record's bytes."""

    value: int
    others: Bytes


def look(path: Path) -> Found:
    """Read a workspace, file and journal, without changing either. Fails when it is damaged."""
    contents, _ = snapshot.settle(snapshot.take(path))
    others: Bytes = {}
    value = 0
    for table, documents in contents.tables.items():
        for key, document in documents.items():
            if table == "briefs" and _is_counter(document):
                value = int(json.loads(bytes(document))["outcome"])
            else:
                others[table, key] = bytes(document)
    return Found(value, others)


def check(path: Path, before: Found, acknowledged: int, tried: int) -> None:
    """Nothing that was acknowledged is lost, and nothing else has changed; then open it, edit it,
    and close it: it is whole for any program, and nothing is left lying about."""
    found = look(path)
    assert acknowledged <= found.value <= tried, (acknowledged, found.value, tried)
    assert found.others == before.others
    session = Session(TinyStore(path, now=later))
    assert not session.store.read_only, session.store.read_only
    session.perform(count(session, found.value))
    assert not session.unsaved
    session.close()
    plain = json.loads(path.read_bytes())
    assert any(each.get("outcome") == str(found.value) for each in plain["briefs"].values())
    assert look(path) == found
    assert not atomic.leftovers(path)
    assert not atomic.leftovers(snapshot.journal_of(path))


def _is_counter(document: Raw) -> bool:
    return bool(json.loads(bytes(document)).get("id") == "counter")
