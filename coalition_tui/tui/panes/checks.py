"""Beside the list of briefs: the seven strengths, and what the rules find in the open brief."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from coalition_tui.rules.finding import Finding
from coalition_tui.rules.strengths import Strength
from coalition_tui.tui import keys
from coalition_tui.tui.panes.check_rows import counts, finding_of, finding_rows, strength_rows
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.titles import set_title


class StrengthPane(RowList):
    """The seven strengths as bars."""

    BORDER_TITLE = "Strength"
    IDEA = """\
Seven things that make a coalition hold. Each bar counts what is there of what it asks for. What \
it lacks is a question to somebody, by name, and no verdict on them."""
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER, *keys.STRENGTH]

    def show_strengths(self, strengths: Sequence[Strength]) -> None:
        """Show how far each strength has come."""
        met = sum(each.state == "met" for each in strengths)
        self.subtitle(Content.styled(f"{met} of {len(strengths)} met" if strengths else "", MUTED))
        self.show(strength_rows(strengths))


class ChecksPane(RowList):
    """The findings, worst first; Enter goes to the record."""

    BORDER_TITLE = "Checks"
    IDEA = """\
What plain rules find here, the worst first: where the agreement is mood, who was asked too late, \
who pays unseen. Each finding says why it matters and what mends it."""
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER, *keys.CHECKS]

    class Chosen(Message):
        """A finding that a person wants to mend."""

        def __init__(self, finding: Finding) -> None:
            """Args: finding: of the open record."""
            super().__init__()
            self.finding = finding

    findings: Sequence[Finding] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the rules find."""
        self.findings = findings
        set_title(self, Content(f"{self.BORDER_TITLE} ") + counts(findings))
        self.show(finding_rows(findings))

    def action_mend(self) -> None:
        """Go to the record of the finding under the cursor."""
        finding = finding_of(self.row, self.findings)
        if finding is not None:
            self.post_message(self.Chosen(finding))
