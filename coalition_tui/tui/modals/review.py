"""A review in steps: what is on record, a question, an answer; at the end one decision."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.fields import Problem, field
from coalition_tui.model import Review
from coalition_tui.review import DECISIONS, STEPS, answers_in, compose
from coalition_tui.rules.coalition_network import Network
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.modals.picker import Choice, choice_rows
from coalition_tui.tui.panes.tables import GOOD, MUTED
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.tui.widgets.text_editor import TextEditor
from coalition_tui.typed import parse
from coalition_tui.workspace import Place

ASK = "What follows for the coalition?"


class ReviewDialog(Dialog[bool]):
    """Six questions and a decision.

    Each answer is kept as its step is left, in a review without a date; the decision dates it.
    One that was left open is taken up again.
    """

    EDITS = True
    BINDINGS: ClassVar[list[BindingType]] = list(keys.REVIEW)
    SCROLLS = "#review--known"

    def __init__(self, net: Network, new_id: NewId) -> None:
        """Args: net: the coalition that is looked back at; new_id: makes ids."""
        super().__init__()
        self.heading = f"Review: {one_line(net.subject.name)}"
        self.net = net
        reviews = net.subject.reviews
        begun = next((index for index, each in enumerate(reviews) if each.on is None), len(reviews))
        self.place = Place("coalitions", net.subject.id, ("reviews", begun))
        self.exists = begun < len(reviews)
        self.record = reviews[begun] if self.exists else Review(id=new_id())
        answers = answers_in(self.record.note)
        note = field(Review, "note")
        self.editors = [TextEditor(note, answers.get(step.title, "")) for step in STEPS]
        self.step = 0
        self.list = RowList()
        self._progress = Static("", id="interview--progress")
        self._question = Static("", id="interview--question")
        self._known = Static("")
        self._problem = Static("", id="log--problem", markup=False)

    def content(self) -> ComposeResult:
        """How far it is, the question, what is on record, and the answer."""
        yield self._progress
        yield self._question
        yield VerticalScroll(self._known, id="review--known", can_focus=False)
        yield from self.editors
        yield self.list
        yield self._problem

    def on_mount(self) -> None:
        """Begin with the purpose; a review that was left goes on where no answer is."""
        labels = field(Review, "decision").labels
        self.list.show(
            choice_rows([Choice(key, labels[key], words) for key, words in DECISIONS.items()])
        )
        open_steps = (index for index, each in enumerate(self.editors) if not each.text.strip())
        self.step = next(open_steps, len(STEPS)) if self.exists else 0
        self._ask()

    @property
    def at_decision(self) -> bool:
        """All questions are behind."""
        return self.step == len(STEPS)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The decision is taken after the last question."""
        if action == "take":
            return self.at_decision
        if action == "go" and parameters == (1,):
            return not self.at_decision
        return super().check_action(action, parameters)

    def action_go(self, step: int) -> None:
        """Keep the answer, and go to the next or previous question."""
        if self._keep() and 0 <= self.step + step <= len(STEPS):
            self.step += step
            self._ask()

    def action_take(self) -> None:
        """Take the decision, and date the review."""
        row = self.list.row
        if row is None or not self._keep():
            return
        decided = msgspec.convert(
            {"id": self.record.id, "on": self.net.today, "decision": row.key}, Review
        )
        self._put(msgspec.structs.replace(decided, note=self.record.note))
        self.call_later(self.app.call_later, self.dismiss, True)

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_take()

    def action_close(self) -> None:
        """Leave; what is answered is kept, and the review can be taken up again."""
        if self._keep():
            if self.exists:
                self.app.notify("Kept without a date: v goes on with it.", markup=False)
            self.call_later(self.app.call_later, self.dismiss, False)

    def _keep(self) -> bool:
        """Keep what is answered until now. False when it is too long to be kept."""
        answers = {step.title: each.text for step, each in zip(STEPS, self.editors, strict=True)}
        try:
            note = parse(field(Review, "note"), compose(answers), self.net.today)
        except Problem as problem:
            self._problem.update(str(problem))
            return False
        self._problem.update("")
        if note != self.record.note:
            self._put(msgspec.structs.replace(self.record, note=note))
        return True

    def _put(self, record: Review) -> None:
        place, name = self.place, one_line(self.net.subject.name)
        label = f"Review of {name}"
        if self.exists:
            self.post_message(
                Edited(lambda workspace, now: edits.put(workspace, place, record, now, label))
            )
        else:
            self.post_message(
                Edited(lambda workspace, now: edits.add(workspace, place, record, now, label))
            )
        self.record, self.exists = record, True

    def _ask(self) -> None:
        for index, editor in enumerate(self.editors):
            editor.display = index == self.step
        self.list.display = self.at_decision
        step = None if self.at_decision else STEPS[self.step]
        self._question.update(text(step.question if step else ASK, "bold"))
        known = step.known(self.net) if step else []
        self._known.update(Content("\n").join([text(f"· {each}", MUTED) for each in known]))
        self.query_one("#review--known").display = bool(known)
        self._progress.update(self._dots())
        (self.list if self.at_decision else self.editors[self.step]).focus()
        self.refresh_bindings()
        self.fit()

    def _dots(self) -> Content:
        parts: list[Content] = []
        for number, title in enumerate([*(step.title for step in STEPS), "Decision"]):
            done = number < len(STEPS) and bool(self.editors[number].text.strip())
            style = "$accent bold" if number == self.step else GOOD if done else MUTED
            parts.append(Content.styled(f"{'●' if done else '○'} {title}", style))
        return Content("  ").join(parts)
