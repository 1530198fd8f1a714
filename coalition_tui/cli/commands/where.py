"""`coalition-tui where`."""

import click

from coalition_tui.cli import in_force, output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import options_of


@click.command()
@click.pass_context
def command(context: click.Context) -> None:
    """Say what is used, and from where: files and settings."""
    try:
        rows = list(in_force.rows(options_of(context)))
    except ValueError as error:
        raise BadInput(str(error)) from None
    output.write_table(in_force.HEAD, rows)
