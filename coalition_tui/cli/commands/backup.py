"""`coalition-tui backup`."""

from pathlib import Path

import click

from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import open_session
from coalition_tui.cli.placing import placed
from coalition_tui.session import StoreError


@click.command()
@click.argument("path", required=False, type=click.Path())
@click.pass_context
def command(context: click.Context, path: str | None) -> None:
    """Copy the whole workspace.

    To PATH, a new file or a folder for one (with / at its end: a new one); without PATH, into the
    folder of backups. The file that was written is printed.
    """
    store = open_session(context).store
    here = Path(store.location)
    if not here.exists():
        raise StoreError(f"{here}: there is nothing to back up yet")
    file = None if path is None else placed(path, here.name)
    try:
        output.write(f"{store.backup(file)}\n")
    except FileExistsError:
        raise BadInput(f"{file} is there already") from None
