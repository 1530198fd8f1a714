"""Fields that are typed: a line, or a text."""

from datetime import date
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, TextArea

from coalition_tui.clean import clean, count_controls, one_line
from coalition_tui.fields import Field, Kind
from coalition_tui.tui import keys
from coalition_tui.tui.messages import TextInEditor
from coalition_tui.tui.widgets.editor import Touched
from coalition_tui.typed import parse, show
from coalition_tui.wording import plural


class LineEditor(Input):
    """One line: a name, a date, a number."""

    def __init__(self, item: Field, value: Any) -> None:
        """Args: item: the field; value: what it holds now."""
        hints = {Kind.DATE: "2026-09-30, 30 sep, today, +14", Kind.NUMBER: "0"}
        super().__init__(
            clean(show(item, value)),
            compact=True,
            select_on_focus=False,
            placeholder=hints.get(item.kind, ""),
        )
        self.item = item
        self._settled = self.value

    def read(self, today: date) -> Any:
        """The value; Problem when the text is none."""
        return parse(self.item, one_line(self.value), today)

    def is_touched(self) -> bool:
        """The text is not the one that was kept."""
        return self.value != self._settled

    def settle(self) -> None:
        """The text is kept now."""
        self._settled = self.value

    def on_paste(self, event: events.Paste) -> None:
        """Take all of what is pasted, on one line and without control characters."""
        _clean_paste(self, event)
        event.text = " ".join(event.text.splitlines())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line hands nothing in: Enter is the form's."""
        return action != "submit" and super().check_action(action, parameters)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the form."""
        event.stop()
        if self.is_touched():
            self.post_message(Touched(self))


class TextEditor(TextArea):
    """A text of several lines, that grows with what is written."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.TEXT)

    def __init__(self, item: Field, value: Any) -> None:
        """Args: item: the field; value: what it holds now."""
        super().__init__(
            clean(show(item, value)),
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
        )
        self.item = item
        self._settled = self.text

    def read(self, today: date) -> Any:
        """The value; Problem when the text is too long."""
        return parse(self.item, clean(self.text), today)

    def is_touched(self) -> bool:
        """The text is not the one that was kept."""
        return self.text != self._settled

    def settle(self) -> None:
        """The text is kept now."""
        self._settled = self.text

    def on_mount(self) -> None:
        """Go on where the text ends."""
        self.move_cursor(self.document.end)

    def action_editor(self) -> None:
        """Write the text in the person's own editor; what comes back can be undone here."""

        def written(text: str) -> None:
            self.replace(text, (0, 0), self.document.end)

        self.post_message(TextInEditor(self.item, self.text, written))

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted without its control characters."""
        _clean_paste(self, event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell the form."""
        event.stop()
        if self.is_touched():
            self.post_message(Touched(self))


def _clean_paste(editor: Widget, event: events.Paste) -> None:
    """Leave out the control characters before Textual inserts the text, and say how many."""
    removed = count_controls(event.text)
    event.text = clean(event.text)
    if removed:
        words = f"{plural(removed, 'control character')} left out of what was pasted"
        editor.notify(words, markup=False)
