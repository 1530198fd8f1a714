"""Export of many and import of much: seen, stopped by Esc, and nothing half done."""

import asyncio
import signal
import threading
from pathlib import Path

import pytest

from coalition_tui.exchange import formats
from coalition_tui.model import Brief
from coalition_tui.paths import copies_folder
from coalition_tui.tui.modals import export, importing
from coalition_tui.tui.modals.working import LEAVING, WorkDialog
from coalition_tui.work import steps
from coalition_tui.workspace import Workspace
from tests.tui.desk import WIDE, Desk, workspace_of

MANY = workspace_of(*(Brief(id=f"b{number}", title=f"Brief {number}") for number in range(12)))
EXPORT = ("asterisk", "x")


class Slow:
    """Work that takes as long as a test wants."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        self.turns = 0
        real = formats.written

        def slowly(*arguments):
            for _ in steps(range(1000)):
                self.turns += 1
                self.go_on.wait(0.01)
            return real(*arguments)

        assert vars(export)["written"] is real  # the dialog's preview is not slow
        monkeypatch.setattr(formats, "written", slowly)


@pytest.fixture
def slow(monkeypatch):
    return Slow(monkeypatch)


def is_working(desk: Desk) -> bool:
    return isinstance(desk.app.screen, WorkDialog)


def files(desk: Desk) -> set[str]:
    """What stands in the folder besides the workspace."""
    return {each.name for each in desk.path.parent.iterdir() if "coalition.json" not in each.name}


async def begin_export(desk: Desk) -> None:
    await desk.press("B", *EXPORT)
    assert "12 briefs; they begin so" in desk.text
    desk.send("ctrl+s")
    await desk.wait(lambda: is_working(desk))


async def test_many_briefs_are_exported_in_view_of_how_far_it_is(opening, slow, monkeypatch):
    async with opening(MANY, WIDE) as desk:
        before = files(desk)
        await begin_export(desk)
        await desk.wait(lambda: "of 1,000" in desk.text)
        assert "12 briefs as Markdown" in desk.text
        assert files(desk) == before
        slow.go_on.set()
        await desk.wait(lambda: not is_working(desk))
        (made,) = files(desk) - before
        assert (desk.path.parent / made).read_text().count("# Brief ") == 12
        assert "Exported to" in desk.toasts[-1]
        await asyncio.sleep(0.05)
        assert desk.app.is_running


async def test_escape_stops_it_and_leaves_no_file(opening, slow):
    async with opening(MANY, WIDE) as desk:
        before = files(desk)
        await begin_export(desk)
        await desk.press("escape")
        await desk.wait(lambda: not is_working(desk))
        assert files(desk) == before
        assert "Stopped: nothing has left." in desk.toasts
        turns = slow.turns
        assert turns < 1000


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quitting_waits_until_it_is_written(opening, slow, key):
    async with opening(MANY, WIDE) as desk:
        before = files(desk)
        await begin_export(desk)
        await desk.press(key)
        assert LEAVING in desk.text
        assert is_working(desk)
        assert desk.app.is_running
        slow.go_on.set()
        await desk.wait_end()
        assert desk.app.return_code == 0
        (made,) = files(desk) - before
        assert (desk.path.parent / made).read_text().count("# Brief ") == 12


async def test_quitting_waits_until_it_is_copied(opening, slow, monkeypatch):
    monkeypatch.setenv("COALITION_TUI_CLIPBOARD", "off")
    async with opening(MANY, WIDE) as desk:
        await desk.press("B", "asterisk")
        desk.send("y")
        await desk.wait(lambda: is_working(desk))
        await desk.press("q")
        assert LEAVING in desk.text
        slow.go_on.set()
        await desk.wait_end()
        (made,) = copies_folder().iterdir()
        assert made.read_text().count("# Brief ") == 12


async def test_escape_stops_it_and_whoever_wanted_to_quit_stays(opening, slow):
    async with opening(MANY, WIDE) as desk:
        before = files(desk)
        await begin_export(desk)
        await desk.press("q", "escape")
        await desk.wait(lambda: not is_working(desk))
        assert "Stopped: nothing has left." in desk.toasts
        slow.go_on.set()
        await desk.press("x")
        desk.send("ctrl+s")
        await desk.wait(lambda: len(files(desk) - before) == 1)
        assert desk.app.is_running


@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_whoever_quits_is_asked_before_a_file_is_replaced(opening, slow, answer):
    async with opening(MANY, WIDE) as desk:
        await desk.press("B", *EXPORT, "tab", "tab", "tab", "ctrl+u")
        await desk.type("out.md")
        desk.send("ctrl+s")
        await desk.wait(lambda: is_working(desk))
        file = desk.path.parent / "out.md"
        file.write_text("another's")
        await desk.press("q")
        slow.go_on.set()
        await desk.wait(lambda: "Replace the file?" in desk.text)
        assert file.read_text() == "another's"
        if answer == "yes":
            desk.send("down", "enter")
            await desk.wait_end()
            assert file.read_text().count("# Brief ") == 12
        else:
            await desk.press("enter")
            assert file.read_text() == "another's"
            assert desk.app.is_running


async def test_what_could_not_be_written_is_told_before_anybody_leaves(opening, slow):
    async with opening(MANY, WIDE) as desk:
        await desk.press("B", *EXPORT, "tab", "tab", "tab", "ctrl+u")
        await desk.type(f"{'x' * 300}.md")
        desk.send("ctrl+s")
        await desk.wait(lambda: is_working(desk))
        await desk.press("q")
        slow.go_on.set()
        await desk.wait(lambda: any("Not exported" in each for each in desk.toasts))
        assert desk.app.is_running


async def test_a_signal_does_not_wait_for_it_and_loses_no_edit(opening, slow):
    async with opening(MANY, WIDE) as desk:
        await desk.press("n", "enter")
        await desk.type("Written before")
        await desk.press("escape", "B", "d", "u")
        await desk.press(*EXPORT)
        desk.send("ctrl+s")
        await desk.wait(lambda: is_working(desk))
        path = desk.path
        desk.app.leave(128 + signal.SIGTERM)
        await desk.wait_end()
        assert desk.app.return_code == 128 + signal.SIGTERM
    assert slow.turns < 1000
    assert files(desk) <= {"backups"}
    assert "Written before" in path.read_text()


async def test_what_goes_wrong_in_it_is_told_as_elsewhere(opening):
    async with opening(MANY, WIDE) as desk:
        await desk.press("B", *EXPORT, "tab", "tab", "tab", "ctrl+u")
        await desk.type(f"{'x' * 300}.md")
        desk.send("ctrl+s")
        await desk.wait(lambda: any("Not exported" in each for each in desk.toasts))


@pytest.fixture
def large(opening, monkeypatch, tmp_path) -> Path:
    monkeypatch.setattr(importing, "LARGE", 10)
    made: Path = tmp_path / "much.md"
    made.write_text("# One\n\n## Outcome\n\nIt runs.\n")
    return made


async def test_a_large_file_is_read_when_it_is_meant_and_then_shown_first(opening, large):
    async with opening(Workspace(people={}, briefs=dict(MANY.briefs)), WIDE) as desk:
        await desk.press("I")
        await desk.type(large.name)
        assert "Enter reads it, and changes nothing yet" in desk.text
        desk.send("enter")
        await desk.wait(lambda: "Import 1 brief" in desk.text)
        assert len(desk.app.session.workspace.briefs) == 12
        await desk.press("enter")
        assert len(desk.app.session.workspace.briefs) == 13
        assert desk.saved_brief("One")["outcome"] == "It runs."


async def test_a_large_file_with_a_mistake_changes_nothing(opening, large):
    large.write_text("# One\n\n## No such section\n\nIt runs.\n")
    async with opening(MANY, WIDE) as desk:
        await desk.press("I")
        await desk.type(large.name)
        desk.send("enter")
        await desk.wait(lambda: "✗ much.md" in desk.text)
        assert len(desk.app.session.workspace.briefs) == 12
