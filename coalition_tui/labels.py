"""What an edit is called: the words that a person reads when it is done and when it is undone."""

from coalition_tui import pointer
from coalition_tui.fields import field, headline
from coalition_tui.integrity import describe
from coalition_tui.model import Member, Record
from coalition_tui.pointer import Path
from coalition_tui.workspace import Top, Workspace


def called(workspace: Workspace, record: Record) -> str:
    """A record in words; a member is called by the name of the person."""
    person = workspace.people.get(record.person) if isinstance(record, Member) else None
    return describe(record, headline(person) if person else "")


def change_at(workspace: Workspace, top: Top, path: Path) -> str:
    """What a change at a path is called: `Change due of commitment Weekly burn report`."""
    owner: Record = top
    for length in range(len(path), 0, -1):
        value = pointer.get(top, path[:length])
        if isinstance(value, Record) and hasattr(value, "id"):
            owner = value
            break
    if path and isinstance(path[-1], str):
        parent: type[Record] = type(pointer.get(top, path[:-1]))
        title = field(parent, path[-1]).title
        return f"Change {title.lower()} of {called(workspace, owner)}"
    return f"Change {called(workspace, owner)}"


def with_references(label: str, count: int) -> str:
    """A label that also says how many references are changed with a record."""
    if not count:
        return label
    return f"{label} (and {count} reference{'' if count == 1 else 's'} to it)"
