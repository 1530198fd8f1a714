"""The first collision, rehearsed: who drops out, what is lost, and who could step in."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from coalition_tui import edits
from coalition_tui.fields import headline, noun
from coalition_tui.model import Brief, Record, Room
from coalition_tui.rules.rehearsal import is_enough, rehearse
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.live_dialog import LiveDialog
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.panes.tables import BAD, CARE, GOOD, MUTED
from coalition_tui.tui.widgets.row_list import Row, RowList
from coalition_tui.wording import plural
from coalition_tui.workspace import Place, Workspace

LISTS = ("commitments", "decision_rights", "rooms")


class RehearsalDialog(LiveDialog[None]):
    """Parties to tick off on the left, what goes with them on the right."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.REHEARSAL)
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
        self.lost.border_title = "What is lost"
        self.parties.focus()

    def draw(self) -> None:
        """Show who is ticked off, and what goes with them."""
        brief = self.brief
        self.parties.show([self._party(each.id, each.name) for each in brief.parties])
        gone = rehearse(brief, frozenset(self.without))
        rows = [
            Row(each.id, partial(_lost_line, each), (name, getattr(brief, name).index(each)))
            for name in LISTS
            for each in getattr(gone, name)
        ]
        self.lost.show(rows or [self._nothing()])
        self._verdict.update(self._judge(len(rows)))

    def action_tick(self) -> None:
        """Let the party under the cursor drop out, or come back."""
        row = self.parties.row
        if row is not None:
            self.without ^= {row.key}
            self.draw()

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

    def _party(self, key: str, name: str) -> Row:
        gone = key in self.without
        box = Content.styled("[x] ", CARE) if gone else Content("[ ] ")
        alone = rehearse(self.brief, frozenset({key}))
        count = sum(len(getattr(alone, each)) for each in LISTS)
        note = Content.styled(f"  alone: {count}" if count else "", MUTED)
        return Row(key, lambda width: [(box + text(name) + note).truncate(width)], (), 1)

    def _nothing(self) -> Row:
        words = "Nothing is lost." if self.without else "Tick somebody off with space."
        return Row("nothing", lambda width: wrapped(words, width, MUTED))

    def _judge(self, count: int) -> Content:
        if not is_enough(self.brief):
            words = "Not enough data: two other parties and something to lose are needed."
            return Content.styled(words, MUTED)
        if not self.without:
            return text("Which absence would stop the work? Try each, then the likely pairs.")
        names = [each.name for each in self.brief.parties if each.id in self.without]
        if not count:
            return Content.styled("✓ survives ", GOOD) + text(f"without {', '.join(names)}")
        head = Content.styled(f"✗ breaks: {plural(count, 'thing')} lost", BAD)
        return head + Content(" ") + text(f"without {', '.join(names)}")


def _lost_line(record: Record, width: int) -> Sequence[Content]:
    return [
        *wrapped(headline(record), width),
        text(f"{noun(type(record))}; b: who steps in?", MUTED),
    ]
