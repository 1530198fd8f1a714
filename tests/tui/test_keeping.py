"""The file is brought up to date soon, followed while another holds it, and kept at a signal."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from coalition_tui import edits
from coalition_tui.cli.running import AT_ONCE
from coalition_tui.model import Brief
from coalition_tui.session import StoreError
from coalition_tui.store import TinyStore
from coalition_tui.store.snapshot import journal_of
from coalition_tui.tui import keeping
from coalition_tui.tui.driver import LastingFile
from tests.terminal import Terminal
from tests.tui.conftest import sample_workspace
from tests.tui.desk import NOW, Desk, keep, opened, workspace_of

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "coalition_tui")


def _titles(path: Path) -> list[str]:
    """The briefs in the file itself, without its journal."""
    return [each["title"] for each in json.loads(path.read_bytes())["briefs"].values()]


async def _add(desk: Desk, title: str) -> None:
    desk.app.perform(lambda _, now: edits.create(Brief(id=title.lower(), title=title), now))
    await desk.settle()


async def test_the_file_is_up_to_date_when_nobody_edits(path, monkeypatch):
    monkeypatch.setattr(keeping, "IDLE", 0.05)
    async with opened(path) as desk:
        await _add(desk, "Launch")
        await desk.wait(lambda: desk.app.session.store.behind == 0)
        assert _titles(path) == ["Launch"]


async def test_much_beside_the_file_does_not_wait(path, monkeypatch):
    monkeypatch.setattr(keeping, "IDLE", 600)
    monkeypatch.setattr(keeping, "FULL", 100)
    async with opened(path) as desk:
        await _add(desk, "Launch")
        await desk.wait(lambda: desk.app.session.store.behind == 0)
        assert _titles(path) == ["Launch"]


async def test_a_checkpoint_that_fails_is_told_once_and_nothing_is_lost(path, monkeypatch):
    monkeypatch.setattr(keeping, "IDLE", 0.02)
    async with opened(path) as desk:

        def fail() -> None:
            raise StoreError("the disk is full")

        monkeypatch.setattr(desk.app.session.store, "checkpoint", fail)
        for title in ("One", "Two"):
            await _add(desk, title)
            await desk.wait(lambda: len(desk.app._notifications) == 1)
        assert not desk.app.session.unsaved
        monkeypatch.undo()
    assert set(TinyStore(path, "looking").load().briefs) == {"one", "two"}


async def test_the_second_app_says_who_holds_the_file_follows_and_takes_over(path, monkeypatch):
    monkeypatch.setattr(keeping, "FOLLOW", 0.05)
    keep(path, workspace_of(Brief(id="one", title="First brief")))
    holder = TinyStore(path)
    holder.load()
    async with opened(path) as desk:
        assert "read-only" in desk.status
        assert f"process {os.getpid()}" in desk.text
        await _add(desk, "Refused")
        assert "refused" not in desk.app.session.workspace.briefs
        holder.commit(edits.create(Brief(id="two", title="Second brief"), NOW))
        await desk.wait(lambda: "Second brief" in desk.text)
        holder.close()
        await desk.wait(lambda: "saved" in desk.status)
        assert "New" in desk.key_bar
        await _add(desk, "Third")
        assert not desk.app.session.unsaved
        assert "Third" in desk.text
    assert set(TinyStore(path, "looking").load().briefs) == {"one", "two", "third"}


async def test_a_file_that_is_read_only_offers_nothing_that_edits(path):
    keep(path, sample_workspace())
    holder = TinyStore(path)
    holder.load()
    async with opened(path) as desk:
        words = ("New", "Edit", "Delete", "Undo", "Talk")
        assert [each for each in words if f" {each} " in f"{desk.key_bar} "] == []
        assert "y Copy" in desk.key_bar
        await desk.press("3", "j")
        assert "Add" not in desk.key_bar
        await desk.press("question_mark")
        assert "Add a record here" not in desk.text
        await desk.press("escape", "ctrl+p", *"add")
        assert "Add a record here" not in desk.text
        await desk.press("escape", "a")
        assert any("open elsewhere" in each for each in desk.toasts)
    holder.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_the_app_with_its_file_up_to_date(home, database, name):
    keep(database, workspace_of(Brief(id="one", title="First brief")))
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("First brief")
        terminal.send("d")
        terminal.wait_for("No brief yet")
        os.kill(terminal.process.pid, getattr(signal, name))
        assert terminal.wait_exit() == 128 + getattr(signal, name)
    assert _titles(database) == []
    assert journal_of(database).read_bytes().count(b"\n") == 1


@pytest.mark.slow
def test_a_terminal_that_goes_away_loses_nothing(home, database):
    keep(database, workspace_of(Brief(id="one", title="First brief")))
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("First brief")
        terminal.send("d")
        terminal.wait_for("No brief yet")
    assert not TinyStore(database, "looking").load().briefs
    assert list(TinyStore(database, "looking").load().trash)


@pytest.mark.slow
@pytest.mark.parametrize("drawn", [True, False], ids=["at rest", "drawing"])
@pytest.mark.parametrize("keys", ["", "jk" * 60], ids=["few keys", "many keys"])
def test_a_window_that_is_closed_ends_the_app_and_frees_its_file(home, database, keys, drawn):
    keep(database, workspace_of(Brief(id="one", title="First"), Brief(id="two", title="Second")))
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("First", "saved")
        terminal.send("d")
        terminal.wait_for("u takes it back")
        terminal.send(keys, "1", "e", "Half a word")
        if drawn:
            terminal.wait_for("Half a word")
        os.kill(terminal.process.pid, signal.SIGCONT)  # as whoever takes a terminal away does
        terminal.hang_up()
        assert terminal.wait_exit() == 128 + signal.SIGHUP
    store = TinyStore(database)
    assert not store.load().briefs["two"].outcome.removeprefix("Half a word")
    assert not store.read_only
    store.close()


@pytest.mark.parametrize("text", ["x", "x" * 20_000])
def test_a_terminal_that_has_gone_is_told_once_and_asked_no_more(monkeypatch, text):
    told: list[int] = []
    monkeypatch.setattr(os, "kill", lambda process, signal: told.append(signal))
    master, slave = os.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as terminal:
        writer = WriterThread(LastingFile(terminal))  # type: ignore[arg-type]  # all that it needs
        os.close(master)
        writer.start()
        for _ in range(MAX_QUEUED_WRITES + 2):
            writer.write(text)
        writer.stop()
        terminal.flush()  # as Python does at its end: what is held back must not fail again
    assert told == [signal.SIGHUP]


@pytest.mark.slow
@pytest.mark.parametrize("others", [0, 150])
def test_a_damaged_file_is_recovered_by_choice(home, database, others):
    """A large one is found to be damaged when the first frame is there already."""
    one = Brief(id="one", title="First brief")
    long = [Brief(id=f"b{n}", title=f"Brief {n}", outcome="so " * 6000) for n in range(others)]
    keep(database, workspace_of(one, *long))
    assert (database.stat().st_size > AT_ONCE) == bool(others)
    store = TinyStore(database)
    store.load()
    store.backup()
    store.close()
    whole = database.read_bytes()
    database.write_bytes(whole[:-20])
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("This file is damaged", "What can be read of the damaged file", "backup")
        terminal.send("\x1b")
        assert terminal.wait_exit() == 3
    assert database.read_bytes() == whole[:-20]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("This file is damaged")
        terminal.send("\r")
        terminal.wait_for("First brief", "Recovered")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert _titles(database) == ["First brief", *(each.title for each in long)]
    (aside,) = (database.parent / "recovery").iterdir()
    assert (aside / database.name).read_bytes() == whole[:-20]


@pytest.mark.slow
def test_a_large_file_that_is_none_of_ours_is_one_line(home, database):
    database.parent.mkdir(exist_ok=True)
    database.write_bytes(b"{" * (AT_ONCE + 1))
    run = [*PROGRAM, "--db", str(database)]
    with Terminal(run, home, env={"PYTHONPATH": str(ROOT)}) as terminal:
        assert terminal.wait_exit() == 3
        terminal.wait_for("coalition-tui: ")
        assert "Traceback" not in terminal.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lost", "shown", "code"),
    [(0, b"First", 128 + signal.SIGHUP), (20, b"damaged", -signal.SIGHUP)],
    ids=["brief", "damaged file"],
)
def test_an_app_that_no_signal_reaches_ends_with_its_terminal(home, database, lost, shown, code):
    keep(database, workspace_of(Brief(id="one", title="First")))
    database.write_bytes(database.read_bytes()[: -lost or None])
    master, slave = os.openpty()
    with subprocess.Popen(
        [*PROGRAM, "--db", str(database)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm", "LANG": "C.UTF-8"},
        cwd=ROOT,
        start_new_session=True,  # so it is nobody's terminal, and its end no signal
    ) as process:
        os.close(slave)
        seen = b""
        while shown not in seen:
            seen += os.read(master, 65536)
        os.close(master)
        try:
            assert process.wait(15) == code
        finally:
            process.kill()
