"""`coalition-tui summary`."""

import click

from coalition_tui.cli import completing, output
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.summary import summarise, to_markdown


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@click.pass_context
def command(context: click.Context, brief: str) -> None:
    """Print the honest summary for the room.

    What was said to whom; of what is confidential, only how much there is.
    """
    found = find_brief(open_session(context).workspace.briefs, brief)
    output.write(to_markdown(summarise(found)))
