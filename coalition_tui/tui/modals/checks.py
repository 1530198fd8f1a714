"""Every finding with the idea behind its rule and how to mend it."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coalition_tui.rules.brief import BRIEF_RULES
from coalition_tui.rules.finding import Catalogue, Finding
from coalition_tui.rules.strengths import Strength
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.panes.check_rows import counts, finding_rows, strength_rows
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import RowList


class ChecksDialog(Dialog[Finding]):
    """All findings; the result is the one to mend."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.CHOOSE)

    def __init__(
        self, title: str, findings: Sequence[Finding], rules: Catalogue[Any] = BRIEF_RULES
    ) -> None:
        """Args: title: the record's; findings: in their order; rules: that found them."""
        super().__init__()
        self.heading = f"Checks: {title}"
        self.findings = findings
        self.rules = rules.rules
        self.list = RowList()
        self._count = Static(counts(findings), classes="dialog--words")
        self._why = Static("", id="checks--why")

    def content(self) -> ComposeResult:
        """The findings, and below them why the rule asks."""
        yield self._count
        yield self.list
        yield self._why

    def on_mount(self) -> None:
        """Begin on the worst."""
        self.list.show(finding_rows(self.findings))
        self.list.focus()
        self._explain()

    @on(RowList.Moved)
    def _explain(self) -> None:
        finding = self._finding
        if finding is None:
            self._why.update("")
            return
        rule = self.rules[finding.rule]
        self._why.update(
            Content("\n").join(
                [
                    text(rule.title, "bold")
                    + Content.styled(f"   {rule.id} · {finding.severity}", MUTED),
                    text(rule.idea),
                    text(f"To mend: {rule.mend}", "$accent"),
                ]
            )
        )
        self.fit()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Go to the record of the finding."""
        if self._finding is not None:
            self.dismiss(self._finding)

    @property
    def _finding(self) -> Finding | None:
        row = self.list.row
        return self.findings[int(row.key)] if row is not None and row.key.isdecimal() else None


class StrengthDialog(Dialog[None]):
    """The seven strengths, each with what it still lacks by name."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.MODAL)

    def __init__(self, title: str, strengths: Sequence[Strength]) -> None:
        """Args: title: the brief's; strengths: all seven."""
        super().__init__()
        self.heading = f"Strength: {title}"
        self.strengths = strengths
        self.list = RowList()
        self._missing = Static("", id="checks--why")

    def content(self) -> ComposeResult:
        """The bars, and below them what is missing."""
        yield self.list
        yield self._missing

    def on_mount(self) -> None:
        """Begin on the first."""
        self.list.show(strength_rows(self.strengths))
        self.list.focus()
        self._explain()

    @on(RowList.Moved)
    def _explain(self) -> None:
        strength = self.strengths[self.list.cursor]
        words = {
            "met": "Nothing is missing.",
            "unknown": "There is nothing on record yet to judge this by.",
        }
        missing = words.get(strength.state) or f"Missing: {', '.join(strength.missing_words)}"
        head = text(strength.title, "bold") + Content.styled(f"   {strength.state}", MUTED)
        self._missing.update(Content("\n").join([head, text(missing)]))
