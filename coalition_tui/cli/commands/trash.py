"""`coalition-tui trash`."""

import click
import msgspec

from coalition_tui import edits
from coalition_tui.cli import completing, output
from coalition_tui.cli.asking import answer
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find
from coalition_tui.cli.opening import keep, open_session
from coalition_tui.fields import headline, noun
from coalition_tui.model import Record

WORD = "purge"
HEAD = ("ID", "KIND", "NAME", "DELETED")


@click.group(invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """List what was deleted, bring it back, or remove it for good."""
    if context.invoked_subcommand is None:
        _list(context)


@command.command("list")
@click.pass_context
def listing(context: click.Context) -> None:
    """List what is in the trash."""
    _list(context)


@command.command()
@click.argument("id", shell_complete=completing.trash)
@click.pass_context
def restore(context: click.Context, id: str) -> None:  # noqa: A002 - it is called so in the usage
    """Bring a record back; ID may also be a part of its name."""
    session = open_session(context, edits=True)
    trash = session.workspace.trash.values()
    named: list[Record] = [msgspec.structs.replace(each.record, id=each.id) for each in trash]
    found = find(Record, named, id)
    try:
        edit = edits.restore(session.workspace, str(getattr(found, "id", "")), session.now())
    except ValueError as error:
        raise BadInput(str(error)) from None
    keep(session, edit)
    output.write(f"{edit.label}\n")


@command.command()
@click.pass_context
def empty(context: click.Context) -> None:
    """Remove everything in the trash for good; asks for a word first."""
    session = open_session(context, edits=True)
    trash = session.workspace.trash
    if not trash:
        output.write("The trash is empty\n")
        return
    what = "1 record" if len(trash) == 1 else f"{len(trash)} records"
    if answer(f"This removes {what} for good. Type {WORD} to do it: ") != WORD:
        raise BadInput(f"nothing was removed: only the word {WORD} removes {what} for good")
    edit = edits.purge(session.workspace, list(trash))
    keep(session, edit)
    output.write(f"{edit.label}\n")
    output.note("Backups still hold what they held when they were made")


def _list(context: click.Context) -> None:
    trash = open_session(context).workspace.trash
    if not trash:
        output.write("The trash is empty\n")
        return
    rows = [
        (each.id, noun(type(each.record)), headline(each.record), f"{each.deleted_at:%Y-%m-%d}")
        for each in trash.values()
    ]
    output.write_table(HEAD, rows, flexible=HEAD.index("NAME"))
