"""`coalition-tui pitch`."""

import click

from coalition_tui.cli import completing, output
from coalition_tui.cli.naming import find, find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.model import Party
from coalition_tui.pitch import compose, for_you, to_send


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@click.argument("party", shell_complete=completing.parties)
@click.option("--message", is_flag=True, help="Only what goes to the party, without your notes.")
@click.pass_context
def command(context: click.Context, brief: str, party: str, message: bool) -> None:
    """Compose the honest pitch for a party.

    As Markdown; below it stand your notes for the conversation, for you alone.
    """
    found = find_brief(open_session(context).workspace.briefs, brief)
    pitch = compose(found, find(Party, found.parties, party))
    output.write(to_send(pitch))
    if not message:
        output.write(f"\n---\n\n{for_you(pitch)}")
