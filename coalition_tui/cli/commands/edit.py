"""`coalition-tui edit`."""

import click

from coalition_tui import editor
from coalition_tui.cli import completing, output
from coalition_tui.cli.errors import BadInput, Interrupted
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import keep, open_session, options_of
from coalition_tui.edits import Edit
from coalition_tui.exchange import editing
from coalition_tui.exchange.files import slug
from coalition_tui.session import StoreError


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@click.pass_context
def command(context: click.Context, brief: str) -> None:
    """Edit a brief as Markdown in $VISUAL or $EDITOR.

    A mistake brings the editor back, with what is wrong on top; leave the text as it is then to
    give up. The file is not locked meanwhile: a brief that somebody changes until then stays.
    """
    reading = open_session(context, edits=options_of(context).read_only)
    found = find_brief(reading.workspace.briefs, brief)

    def read(text: str) -> Edit | None:
        session = open_session(context, edits=True)
        try:
            edit = editing.from_text(
                session.workspace, found, text, now=session.now(), new_id=session.new_id
            )
            if edit:
                keep(session, edit)
            return edit
        finally:
            session.close()  # a mistake brings the editor back, and the next try

    name = f"{slug(found.title) or 'brief'}.md"
    try:
        edit = editor.edited(editing.to_text(reading.workspace, found), name, read)
    except editor.EditorFault as fault:
        if isinstance(fault.__cause__, StoreError | OSError):
            raise StoreError(str(fault)) from None
        raise (Interrupted if fault.was_interrupted else BadInput)(str(fault)) from None
    output.write(f"{edit.label if edit else 'Nothing was changed'}\n")
