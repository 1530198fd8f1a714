"""What a place for briefs says about the open one: strengths, pitch, summary, rehearsal."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from coalition_tui import edits
from coalition_tui.fields import field
from coalition_tui.model import Brief, Party
from coalition_tui.rules.brief import BRIEF_RULES, check_brief
from coalition_tui.rules.facts import Facts
from coalition_tui.rules.finding import Catalogue, Finding
from coalition_tui.rules.mending import Step, step
from coalition_tui.rules.strengths import Strength, strengths
from coalition_tui.session import NewId
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.panes.check_rows import counts
from coalition_tui.tui.panes.checks import StrengthPane
from coalition_tui.tui.screens.checked import CheckedScreen

if TYPE_CHECKING:
    from coalition_tui.pitch import Pitch

TALKS = ("conversations",)


class AdvisedScreen(CheckedScreen):
    """A brief is open: the rules check it, and its words are put together for others."""

    RULES: ClassVar[Catalogue[Brief]] = BRIEF_RULES

    def __init__(self, today: date, new_id: NewId) -> None:
        """Args: today: the day dates are shown and counted from; new_id: makes ids."""
        super().__init__(today, new_id)
        self.strength = StrengthPane(id="strength")
        self.strengths: tuple[Strength, ...] = ()
        self._checked: Brief | None = None
        self._checked_on = today

    @property
    def brief(self) -> Brief | None:
        """The open brief."""
        return self.workspace.briefs.get(self.opened)

    @property
    def party(self) -> Party | None:
        """The party under the cursor, or whose interest is; None where there is none."""
        path = self.active_pane.path
        if self.brief is None or not self.active_pane.list.has_focus:
            return None
        on_one = path[:1] == ("parties",) and len(path) > 1
        return self.brief.parties[int(path[1])] if on_one else None

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
        if brief is self._checked and brief is not None and self.today == self._checked_on:
            return
        if brief is None or self._checked is None or brief.id != self._checked.id:
            self.checks.restart()
        self._checked, self._checked_on = brief, self.today
        self.show_findings(check_brief(brief, self.workspace, self.today) if brief else ())
        self.strengths = strengths(brief) if brief else ()
        self.strength.show_strengths(self.strengths)

    def step(self, finding: Finding) -> Step:
        """Where the finding's rule is mended."""
        return step(self.brief, finding) if self.brief else Step(finding.path)

    def action_strength(self) -> None:
        """Show what each of the seven strengths lacks."""
        from coalition_tui.tui.modals.checks import StrengthDialog

        if self.brief is not None:
            here = self.strength.row.key if self.strength.row else ""
            self.app.push_screen(StrengthDialog(self.brief.title, self.strengths, here))

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
            summary = to_markdown(summarise(self.brief))
            heading = f"Summary for the room: {self.brief.title}"
            self.app.push_screen(
                ReadingDialog(heading, summary, file=f"{self.brief.title} summary")
            )

    def action_pitch(self) -> None:
        """Read the pitch for the party under the cursor, or for one that is chosen."""
        from coalition_tui.tui.modals.picker import Choice, Picker

        if self.brief is None:
            return
        if self.party is not None and not self.party.me:
            self._pitch(self.party.id)
            return
        others = [each for each in self.brief.parties if not each.me]
        if not others:
            self.notify("A pitch needs a party to hear it: 4 and a add one.", markup=False)
            return
        choices = [Choice(each.id, each.name, each.function) for each in others]
        self.app.push_screen(Picker("Pitch for", choices), self._pitch)

    def _pitch(self, party_id: str | None) -> None:
        from coalition_tui.pitch import compose, for_you, to_send
        from coalition_tui.tui.modals.reading import ReadingDialog

        brief = self.brief
        parties = brief.parties if brief else ()
        party = next((each for each in parties if each.id == party_id), None)
        if brief is None or party is None:
            return
        pitch = compose(brief, party)

        def left(result: str | None) -> None:
            if result == "log":
                told = tuple(each.name for each in pitch.parts if each.is_answered)
                self._log(brief, party, told)

        self.app.push_screen(
            ReadingDialog(
                f"Pitch for {party.name}",
                to_send(pitch),
                title="What they hear",
                note=_heard(pitch),
                beside=for_you(pitch),
                beside_title="For you alone",
                file=f"{brief.title} pitch for {party.name}",
                loggable=True,
            ),
            left,
        )

    def _log(self, brief: Brief, party: Party, told: tuple[str, ...]) -> None:
        """Log the conversation that a pitch was for at once, and ask what was heard."""
        kind = self._next_kind(brief, party)
        made = self.forms.add(brief, TALKS, kind=kind, parties=(party.id,), told=told)
        place, record = made.place, made.record
        self.post_message(
            Edited(lambda workspace, now: edits.add(workspace, place, record, now), tell=True)
        )

        def complete() -> None:
            if self.brief is not None:
                self.open_form(self.brief, place.path, focus="heard")

        self.after_edits(complete)

    def action_talk(self) -> None:
        """Begin to log a conversation of today, with the party under the cursor."""
        brief, party = self.brief, self.party
        if brief is None:
            return
        parties = () if party is None or party.me else (party.id,)
        kind = self._next_kind(brief, party)
        self.open_form(brief, TALKS, add=True, focus="kind", kind=kind, parties=parties)

    def _next_kind(self, brief: Brief, party: Party | None) -> str:
        """Context comes before the ask."""
        known = party is not None and party.id in Facts(brief).context
        return "ask" if known else "context"


def _heard(pitch: "Pitch") -> str:
    left, parts = len(pitch.unheard), len(pitch.parts)
    return f"{left} of {parts} parts not heard yet" if left else f"all {parts} parts heard"
