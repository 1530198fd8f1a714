"""Several records marked, and what is done to all of them: one edit, one undo."""

import json
from datetime import date

import pytest

from coalition_tui.model import Brief, Coalition, Member, Person
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW, USUAL, WIDE, Desk, workspace_of

BRIEFS = workspace_of(
    *(Brief(id=key, title=f"Brief {key}", created_at=NOW, updated_at=NOW) for key in "abcd")
)


def marked(desk: Desk) -> list[str]:
    """The rows with a mark, as they are seen."""
    lines = [line.strip("│▌ ") for line in desk.seen(desk.place.list)]
    return [line.split("  ")[0].removeprefix("* ") for line in lines if line.startswith("* ")]


async def test_space_marks_and_goes_on(opening):
    async with opening(BRIEFS, USUAL) as desk:
        await desk.press("B", "space", "j", "space")
        assert marked(desk) == ["Brief a", "Brief c"]
        assert "2 marked" in desk.text
        await desk.press("k", "space")
        assert marked(desk) == ["Brief a"]
        await desk.press("escape")
        assert marked(desk) == []
        assert "marked" not in desk.text


async def test_delete_takes_all_that_are_marked_and_one_undo_brings_them_back(opening):
    async with opening(BRIEFS, WIDE) as desk:
        before = desk.saved()
        await desk.press("space", "space", "d")
        assert desk.toasts[-1] == "Delete 2 briefs · u takes it back"
        assert [each["id"] for each in desk.saved()] == ["c", "d"]
        assert len(desk.saved("trash")) == 2
        assert "marked" not in desk.text
        await desk.press("u")
        assert desk.saved() == before
        assert desk.saved("trash") == []


async def test_status_moves_all_that_are_marked(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("space", "j", "space", "m")
        assert "Status of 2 briefs" in desk.text
        await desk.type("in motion")
        await desk.press("enter")
        assert [each["status"] for each in desk.saved()] == ["moving", "draft", "moving", "draft"]
        assert desk.toasts[-1] == "Change status of 2 briefs · u takes it back"
        await desk.press("u")
        assert {each["status"] for each in desk.saved()} == {"draft"}


async def test_export_and_copy_take_all_that_are_marked(opening, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COALITION_TUI_CLIPBOARD", "off")
    async with opening(BRIEFS, WIDE) as desk:
        copied: list[str] = []
        monkeypatch.setattr(desk.app, "copy_text", copied.append)
        await desk.press("space", "j", "space", "y")
        assert [each in copied[0] for each in ("Brief a", "Brief b", "Brief c")] == [
            True,
            False,
            True,
        ]
        await desk.press("4", "x")
        await desk.press("enter")
        written = [each for each in tmp_path.iterdir() if each.suffix == ".md"]
        assert len(written) == 1
        text = written[0].read_text()
        assert "Brief a" in text
        assert "Brief b" not in text
        assert "Brief c" in text


async def test_a_filter_and_marks_work_together(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"brief c", "enter", "*", "escape")
        assert marked(desk) == ["Brief c"]
        await desk.press("*")
        assert marked(desk) == ["Brief a", "Brief b", "Brief c", "Brief d"]
        await desk.press("*")
        assert marked(desk) == []


@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["wide", "usual"])
async def test_marks_that_a_filter_hides_are_counted_and_acted_on(opening, size):
    async with opening(BRIEFS, size) as desk:
        await desk.press("B", "space", "j", "space")
        assert "2 marked ─" in desk.text
        await desk.press("/", *"brief c")
        assert "2 marked · /brief c" in desk.text
        await desk.press("enter")
        assert "2 marked, 1 hidden" in desk.text
        await desk.press("d")
        assert "Of the 2 marked, the filter hides 1." in desk.text
        await desk.press("enter", "d", "down", "enter")
        assert desk.toasts[-1] == "Delete 2 briefs · u takes it back"
        assert [each["id"] for each in desk.saved()] == ["b", "d"]
        await desk.press("u", "escape")
        assert "hidden" not in desk.text


async def test_people_that_others_point_at_are_asked_about_together(opening):
    people = {key: Person(id=key, name=key.upper(), created_at=NOW) for key in "pqr"}
    coalition = Coalition(
        id="c", name="C", members=(Member(id="m", person="p", joined_on=date(2026, 1, 1)),)
    )
    async with opening(Workspace(people=people, coalitions={"c": coalition}), WIDE) as desk:
        await desk.press("P", "space", "space", "d")
        assert "Delete 2 people?" in desk.text
        assert "P stands in 1 coalition" in desk.text
        await desk.press("j", "enter")
        assert [each["id"] for each in desk.saved("people")] == ["r"]
        assert desk.saved("coalitions")[0]["members"][0].get("person", "") == ""
        await desk.press("u")
        assert len(desk.saved("people")) == 3
        assert json.dumps(desk.saved("coalitions")).count('"p"') == 1
