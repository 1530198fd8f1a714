"""One way to enter each kind of field: a text, a line, or choices in place."""

from collections.abc import Mapping
from typing import Any

from textual.widget import Widget

from coalition_tui.fields import Field, Kind
from coalition_tui.integrity import ACROSS
from coalition_tui.session import NewId
from coalition_tui.tui.widgets.choice_editor import ChoiceEditor
from coalition_tui.tui.widgets.pick_editor import PickEditor
from coalition_tui.tui.widgets.text_editor import LineEditor, TextEditor


def editor_for(item: Field, value: Any, options: Mapping[str, str], new_id: NewId) -> Widget:
    """The editor for a field.

    Args:
        item: the field.
        value: what it holds now.
        options: for a reference, the names of what it can point at, by id.
        new_id: makes the ids of records that are made on the spot.
    """
    match item.kind:
        case Kind.TEXT | Kind.TEXTS:
            return TextEditor(item, value)
        case Kind.LINE | Kind.DATE | Kind.NUMBER:
            return LineEditor(item, value)
        case Kind.CHOICE | Kind.CHOICES:
            return ChoiceEditor(item, value, item.labels)
        case Kind.FLAG:
            return ChoiceEditor(item, value, {"yes": "yes", "no": "no"})
        case Kind.REF | Kind.REFS if item.ref in ACROSS:
            return PickEditor(item, value, options, new_id)
        case Kind.REF:
            return ChoiceEditor(item, value, {"": item.none or "none", **options})
        case Kind.REFS:
            return ChoiceEditor(item, value, options)
        case _:
            raise TypeError(f"{item.name} is not entered in a form")
