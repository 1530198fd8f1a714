"""Workspaces of any size, made of the samples."""

from itertools import count
from pathlib import Path

import msgspec

from coalition_tui.edits import Change, Edit, apply
from coalition_tui.exchange.samples import sample_edit
from coalition_tui.session import utc_now
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Workspace

AT_ONCE = 1_000


def keep_samples(path: Path, briefs: int = 0) -> None:
    """Write the samples into a new file, and copies of their briefs until there are so many."""
    ids = (f"sample-{number}" for number in count(1))
    edit = sample_edit(Workspace(), utc_now(), lambda: next(ids))
    originals = tuple(apply(Workspace(), edit).briefs.values())
    copies = [
        msgspec.structs.replace(
            original := originals[number % len(originals)],
            id=f"copy-{number}",
            title=f"{number} {original.title}",
        )
        for number in range(len(originals), briefs)
    ]
    store = TinyStore(path)
    store.load()
    store.commit(edit)
    for first in range(0, len(copies), AT_ONCE):
        changes = (Change("briefs", each.id, None, each) for each in copies[first:][:AT_ONCE])
        store.commit(Edit("Copies", tuple(changes)))
    store.close()
