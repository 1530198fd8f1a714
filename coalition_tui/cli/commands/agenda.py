"""`coalition-tui agenda`."""

from datetime import date

import click

from coalition_tui.clean import clean
from coalition_tui.cli import output
from coalition_tui.cli.dates import as_day, today
from coalition_tui.cli.opening import open_session
from coalition_tui.fields import headline
from coalition_tui.model import Record
from coalition_tui.rules.agenda import DAYS, AgendaLine, agenda, in_words
from coalition_tui.workspace import Workspace

HEAD = ("ON", "KIND", "WHAT", "WHO", "WHERE")


@click.command()
@click.option(
    "--days",
    type=click.IntRange(0),
    metavar="N",
    default=DAYS,
    show_default=True,
    help="How many days ahead.",
)
@click.option(
    "--as-of", metavar="DATE", callback=as_day, help="The day to ask for, instead of today."
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.pass_context
def command(context: click.Context, days: int, as_of: date | None, as_json: bool) -> None:
    """List what is due, and what is overdue.

    Across all briefs and coalitions: commitments, decisions, contacts and reviews; what is
    overdue is always there.
    """
    workspace = open_session(context).workspace
    lines = agenda(workspace, as_of or today(), days)
    if as_json:
        output.write_json([_described(each) for each in lines])
    elif lines:
        rows = [_row(workspace, each) for each in lines]
        output.write_table(HEAD, rows, flexible=HEAD.index("WHAT"))
    else:
        output.note("Nothing is due.")


def _described(line: AgendaLine) -> dict[str, str]:
    return {
        "on": line.on.isoformat(),
        "kind": line.kind,
        "what": clean(line.what),
        "who": clean(line.who),
        "brief": line.brief,
        "coalition": line.coalition,
    }


def _row(workspace: Workspace, line: AgendaLine) -> tuple[str, ...]:
    where = workspace.table(line.place.table)[line.place.id]
    name = headline(where) if isinstance(where, Record) else ""
    return line.on.isoformat(), line.kind, in_words(line), line.who, name
