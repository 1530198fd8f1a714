"""`coalition-tui restore`."""

from pathlib import Path

import click

from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import PATIENCE, store_of
from coalition_tui.store import records, recovery
from coalition_tui.store.contents import SCHEMA, Contents, Corrupt, decode
from coalition_tui.store.migrations import migrated


@click.command()
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@click.pass_context
def command(context: click.Context, path: Path) -> None:
    """Put a backup in the workspace's place.

    What is there now becomes a backup itself.
    """
    contents = _read(path)
    workspace, _ = records.read(migrated(contents))
    before = store_of(context, wait=PATIENCE).restore(contents)
    unreadable = workspace.every_unreadable()
    if unreadable:
        output.note(f"Records that can't be read, and are kept: {len(unreadable)}")
    output.write(f"Restored {recovery.describe(contents)}\n")
    if before:
        output.write(f"What was there before is in {before}\n")


def _read(path: Path) -> Contents:
    try:
        contents = decode(path.read_bytes())
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}") from None
    except Corrupt as error:
        raise BadInput(f"{path}: {error}") from None
    if contents.meta.schema > SCHEMA:
        raise BadInput(f"{path}: a newer coalition-tui has written it: update to restore it")
    return contents
