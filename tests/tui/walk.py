"""A walk past everything that the app shows, in a workspace of hostile texts.

`python -m tests.tui.walk FILE` walks through the app, `… recovery` through the one before it, in
the terminal that it is started in; what went wrong stands in FILE.said afterwards.
"""

import importlib
import pkgutil
import sys
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from coalition_tui import tui
from coalition_tui.clean import CONTROLS
from coalition_tui.session import Choice, Recovery, Session
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.modals.working import WorkDialog
from coalition_tui.tui.recovery import RecoveryApp
from coalition_tui.tui.screens.place import PlaceScreen
from tests.hostile import HOSTILE
from tests.tui.desk import NOW, USUAL, Desk, ids


@dataclass
class Walk:
    """A person who goes everywhere, and looks at each thing that is shown."""

    desk: Desk
    seen: set[type[Widget]] = field(default_factory=set)
    looks: int = 0

    def look(self) -> None:
        """No character of what is drawn is a control, and no text has become markup."""
        screen = self.desk.app.screen
        self.looks += 1
        for strip in self.desk.strips:
            for segment in strip:
                assert segment.control or not CONTROLS.search(segment.text), (screen, strip.text)
                meta = segment.style.meta if segment.style else {}
                assert "bell" not in str(meta.get("@click", "")), (screen, strip.text)
        self.seen.add(type(screen))
        self.seen.update(
            type(each)
            for each in screen.walk_children()
            if isinstance(each, Widget) and each.region
        )

    async def press(self, *keys: str) -> None:
        """Press keys, and look after each."""
        for key in keys:
            await self.desk.press(key)
            self.look()

    async def box(self, kind: str, opening: str, *keys: str) -> None:
        """Open a box of this kind, press more keys, and close all that is open then."""
        await self.press(*opening.split())
        assert type(self.desk.app.screen).__name__ == kind, (kind, self.desk.app.screen)
        await self.press(*keys)
        for _ in range(6):
            if isinstance(self.desk.app.screen, PlaceScreen):
                return
            await self.press("escape")
        raise AssertionError(f"{kind} does not close: {self.desk.app.screen}")

    async def everywhere(self) -> None:
        """All places, panes, forms and boxes."""
        self.look()
        await self.briefs()
        await self.coalitions()
        await self.others()

    async def briefs(self) -> None:
        """All that opens from a brief."""
        await self.press(*"123456789", "0", "L", "o", "z", "escape", "G", "g")
        for section in "45L":
            await self.box("Form", f"{section} a", "tab", "tab")
        await self.box("Form", "b", "tab", "tab")
        await self.box("StrengthDialog", "S")
        await self.box("ChecksDialog", "c", "j", "enter")
        await self.box("RehearsalDialog", "f", "j", "space", "tab", "b")
        await self.box("ReadingDialog", "4 j p", "tab", "x")
        await self.box("Picker", "3 p")
        await self.box("ReadingDialog", "s")
        await self.box("InterviewDialog", "i", "n", "n", "w")
        await self.box("Picker", "m")
        await self.box("Form", "t")
        await self.box("ExportDialog", "x", *["tab", "down"] * 2)
        await self.press("t", "escape", "u", "y")

    async def coalitions(self) -> None:
        """All that opens from a coalition."""
        await self.press("C", *"1234567890")
        await self.box("ChecksDialog", "c")
        await self.box("StandingDialog", "S")
        await self.box("LogDialog", "i", "o", "enter", "tab")
        await self.box("ReviewDialog", "v", *["tab"] * 4)
        await self.box("FiveSeatsDialog", "f", "down", "enter", "tab")
        await self.box("Form", "2 e", "space")

    async def others(self) -> None:
        """People, agenda, trash, and what opens over every place."""
        await self.press("P", "1", "2", "3")
        await self.box("Form", "1 e", "tab")
        await self.press("A", ">", "j")
        await self.press("T", "j", "j")
        await self.box("PurgeDialog", "d")
        await self.press("enter", "u")
        await self.box("SearchDialog", "ctrl+f", *"own", "down")
        await self.box("Picker", "ctrl+p", *"own", "down")
        await self.box("HelpDialog", "?")
        await self.box("ThemePicker", "f9", "down")
        await self.press("B", "d", "u")
        await self.box("ImportDialog", "I", *"inc", "tab", "tab", "enter")
        done = Event()
        self.desk.app.push_screen(WorkDialog(HOSTILE, done.wait))
        await self.press("question_mark")
        done.set()
        await self.desk.settle()
        await self.desk.resize(*USUAL)
        await self.press("B", "z", "escape", "escape", "j")
        session = self.desk.app.session
        session.unsaved, session.save = HOSTILE, lambda: False  # type: ignore[method-assign]
        self.desk.app.workspace_changed()
        await self.box("ChoiceDialog", "q")


def unseen(seen: set[type[Widget]]) -> set[str]:
    """Screens and widgets of ours that the walk has not come past."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        importlib.import_module(module.name)
    ours: set[type[Widget]] = set()
    rest: list[type[Widget]] = [Widget]
    while rest:
        below: list[type[Widget]] = rest.pop().__subclasses__()
        rest += below
        ours.update(below)
    return {
        each.__name__
        for each in ours - seen
        if each.__module__.startswith("coalition_tui.")
        and not issubclass(each, ScrollBar)  # it holds no text, and is no child
        and not any(issubclass(other, each) for other in ours - {each})
    }


def walk_through(app: App[Any], path: Path, everywhere: bool) -> None:
    """Run an app in this terminal and walk through it; say in FILE.said what is wrong."""
    wrong: list[str] = []

    async def pilot(hand: Pilot[None]) -> None:
        walking = Walk(Desk(app, hand, path))  # type: ignore[arg-type]  # the other one has boxes too
        try:
            await hand.pause()
            walking.look()
            if everywhere:
                await walking.everywhere()
                wrong.extend(f"not seen: {each}" for each in sorted(unseen(walking.seen)))
        except BaseException:
            wrong.append(ascii(traceback.format_exc()))
        app.exit()

    app.animation_level = "none"
    app.run(auto_pilot=pilot)  # type: ignore[arg-type]  # any app's pilot will do
    path.with_suffix(".said").write_text("\n".join(wrong))


def main() -> None:
    """Walk in this terminal."""
    path = Path(sys.argv[1])
    if sys.argv[2:]:
        choices = (Choice(HOSTILE, HOSTILE), Choice("A backup", HOSTILE))
        walk_through(RecoveryApp(Recovery(HOSTILE, choices)), path, everywhere=False)
    else:
        session = Session(TinyStore(path), lambda: NOW, ids("new"))
        walk_through(CoalitionApp(session, notice=HOSTILE), path, everywhere=True)


if __name__ == "__main__":
    main()
