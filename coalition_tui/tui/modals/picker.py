"""A short list to choose one thing from, by arrows or by typing a part of its name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from coalition_tui.clean import one_line
from coalition_tui.matching import nearest_first, plain
from coalition_tui.model import LINE_LIMIT
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text
from coalition_tui.tui.modals.box import BoxedModal
from coalition_tui.tui.widgets.key_bar import KeyBar
from coalition_tui.tui.widgets.line import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import NO_MATCH, RowList


@dataclass(frozen=True)
class Choice:
    """Something to choose: the value that comes back, its label, and a note beside it."""

    value: str
    label: str
    note: str = ""
    key: str = ""
    """Does the same, and stands at the end of the line."""


MADE = "+"
"""The value of the choice to make what is typed; no id is like it."""


class Picker(BoxedModal[str | None]):
    """Choices that get fewer as a person types; the result is the value, or None."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.PICK)
    AUTO_FOCUS = "Input"
    BOX = "#picker"
    LETS_GO = True

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        current: str = "",
        *,
        noun: str = "",
        make: Callable[[str], str] | None = None,
        wide: bool = False,
    ) -> None:
        """A list to choose from.

        Args:
            title: what is chosen.
            choices: in order.
            current: the value to begin on.
            noun: what `make` makes, in words.
            make: makes what has no choice yet from its name, and returns the new value.
            wide: the notes are sentences, and get the room for it.
        """
        super().__init__()
        self.set_class(wide, "-wide")
        self.noun = noun
        self.make = make
        self.heading = title
        self.choices = choices
        self.current = current
        self.list = RowList()
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        """A field to type in, the choices, the keys."""
        with Vertical(id="picker") as box:
            box.border_title = text(self.heading)
            yield Line(placeholder="type to find", compact=True, max_length=LINE_LIMIT)
            yield self.list
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin on the current value."""
        self._show(self.choices)
        self.list.go_to(self.current)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        query = event.value.strip()
        hits = [self.choices[each] for each in nearest_first(query, self._texts)]
        self._show([*hits, *self._new(query)])
        self.list.cursor = 0

    @cached_property
    def _texts(self) -> list[str]:
        """What each choice is found by."""
        return [plain(f"{each.label} {each.note}") for each in self.choices]

    def _new(self, query: str) -> list[Choice]:
        """The choice to make what is typed, unless there is one of that name."""
        name = one_line(query)[:LINE_LIMIT]
        known = {one_line(each.label).casefold() for each in self.choices}
        if self.make is None or not name or name.casefold() in known:
            return []
        return [Choice(MADE, f"+ new {self.noun}: {name}")]

    @on(Input.Submitted)
    @on(RowList.Opened)
    def _take(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Choose what the cursor is on."""
        if self.list.row is None:
            return
        value = self.list.row.key
        if value == MADE and self.make is not None:
            value = self.make(one_line(self.query_one(Input).value)[:LINE_LIMIT])
        self.dismiss(value)

    def action_close(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_next(self) -> None:
        """Next choice."""
        self.list.action_cursor_down()

    def action_previous(self) -> None:
        """Previous choice."""
        self.list.action_cursor_up()

    def _show(self, choices: Sequence[Choice]) -> None:
        self.list.show(choice_rows(choices) or ([NO_MATCH] if self.choices else []))


def choice_rows(choices: Sequence[Choice]) -> list[Row]:
    """Choices as rows, whose keys are their values."""
    return [Row(each.value, partial(_lines, each), (), 1) for each in choices]


def _lines(choice: Choice, width: int) -> Sequence[Content]:
    label = text(choice.label)
    if choice.note:
        label += Content("  ") + text(choice.note, "$text-muted")
    if not choice.key:
        return [label.truncate(width, ellipsis=True)]
    key = text(choice.key, "$accent")
    room = max(1, width - key.cell_length - 2)
    return [fit(label, room) + Content("  ") + key]
