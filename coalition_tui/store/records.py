"""The records in the file: read from its bytes, and found again when an edit changes them."""

from dataclasses import dataclass, field

import msgspec
from msgspec import Raw

from coalition_tui import collector
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.store.contents import Contents, Put
from coalition_tui.workspace import TYPES, Entry, Table, Unreadable, Workspace


@dataclass
class Numbers:
    """One table's numbers by our id, in the order of the file; only what is readable is there.

    `last` is the highest number ever given: as in TinyDB, the next record gets the one after it.
    """

    keys: dict[str, str] = field(default_factory=dict)
    last: int = 0

    def copy(self) -> "Numbers":
        """The same numbers, to be changed on their own."""
        return Numbers(dict(self.keys), self.last)

    def add(self, id: str, position: int | None) -> tuple[str, str]:  # noqa: A002
        """Give a new record its number; return it, and the number of the record after it or ""."""
        self.last += 1
        number = str(self.last)
        if position is None or position >= len(self.keys):
            self.keys[id] = number
            return number, ""
        items = list(self.keys.items())
        after = items[position][1]
        items.insert(position, (id, number))
        self.keys = dict(items)
        return number, after


class Index:
    """Where each record of the workspace stands in the file."""

    def __init__(self, tables: dict[Table, Numbers] | None = None) -> None:
        """Args: tables: each table's numbers; none yet without."""
        self.tables = tables or {name: Numbers() for name in TYPES}

    def after(self, edit: Edit) -> "tuple[tuple[Put, ...], Index]":
        """What an edit puts where in the file, and the index once it is kept.

        Raises:
            KeyError: what it changes is not there.
            UnicodeEncodeError: a text holds half a character.
        """
        changed: dict[Table, Numbers] = {}
        puts = []
        for change in edit.changes:
            if (change.before is None or change.after is None) and change.table not in changed:
                changed[change.table] = self.tables[change.table].copy()
            numbers = changed.get(change.table) or self.tables[change.table]
            before = ""
            if change.after is None:
                number = numbers.keys.pop(change.id)
            elif change.before is None:
                number, before = numbers.add(change.id, change.position)
            else:
                number = numbers.keys[change.id]
            document = Raw(msgspec.json.encode(change.after))
            puts.append(Put(change.table, number, document, before))
        return tuple(puts), Index(self.tables | changed)


def read(contents: Contents) -> tuple[Workspace, Index]:
    """The workspace in the file, and where its records stand."""
    index = Index()
    entries: dict[str, dict[str, Entry]] = {}
    unreadable: list[Unreadable] = []
    with collector.paused():
        for name, kind in TYPES.items():
            documents, numbers = contents.tables[name], index.tables[name]
            entries[name] = {}
            numbers.last = max((int(key) for key in documents if key.isdecimal()), default=0)
            decoder = msgspec.json.Decoder(kind)
            for key, document in documents.items():
                try:
                    entry = decoder.decode(document)
                    _check_key(key, entry.id, numbers)
                except (ValueError, RecursionError) as error:
                    unreadable.append(Unreadable(name, key, one_line(str(error))))
                else:
                    numbers.keys[entry.id] = key
                    entries[name][entry.id] = entry
    return Workspace(**entries, unreadable=tuple(unreadable)), index  # type: ignore[arg-type]


def _check_key(key: str, id: str, numbers: Numbers) -> None:  # noqa: A002 - the field's own name
    if not key.isdecimal():
        raise ValueError("its number in the table is none")
    if not id:
        raise ValueError("it has no id")
    if id in numbers.keys:
        raise ValueError(f'the id "{id}" stands in the table twice')
