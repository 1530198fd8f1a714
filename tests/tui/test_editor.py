"""The person's own editor, from the app; and files that come in."""

import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from coalition_tui.exchange.formats import FORMATS
from coalition_tui.model import Brief, Bundle
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.modals.importing import ImportDialog
from tests.tui.desk import Desk

BRIEF = "lane-guarantee-launch"
OTHER = Brief(id="other", title="Another brief", outcome="Something else.")


@pytest.fixture(autouse=True)
def lent(drafts, monkeypatch):
    """A terminal that can be lent, as tests have none."""
    monkeypatch.setattr(CoalitionApp, "suspend", lambda self: nullcontext())


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that runs this Python code on `text`."""

    def use(code):
        script = tmp_path / "editor.py"
        script.write_text(
            "import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
            f"{code}\npath.write_text(text)\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return use


def saved(desk: Desk) -> dict[str, Any]:
    return next(each for each in desk.saved() if each["id"] == BRIEF)


async def test_a_file_that_is_not_there_is_told(with_blank):
    async with with_blank() as desk:
        await desk.press("I", *"/nowhere.md", "enter")
        assert "✗ There is no file /nowhere.md" in desk.text


async def test_the_whole_brief_is_one_edit_with_one_undo(with_samples, editor):
    editor(
        'text = text.replace("status: in motion", "status: landed")'
        '.replace("Three countries now", "Two countries now")'
    )
    async with with_samples() as desk:
        before = saved(desk)
        await desk.press("E")
        assert saved(desk)["status"] == "landed"
        assert saved(desk)["tradeoffs"][1]["statement"] == "Two countries now, eleven later"
        assert "landed" in desk.status
        assert desk.toasts[-1].startswith("Edit brief Launch Lane Guarantee")
        await desk.press("u")
        assert saved(desk) == before


async def test_what_is_not_changed_is_no_edit(with_samples, editor):
    editor("")
    async with with_samples() as desk:
        before = saved(desk)
        await desk.press("E", "u")
        assert saved(desk) == before
        assert desk.toasts[-1] == "Nothing to undo"


async def test_a_text_that_is_given_up_is_told_with_its_file(with_samples, editor, drafts):
    editor('text = text.replace("status: in motion", "status: moving on")')
    async with with_samples() as desk:
        before = saved(desk)
        await desk.press("E")
        (kept,) = drafts.glob("*/*.md")
        assert desk.toasts[-1].endswith(f"what you wrote is kept in {kept}")
        assert saved(desk) == before


async def test_an_editor_that_is_not_there_is_told(with_samples, monkeypatch):
    monkeypatch.setenv("EDITOR", "/nowhere/ed")
    async with with_samples() as desk:
        await desk.press("E")
        assert desk.toasts[-1] == "/nowhere/ed (from EDITOR): No such file or directory"


async def test_where_the_terminal_can_not_be_lent_that_is_told(with_samples, editor, monkeypatch):
    monkeypatch.undo()
    async with with_samples() as desk:
        await desk.press("E")
        assert desk.toasts[-1] == "This terminal can't be lent to an editor."


async def test_the_editor_sees_no_color(with_samples, editor, monkeypatch, tmp_path):
    """Textual takes it out of the environment that it hands on."""
    monkeypatch.setenv("NO_COLOR", "1")
    seen = tmp_path / "seen"
    editor(f'pathlib.Path({str(seen)!r}).write_text(os.environ.get("NO_COLOR", "none"))')
    async with with_samples() as desk:
        await desk.press("E")
        assert seen.read_text() == "1"
        assert os.environ["NO_COLOR"] == "1"


async def test_one_text_goes_to_the_editor_and_back_into_its_field(with_blank, editor):
    editor('text = text.rstrip("\\n") + " and more\\nin two lines\\n"')
    async with with_blank() as desk:
        await desk.press("1", "e")
        await desk.type("Begun here")
        await desk.press("f4")
        assert desk.field.path == ("outcome",)
        await desk.press("escape")
        assert desk.saved()[0]["outcome"] == "Begun here and more\nin two lines"


async def test_what_came_back_can_be_undone_in_the_field(with_blank, editor):
    editor('text = "Something else"')
    async with with_blank() as desk:
        await desk.press("1", "e")
        await desk.type("Begun here")
        await desk.press("f4")
        await desk.press("ctrl+z", "escape")
        assert desk.saved()[0]["outcome"] == "Begun here"


async def test_a_text_that_is_too_long_comes_back(with_blank, editor, drafts):
    editor('text = "x" * 20_001 if "coalition-tui" not in text else "short"')
    async with with_blank() as desk:
        await desk.press("1", "e", "f4", "escape")
        assert desk.saved()[0]["outcome"] == "short"
        assert not list(drafts.iterdir())


@pytest.fixture
def file(tmp_path):
    """A brief in a file."""

    def write(brief, name="brief.md"):
        kind = "json" if name.endswith("json") else "markdown"
        (tmp_path / name).write_text(FORMATS[kind].render(Bundle(briefs=(brief,))))
        return tmp_path / name

    return write


async def test_a_file_comes_in_as_one_edit(with_blank, file):
    file(OTHER)
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("brief.md")
        assert "Import 1 brief" in desk.text
        assert "Add brief Another brief" in desk.text
        await desk.press("enter")
        assert [each["title"] for each in desk.saved()] == ["Blank page", "Another brief"]
        await desk.press("u")
        assert [each["title"] for each in desk.saved()] == ["Blank page"]


async def test_before_a_file_comes_in_there_is_a_backup(with_blank, file, path):
    file(OTHER)
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("brief.md")
        await desk.press("enter")
        (backup,) = (path.parent / "backups").iterdir()
        kept = TinyStore(backup, "looking").load()
        assert [each.title for each in kept.briefs.values()] == ["Blank page"]
        assert len(desk.saved()) == 2


async def test_without_a_backup_nothing_comes_in(with_blank, file, path):
    file(OTHER)
    async with with_blank() as desk:
        before = path.read_bytes()
        (path.parent / "backups").write_text("a file where the folder would be")
        await desk.press("I")
        await desk.type("brief.md")
        await desk.press("enter")
        assert desk.toasts[-1].startswith("Not imported: no backup could be made before: ")
        assert "backups" in desk.toasts[-1]
        assert "saved" in desk.status
        assert len(desk.saved()) == 1
        assert path.read_bytes() == before


async def test_tab_completes_the_name(with_blank, file):
    file(OTHER, "some-brief.json")
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("so")
        await desk.press("tab")
        assert isinstance(desk.app.screen, ImportDialog)
        assert desk.app.screen.path.value == "some-brief.json"


async def test_what_is_there_is_refused_or_replaced(with_blank, file):
    file(Brief(id="blank", title="Blank no more", outcome="Written."))
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("brief.md")
        assert '"blank" is in the workspace already' in " ".join(desk.text.split())
        await desk.press("enter")
        assert isinstance(desk.app.screen, ImportDialog)
        await desk.press("shift+tab", "right")
        assert "Replace brief Blank no more: title, outcome" in desk.text
        await desk.press("enter")
        assert [each["title"] for each in desk.saved()] == ["Blank no more"]


async def test_several_files_come_in_together_or_not_at_all(with_blank, file, tmp_path):
    (tmp_path / "in").mkdir()
    file(OTHER, "in/a.json")
    (tmp_path / "in" / "b.json").write_text("{")
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("in/*.json")
        assert "b.json" in desk.text
        await desk.press("enter")
        assert isinstance(desk.app.screen, ImportDialog)
        (tmp_path / "in" / "b.json").unlink()
        file(Brief(id="third", title="A third"), "in/c.json")
        await desk.press("enter")
        assert len(desk.saved()) == 3


async def test_stars_stand_for_files_of_one_folder_and_nothing_below_it(
    with_blank, file, tmp_path, monkeypatch
):
    """Else `/**` looks at the whole disk, at each key."""
    (tmp_path / "below").mkdir()
    file(OTHER, "below/there.md")
    file(OTHER, "here.md")
    looked: list[str] = []
    scan = os.scandir

    def noted(folder: str) -> Any:
        looked.append(str(folder))
        return scan(folder)

    monkeypatch.setattr("os.scandir", noted)
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("**")
        await desk.type(".md")
        assert "Import 1 brief" in desk.text
        assert str(tmp_path / "below") not in looked


async def test_a_mistake_in_a_file_is_told_with_its_line(with_blank, tmp_path):
    (tmp_path / "wrong.md").write_text("# Title\n\n## Nonsense\n")
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type("wrong.md")
        assert "wrong.md: line 3" in desk.text
        await desk.press("escape")
        assert len(desk.saved()) == 1


@pytest.mark.parametrize(
    "name",
    [
        "~nobody-here/brief.md",
        "~nobody-here*",
        "x" * 300,
        "a**b.md",
        "***",
        "file/below.md",
        "../*/..",
    ],
)
async def test_a_name_that_no_file_can_have_is_no_crash(with_blank, tmp_path, name):
    (tmp_path / "file").write_text("no folder")
    async with with_blank() as desk:
        await desk.press("I")
        await desk.type(name)
        await desk.press("enter", "escape")
        assert desk.app.screen is desk.place


async def test_a_folder_that_is_closed_to_us_is_no_crash(with_blank, tmp_path, monkeypatch):
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    async with with_blank() as desk:
        monkeypatch.setattr(Path, "is_file", closed)
        await desk.press("I")
        await desk.type("closed/brief.md")
        monkeypatch.undo()
        await desk.press("escape")
        assert desk.app.screen is desk.place
