"""Any keys in any order, in any window: no crash, and a file that holds every edit kept."""

import shutil
from collections.abc import Callable
from random import Random

import pytest

from coalition_tui.paths import resource_folder
from coalition_tui.store import TinyStore
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.workspace import Workspace
from tests.torture.conftest import Figures, figures, rounds
from tests.tui.conftest import sample_workspace
from tests.tui.desk import WIDE, Desk, keep
from tests.tui.monkey import Monkey, assert_valid, has_left, hostile, lend_terminal, witnessed

pytestmark = pytest.mark.slow

__all__ = ["figures"]  # a fixture

WORKSPACES: dict[str, Callable[[], Workspace]] = {
    "samples": sample_workspace,
    "empty": Workspace,
    "hostile": lambda: hostile(sample_workspace()),
}
TURNS = 10_000


async def home(desk: Desk) -> None:
    """Out of everything that is open, to the list of briefs, in a window that shows it."""
    await desk.resize(*WIDE)
    for _ in range(12):
        await desk.press("escape")
    assert isinstance(desk.app.screen, PlaceScreen), desk.text
    await desk.press("B")
    assert "Briefs" in desk.status
    assert "saved" in desk.status


async def take_all_back(desk: Desk, before: Workspace) -> None:
    """Undo every edit since the app was opened; what there was then is there again."""
    for _ in desk.app.session._undo.copy():
        await desk.press("u")
    await desk.press("u")
    assert desk.toasts[-1] == "Nothing to undo"
    assert desk.app.session.workspace == before


@pytest.mark.parametrize("seed", range(rounds(1, 4)))
@pytest.mark.parametrize("name", WORKSPACES)
async def test_a_monkey_breaks_nothing(
    name: str, seed: int, path, tmp_path, monkeypatch, figures: Figures
) -> None:
    for each in ("launch.json", "coalition.json"):
        shutil.copy(resource_folder("sample_data") / each, tmp_path / f"sample-{each}")
    lend_terminal(tmp_path, monkeypatch)
    begun = WORKSPACES[name]()
    keep(path, begun)
    begun = TinyStore(path, "only looking").load()
    kept: list[object] = []
    monkey = Monkey(Random(f"{name} {seed}"))
    keys, resizes = rounds(80, 20_000), rounds(5, 200)
    try:
        while monkey.keys < keys or monkey.resizes < resizes:
            async with witnessed(path, kept) as desk:  # type: ignore[arg-type]
                before = desk.app.session.workspace
                await monkey.play(desk, rounds(70, TURNS), rounds(15, 60))
                if not has_left(desk):
                    await home(desk)
                    await take_all_back(desk, before)
            monkey.reopened += 1
            assert_valid(path, begun, kept)  # type: ignore[arg-type]
    except BaseException as error:
        error.add_note(f"the last: {' '.join(monkey.past[-40:])}")
        raise
    figures(f"{name} {seed}: {monkey.keys} keys, {monkey.resizes} resizes, {len(kept)} edits")
