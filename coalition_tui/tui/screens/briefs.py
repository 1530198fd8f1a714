"""The Briefs place: the list, and the open brief in panes."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, cast

from textual import on
from textual.binding import BindingType

from coalition_tui import edits, sections
from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.pointer import Path
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.finding import Finding
from coalition_tui.rules.strengths import Strength, strengths
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited, Leaving
from coalition_tui.tui.modals.checks import ChecksDialog, StrengthDialog
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.modals.rehearsal import RehearsalDialog
from coalition_tui.tui.panes.check_rows import counts, marks
from coalition_tui.tui.panes.checks import ChecksPane, StrengthPane
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.workspace import Place


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

    @on(ChecksPane.Chosen)
    def _mend(self, event: ChecksPane.Chosen) -> None:
        self.mend(event.path)

    @on(RowList.Opened, "#checks")
    def _finding_clicked(self) -> None:
        self.checks.action_mend()

    def mend(self, path: Path) -> None:
        """Go to what a finding is about, ready to edit."""
        self.go_to(path)
        pane = self.active_pane
        row = pane.list.row
        if row is not None and row.path == path:
            pane.action_edit()

    def action_checks(self) -> None:
        """Show all findings with the idea behind each, and go to the one that is chosen."""

        def chosen(finding: Finding | None) -> None:
            if finding is not None and finding.path:
                self.mend(finding.path)

        if self.brief is not None:
            self.app.push_screen(ChecksDialog(self.brief.title, self.findings), chosen)

    def action_strength(self) -> None:
        """Show what each of the seven strengths lacks."""
        if self.brief is not None:
            self.app.push_screen(StrengthDialog(self.brief.title, self.strengths))

    def action_rehearse(self) -> None:
        """Rehearse the first collision."""
        if self.brief is not None:
            self.app.push_screen(
                RehearsalDialog(self.opened, self.workspace, self.today, self.new_id)
            )

    def new_top(self) -> Brief:
        """A brief with nothing in it."""
        return Brief(id=self.new_id(), title="")

    def action_status(self) -> None:
        """Move the brief to another status."""
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

    def action_copy(self) -> None:
        """Copy the brief as Markdown."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id]))

    def action_export(self) -> None:
        """Export the brief, or copy it in another form."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id], ask=True))
