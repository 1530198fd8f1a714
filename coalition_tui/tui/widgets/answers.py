"""The texts of a section, written where they are asked for."""

from collections.abc import Sequence
from datetime import date

from textual import events, on
from textual.containers import Vertical
from textual.timer import Timer

from coalition_tui import edits
from coalition_tui.fields import Problem
from coalition_tui.sections import Section
from coalition_tui.tui.messages import Edited, Editing
from coalition_tui.tui.modals.form import IDLE, FieldRow
from coalition_tui.tui.widgets.editor import Touched
from coalition_tui.tui.widgets.text_editor import TextEditor
from coalition_tui.typed import show
from coalition_tui.workspace import Place, Top, table_of


class Answers(Vertical):
    """Texts to write one below the other; each is kept as it is left, or a moment after."""

    def __init__(self, section: Section, today: date) -> None:
        """Args: section: of texts only; today: the day dates are counted from."""
        super().__init__()
        self.section = section
        self.today = today
        self.editors = [TextEditor(item, item.default) for item in section.declared]
        self._top: Top | None = None
        self._idle: Timer | None = None

    def compose(self) -> Sequence[FieldRow]:
        """A title and an editor for each text; those after the first ask their own question."""
        return [
            FieldRow((each.item.name,), each.item.title, each, each.item.question, asked=bool(row))
            for row, each in enumerate(self.editors)
        ]

    def show(self, top: Top) -> None:
        """Show the texts as they are now; what is being written stays."""
        self._top = top
        for each in self.editors:
            value = show(each.item, getattr(top, each.item.name))
            if not each.is_touched() and each.text != value:
                each.load_text(value)
                each.settle()

    def begin(self, position: int = 0) -> None:
        """Go to a text, at its end."""
        editor = self.editors[position]
        editor.focus()
        editor.cursor_location = editor.document.end

    def step(self, step: int) -> bool:
        """Go to the next or previous text; False when there is none."""
        here = next((index for index, each in enumerate(self.editors) if each.has_focus), 0)
        if not 0 <= here + step < len(self.editors):
            return False
        self.begin(here + step)
        return True

    def keep(self) -> bool:
        """Make what is written an edit. False when some of it can't be one; it says why."""
        kept = [self._keep(each) for each in self.editors]
        return all(kept)

    @on(Touched)
    def _touched(self, event: Touched) -> None:
        event.stop()
        self.post_message(Editing(busy=True))
        if self._idle is not None:
            self._idle.stop()
        self._idle = self.set_timer(IDLE, self.keep)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep the text that is left."""
        if isinstance(event.widget, TextEditor):
            self._keep(event.widget)

    def _keep(self, editor: TextEditor) -> bool:
        top = self._top
        if top is None or not editor.is_touched():
            return True
        row = editor.query_ancestor(FieldRow)
        try:
            value = editor.read(self.today)
        except Problem as problem:
            row.complain(str(problem))
            return False
        row.complain("")
        editor.settle()
        place = Place(table_of(top), top.id, (editor.item.name,))
        # From the screen, whose messages are dealt with before it is left.
        edited = Edited(lambda workspace, now: edits.put(workspace, place, value, now))
        self.screen.post_message(edited)
        self.screen.post_message(Editing(busy=False))
        return True
