"""`coalition-tui show`."""

import click

from coalition_tui.cli import completing, leaving, output
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.exchange.audience import bundle_of
from coalition_tui.exchange.formats import FORMATS


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@leaving.in_format
@click.pass_context
def command(context: click.Context, brief: str, kind: str) -> None:
    """Print a brief."""
    workspace = open_session(context).workspace
    found = find_brief(workspace.briefs, brief)
    output.write(FORMATS[kind].render(bundle_of(workspace, [found.id])))
