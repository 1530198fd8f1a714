"""References across the workspace: chosen from a list, or made on the spot from a name."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import msgspec
from textual.app import RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind, headline_field, noun
from coalition_tui.model import Brief, Coalition, Person
from coalition_tui.session import NewId
from coalition_tui.tui import keys
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.widgets.editor import Touched
from coalition_tui.workspace import Top

TARGETS: dict[str, type[Top]] = {"brief": Brief, "coalition": Coalition, "person": Person}
"""What a reference across the workspace points at."""


class PickEditor(Widget, can_focus=True):
    """One or some of many: people, a brief, a coalition; their names, and a list to find others.

    What is not in the list is made from its name: `take_made` gives the new records, to be kept
    by the same edit as the choice.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(keys.PICKED)

    taken: reactive[tuple[str, ...]] = reactive[tuple[str, ...]](())

    def __init__(self, item: Field, value: Any, options: Mapping[str, str], new_id: NewId) -> None:
        """Args: item: the field; value: id or ids; options: names by id; new_id: makes ids."""
        super().__init__()
        self.item = item
        self.many = item.kind is Kind.REFS
        self.labels = dict(options)
        self._new_id = new_id
        self._made: list[Top] = []
        held = tuple(value) if self.many else (value,) if value else ()
        self.set_reactive(PickEditor.taken, held)
        self._settled = held

    def read(self, today: date) -> Any:  # noqa: ARG002 - a choice needs no day
        """The id that is chosen, empty for none; or all of them."""
        return self.taken if self.many else "".join(self.taken)

    def take_made(self) -> list[Top]:
        """The records that were made here and are chosen; they are given once."""
        made = [each for each in self._made if each.id in self.taken]
        self._made.clear()
        return made

    def is_touched(self) -> bool:
        """Another one is chosen than the one that was kept."""
        return self.taken != self._settled

    def settle(self) -> None:
        """The choice is kept now."""
        self._settled = self.taken

    def render(self) -> RenderResult:
        """The name of what is chosen."""
        if not self.taken:
            return Content.styled(self.item.none or "none", "$text-muted")
        return Content(", ".join(one_line(self.labels.get(each, each)) for each in self.taken))

    def action_pick(self) -> None:
        """Choose from the list; of many, one more."""
        choices = [
            Choice(key, label)
            for key, label in self.labels.items()
            if not (self.many and key in self.taken)
        ]
        if not self.many:
            choices.insert(0, Choice("", self.item.none or "none"))
        current = "" if self.many else "".join(self.taken)
        picker = Picker(self.item.title, choices, current, noun=noun(self._kind), make=self._make)
        self.app.push_screen(picker, self._picked)

    def action_drop(self) -> None:
        """Choose none; of many, one less."""
        self._take(self.taken[:-1])

    def on_click(self) -> None:
        """Choose from the list."""
        self.action_pick()

    @property
    def _kind(self) -> type[Top]:
        return TARGETS[self.item.ref]

    def _make(self, name: str) -> str:
        record = msgspec.convert(
            {"id": self._new_id(), headline_field(self._kind).name: name}, self._kind
        )
        self._made.append(record)
        self.labels[record.id] = name
        return record.id

    def _picked(self, key: str | None) -> None:
        if key is None:
            return
        one = (key,) if key else ()
        self._take((*self.taken, *one) if self.many else one)

    def _take(self, taken: tuple[str, ...]) -> None:
        if taken != self.taken:
            self.taken = taken
            self.post_message(Touched(self, chosen=True))
