"""Fields that are chosen in place: one of several choices, any number, or yes and no."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from textual import events
from textual.app import RenderResult
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from coalition_tui.clean import one_line
from coalition_tui.fields import Field, Kind
from coalition_tui.tui import keys
from coalition_tui.tui.widgets.editor import Touched


class ChoiceEditor(Widget, can_focus=True):
    """Choices in a row: one of them, or any number, or yes and no."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.CHOICES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--here", "choice--taken", "choice--other"}

    cursor = reactive(0, layout=True)
    taken: reactive[tuple[str, ...]] = reactive[tuple[str, ...]]((), layout=True)

    def __init__(self, item: Field, value: Any, options: Mapping[str, str]) -> None:
        """Args: item: the field; value: what it holds now; options: labels by value."""
        super().__init__()
        self.item = item
        self.options: Sequence[str] = tuple(options)
        self.labels = options
        self.many = item.kind in (Kind.CHOICES, Kind.REFS)
        self.flag = item.kind is Kind.FLAG
        self._settled: tuple[str, ...] = ()
        self.set_reactive(ChoiceEditor.taken, self._as_taken(value))
        self._settled = self.taken
        if self.taken and self.taken[0] in self.options:
            self.set_reactive(ChoiceEditor.cursor, self.options.index(self.taken[0]))

    def read(self, today: date) -> Any:  # noqa: ARG002 - a choice needs no day
        """The value; every choice is one."""
        if self.flag:
            return self.taken == ("yes",)
        if self.many:
            return tuple(each for each in self.options if each in self.taken)
        return self.taken[0] if self.taken else ""

    def is_touched(self) -> bool:
        """Other choices are taken than those that were kept."""
        return self.taken != self._settled

    def settle(self) -> None:
        """The choices are kept now."""
        self._settled = self.taken

    def render(self) -> RenderResult:
        """The choices, each with its mark; those taken are marked by glyph, not by colour alone."""
        if not self.options:
            return Content.styled("none to choose from yet", "$text-muted")
        return Content("\n").join(self._lines(self.size.width or 60))

    def get_content_height(self, container: Any, viewport: Any, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many lines as the choices need."""
        return max(1, len(self._lines(width)))

    def action_step(self, step: int) -> None:
        """Go to the next or previous choice; where only one can be taken, take it."""
        if not self.options:
            return
        self.cursor = (self.cursor + step) % len(self.options)
        if not self.many:
            self._take((self.options[self.cursor],))

    def action_choose(self) -> None:
        """Take or leave the choice under the cursor."""
        if not self.options:
            return
        choice = self.options[self.cursor]
        if not self.many:
            if self.flag:
                self.action_step(1)
            elif self.taken == (choice,) and "" in self.options:
                self._take(("",))
            else:
                self._take((choice,))
        elif choice in self.taken:
            self._take(tuple(each for each in self.taken if each != choice))
        else:
            self._take((*self.taken, choice))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next choice that begins with it."""
        letter = (event.character or "").lower()
        if not letter.isalnum():
            return
        count = len(self.options)
        for step in range(1, count + 1):
            index = (self.cursor + step) % count
            if self._label(self.options[index]).lower().startswith(letter):
                self.cursor = index
                if not self.many:
                    self._take((self.options[index],))
                event.stop()
                event.prevent_default()
                return

    def on_click(self, event: events.Click) -> None:
        """Take or leave the choice that is clicked."""
        x, y = event.x, event.y
        for index, (line, start, end) in enumerate(self._spots(self.size.width)):
            if line == y and start <= x < end:
                self.cursor = index
                self.action_choose()

    def _take(self, taken: tuple[str, ...]) -> None:
        if taken != self.taken:
            self.taken = taken
            self.post_message(Touched(self, chosen=True))

    def _as_taken(self, value: Any) -> tuple[str, ...]:
        if self.flag:
            return ("yes" if value else "no",)
        if self.many:
            return tuple(value)
        return (value,)

    def _label(self, option: str) -> str:
        return one_line(self.labels[option]) or self.item.none or "none"

    def _mark(self, option: str) -> str:
        taken = option in self.taken
        if self.many:
            return "[x] " if taken else "[ ] "
        return "(•) " if taken else "( ) "

    def _parts(self) -> list[Content]:
        parts = []
        for index, option in enumerate(self.options):
            name = "choice--taken" if option in self.taken else "choice--other"
            if index == self.cursor and self.has_focus:
                name = "choice--here"
            # By its class's name alone, Textual would leave `reverse` out of it.
            style = Style.from_styles(self.get_component_styles(name))
            parts.append(Content.styled(f"{self._mark(option)}{self._label(option)}", style))
        return parts

    def _spots(self, width: int) -> list[tuple[int, int, int]]:
        """Line, first and last column of each choice, as the lines are filled."""
        spots, line, x = [], 0, 0
        for part in self._parts():
            length = min(part.cell_length, width)
            if x and x + length > width:
                line, x = line + 1, 0
            spots.append((line, x, x + length))
            x += length + 2
        return spots

    def _lines(self, width: int) -> list[Content]:
        lines: list[list[Content]] = []
        for part, (line, start, _) in zip(self._parts(), self._spots(width), strict=True):
            if line == len(lines):
                lines.append([])
            lines[line].append(Content("  ") + part if start else part)
        return [Content("").join(line).truncate(width) for line in lines]
