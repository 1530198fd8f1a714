"""The interview: the ten questions one by one, each with what a good answer holds."""

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coalition_tui.fields import Kind
from coalition_tui.model import Brief
from coalition_tui.pointer import Path
from coalition_tui.sections import SECTIONS, Section, filled, is_filled
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.modals.live_dialog import LiveDialog
from coalition_tui.tui.panes.pane import Pane
from coalition_tui.tui.panes.tables import GOOD, MUTED
from coalition_tui.tui.widgets.answers import Answers
from coalition_tui.workspace import Workspace


class InterviewDialog(LiveDialog[None]):
    """A question, what a good answer holds, and the section itself to write in.

    Texts are written right there; records are added and edited as in their pane.
    """

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.INTERVIEW)
    SCROLLS = "Pane, Answers"

    def __init__(self, brief_id: str, workspace: Workspace, today: date, new_id: NewId) -> None:
        """Args: brief_id: who is interviewed about; workspace, today, new_id: as everywhere."""
        super().__init__(workspace, today, new_id)
        self.brief_id = brief_id
        self.parts: list[Pane | Answers] = [
            Pane([each]) if _has_records(each) else Answers(each, today) for each in SECTIONS
        ]
        self.step = self._first_open()
        self._progress = Static("", id="interview--progress")
        self._question = Static("", id="interview--question")

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self.workspace.briefs[self.brief_id]

    @property
    def section(self) -> Section:
        """The section that is asked about."""
        return SECTIONS[self.step]

    @property
    def part(self) -> Pane | Answers:
        """Where the answer is written."""
        return self.parts[self.step]

    def content(self) -> ComposeResult:
        """How far it is, the question, and the section."""
        yield self._progress
        yield self._question
        yield from self.parts

    def on_mount(self) -> None:
        """Begin with the first section that holds nothing."""
        self.query_one("#dialog").border_title = text(f"Interview: {self.brief.title}")
        self._ask()

    def draw(self) -> None:
        """Show the section as it is now."""
        if isinstance(self.part, Answers):
            self.part.show(self.brief)
        else:
            self.part.show(self.workspace, self.brief, self.today)
        self._progress.update(self._dots())

    def action_go(self, step: int) -> None:
        """Go to the next or previous question; after the last, leave."""
        if isinstance(self.part, Answers) and (self.part.step(step) or not self.part.keep()):
            return
        if self.step + step >= len(SECTIONS):
            self.after_edits(self._end)
        elif self.step + step >= 0:
            self.step += step
            self._ask()

    def action_write(self) -> None:
        """Write the answer: one more record."""
        if isinstance(self.part, Pane):
            self.part.action_add()

    def action_close(self) -> None:
        """Leave; what is written is kept, and the interview goes on where it is asked for again."""
        if not isinstance(self.part, Answers) or self.part.keep():
            self.after_edits(self.dismiss, None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A text is written without being asked to."""
        if action == "write":
            return isinstance(self.part, Pane)
        return super().check_action(action, parameters)

    @on(Pane.FormWanted)
    def _form_wanted(self, event: Pane.FormWanted) -> None:
        event.stop()
        self.open_form(self.brief, event.path, add=event.add)

    @on(Pane.Redraw)
    def _redraw(self) -> None:
        self.draw()

    def added(self, path: Path) -> None:
        """Put the cursor on the new record."""
        if isinstance(self.part, Pane):
            self.part.go_to(path)

    def _end(self) -> None:
        answered = f"{filled(self.brief)} of {len(SECTIONS)} questions have an answer."
        self.notify(f"{answered} c says what is still open.", markup=False)
        self.dismiss(None)

    def _ask(self) -> None:
        for number, part in enumerate(self.parts):
            part.display = number == self.step
        section = self.section
        self._question.update(
            Content("\n").join([text(section.question, "bold"), text(section.good, MUTED)])
        )
        self.draw()
        self.fit()
        if isinstance(self.part, Answers):
            self.part.begin()
        else:
            self.part.list.focus()
        self.refresh_bindings()

    def _dots(self) -> Content:
        parts: list[Content] = []
        for number, section in enumerate(SECTIONS):
            done = is_filled(self.brief, section)
            glyph = "●" if done else "○"
            style = "$accent bold" if number == self.step else GOOD if done else MUTED
            parts.append(Content.styled(glyph, style))
        where = f"   {self.step + 1} of {len(SECTIONS)}: {self.section.title}"
        return Content(" ").join(parts) + Content.styled(where, MUTED)

    def _first_open(self) -> int:
        return next(
            (index for index, each in enumerate(SECTIONS) if not is_filled(self.brief, each)), 0
        )


def _has_records(section: Section) -> bool:
    return any(each.kind is Kind.RECORDS for each in section.declared)
