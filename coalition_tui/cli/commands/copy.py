"""`coalition-tui copy`."""

import click

from coalition_tui import clipboard, paths
from coalition_tui.cli import completing, output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find
from coalition_tui.cli.opening import open_session, options_of
from coalition_tui.clipboard import osc52
from coalition_tui.exchange.audience import bundle_of
from coalition_tui.exchange.formats import AUDIENCES, FORMATS, FULL, written
from coalition_tui.model import Brief


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@click.option("--format", "kind", type=click.Choice(tuple(FORMATS)), default="markdown")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=FULL,
    help="`room` leaves out what was told in confidence.",
)
@click.pass_context
def command(context: click.Context, brief: str, kind: str, audience: str) -> None:
    """Copy a brief, and say which way it went; without a clipboard, into a file."""
    config = options_of(context).config
    try:
        setting = clipboard.chosen(config.clipboard if config else clipboard.Setting.AUTO)
    except ValueError as error:
        raise BadInput(str(error)) from None
    session = open_session(context)
    found = find(Brief, session.workspace.briefs.values(), brief)
    form = FORMATS[kind]
    text, withheld = written(bundle_of(session.workspace, [found.id]), form, audience)
    if withheld:
        output.note(f"Told in confidence, and left out: {withheld}")
    copied = clipboard.copy(text, osc52.to_tty, setting)
    if copied.way is None:
        folder = paths.copies_folder()
        copied = copied.saved(clipboard.save_copy(text, folder, session.now(), form.suffix))
    output.write(f"{copied.sentence}\n")
