"""Edits of several records at once: each is one edit, with one undo."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from coalition_tui.edits import Edit, apply, combined, delete, put
from coalition_tui.fields import field, noun
from coalition_tui.wording import plural
from coalition_tui.workspace import TYPES, Place, Table, Workspace


def delete_all(workspace: Workspace, table: Table, ids: Mapping[str, str], now: datetime) -> Edit:
    """Move records of a table to the trash.

    Args:
        workspace: where they are.
        table: theirs.
        ids: the id of each, with the one it gets in the trash.
        now: the moment.
    """
    made = []
    for key, trash_id in ids.items():
        made.append(delete(workspace, table, key, now, trash_id))
        workspace = apply(workspace, made[-1])
    return made[0] if len(made) == 1 else combined(f"Delete {_how_many(table, ids)}", made)


def put_all(
    workspace: Workspace,
    table: Table,
    ids: Collection[str],
    *,
    name: str,
    value: Any,
    now: datetime,
) -> Edit:
    """Set one field of records of a table, by its name."""
    made = [put(workspace, Place(table, key, (name,)), value, now) for key in ids]
    if len(made) == 1:
        return made[0]
    title = field(TYPES[table], name).title.lower()
    return combined(f"Change {title} of {_how_many(table, ids)}", made)


def _how_many(table: Table, ids: Collection[str]) -> str:
    return plural(len(ids), noun(TYPES[table]))
