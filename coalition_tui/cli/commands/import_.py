"""`coalition-tui import`."""

import sys
from pathlib import Path

import click

from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import keep, open_session
from coalition_tui.exchange.importing import ImportFault, Reading, import_edit, read_bundle
from coalition_tui.exchange.preview import preview


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@click.option("--replace", is_flag=True, help="Take the place of records that have the same id.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], dry_run: bool, replace: bool) -> None:
    """Bring in JSON or Markdown files, all or nothing.

    A record whose id is there already is refused, but with --replace. FILE may be - for stdin.

    \b
    $ coalition-tui import launch.md --replace --dry-run
    """
    session = open_session(context, edits=not dry_run)
    try:
        readings = [_read(each) for each in files]
        with output.progress("Comparing"):
            edit = import_edit(
                session.workspace,
                readings,
                replace=replace,
                now=session.now(),
                new_id=session.new_id,
            )
    except ImportFault as fault:
        raise BadInput(str(fault)) from None
    removed = sum(each.removed for each in readings)
    if removed:
        output.note(f"Control characters left out: {removed}")
    if edit.changes and not dry_run:
        if Path(session.store.location).exists():
            session.store.backup()
        keep(session, edit)
    output.write(f"{edit.label}{' (dry run)' if dry_run else ''}\n")
    if dry_run:
        output.write("".join(f"  {line}\n" for line in preview(edit)))


def _read(name: str) -> Reading:
    piped = name == "-"
    if piped and sys.stdin.isatty():
        output.note("Reading what you type; Ctrl+D on a line of its own ends it.")
    name = "stdin" if piped else name
    try:
        return read_bundle(sys.stdin.buffer.read() if piped else Path(name).read_bytes(), name)
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}") from None
