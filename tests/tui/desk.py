"""An open app with its keyboard, and everything that a person sees of it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from textual import events
from textual._context import visible_screen_stack
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from tinydb import TinyDB

from coalition_tui.edits import Change, Edit, apply
from coalition_tui.exchange.samples import sample_edit
from coalition_tui.model import Brief
from coalition_tui.session import Session, Store
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.modals.form import FieldRow, Form
from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import Workspace

NOW = datetime(2026, 10, 15, 12, tzinfo=UTC)
TODAY = date(2026, 10, 15)
WIDE, USUAL, SMALL, TINY = (120, 40), (80, 24), (50, 20), (30, 8)

BLANK = Brief(id="blank", title="Blank page", created_at=NOW, updated_at=NOW)
"""A brief with nothing in it but its title."""


class Desk:
    """A person at the app: presses keys, and looks."""

    def __init__(self, app: CoalitionApp, pilot: Pilot[None], path: Path) -> None:
        """Args: app: running; pilot: its test driver; path: the workspace's file."""
        self.app = app
        self.pilot = pilot
        self.path = path

    async def press(self, *keys: str) -> None:
        """Press keys as fast as hands are, and wait until the app has followed."""
        self.send(*keys)
        await self.settle()

    def send(self, *keys: str) -> None:
        """Press keys and wait for nothing."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            character = key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key)
            self.post(events.Key(name, character))

    def post(self, event: events.Event) -> None:
        """Send the app what its terminal would send."""
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type a text; a line break is Enter."""
        self.send(*("enter" if character == "\n" else character for character in text))
        await self.settle()

    async def type_at_once(self, text: str) -> None:
        """Type a text so fast that all its characters come before the next frame is drawn."""
        with self.app.batch_update():
            self.send(*text)
            await self.caught_up()
        await self.settle()

    async def caught_up(self) -> None:
        """Wait until every key is dealt with; what came of them need not be drawn yet."""
        await self.pilot._wait_for_screen()
        while self.app.is_catching_up and self.app.is_running:
            await asyncio.sleep(0)

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, and wait until the app has followed."""
        self.drag(columns, rows)
        await self.settle()

    def drag(self, columns: int, rows: int) -> None:
        """Give the window another size and wait for nothing."""
        size = Size(columns, rows)
        if isinstance(self.app._driver, HeadlessDriver):
            self.app._driver._size = size
        self.post(events.Resize(size, size))

    async def settle(self) -> None:
        """Wait until the app has followed, and shows what came of it."""
        calm = 0
        while calm < 2 and self.app.is_running:
            while self.app.is_catching_up and self.app.is_running:
                await asyncio.sleep(0)
            if self.app._resize_event is not None:
                self.app._check_resize()
            self.app.screen._on_timer_update()
            await self.pilot._wait_for_screen()
            screen = self.app.screen
            waiting = screen._layout_required or screen._dirty_widgets or screen._callbacks
            still = not (waiting or self.app._resize_event)
            calm = calm + 1 if still and not self.app.is_catching_up else 0

    async def wait(self, holds: Callable[[], bool], seconds: float = 8) -> None:
        """Wait until something holds, which a thread or a timer brings about."""
        async with asyncio.timeout(seconds):
            while not holds():
                await asyncio.sleep(0.01)
        await self.settle()

    async def wait_end(self, seconds: float = 8) -> None:
        """Wait until the app has ended."""
        async with asyncio.timeout(seconds):
            while not self.app._exit:
                await asyncio.sleep(0.01)

    async def begin(self, title: str) -> None:
        """Begin a blank brief, and leave its form when it has a title."""
        await self.press("n", "enter")
        await self.type(title)
        await self.press("escape")

    # What is seen

    @property
    def strips(self) -> list[Strip]:
        """The screen's lines with their looks, and beneath a box what it stands on."""
        visible_screen_stack.set(self.app._background_screens)  # taken away by each rendering
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """The screen's lines, as they are sent to the terminal."""
        return [strip.text for strip in self.strips]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    def seen(self, widget: Widget | str) -> list[str]:
        """The lines of one widget that are visible, without the spaces at their ends."""
        found = widget if isinstance(widget, Widget) else self.app.screen.query_one(widget)
        region = found.region
        if not (found.display and region):
            return []
        rows = self.strips[region.y : region.bottom]
        return [row.crop(region.x, region.right).text.rstrip() for row in rows]

    @property
    def status(self) -> str:
        """The line above everything."""
        return " ".join(self.seen("StatusLine")).strip()

    @property
    def key_bar(self) -> str:
        """The line below everything."""
        return " ".join(self.seen("KeyBar")).strip()

    @property
    def toasts(self) -> list[str]:
        """What was told lately, oldest first."""
        return [str(each.message) for each in self.app._notifications]

    @property
    def hint(self) -> str:
        """The question below a form's fields."""
        return " ".join(line.strip() for line in self.seen("#form--hint")).strip()

    # Places, panes and rows

    @property
    def place(self) -> PanedScreen:
        """The place that is open."""
        assert isinstance(self.app.place, PanedScreen)
        return self.app.place

    def pane(self, key: str) -> Pane:
        """The pane that holds the section with this key."""
        return next(
            pane for pane in self.place.panes if any(key == each.key for each in pane.sections)
        )

    def rows(self, rows: RowList | Pane, width: int = 200) -> list[str]:
        """All rows of a list as text, also those below its end; each row on one line."""
        found = rows.list if isinstance(rows, Pane) else rows
        return [
            " ".join(" ".join(line.plain for line in row.lines(width)).split())
            for row in found.rows
        ]

    @property
    def here(self) -> str:
        """The row under the cursor of the list in focus."""
        focused = self.app.focused
        assert isinstance(focused, RowList), focused
        return self.rows(focused)[focused.cursor]

    # Forms

    @property
    def form(self) -> Form:
        """The form that is open."""
        assert isinstance(self.app.screen, Form), self.app.screen
        return self.app.screen

    @property
    def is_form(self) -> bool:
        """A form is open."""
        return isinstance(self.app.screen, Form)

    @property
    def field(self) -> FieldRow:
        """The field in focus."""
        assert self.app.focused is not None
        row = self.form._row_of(self.app.focused)
        assert row is not None
        return row

    def field_row(self, name: str) -> FieldRow:
        """A field of the open form."""
        return next(row for row in self.form._rows if name in row.path)

    async def go(self, name: str) -> None:
        """Go to a field by Tab."""
        for _ in range(60):
            if name in self.field.path:
                return
            await self.press("tab")
        raise AssertionError(f"no field {name}")

    async def fill(self, **texts: str) -> None:
        """Type into fields, in the order of the form."""
        for name, text in texts.items():
            await self.go(name)
            await self.type(text)

    # What is kept

    def saved(self, table: str = "briefs") -> list[dict[str, Any]]:
        """A table of the file, as any program reads it once the app has brought it up to date."""
        self.app.session.store.checkpoint()
        with TinyDB(self.path, access_mode="r") as database:
            return [dict(each) for each in database.table(table).all()]

    def saved_brief(self, title: str) -> dict[str, Any]:
        """A brief of the file by its title."""
        return next(each for each in self.saved() if each["title"] == title)


def ids(name: str) -> Callable[[], str]:
    """Ids that are counted: `new-1`, `new-2`."""
    numbers = count(1)
    return lambda: f"{name}-{next(numbers)}"


def workspace_of(*briefs: Brief) -> Workspace:
    """A workspace of briefs."""
    return Workspace(briefs={each.id: each for each in briefs})


def samples() -> Workspace:
    """The samples, as the app would add them."""
    return apply(Workspace(), sample_edit(Workspace(), NOW, ids("sample")))


def keep(path: Path, workspace: Workspace) -> None:
    """Write a workspace's briefs, coalitions and people into a new file."""
    store = TinyStore(path)
    store.load()
    changes = tuple(
        Change(table, key, None, entry)
        for table in ("briefs", "coalitions", "people")
        for key, entry in workspace.table(table).items()
    )
    store.commit(Edit("Begin", changes))
    store.close()


@asynccontextmanager
async def opened(
    path: Path,
    size: tuple[int, int] = WIDE,
    store: Store | None = None,
    *,
    later: bool = False,
    new: str = "new",
) -> AsyncIterator[Desk]:
    """The app on a workspace's file, or on another store.

    `later` it is loaded by a thread; `new` is how the ids begin that it gives.
    """
    session = Session(store or TinyStore(path), lambda: NOW, ids(new), later=later)
    app = CoalitionApp(session)
    app.animation_level = "none"
    async with app.run_test(size=size, notifications=True) as pilot:
        desk = Desk(app, pilot, path)
        if not later:
            await desk.settle()
        yield desk
    session.close()
