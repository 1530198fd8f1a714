"""Quick entry of the records that belong to another: one text each, sorted by kind."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from coalition_tui.fields import Field, Kind, fields, headline_field, noun
from coalition_tui.model import Record
from coalition_tui.tui.widgets.text_editor import TextEditor


class QuickEditor(Vertical):
    """One text for each kind of record, every line of it a new record.

    The kinds are the choices of the record's required choice: the four stances of an interest.
    Records that are there already stay as they are; they are edited where they are listed.
    """

    def __init__(self, item: Field, value: tuple[Record, ...], new_id: Callable[[], str]) -> None:
        """Args: item: the list's field; value: its records now; new_id: makes ids."""
        super().__init__()
        self.item = item
        self._there = value
        self._new_id = new_id
        self._ids: dict[str, list[str]] = {}
        self._main = headline_field(item.item)
        self._sorted_by = next(
            (each for each in fields(item.item) if each.kind is Kind.CHOICE and each.required), None
        )
        kinds = self._sorted_by.labels if self._sorted_by else {"": noun(item.item)}
        self._editors = {kind: (label, TextEditor(self._main, "")) for kind, label in kinds.items()}

    def compose(self) -> ComposeResult:
        """A line for each kind."""
        for kind, (label, editor) in self._editors.items():
            held = sum(self._kind_of(each) == kind for each in self._there)
            note = f"+{held}" if held else ""
            with Horizontal(classes="quick--line"):
                yield Static(f"{label} {note}".strip(), classes="quick--kind", markup=False)
                yield editor

    def focus(self, scroll_visible: bool = True, **_: Any) -> "QuickEditor":
        """Begin with the first kind."""
        next(iter(self._editors.values()))[1].focus(scroll_visible)
        return self

    def read(self, today: date) -> tuple[Record, ...]:
        """The records that were there, and those that the lines make. Problem when one can't be."""
        made: list[Record] = []
        for kind, (_, editor) in self._editors.items():
            lines = [line for line in editor.read(today).split("\n") if line.strip()]
            ids = self._ids.setdefault(kind, [])
            ids.extend(self._new_id() for _ in range(len(lines) - len(ids)))
            made.extend(
                self._make(kind, text.strip(), key) for text, key in zip(lines, ids, strict=False)
            )
        return (*self._there, *made)

    def is_touched(self) -> bool:
        """A line was written or changed."""
        return any(editor.is_touched() for _, editor in self._editors.values())

    def settle(self) -> None:
        """The lines are kept now."""
        for _, editor in self._editors.values():
            editor.settle()

    def _make(self, kind: str, text: str, key: str) -> Record:
        values: dict[str, Any] = {"id": key, self._main.name: text}
        if self._sorted_by:
            values[self._sorted_by.name] = kind
        return msgspec.convert(values, self.item.item)

    def _kind_of(self, record: Record) -> str:
        return str(getattr(record, self._sorted_by.name)) if self._sorted_by else ""
