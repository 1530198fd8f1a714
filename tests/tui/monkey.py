"""A monkey at the keyboard: any key of the list, texts, pastes, the mouse, and any window."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from textual import events
from textual.widgets import Input, TextArea
from tinydb import TinyDB

from coalition_tui.edits import Edit, apply
from coalition_tui.fields import Kind, fields
from coalition_tui.model import Record
from coalition_tui.rules.agenda import agenda
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.coalition import check_coalition
from coalition_tui.rules.rehearsal import rehearse_each
from coalition_tui.rules.standing import standing
from coalition_tui.rules.strengths import strengths
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.keys import SCOPES
from coalition_tui.workspace import Workspace
from tests.tui.desk import TODAY, WIDE, Desk, opened

KEYS = sorted({key for each in chain(*SCOPES.values()) for key in each.key.split(",")})
"""Every key that means something somewhere."""
QUITS = {"q", "ctrl+q"}
"""Keys that leave the app: pressed as well, but not so often that nothing else is."""

PATIENCE = 30.0
"""Seconds in which the app must have followed any key."""

TEXTS = (
    *("Legal", "Ø漢字🙂", "x" * 40, " ", "delete", "empty", "stay", "brief.md", "launch.json", "/"),
    *("2026-09-30", "30 sep", "+14", "today", "12", "-1", "[red]", "[/]", "\\", "$error", "👩‍👩‍👧"),
)
PASTES = (
    "One\nname\r\nonly",
    "Red\x1b[31m alert\x07\u202eback",
    "",
    "\n\n",
    "y" * 25_000,
    "| a | b |\n|---|---|",
)
SIZES = (
    *((120, 40), (80, 24), (100, 20), (99, 40), (60, 20), (59, 30), (50, 20), (40, 12), (39, 11)),
    *((200, 60), (1, 1), (20, 60), (300, 5), (250, 12), (61, 13)),
)

NASTY = (
    *(
        "[bold red]x[/]",
        "[/]",
        "[",
        "\\[",
        "$error",
        "\x1b[31mred\x1b[0m",
        "a\u202eb\u2066c",
        "\x07",
    ),
    *(
        "漢字" * 90,
        "👩‍👩‍👧‍👦" * 20,
        "e\u0301" * 50,
        "\u200b",
        "x" * 190,
        "# x\n\n| a | b |\n",
        "---",
        "\t",
    ),
    "line\n" * 300,
    "word " * 3_900,
)


@dataclass
class Monkey:
    """Presses keys by chance, and counts what it has done."""

    chance: Random
    keys: int = 0
    resizes: int = 0
    reopened: int = 0
    commits: int = 0
    past: list[str] = field(default_factory=list)

    async def play(self, desk: Desk, turns: int, resize_each: int) -> None:
        """Act so many times, or until the app is left."""
        for turn in range(turns):
            if turn % resize_each == 0:
                await self._resize(desk)
            else:
                await self._act(desk)
            if has_left(desk):
                return

    async def _resize(self, desk: Desk) -> None:
        size = self.chance.choice(SIZES)
        self.resizes += 1
        self.past.append(f"{size[0]}×{size[1]}")
        desk.drag(*size)
        await self._settle(desk)
        if not has_left(desk):
            assert len(desk.lines) == size[1]

    async def _act(self, desk: Desk) -> None:
        chance = self.chance
        typing = isinstance(desk.app.focused, Input | TextArea)
        what = chance.choices(
            ("here", "any", "text", "paste", "mouse", "escape"),
            (50, 25, 60 if typing else 4, 3, 8, 8 if typing else 4),
        )[0]
        match what:
            case "here":
                self._press(desk, [chance.choice(self._here(desk))])
            case "any":
                self._press(desk, chance.choices(KEYS, k=chance.choice((1, 1, 1, 2, 5))))
            case "text":
                self._press(desk, list(chance.choice(TEXTS)))
            case "escape":
                self._press(desk, ["escape"])
            case "paste":
                text = chance.choice(PASTES)
                self.past.append(f"paste {text[:10]!r}")
                desk.post(events.Paste(text))
            case "mouse":
                self._click(desk)
        if chance.random() < 0.8:  # else the next comes at once
            await self._settle(desk)

    def _here(self, desk: Desk) -> list[str]:
        """The keys that do something now."""
        if has_left(desk):
            return ["escape"]
        return sorted(desk.app.screen.active_bindings) or ["escape"]

    def _press(self, desk: Desk, keys: list[str]) -> None:
        if QUITS.intersection(keys) and self.chance.random() < 0.97:
            return
        self.keys += len(keys)
        self.past.extend(keys)
        desk.send(*keys)

    def _click(self, desk: Desk) -> None:
        width, height = desk.app.size
        x, y = self.chance.randrange(width), self.chance.randrange(height)
        self.past.append(f"click {x},{y}")
        arguments: Any = (None, x, y, 0, 0, 1, False, False, False)
        kinds = self.chance.choice(
            (
                (events.MouseMove, events.MouseDown, events.MouseUp),
                (events.MouseDown, events.MouseUp) * 2,
                (events.MouseScrollDown,),
                (events.MouseScrollUp,),
            )
        )
        for kind in kinds:
            desk.post(kind(*arguments))

    async def _settle(self, desk: Desk) -> None:
        """Wait until the app has followed, or was left."""
        settling = asyncio.create_task(desk.settle())
        try:
            async with asyncio.timeout(PATIENCE):
                while not (settling.done() or has_left(desk)):
                    await asyncio.wait([settling], timeout=0.05)
        except TimeoutError as error:
            error.add_note(_restless(desk))
            raise
        if has_left(desk):
            settling.cancel()
            await asyncio.wait([settling])
        else:
            settling.result()


def has_left(desk: Desk) -> bool:
    """The app was left, or has ended."""
    return desk.app._exit or not desk.app.is_running


def _restless(desk: Desk) -> str:
    """What an app is busy with that never comes to rest."""
    app, screen = desk.app, desk.app.screen
    return (
        f"{app.size}, {app.screen_stack}, in {app.focused}; keys ahead: {list(app._ahead)}; "
        f"catching up: {app._catching_up}; to lay out: {screen._layout_required}, "
        f"to draw: {screen._dirty_widgets}, to call: {screen._callbacks}\n"
        f"{_waiting()}\n{desk.text}"
    )


def _waiting() -> str:
    """Where each task stands that waits for something else than its next message."""
    chains = []
    for task in asyncio.all_tasks():
        chain: list[str] = []
        inner: Any = task.get_coro()
        while inner is not None and getattr(inner, "cr_frame", None) is not None:
            frame = inner.cr_frame
            chain.append(f"{frame.f_code.co_qualname}:{frame.f_lineno}")
            inner = inner.cr_await
        if not any("_get_message" in each or "Timer._run" in each for each in chain):
            chains.append(" > ".join(chain))
    return "\n".join(chains)


class Witness(TinyStore):
    """A store that remembers what it was given and kept."""

    def __init__(self, path: Path, kept: list[Edit]) -> None:
        """Args: path: of the file; kept: gets every edit that is kept."""
        super().__init__(path)
        self._kept = kept

    def commit(self, edit: Edit) -> None:
        """Keep it, and remember that."""
        super().commit(edit)
        self._kept.append(edit)


@asynccontextmanager
async def witnessed(path: Path, kept: list[Edit]) -> AsyncIterator[Desk]:
    """The app on a file, with a witness of what is kept."""
    # No id may be given twice to one file.
    async with opened(path, WIDE, Witness(path, kept), new=f"new-{len(kept)}") as desk:
        yield desk


def lend_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor that by turns leaves a text, adds to it, breaks it, empties it, and fails."""
    script = folder / "editor.sh"
    script.write_text(
        f"turn=$(cat '{folder}/turn' 2>/dev/null || echo 0)\n"
        f"echo $((turn + 1)) > '{folder}/turn'\n"
        "case $((turn % 5)) in\n"
        "1) echo 'More.' >> \"$1\";;\n"
        '2) echo "# ]] : {" > "$1.x"; cat "$1" >> "$1.x"; mv "$1.x" "$1";;\n'
        '3) : > "$1";;\n'
        "4) exit 3;;\n"
        "esac\n"
    )
    monkeypatch.setenv("EDITOR", f"sh {script}")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr(CoalitionApp, "suspend", lambda self: nullcontext())


def hostile(workspace: Workspace) -> Workspace:
    """A workspace whose texts are all of the kind that breaks programs."""
    chance = Random(1)

    def spoilt(record: Record) -> Record:
        values: dict[str, Any] = {}
        for item in fields(type(record)):
            value = getattr(record, item.name)
            match item.kind:
                case Kind.LINE:
                    # Names tell neighbours apart.
                    nasty = " ".join(chance.choice(NASTY).split())[:150]
                    values[item.name] = f"{nasty}{chance.randrange(10**9)}"
                case Kind.TEXT:
                    values[item.name] = chance.choice(NASTY)
                case Kind.TEXTS:
                    values[item.name] = tuple(
                        " ".join(chance.choice(NASTY).split())[:90] for _ in range(9)
                    )
                case Kind.GROUP:
                    values[item.name] = spoilt(value)
                case Kind.RECORDS:
                    values[item.name] = tuple(spoilt(each) for each in value)
        return msgspec.structs.replace(record, **values)

    tables = {
        name: {key: spoilt(each) for key, each in workspace.table(name).items()}
        for name in ("briefs", "coalitions", "people")
    }
    return msgspec.structs.replace(workspace, **tables)


def assert_valid(path: Path, begun: Workspace, kept: list[Edit]) -> Workspace:
    """The file holds what was kept, for this program, for TinyDB, and for every rule."""
    found = TinyStore(path, "only looking").load()
    expected = begun
    for edit in kept:
        expected = apply(expected, edit)
    assert found == expected
    assert not found.every_unreadable()
    for name in ("briefs", "coalitions", "people", "trash"):
        assert list(found.table(name)) == list(expected.table(name))
    with TinyDB(path, access_mode="r") as database:
        for name in ("briefs", "coalitions", "people", "trash"):
            held = {each["id"] for each in database.table(name).all()}
            assert held == set(found.table(name)), name  # type: ignore[arg-type]
    for brief in found.briefs.values():
        check_brief(brief, found, TODAY)
        strengths(brief)
        rehearse_each(brief)
    for coalition in found.coalitions.values():
        check_coalition(coalition, found, TODAY)
        standing(coalition, found, TODAY)
    agenda(found, TODAY)
    return found
