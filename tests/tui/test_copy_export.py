"""What leaves the app: where it went, and that what is said of it is true."""

import json
from base64 import b64decode

import pytest

from coalition_tui import clipboard
from coalition_tui.tui.modals.help import HelpDialog
from tests.tui.desk import USUAL, Desk

SLUG = "launch-lane-guarantee-for-pharma-shippers"


async def told(desk: Desk) -> str:
    """What is told next; a copy is made in a thread."""
    before = len(desk.toasts)
    await desk.wait(lambda: len(desk.toasts) > before)
    return desk.toasts[-1]


async def test_without_a_clipboard_a_file_holds_the_brief_and_the_toast_says_so(with_samples, path):
    async with with_samples(USUAL) as desk:
        desk.send("y")
        sentence = await told(desk)
        (file,) = (path.parent / "copies").iterdir()
        assert sentence == f"Saved to {file}: the clipboard is turned off"
        assert "Saved to" in desk.text
        assert file.stat().st_mode & 0o777 == 0o600
        text = file.read_text()
        assert "# Launch Lane Guarantee for pharma shippers" in text
        assert "Platform engineering" in text


async def test_osc52_can_not_be_confirmed(with_samples, monkeypatch):
    monkeypatch.setenv(clipboard.VARIABLE, "osc52")
    monkeypatch.delenv("TMUX", raising=False)
    async with with_samples(USUAL) as desk:
        written: list[str] = []
        monkeypatch.setattr(desk.app._driver, "write", written.append)
        desk.send("y")
        assert await told(desk) == "Sent to the terminal (can't be confirmed)"
        sent = next(each for each in written if each.startswith("\x1b]52;c;"))
        text = b64decode(sent.removeprefix("\x1b]52;c;").rstrip("\x07\x1b\\")).decode()
        assert "# Launch Lane Guarantee for pharma shippers" in text


@pytest.mark.slow
async def test_while_a_tool_hangs_the_app_goes_on_and_then_says_the_truth(
    with_samples, path, monkeypatch
):
    tool = path.parent / "bin" / "xclip"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\nexec /bin/sleep 60\n")
    tool.chmod(0o755)
    for name, value in {
        "PATH": str(tool.parent),
        "DISPLAY": ":99",
        clipboard.VARIABLE: "native",
    }.items():
        monkeypatch.setenv(name, value)
    async with with_samples(USUAL) as desk:
        desk.send("y")
        await desk.press("question_mark")
        assert isinstance(desk.app.screen, HelpDialog)
        assert not desk.toasts
        await desk.press("escape")
        await desk.wait(lambda: bool(desk.toasts))
        (file,) = (path.parent / "copies").iterdir()
        assert desk.toasts == [f"Saved to {file}: no clipboard here"]


async def test_a_wrong_setting_is_told(with_samples, monkeypatch):
    monkeypatch.setenv(clipboard.VARIABLE, "pigeon")
    async with with_samples(USUAL) as desk:
        desk.send("y")
        sentence = await told(desk)
        assert sentence.startswith("Not copied: ")
        assert "pigeon" in sentence


async def test_what_can_not_be_copied_nor_saved_is_told(with_samples, path):
    async with with_samples(USUAL) as desk:
        (path.parent / "copies").write_text("a file where the folder would be")
        desk.send("y")
        assert (await told(desk)).startswith("Not copied: ")


async def test_an_export_is_private_and_named_after_the_brief(with_samples, tmp_path):
    async with with_samples(USUAL) as desk:
        await desk.press("x")
        assert "Export" in desk.text
        await desk.press("enter")
        file = tmp_path / f"{SLUG}.md"
        assert desk.toasts[-1] == f"Exported to {file}"
        assert file.stat().st_mode & 0o777 == 0o600
        assert "# Launch Lane Guarantee" in file.read_text()

    async with with_samples(USUAL) as desk:
        await desk.press("x")
        while "(•) JSON" not in desk.text:
            await desk.press("right")
        await desk.press("enter")
        bundle = json.loads((tmp_path / f"{SLUG}.json").read_text())
        assert bundle["format"] == "coalition-tui"
        assert [each["title"] for each in bundle["briefs"]] == [desk.saved()[0]["title"]]


async def test_the_room_gets_no_confidences_and_their_number_is_said(with_samples, tmp_path):
    async with with_samples(USUAL) as desk:
        await desk.press("x")
        while "(•) JSON" not in desk.text:
            await desk.press("right")
        await desk.press("tab", "right")
        assert "withheld" in desk.text
        await desk.press("enter")
        text = (tmp_path / f"{SLUG}.json").read_text()
        assert '"confidential":true' not in text.replace(" ", "")
        assert '"confidential":true' in json.dumps(desk.saved()[0]).replace(" ", "")


async def test_an_export_can_go_to_the_clipboard(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("x", "tab", "tab", "right")
        desk.send("enter")
        assert "the clipboard is turned off" in await told(desk)


async def test_a_file_that_is_there_is_replaced_only_when_that_is_said(with_samples, tmp_path):
    file = tmp_path / f"{SLUG}.md"
    file.write_text("mine")
    async with with_samples(USUAL) as desk:
        for answer in ("escape", "enter"):
            await desk.press("x", "enter")
            assert "Replace the file?" in desk.text
            await desk.press(answer)
            assert file.read_text() == "mine"
            assert desk.toasts == []
        await desk.press("x", "enter", "down", "enter")
        assert "# Launch Lane Guarantee" in file.read_text()
        assert desk.toasts[-1] == f"Exported to {file}"


async def test_a_link_is_replaced_itself_and_never_written_through(with_samples, tmp_path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / f"{SLUG}.md").symlink_to(victim)
    async with with_samples(USUAL) as desk:
        await desk.press("x", "enter", "down", "enter")
        assert victim.read_text() == "mine"
        assert not (tmp_path / f"{SLUG}.md").is_symlink()


@pytest.mark.parametrize(
    "name", ["no/such/folder/brief.md", "file/brief.md", "~nobody-here/brief.md"]
)
async def test_a_folder_that_is_not_there_is_told_in_the_box(with_samples, tmp_path, name):
    (tmp_path / "file").write_text("no folder")
    async with with_samples(USUAL) as desk:
        await desk.press("x", "tab", "tab", "tab", "home", "ctrl+k")
        await desk.type(name)
        await desk.press("enter")
        assert f"There is no folder {name.removesuffix('/brief.md')}." in desk.text
        assert not (tmp_path / "no").exists()
        await desk.press("home", "ctrl+k")
        await desk.type(f"{tmp_path}")
        await desk.press("enter")
        assert "is a folder: add the file's name." in " ".join(desk.text.split())


async def test_a_file_that_can_not_be_written_is_told(with_samples):
    name = f"{'x' * 300}.md"
    async with with_samples(USUAL) as desk:
        await desk.press("x", "tab", "tab", "tab", "home", "ctrl+k")
        await desk.type(name)
        await desk.press("enter")
        assert desk.toasts[-1].startswith("Not exported to ")
        assert name in desk.toasts[-1]


async def test_a_name_that_no_file_can_have_is_told(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("x", "tab", "tab", "tab", "home", "ctrl+k")
        desk.app.screen.path.value = "a\x00b.md"
        await desk.press("enter")
        assert desk.toasts[-1].startswith("Not exported to ")


async def test_a_file_needs_a_name(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("x", "tab", "tab", "tab", "home", "ctrl+k", "enter")
        assert "A file needs a name." in desk.text
        await desk.press("escape")
        assert "A file needs a name." not in desk.text


async def test_without_a_brief_nothing_leaves(opening, tmp_path):
    async with opening(None, USUAL) as desk:
        await desk.press("escape", "y", "x")
        assert desk.app.screen is desk.place
        assert desk.toasts == []
        assert [each.name for each in tmp_path.iterdir() if each.suffix == ".md"] == []
