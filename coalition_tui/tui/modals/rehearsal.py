"""The first collision, rehearsed: who drops out, what is lost, and who could step in."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from coalition_tui import edits
from coalition_tui.fields import headline, noun
from coalition_tui.model import Brief, Commitment, DecisionRight, Party, Record, Room
from coalition_tui.rules.facts import Facts
from coalition_tui.rules.rehearsal import Stake, is_enough, stakes
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.live_dialog import LiveDialog
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.panes.tables import BAD, CARE, GOOD, MUTED
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import plural
from coalition_tui.workspace import Place, Workspace

LISTS: dict[type[Record], str] = {
    Commitment: "commitments",
    DecisionRight: "decision_rights",
    Room: "rooms",
}


class RehearsalDialog(LiveDialog[None]):
    """Parties to tick off on the left, what goes with them on the right."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.REHEARSAL)
    LETS_GO = True
    SCROLLS = "#rehearsal"

    def __init__(self, brief_id: str, workspace: Workspace, today: date, new_id: NewId) -> None:
        """Args: brief_id: whose parties drop out; workspace, today, new_id: as everywhere."""
        super().__init__(workspace, today, new_id)
        self.brief_id = brief_id
        self.without: set[str] = set()
        self.parties = RowList(id="rehearsal--parties")
        self.lost = RowList(id="rehearsal--lost")
        self._verdict = Static("", classes="dialog--words")

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self.workspace.briefs[self.brief_id]

    def content(self) -> ComposeResult:
        """Who drops out, what is lost, and the verdict."""
        yield self._verdict
        with Horizontal(id="rehearsal"):
            yield self.parties
            yield self.lost

    def on_mount(self) -> None:
        """Begin with the parties."""
        self.query_one("#dialog").border_title = text(f"Rehearsal: {self.brief.title}")
        self.parties.border_title = "Who drops out?"
        self.parties.focus()

    def draw(self) -> None:
        """Show who is ticked off, what goes with them, and what somebody else takes over."""
        facts = Facts(self.brief)
        everything = stakes(facts)
        self.parties.show([self._party(each, everything) for each in self.brief.parties])
        lost = [each for each in everything if each.is_lost(self.without)]
        saved = [each for each in everything if each.is_saved(self.without)]
        rows = [self._stake(each, facts) for each in (*lost, *saved)]
        self.lost.show(rows or [self._nothing()])
        kept = f" · kept by a backup: {len(saved)}" if saved else ""
        self.lost.border_title = f"Lost: {len(lost)}{kept}" if self.without else "What is lost"
        self._verdict.update(self._judge(lost))
        self.fit()

    def action_tick(self) -> None:
        """Let the party under the cursor drop out, or come back; say who steps in for a loss."""
        if self.lost.has_focus:
            self.action_backup()
            return
        row = self.parties.row
        if row is not None:
            self.without ^= {row.key}
            self.draw()
            self.lost.cursor = 0

    def action_backup(self) -> None:
        """Choose who steps in for what is lost."""
        row = self.lost.row
        if row is None or not row.path:
            return
        record = getattr(self.brief, str(row.path[0]))[row.path[1]]
        choices = [
            Choice(each.id, each.name)
            for each in self.brief.parties
            if each.id not in self.without and not (isinstance(record, Room) and each.me)
        ]
        heading = "Who speaks there?" if isinstance(record, Room) else "Who steps in?"
        self.app.push_screen(Picker(heading, choices), self._chosen(record, row.path))

    def _chosen(self, record: Record, path: tuple[str | int, ...]) -> Callable[[str | None], None]:
        def chosen(party: str | None) -> None:
            if not party:
                return
            if isinstance(record, Room):
                name, value = "advocates", (*record.advocates, party)
                place = Place("briefs", self.brief_id, (*path, name))
                self.post_message(Edited(lambda ws, now: edits.put(ws, place, value, now)))
            else:
                place = Place("briefs", self.brief_id, (*path, "backup"))
                self.post_message(Edited(lambda ws, now: edits.put(ws, place, party, now)))

        return chosen

    def _party(self, party: Party, everything: Sequence[Stake]) -> Row:
        box = Content.styled("[x] ", CARE) if party.id in self.without else Content("[ ] ")
        alone = sum(each.is_lost({party.id}) for each in everything)
        note = Content.styled(f"  alone: {alone} lost" if alone else "", MUTED)
        line = box + text(party.name) + note
        return Row(party.id, lambda width: [line.truncate(width, ellipsis=True)], (), 1)

    def _stake(self, stake: Stake, facts: Facts) -> Row:
        """A record that is lost, or that somebody else takes over, and what can be done."""
        record = stake.record
        name = LISTS[type(record)]
        path = (name, getattr(self.brief, name).index(record))
        lost = stake.is_lost(self.without)
        glyph = Content.styled("✗ ", BAD) if lost else Content.styled("✓ ", GOOD)
        owner = facts.names(each.id for each in self.brief.parties if each.id in stake.owners)
        if not lost:
            then = f"{facts.name(stake.backup)} steps in"
        elif stake.backup:
            then = f"{facts.name(stake.backup)} is out too: b names another"
        else:
            then = "b: who speaks there?" if isinstance(record, Room) else "b: who steps in?"

        def lines(width: int) -> Sequence[Content]:
            first, *others = wrapped(headline(record), width - 2)
            others += wrapped(f"{noun(type(record))}, {owner} · {then}", width - 2, MUTED)
            return [glyph + first, *(Content("  ") + each for each in others)]

        return Row(f"{name}-{record.id}", lines, path)

    def _nothing(self) -> Row:
        words = "Nothing is lost." if self.without else "Tick somebody off with space."
        return Row("nothing", lambda width: wrapped(words, width, MUTED))

    def _judge(self, lost: Sequence[Stake]) -> Content:
        """What the absence means, and what a backup would save."""
        if not is_enough(self.brief):
            words = "Not enough data: two other parties and something to lose are needed."
            return Content.styled(words, MUTED)
        if not self.without:
            return text("Which absence would stop the work? Try each, then the likely pairs.")
        names = [each.name for each in self.brief.parties if each.id in self.without]
        without = text(f"without {', '.join(names)}")
        if not lost:
            return Content.styled("✓ survives ", GOOD) + without
        rooms = sum(isinstance(each.record, Room) for each in lost)
        ways = (
            f"a backup would save {len(lost) - rooms}" if len(lost) > rooms else "",
            f"another voice {plural(rooms, 'room')}" if rooms else "",
        )
        head = Content.styled(f"✗ breaks: {plural(len(lost), 'thing')} lost ", BAD) + without
        return head + Content.styled(f"; {', '.join(filter(None, ways))}", MUTED)
