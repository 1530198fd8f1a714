"""`coalition-tui where`."""

import click

from coalition_tui import paths
from coalition_tui.cli import output
from coalition_tui.cli.opening import options_of


@click.command()
@click.pass_context
def command(context: click.Context) -> None:
    """Say where the workspace and the configuration are."""
    places = {"workspace": options_of(context).path, "configuration": paths.config_file()}
    for what, path in places.items():
        output.write(f"{what:<15}{path}{'' if path.exists() else ' (not there yet)'}\n")
