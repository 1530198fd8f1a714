"""Briefs in a file that stands alone: made ready to be checked, without a workspace around it."""

from datetime import datetime

import msgspec

from coalition_tui.exchange.importing import Reading, import_edit
from coalition_tui.integrity import references
from coalition_tui.model import Brief, Coalition, Person
from coalition_tui.session import NewId
from coalition_tui.workspace import Workspace


def unattached(reading: Reading, *, now: datetime, new_id: NewId) -> tuple[Brief, ...]:
    """The briefs of a file as an import would make them, in its order.

    Their references to people and coalitions may lead out of the file, all others may not. A
    brief without an id stays so; the records inside are given theirs.

    Args:
        reading: the file.
        now: the moment for briefs that don't say when they were made or changed.
        new_id: makes an id.

    Raises:
        ImportFault: the file could be imported nowhere.
    """
    bundle = reading.bundle
    elsewhere = Workspace(
        people={key: Person(id=key, name=key) for key in _outside(reading, "person")},
        coalitions={key: Coalition(id=key, name=key) for key in _outside(reading, "coalition")},
    )
    edit = import_edit(elsewhere, [reading], replace=False, now=now, new_id=new_id)
    made = [each.after for each in edit.changes if isinstance(each.after, Brief)]
    return tuple(
        msgspec.structs.replace(after, id=before.id)
        for before, after in zip(bundle.briefs, made, strict=True)
    )


def _outside(reading: Reading, target: str) -> set[str]:
    """The ids of people or coalitions that the file points at and does not hold."""
    bundle = reading.bundle
    held = {each.id for each in (bundle.people if target == "person" else bundle.coalitions)}
    tops = (*bundle.briefs, *bundle.coalitions)
    return {found.id for each in tops for found in references(each, target)} - held
