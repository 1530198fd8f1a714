"""The samples that come with the program: for the first look, for `--demo`, and for tests."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from coalition_tui import paths
from coalition_tui.edits import Edit
from coalition_tui.exchange.importing import Reading, import_edit, read_bundle
from coalition_tui.workspace import Workspace

FIRST = "launch.json"
"""The one to begin with: a healthy brief."""


def readings() -> list[Reading]:
    """The files of the samples, the one to begin with first."""
    files = sorted(
        paths.resource_folder("sample_data").glob("*.json"),
        key=lambda path: (path.name != FIRST, path.name),
    )
    return [read_bundle(path.read_bytes(), path.name) for path in files]


def sample_edit(workspace: Workspace, now: datetime, new_id: Callable[[], str]) -> Edit:
    """The edit that adds the samples. ImportFault when some of them are there already."""
    edit = import_edit(workspace, readings(), replace=False, now=now, new_id=new_id)
    return msgspec.structs.replace(edit, label="Add the samples")
