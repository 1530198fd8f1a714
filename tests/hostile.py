"""Texts that would command a terminal or style a screen, in every field of every record."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from coalition_tui.clean import clean
from coalition_tui.edits import Change, Edit, apply, delete
from coalition_tui.fields import Kind, fields
from coalition_tui.model import LINE_LIMIT, Record
from coalition_tui.store import TinyStore
from coalition_tui.workspace import TYPES, Workspace
from tests.tui.desk import NOW, samples

R = TypeVar("R", bound=Record)

COMMANDS = (
    "\x1b]0;owned\x07",  # OSC 0: the window's title
    "\x1b]52;c;b3duZWQ=\x07",  # OSC 52: the clipboard
    "\x1bPowned\x1b\\",  # DCS
    "\x1b[6666m",  # CSI
    "\x9b6666m",  # CSI in one C1 character
    "\x9d0;owned\x9c",  # OSC in C1 characters
    "\x00\x08\x0e\x7f",
    "\u202e\u2066\u200f",  # bidirectional controls
)
MARKUP = "[/[@click=app.bell]o[/][6666]"
HALF = "\ud83d"
"""Half a character, which only a file can hold, as an escape."""
HOSTILE = "".join(COMMANDS) + MARKUP
SHOWN = clean(HOSTILE)
"""What may be seen of it."""


def hostile(record: R) -> R:
    """The record with every text in it, also those that were empty, hostile."""
    changed: dict[str, Any] = {}
    for item in fields(type(record)):
        value = getattr(record, item.name)
        if item.kind is Kind.LINE:
            changed[item.name] = (HOSTILE + value)[:LINE_LIMIT]
        elif item.kind is Kind.TEXT:
            changed[item.name] = f"{HOSTILE}\n{value}"
        elif item.kind is Kind.TEXTS:
            changed[item.name] = tuple(HOSTILE + each for each in value or ("",))
        elif item.kind is Kind.RECORDS:
            changed[item.name] = tuple(map(hostile, value))
    return replace(record, **changed)


def workspace() -> Workspace:
    """The samples, with nothing in them that is not hostile, and some of each kind deleted."""
    made = samples()
    made = replace(
        made,
        briefs={key: hostile(each) for key, each in [*made.briefs.items()][:2]},
        coalitions={key: hostile(each) for key, each in made.coalitions.items()},
        people={key: hostile(each) for key, each in made.people.items()},
    )
    for table in ("briefs", "coalitions", "people"):
        last = list(made.table(table))[-1]
        made = apply(made, delete(made, table, last, NOW, f"gone-{table}"))
    return made


def keep_hostile(path: Path) -> None:
    """A file of hostile records, among them half characters, one that can't be read, and an
    export of them beside it, to be brought in."""
    made, store = workspace(), TinyStore(path)
    store.load()
    changes = (
        Change(table, key, None, each) for table in TYPES for key, each in made.table(table).items()
    )
    store.commit(Edit("Begin", tuple(changes)))
    store.close()
    path.with_name(f"{path.name}.journal").unlink()
    data = path.read_bytes().replace(b"[6666]", b"[6666]\\ud83d")
    odd = b',\n"900":{"id":"odd","\\u001b]0;owned\\u0007[/":1}},\n"coalitions":{'
    path.write_bytes(data.replace(b'},\n"coalitions":{', odd, 1))
    text = msgspec.json.encode({"briefs": [{"title": HOSTILE, HOSTILE: HOSTILE}]})
    path.with_name(f"incoming{COMMANDS[0]}[.json").write_bytes(text)
