"""Export of many and import of much: seen, stopped by Esc, and nothing half done."""

import threading
from pathlib import Path

import pytest

from coalition_tui.exchange import formats
from coalition_tui.model import Brief
from coalition_tui.tui.modals import export, importing
from coalition_tui.tui.modals.working import WorkDialog
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


async def test_quitting_does_not_wait_for_it_and_loses_no_edit(opening, slow):
    async with opening(MANY, WIDE) as desk:
        await desk.press("n", "enter")
        await desk.type("Written before")
        await desk.press("escape", "B", "d", "u")
        await desk.press(*EXPORT)
        desk.send("ctrl+s")
        await desk.wait(lambda: is_working(desk))
        path = desk.path
        desk.send("ctrl+q")
        await desk.wait_end()
    assert slow.turns < 1000
    assert "Written before" in path.read_text()


async def test_what_goes_wrong_in_it_is_told_as_elsewhere(opening):
    async with opening(MANY, WIDE) as desk:
        await desk.press("B", *EXPORT, "tab", "tab", "tab", "ctrl+u")
        await desk.type("/nowhere/at/all.md")
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
