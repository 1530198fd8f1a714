"""Every place and box as it looks, kept as texts; `make snapshots` writes them anew."""

import difflib
import os
from pathlib import Path

import pytest

from coalition_tui.tui.theme import LIGHT
from coalition_tui.workspace import Workspace
from tests.tui.desk import USUAL, WIDE, Desk
from tests.tui.snapshots import picture

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "snapshots"
WRITE = bool(os.environ.get("COALITION_TUI_SNAPSHOTS"))

SCENES: dict[str, tuple[str, ...]] = {
    "briefs": (),
    "pane": ("4", "j"),
    "zoomed": ("3", "z"),
    "form": ("3", "e", "tab"),
    "properties": ("b",),
    "new": ("n",),
    "checks": ("c", "j"),
    "strength": ("S",),
    "rehearsal": ("f", "space"),
    "pitch": ("4", "p", "enter"),
    "summary": ("s",),
    "interview": ("j", "i"),
    "status": ("m",),
    "export": ("x",),
    "import": ("I",),
    "filter": ("slash", "t", "r", "i"),
    "marks": ("space", "space"),
    "search": ("f3", "n", "i", "g", "h", "t"),
    "help": ("question_mark",),
    "palette": ("colon", "c", "o"),
    "theme": ("f9",),
    "coalitions": ("C",),
    "contact": ("C", "8"),
    "flows": ("C", "9"),
    "ties": ("C", "0"),
    "log": ("C", "i"),
    "review": ("C", "v"),
    "seats": ("C", "f"),
    "standing": ("C", "S"),
    "people": ("P",),
    "agenda": ("A",),
    "trash": ("T",),
    "purge": ("d", "T", "d"),
}
"""The keys that lead to each screen, from the list of briefs of the samples."""

LIT = ("briefs", "form", "checks", "contact")
"""The screens that are kept in the light theme as well."""


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder whose name is the same on every machine: boxes show it."""
    monkeypatch.chdir("/")


async def go(desk: Desk, keys: tuple[str, ...]) -> None:
    """From wherever it is, to the list of briefs, and from there by keys."""
    await desk.press(*["escape"] * 4, "B", "escape", "g", *keys)
    await desk.wait(lambda: all(each.is_finished for each in desk.app.workers))  # a search
    desk.app.clear_notifications()
    await desk.settle()


async def compared(desk: Desk, name: str) -> list[str]:
    """What is not as it was kept; nothing when that is only to be written."""
    path = FOLDER / f"{name}.txt"
    now = await picture(desk)
    if WRITE:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
        return []
    then = path.read_text(encoding="utf-8") if path.exists() else ""
    return list(difflib.unified_diff(then.split("\n"), now.split("\n"), path.name, "now", n=1))


@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["120x40", "80x24"])
async def test_every_screen_looks_as_it_was_kept(with_samples, size):
    async with with_samples(size) as desk:
        found = []
        for name, keys in SCENES.items():
            await go(desk, keys)
            found += await compared(desk, f"{name}-{size[0]}x{size[1]}")
        assert not found, "\n".join(["`make snapshots` keeps them as they are now:", *found])


async def test_the_light_theme_looks_as_it_was_kept(with_samples):
    async with with_samples(WIDE) as desk:
        desk.app.theme = LIGHT.name
        found = []
        for name in LIT:
            await go(desk, SCENES[name])
            found += await compared(desk, f"{name}-light")
        assert not found, "\n".join(["`make snapshots` keeps them as they are now:", *found])


@pytest.mark.parametrize("size", [WIDE, USUAL, (39, 11)], ids=["120x40", "80x24", "39x11"])
async def test_the_beginning_looks_as_it_was_kept(opening, size):
    async with opening(Workspace(), size) as desk:
        await desk.wait(lambda: not desk.place._layout_required)
        found = await compared(desk, f"welcome-{size[0]}x{size[1]}")
        assert not found, "\n".join(found)


def test_nothing_is_kept_that_is_no_screen():
    names = {
        *(f"{name}-{size}" for name in (*SCENES, "welcome") for size in ("120x40", "80x24")),
        *(f"{name}-light" for name in LIT),
        "welcome-39x11",
    }
    assert {each.stem for each in FOLDER.iterdir()} == names
