"""The Briefs place: the list, and the open brief in panes."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, cast

from textual.binding import BindingType

from coalition_tui import edits, sections
from coalition_tui.fields import field
from coalition_tui.model import Brief, Conversation
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.finding import Finding
from coalition_tui.rules.strengths import Strength, strengths
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited, GoTo, Leaving
from coalition_tui.tui.panes.check_rows import counts, marks
from coalition_tui.tui.panes.checks import ChecksPane, StrengthPane
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import Place

BLANK = "blank"
INTERVIEW = "interview"


class BriefsScreen(PanedScreen):
    """Briefs on the left, the sections of the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANED, *keys.BRIEFS]
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
        self.strength = StrengthPane(id="strength")
        self.checks = ChecksPane(id="checks")
        self.findings: list[Finding] = []
        self.strengths: tuple[Strength, ...] = ()
        self._checked: Brief | None = None
        self._interviewed = ""

    def beside(self) -> Iterable[RowList]:
        """The strengths and the findings, below the list."""
        return (self.strength, self.checks)

    @property
    def brief(self) -> Brief | None:
        """The open brief."""
        return self.workspace.briefs.get(self.opened)

    def draw_top(self) -> None:
        """Show the open brief, and what the rules find in it."""
        self._check()
        super().draw_top()
        brief = self.brief
        if brief is None:
            self.describe()
            return
        met = sum(each.state == "met" for each in self.strengths)
        self.describe(
            brief.title,
            counts(self.findings),
            text(f"strength {met}/{len(self.strengths)}", "$text-muted"),
            text(field(Brief, "status").labels[brief.status], "$secondary"),
        )

    def _check(self) -> None:
        """Ask the rules again, when the brief is another one or has changed."""
        brief = self.brief
        if brief is self._checked and brief is not None:
            return
        if brief is None or self._checked is None or brief.id != self._checked.id:
            self.checks.restart()
        self._checked = brief
        self.findings = check_brief(brief, self.workspace, self.today) if brief else []
        self.strengths = strengths(brief) if brief else ()
        found = marks(self.findings)
        if found != self.marks:
            self.marks = found
        self.strength.show_strengths(self.strengths)
        self.checks.show_findings(self.findings)

    def action_checks(self) -> None:
        """Show all findings with the idea behind each, and go to the one that is chosen."""
        from coalition_tui.tui.modals.checks import ChecksDialog

        def chosen(finding: Finding | None) -> None:
            if finding is not None and finding.path:
                self.mend(finding.path)

        if self.brief is not None:
            self.app.push_screen(ChecksDialog(self.brief.title, self.findings), chosen)

    def action_strength(self) -> None:
        """Show what each of the seven strengths lacks."""
        from coalition_tui.tui.modals.checks import StrengthDialog

        if self.brief is not None:
            self.app.push_screen(StrengthDialog(self.brief.title, self.strengths))

    def action_rehearse(self) -> None:
        """Rehearse the first collision."""
        from coalition_tui.tui.modals.rehearsal import RehearsalDialog

        if self.brief is not None:
            self.app.push_screen(
                RehearsalDialog(self.opened, self.workspace, self.today, self.new_id)
            )

    def action_interview(self) -> None:
        """Answer the ten questions, one by one."""
        from coalition_tui.tui.modals.interview import InterviewDialog

        if self.brief is not None:
            self.app.push_screen(
                InterviewDialog(self.opened, self.workspace, self.today, self.new_id)
            )

    def action_summary(self) -> None:
        """Read the conversations as the room may hear them."""
        from coalition_tui.summary import summarise, to_markdown
        from coalition_tui.tui.modals.reading import ReadingDialog

        if self.brief is not None:
            summary = summarise(self.brief)
            self.app.push_screen(
                ReadingDialog(f"Summary for the room: {self.brief.title}", to_markdown(summary))
            )

    def action_pitch(self) -> None:
        """Read the pitch for the party under the cursor, or for one that is chosen."""
        from coalition_tui.tui.modals.picker import Choice, Picker

        brief, path = self.brief, self.active_pane.path
        if brief is None:
            return
        others = [each for each in brief.parties if not each.me]
        if path[:1] == ("parties",) and len(path) > 1 and self.active_pane.list.has_focus:
            here = brief.parties[int(path[1])]
            if not here.me:
                self._pitch(here.id)
                return
        if not others:
            self.notify("A pitch needs a party to hear it: 4 and a add one.", markup=False)
            return
        choices = [Choice(each.id, each.name, each.function) for each in others]
        self.app.push_screen(Picker("Pitch for", choices), self._pitch)

    def _pitch(self, party_id: str | None) -> None:
        from coalition_tui.pitch import compose, for_you, to_send
        from coalition_tui.tui.modals.reading import ReadingDialog

        brief = self.brief
        party = (
            next((each for each in brief.parties if each.id == party_id), None) if brief else None
        )
        if brief is None or party is None:
            return
        pitch = compose(brief, party)

        def left(result: str | None) -> None:
            if result == "log":
                self._log(party.id)

        self.app.push_screen(
            ReadingDialog(
                f"Pitch for {party.name}",
                to_send(pitch),
                title="What they hear",
                beside=for_you(pitch),
                beside_title="For you alone",
                loggable=True,
            ),
            left,
        )

    def _log(self, party_id: str) -> None:
        """Log the conversation that a pitch was for: with the party, today, all five parts."""
        brief = self.brief
        if brief is None:
            return
        told = tuple(field(Conversation, "told").labels)
        known = any(
            party_id in each.parties and each.kind == "context" for each in brief.conversations
        )
        self.open_form(
            brief,
            ("conversations",),
            add=True,
            kind="ask" if known else "context",
            parties=(party_id,),
            told=told,
        )

    def action_new(self) -> None:
        """Begin a new brief: blank, from a template, or by the interview."""
        from coalition_tui.templates import TEMPLATES
        from coalition_tui.tui.modals.picker import Choice, Picker

        choices = [
            Choice(BLANK, "Blank", "a title is enough to start"),
            *(
                Choice(each.name, each.title, f"{len(each.parties)} usual parties, and questions")
                for each in TEMPLATES.values()
            ),
            Choice(INTERVIEW, "Interview", "the ten questions, one by one"),
        ]
        self.app.push_screen(Picker("New brief", choices, BLANK), self._begin)

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

    def new_top(self) -> Brief:
        """A brief with nothing in it."""
        return Brief(id=self.new_id(), title="")

    def action_status(self) -> None:
        """Move the brief to another status."""
        from coalition_tui.tui.modals.picker import Choice, Picker

        brief = self.brief
        if brief is None:
            return
        labels = field(Brief, "status").labels

        def chosen(status: str | None) -> None:
            if status and status != brief.status:
                place = Place("briefs", brief.id, ("status",))
                self.post_message(
                    Edited(lambda workspace, now: edits.put(workspace, place, status, now))
                )

        choices = [Choice(value, label) for value, label in labels.items()]
        self.app.push_screen(Picker("Status", choices, brief.status), chosen)

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
        """Copy the brief as Markdown."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id]))

    def action_export(self) -> None:
        """Export the brief, or copy it in another form."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id], ask=True))
