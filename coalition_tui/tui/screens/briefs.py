"""The Briefs place: the list, and the open brief in panes."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, cast

from textual.binding import BindingType

from coalition_tui import edits, sections
from coalition_tui.fields import field, noun
from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.session import NewId
from coalition_tui.several import put_all
from coalition_tui.tui import keys
from coalition_tui.tui.messages import BriefInEditor, Edited, GoTo, Leaving
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.screens.advised import AdvisedScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import Place

BLANK = "blank"
INTERVIEW = "interview"


class BriefsScreen(AdvisedScreen):
    """Briefs on the left, the sections of the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANED, *keys.BRIEFS]
    ABOUT = keys.BRIEFS
    PLACE = "Briefs"
    TABLE = "briefs"
    SECTIONS = sections.ALL
    PANES = ("12", "3", "45", "6", "7890L")
    TOGETHER = ("12",)
    ROWS = ((0, 1), (2,), (3, 4))
    BEGINS_WITH = ("title", "tags", "outcome", "why_now")

    def make_list(self) -> TopList:
        """The briefs, with how many of ten sections are filled."""
        return TopList(
            self.TABLE, self.PLACE, lambda brief: f"{filled(cast('Brief', brief))}/{len(SECTIONS)}"
        )

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__(today, new_id)
        self._interviewed = ""

    def beside(self) -> Iterable[RowList]:
        """The strengths and the findings, below the list."""
        return (self.strength, self.checks)

    def action_new(self) -> None:
        """Begin a new brief: blank, from a template, or by the interview."""
        from coalition_tui.templates import TEMPLATES
        from coalition_tui.tui.modals.picker import Choice, Picker

        title = ""

        def make(typed: str) -> str:
            nonlocal title
            title = typed
            return BLANK

        def chosen(choice: str | None) -> None:
            if title:
                self._create(self.new_top(title))
            else:
                self._begin(choice)

        if self.refuses_edits():
            return
        choices = [
            Choice(BLANK, "Blank", "a title is enough to start"),
            *(
                Choice(each.name, each.title, f"{len(each.parties)} usual parties, and questions")
                for each in TEMPLATES.values()
            ),
            Choice(INTERVIEW, "Interview", "the ten questions, one by one"),
        ]
        picker = Picker("New brief", choices, BLANK, noun=noun(Brief), make=make)
        self.app.push_screen(picker, chosen)

    def _create(self, brief: Brief) -> None:
        """A brief that has its title is there at once; what else it begins with is asked."""
        self.post_message(Edited(lambda workspace, now: edits.create(brief, now)))

        def go_on() -> None:
            self.open(brief.id)
            self.action_section(self.SECTIONS[0].key)
            if self.brief is not None:
                _, *others = self.BEGINS_WITH
                self.push_form(self.forms.top(self.brief, self.BEGINS_WITH, focus=others[0]))

        self.after_edits(go_on)

    def _begin(self, choice: str | None) -> None:
        from coalition_tui.templates import TEMPLATES

        if choice is None:
            return
        template = TEMPLATES.get(choice)
        brief = template.brief("", self.new_id) if template else self.new_top()
        self._interviewed = brief.id if choice == INTERVIEW else ""
        self.begin(brief)

    def begun(self, key: str) -> None:
        """Go on with the interview, where that was chosen."""
        if key == self._interviewed:
            self.action_interview()

    def new_top(self, title: str = "") -> Brief:
        """A brief with nothing in it but its title."""
        return Brief(id=self.new_id(), title=title)

    def action_status(self) -> None:
        """Move the brief, or the marked ones, to another status."""
        from coalition_tui.tui.modals.picker import Choice, Picker

        ids = self.chosen
        if not ids or self.refuses_edits():
            return
        now = self.workspace.briefs[ids[0]].status
        labels = field(Brief, "status").labels

        def chosen(status: str | None) -> None:
            briefs = self.workspace.briefs
            moved = [each for each in ids if each in briefs and briefs[each].status != status]
            if status and moved:
                self.post_message(
                    Edited(
                        lambda workspace, now: put_all(
                            workspace, "briefs", moved, name="status", value=status, now=now
                        ),
                        tell=len(moved) > 1,
                    )
                )

        title = "Status" if len(ids) == 1 else f"Status of {len(ids)} briefs"
        choices = [Choice(value, label) for value, label in labels.items()]
        self.app.push_screen(Picker(title, choices, now), chosen)

    def action_found(self) -> None:
        """Make a lasting coalition of the parties of a landed brief."""
        from coalition_tui.tui.modals.founding import ask_to_found

        brief = self.brief
        if brief is None:
            return
        if brief.coalition:
            self.notify("It draws on a coalition already: here it is.", markup=False)
            self.post_message(GoTo(Place("coalitions", brief.coalition)))
            return
        if brief.status != "landed":
            self.notify("First it lands: m moves the brief on.", markup=False)
            return
        ask_to_found(self, brief)

    def action_copy(self) -> None:
        """Copy the brief, or the marked ones, as Markdown."""
        if self.chosen:
            self.post_message(Leaving(self.chosen))

    def action_editor(self) -> None:
        """Edit the whole brief as Markdown in the person's own editor."""
        if self.brief is not None:
            self.post_message(BriefInEditor(self.brief.id))

    def action_export(self) -> None:
        """Export the brief, or the marked ones, or copy them in another form."""
        if self.chosen:
            self.post_message(Leaving(self.chosen, ask=True))
