"""Fault 6: file and journal cut at every byte, and with bits flipped."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coalition_tui.session import Recovery, Session, StoreError
from coalition_tui.store import TinyStore, keeper
from coalition_tui.store.snapshot import journal_of
from coalition_tui.workspace import Workspace
from tests.torture.conftest import Figures, rounds
from tests.torture.ground import count, later, look, make

pytestmark = pytest.mark.slow

LAST = 3
"""The counter after the edits in the journal."""
ROOM = 64
"""Bytes of room at the journal's end: enough to damage some of them."""


@pytest.fixture
def damaged(memory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a few records, with edits in its journal and a backup beside it."""
    path = memory / "data" / "coalition.json"
    make(path, size=8)
    session = Session(TinyStore(path, now=later))
    session.store.backup()
    for value in range(1, LAST + 1):
        session.perform(count(session, value))
    shutil.copytree(path.parent, memory / "whole")
    session.close()
    journal = journal_of(memory / "whole" / path.name)
    journal.write_bytes(journal.read_bytes().rstrip(b"\0") + bytes(ROOM))
    shutil.rmtree(path.parent)
    shutil.copytree(memory / "whole", path.parent)
    assert look(path).value == LAST
    monkeypatch.setattr(keeper, "_PAUSE", 0)
    return path


def _attempt(path: Path, victim: Path, data: bytes) -> str:
    """Damage one of the files and open it: how it went. Fails when an edit is lost in silence."""
    others, whole = look(path).others, victim.read_bytes()
    victim.write_bytes(data)
    before = {each: each.read_bytes() for each in (path, journal_of(path))}
    _load(TinyStore(path, "only looking", now=later))
    assert {each: each.read_bytes() for each in before} == before
    store = TinyStore(path, now=later)
    found = _load(store)
    if isinstance(found, Recovery):
        assert found.choices
        assert {each: each.read_bytes() for each in before} == before
        aside = Path(store.recover(found.choices[0]))
        assert {(aside / each.name).read_bytes() for each in before} == set(before.values())
        assert json.loads(path.read_bytes())
        result = "recovered by choice"
    elif isinstance(found, StoreError):
        assert {each: each.read_bytes() for each in before} == before
        result = "refused"
    else:
        value = found.briefs["counter"].outcome if "counter" in found.briefs else None
        same = value == str(LAST) and look(path).others == others
        noticed = bool(store.notice or found.every_unreadable())
        cut_between_lines = whole.startswith(data) and data.endswith(b"\n") and victim != path
        assert same or noticed or cut_between_lines, "something was lost without a word"
        result = "as it was" if same else "noticed" if noticed else "shorter by whole lines"
    store.close()
    return result


def _load(store: TinyStore) -> Workspace | StoreError:
    try:
        return store.load()
    except StoreError as error:
        return error


def _tried(path: Path, victim: Path, damages: Iterator[bytes]) -> dict[str, int]:
    whole = path.parent.parent / "whole"
    results: dict[str, int] = {}
    for data in damages:
        result = _attempt(path, victim, data)
        results[result] = results.get(result, 0) + 1
        shutil.rmtree(path.parent)
        shutil.copytree(whole, path.parent)
    return results


def _victim(path: Path, which: str) -> Path:
    return journal_of(path) if which == "journal" else path


def _close(path: Path) -> None:
    """Bring the file up to date, and take that for the whole one."""
    session = Session(TinyStore(path, now=later))
    session.close()
    shutil.rmtree(path.parent.parent / "whole")
    shutil.copytree(path.parent, path.parent.parent / "whole")


@pytest.mark.parametrize("which", ["file", "journal"])
def test_cut_at_every_byte(damaged: Path, figures: Figures, which: str) -> None:
    victim = _victim(damaged, which)
    whole = victim.read_bytes()
    step = rounds(9, 1)
    cuts = (whole[:length] for length in range(0, len(whole), step))
    results = _tried(damaged, victim, cuts)
    assert results.get("shorter by whole lines", 0) <= whole.count(b"\n")
    figures(f" 6  {which} cut: {sum(results.values())} places, {_in_words(results)}")


@pytest.mark.parametrize("which", ["file", "journal", "file without edits beside it"])
def test_bits_flipped(damaged: Path, figures: Figures, which: str) -> None:
    if "without" in which:
        _close(damaged)
    victim = _victim(damaged, which)
    whole = victim.read_bytes()
    chance = random.Random(6)
    bits = range(len(whole) * 8)
    chosen = sorted(chance.sample(bits, min(len(bits), rounds(120, 100_000))))

    def flipped() -> Iterator[bytes]:
        for bit in chosen:
            data = bytearray(whole)
            data[bit // 8] ^= 1 << bit % 8
            yield bytes(data)

    results = _tried(damaged, victim, flipped())
    assert results.keys() <= {"as it was", "noticed", "recovered by choice"}
    figures(f" 6  {which}, one bit flipped: {len(chosen)} places, {_in_words(results)}")


@pytest.mark.parametrize("which", ["file", "journal"])
@pytest.mark.parametrize("data", [b"", b"\0" * 4096, b"\n", b"{}", b"null"])
def test_replaced_by_nothing_of_use(damaged: Path, which: str, data: bytes) -> None:
    assert _attempt(damaged, _victim(damaged, which), data)


def _in_words(results: dict[str, int]) -> str:
    return ", ".join(f"{number} {result}" for result, number in sorted(results.items()))
