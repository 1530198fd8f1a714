"""Where an export goes, in which format, and for whom."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from coalition_tui.exchange.files import file_name
from coalition_tui.exchange.formats import FORMATS, FULL, ROOM, Format, written
from coalition_tui.fields import Field, Kind
from coalition_tui.model import Bundle
from coalition_tui.paths import LONGEST, named_path
from coalition_tui.tui import keys
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.modals.save import no_place
from coalition_tui.tui.widgets.choice_editor import ChoiceEditor
from coalition_tui.tui.widgets.editor import Touched
from coalition_tui.tui.widgets.line import Line
from coalition_tui.wording import plural

FILE, CLIPBOARD = "file", "clipboard"
PREVIEW = 12


@dataclass(frozen=True)
class Export:
    """What is to leave: in which format, for whom, and to which file; None for the clipboard."""

    kind: Format
    audience: str
    path: Path | None


def _choice(name: str, title: str, labels: dict[str, str]) -> Field:
    return Field(name, Kind.CHOICE, title, "", True, next(iter(labels)), choices=labels)


FORMAT = _choice("format", "Format", {each.name: each.title for each in FORMATS.values()})
AUDIENCE = _choice(
    "audience", "For", {FULL: "me: everything", ROOM: "the room: without confidences"}
)
TO = _choice("to", "To", {FILE: "a file", CLIPBOARD: "the clipboard"})


class ExportDialog(Dialog[Export]):
    """Format, audience and destination, with the beginning of what will leave."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.EXPORT)
    SCROLLS = "#export--preview"
    heading = "Export"

    def __init__(self, bundle: Bundle, folder: Path, count: int) -> None:
        """Ask.

        Args:
            bundle: what is to leave, or the first of it.
            folder: where a file goes if nothing else is said.
            count: how many briefs are to leave.
        """
        super().__init__()
        self.count = count
        self.bundle = bundle
        self.folder = folder
        self.choices = {
            each.name: ChoiceEditor(each, value, each.labels)
            for each, value in ((FORMAT, "markdown"), (AUDIENCE, FULL), (TO, FILE))
        }
        self.path = Line(compact=True, id="export--path", max_length=LONGEST)
        self._preview = Static("", id="export--preview", markup=False)
        self._note = Static("", classes="dialog--words", markup=False)
        self._named = ""

    def content(self) -> ComposeResult:
        """The three choices, the file's name, and a preview."""
        for editor in self.choices.values():
            with Horizontal(classes="field--line"):
                yield Static(editor.item.title, classes="field--title", markup=False)
                yield editor
        with Horizontal(classes="field--line"):
            yield Static("File", classes="field--title", markup=False)
            yield self.path
        yield self._note
        yield self._preview

    def on_mount(self) -> None:
        """Begin with the format."""
        self._show()
        self.choices["format"].focus()

    @on(Touched)
    def _touched(self, event: Touched) -> None:
        event.stop()
        self._show()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_go()

    def action_next_field(self) -> None:
        """Go to the next choice."""
        self.focus_next()

    def action_previous_field(self) -> None:
        """Go to the previous choice."""
        self.focus_previous()

    def action_go(self) -> None:
        """Export."""
        name = self.path.value.strip()
        to_file = self._value("to") == FILE
        problem = no_place(name) if to_file else ""
        if problem:
            self._note.update(problem)
            self.path.focus()
            return
        path = named_path(name) if to_file else None
        self.dismiss(Export(FORMATS[self._value("format")], self._value("audience"), path))

    def _value(self, name: str) -> str:
        return self.choices[name].taken[0]

    def _text(self) -> tuple[str, int]:
        return written(self.bundle, FORMATS[self._value("format")], self._value("audience"))

    def _show(self) -> None:
        kind = FORMATS[self._value("format")]
        name = str(self.folder / file_name(self.bundle, kind))
        if self.path.value in ("", self._named):
            self.path.value = name
        self._named = name
        self.path.disabled = self._value("to") != FILE
        text, withheld = self._text()
        lines = text.split("\n")
        if self.count > len(self.bundle.briefs):
            self._note.update(f"{plural(self.count, 'brief')}; they begin so")
        else:
            self._note.update(
                f"{plural(len(lines), 'line')}"
                + (f"; {plural(withheld, 'confidence')} withheld" if withheld else "")
            )
        self._preview.update("\n".join(line[:200] for line in lines[:PREVIEW]))
