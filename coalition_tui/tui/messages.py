"""What panes and modals tell the app; only the app acts on a session."""

from collections.abc import Callable
from datetime import datetime

from textual.message import Message

from coalition_tui.edits import Edit
from coalition_tui.fields import Field
from coalition_tui.workspace import Place, Workspace

Build = Callable[[Workspace, datetime], Edit]


class Edited(Message):
    """A person changed something.

    The edit is built when it is performed, from the workspace as it is then.
    """

    def __init__(self, build: Build, *, tell: bool = False) -> None:
        """Args: build: makes the edit from the workspace and the moment; tell: say what it did."""
        super().__init__()
        self.build = build
        self.tell = tell


class Editing(Message):
    """A text field holds something that is no edit yet."""

    def __init__(self, busy: bool) -> None:
        """Args: busy: False when the field's text has become an edit, or was left."""
        super().__init__()
        self.busy = busy


class Leaving(Message):
    """A person wants a copy of briefs outside: as Markdown on the clipboard, or as asked."""

    def __init__(self, briefs: list[str], *, ask: bool = False) -> None:
        """Args: briefs: their ids; ask: for format, audience and destination first."""
        super().__init__()
        self.briefs = briefs
        self.ask = ask


class CopyWanted(Message):
    """A person wants a text on the clipboard."""

    def __init__(self, text: str) -> None:
        """Args: text: what to copy."""
        super().__init__()
        self.text = text


class BriefInEditor(Message):
    """A person wants to edit a whole brief in their own editor."""

    def __init__(self, brief: str) -> None:
        """Args: brief: its id."""
        super().__init__()
        self.brief = brief


class TextInEditor(Message):
    """A person wants to write the text of a field in their own editor."""

    def __init__(self, item: Field, text: str, done: Callable[[str], None]) -> None:
        """Args: item: the field; text: what it holds; done: called with what it became."""
        super().__init__()
        self.item = item
        self.text = text
        self.done = done


class SaveWanted(Message):
    """A person wants a text in a file."""

    def __init__(self, text: str, title: str) -> None:
        """Args: text: what to write, in Markdown; title: what the file is called after."""
        super().__init__()
        self.text = text
        self.title = title


class GoTo(Message):
    """A person wants to see what stands at a place, wherever that is."""

    def __init__(self, place: Place) -> None:
        """Args: place: a record of a table, or something inside it."""
        super().__init__()
        self.place = place
