"""A place whose open record is checked: what is found stands beside it, and where it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual import on

from coalition_tui import pointer
from coalition_tui.rules.finding import Catalogue, Finding
from coalition_tui.rules.mending import Step
from coalition_tui.sections import home
from coalition_tui.session import NewId
from coalition_tui.tui.panes.check_rows import marks, tallies
from coalition_tui.tui.panes.checks import ChecksPane
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.tui.widgets.row_list import RowList


class CheckedScreen(PanedScreen):
    """A place with rules for its records; a finding leads to what mends it."""

    RULES: ClassVar[Catalogue[Any]]

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__(today, new_id)
        self.checks = ChecksPane(id="checks")
        self.findings: Sequence[Finding] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is found: in the list of checks, in titles, and at the records."""
        self.findings = findings
        found = marks(findings)
        if found != self.marks:
            self.marks = found
        self.tallies = tallies(findings, self.SECTIONS)
        self.checks.show_findings(findings)

    def step(self, finding: Finding) -> Step:
        """Where a finding is mended: at the record it points at, unless the place knows better."""
        return Step(finding.path)

    def mend(self, finding: Finding) -> None:
        """Go to what a finding is about, ready to edit."""
        top = self.top
        if top is None or not finding.path:
            return
        step = self.step(finding)
        self.go_to(step.path)
        if home(self.SECTIONS, step.path) is None:
            return
        if step.add or not isinstance(pointer.get(top, step.path), tuple):
            self.open_form(top, step.path, add=step.add, focus=step.focus, **step.begun)

    def action_strength(self) -> None:
        """Show how the open record stands, and what that lacks."""
        raise NotImplementedError

    def action_checks(self) -> None:
        """Show all findings with the idea behind each, and mend one after another."""
        from coalition_tui.tui.modals.checks import ChecksDialog

        if self.top is not None:
            self.app.push_screen(ChecksDialog(self))

    @on(ChecksPane.Chosen)
    def _mend(self, event: ChecksPane.Chosen) -> None:
        self.mend(event.finding)

    @on(RowList.Opened, "#checks")
    def _finding_clicked(self) -> None:
        self.checks.action_mend()

    @on(RowList.Opened, "#strength")
    @on(RowList.Opened, "#standing")
    def _standing_clicked(self) -> None:
        self.action_strength()
