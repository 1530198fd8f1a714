"""Files to bring in: their names, and what they would change."""

import os
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widgets import Input, Static

from coalition_tui.edits import Edit
from coalition_tui.exchange.importing import ImportFault, Reading, import_edit, read_bundle
from coalition_tui.exchange.preview import preview
from coalition_tui.fields import Field, Kind
from coalition_tui.paths import LONGEST, named_path
from coalition_tui.session import Session
from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.modals.working import WorkDialog
from coalition_tui.tui.widgets.choice_editor import ChoiceEditor
from coalition_tui.tui.widgets.editor import Touched
from coalition_tui.tui.widgets.line import Line
from coalition_tui.wording import plural
from coalition_tui.workspace import Workspace

KNOWN = (".json", ".md", ".markdown")
SHOWN = 12
LARGE = 2_000_000
"""Bytes that are not read anew with each key."""

Read = tuple[Sequence[Reading], Edit]
"""Files, and what they would change."""

MOST = 1000

REPLACE = Field(
    "replace",
    Kind.CHOICE,
    "If it is there",
    "",
    required=True,
    default="refuse",
    choices={"refuse": "refuse", "replace": "replace it"},
)


SOON = "What it would change is shown here, before anything is."


class ImportDialog(Dialog[Edit]):
    """The files' names and a dry run; the result is the edit that brings them in."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.IMPORT)
    SCROLLS = "#import--preview"
    heading = "Import"

    def __init__(self, session: Session, folder: Path) -> None:
        """Args: session: into which; folder: where names begin that are not absolute."""
        super().__init__()
        self.session = session
        self.folder = folder
        self.path = Line(
            compact=True,
            id="import--path",
            placeholder="a JSON or Markdown file; * for several",
            suggester=Names(folder),
            select_on_focus=False,
            max_length=LONGEST,
        )
        self.replace = ChoiceEditor(REPLACE, "refuse", REPLACE.labels)
        self._edit: Edit | None = None
        self._read_into: Workspace | None = None
        self._preview = Static(SOON, id="import--preview", markup=False)

    def content(self) -> ComposeResult:
        """The name, what to do with records that are there, and the dry run."""
        with Horizontal(classes="field--line"):
            yield Static("File", classes="field--title", markup=False)
            yield self.path
        with Horizontal(classes="field--line"):
            yield Static(REPLACE.title, classes="field--title", markup=False)
            yield self.replace
        yield self._preview

    def on_mount(self) -> None:
        """Begin with the name."""
        self.path.focus()

    @on(Input.Changed)
    @on(Touched)
    def _changed(self, event: Input.Changed | Touched) -> None:
        event.stop()
        self._read()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_go()

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the previous field."""
        self.focus_previous()

    def action_complete(self) -> None:
        """Take the name that is suggested; without one, go on to the next field."""
        before = self.path.value
        if self.path.has_focus:
            self.path.action_end()
            self.path.action_cursor_right()
        if self.path.value == before:
            self.focus_next()

    def action_go(self) -> None:
        """Bring in what the dry run has shown; large files are read for it first."""
        paths = _named(self.path.value, self.folder)
        if not paths:
            name = self.path.value.strip()
            self._preview.update(f"✗ There is no file {name}" if name else "Which file?")
        elif _size(paths) <= LARGE:
            self._read()
        elif self._edit is None or self._read_into is not self.session.workspace:
            heading = f"Reading {plural(len(paths), 'file')}"
            self.app.push_screen(WorkDialog(heading, self._reading(paths)), self._was_read)
            return
        if self._edit is not None and self._edit.changes:
            self.dismiss(self._edit)

    def _read(self) -> None:
        """Read the files as they are now, and say what would come of it."""
        self._edit = None
        paths = _named(self.path.value, self.folder)
        if not paths:
            self._preview.update(SOON)
        elif _size(paths) > LARGE:
            size = f"{_size(paths) / 1e6:,.0f} MB"
            self._preview.update(f"{size}: Enter reads it, and changes nothing yet")
        else:
            self._show(self._reading(paths))

    def _was_read(self, result: Callable[[], Read] | None) -> None:
        if result is None:
            self._preview.update("Stopped: nothing was read.")
        else:
            self._show(result)

    def _reading(self, paths: Sequence[Path]) -> Callable[[], Read]:
        """What reads the files, and says what would come of it."""
        session, replace = self.session, self.replace.taken == ("replace",)
        workspace = self._read_into = session.workspace

        def read() -> Read:
            readings = [read_bundle(each.read_bytes(), each.name) for each in paths]
            now, new_id = session.now(), session.new_id
            return readings, import_edit(
                workspace, readings, replace=replace, now=now, new_id=new_id
            )

        return read

    def _show(self, result: Callable[[], Read]) -> None:
        """Say what would come of it."""
        try:
            readings, self._edit = result()
        except ImportFault as fault:
            self._preview.update(f"✗ {fault}")
            return
        except OSError as error:
            self._preview.update(f"✗ {error.filename}: {error.strerror}")
            return
        removed = sum(each.removed for each in readings)
        lines = [self._edit.label if self._edit.changes else "Nothing would change"]
        lines += [f"Control characters left out: {removed}"] if removed else []
        changes = list(preview(self._edit))
        lines += changes[:SHOWN]
        lines += [f"… and {len(changes) - SHOWN} more"] if len(changes) > SHOWN else []
        self._preview.update("\n".join(lines))


class Names(Suggester):
    """Suggests the rest of a file's or folder's name."""

    def __init__(self, folder: Path) -> None:
        """Args: folder: where names begin that are not absolute."""
        super().__init__(use_cache=False, case_sensitive=True)
        self.folder = folder

    async def get_suggestion(self, value: str) -> str | None:
        """The first name that begins with what is typed; a folder's ends with a slash."""
        if not value or "*" in value:
            return None
        typed = named_path(value)
        folder, begun = (typed, "") if value.endswith("/") else (typed.parent, typed.name)
        try:
            entries = sorted(os.scandir(self.folder / folder), key=lambda each: each.name)
        except OSError:
            return None
        for each in entries[:MOST]:
            if each.name.startswith(begun) and (begun or not each.name.startswith(".")):
                if each.is_dir():
                    return f"{value[: len(value) - len(begun)]}{each.name}/"
                if each.name.lower().endswith(KNOWN):
                    return f"{value[: len(value) - len(begun)]}{each.name}"
        return None


def _size(paths: Sequence[Path]) -> int:
    """How many bytes there are to read."""
    try:
        return sum(each.stat().st_size for each in paths)
    except OSError:
        return 0


def _named(value: str, folder: Path) -> list[Path]:
    """The files of a name, or of a pattern with `*`; none while a folder is named."""
    name = value.strip()
    if not name:
        return []
    path = folder / named_path(name)
    try:
        found = [path]
        if "*" in name:  # in its folder, and never in all that is below
            found = sorted(each for each in path.parent.iterdir() if fnmatch(each.name, path.name))
        return [each for each in found if each.is_file()]
    except (OSError, ValueError):  # closed to us, too long, or a pattern that is none
        return []
