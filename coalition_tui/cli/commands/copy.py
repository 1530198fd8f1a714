"""`coalition-tui copy`."""

import click

from coalition_tui import clipboard, paths
from coalition_tui.cli import completing, leaving, output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import open_session, options_of
from coalition_tui.clipboard import osc52
from coalition_tui.exchange.audience import bundle_of
from coalition_tui.exchange.formats import FORMATS


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@leaving.in_format
@leaving.for_audience
@click.pass_context
def command(context: click.Context, brief: str, kind: str, audience: str) -> None:
    """Copy a brief, and say which way it went.

    Where there is no clipboard, a private file takes it, and is named.
    """
    config = options_of(context).config
    try:
        setting = clipboard.chosen(config.clipboard if config else clipboard.Setting.AUTO)
    except ValueError as error:
        raise BadInput(str(error)) from None
    session = open_session(context)
    found = find_brief(session.workspace.briefs, brief)
    form = FORMATS[kind]
    text = leaving.for_them(bundle_of(session.workspace, [found.id]), form, audience)
    copied = clipboard.copy(text, osc52.to_tty, setting)
    if copied.way is None:
        folder = paths.copies_folder()
        copied = copied.saved(clipboard.save_copy(text, folder, session.now(), form.suffix))
    output.write(f"{copied.sentence}\n")
