"""Every finding with the idea behind its rule and how to mend it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coalition_tui.fields import headline
from coalition_tui.rules.finding import Finding
from coalition_tui.rules.strengths import Strength
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.modals.live_dialog import LiveDialog
from coalition_tui.tui.panes.check_rows import counts, finding_of, finding_rows, strength_rows
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from coalition_tui.tui.screens.checked import CheckedScreen


class ChecksDialog(LiveDialog[None]):
    """All findings of a place's open record, which are mended one after another.

    It stays open below the form that mends a finding, and then shows what is left.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(keys.FINDINGS)
    LETS_GO = True

    def __init__(self, place: "CheckedScreen") -> None:
        """Args: place: whose open record it is."""
        super().__init__(place.workspace, place.today, place.new_id)
        self.place = place
        self.rules = place.RULES.rules
        self.heading = f"Checks: {headline(place.top) if place.top else ''}"
        self.list = RowList()
        self._count = Static("", classes="dialog--words")
        self._why = Static("", id="checks--why")

    def content(self) -> ComposeResult:
        """The findings, and below them why the rule asks."""
        yield self._count
        yield self.list
        yield self._why

    def on_mount(self) -> None:
        """Begin on the worst."""
        self.list.focus()

    def draw(self) -> None:
        """Show what is found now; the cursor stays, or stands on what follows what is mended."""
        self._count.update(counts(self.place.findings))
        self.list.show(finding_rows(self.place.findings))
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
        self.action_mend()

    def action_mend(self) -> None:
        """Go to the record of the finding, ready to edit."""
        if self._finding is not None:
            self.place.mend(self._finding)

    def action_go(self) -> None:
        """Leave the checks for the place, where the cursor is on the record."""
        finding = self._finding
        if finding is not None and finding.path:
            self.place.go_to(finding.path)
            self.dismiss(None)

    @property
    def _finding(self) -> Finding | None:
        return finding_of(self.list.row, self.place.findings)


class StrengthDialog(Dialog[None]):
    """The seven strengths, each with what it still lacks by name."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.MODAL)
    LETS_GO = True

    def __init__(self, title: str, strengths: Sequence[Strength], here: str = "") -> None:
        """Args: title: the brief's; strengths: all seven; here: the name of one to begin on."""
        super().__init__()
        self.heading = f"Strength: {title}"
        self.strengths = strengths
        self.here = here
        self.list = RowList()
        self._missing = Static("", id="checks--why")

    def content(self) -> ComposeResult:
        """The bars, and below them what is missing."""
        yield self.list
        yield self._missing

    def on_mount(self) -> None:
        """Begin on the one that was asked about, or the first."""
        self.list.show(strength_rows(self.strengths, full=True))
        self.list.go_to(self.here)
        self.list.focus()
        self._explain()

    @on(RowList.Moved)
    def _explain(self) -> None:
        row = self.list.row
        strength = next((each for each in self.strengths if row and each.name == row.key), None)
        if strength is None:
            self._missing.update("")
            return
        words = {
            "met": "Nothing is missing.",
            "unknown": "There is nothing on record yet to judge this by.",
        }
        missing = words.get(strength.state) or f"Missing: {', '.join(strength.missing_words)}"
        head = text(strength.title, "bold") + Content.styled(f"   {strength.state}", MUTED)
        self._missing.update(Content("\n").join([head, text(missing)]))
