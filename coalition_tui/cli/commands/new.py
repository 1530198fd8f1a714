"""`coalition-tui new`."""

import click

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import keep, open_session
from coalition_tui.fields import Problem, field
from coalition_tui.model import Brief
from coalition_tui.templates import TEMPLATES
from coalition_tui.typed import parse


@click.command()
@click.argument("title")
@click.option("--template", type=click.Choice(tuple(TEMPLATES)), help="With its usual parties.")
@click.pass_context
def command(context: click.Context, title: str, template: str | None) -> None:
    """Begin a brief, and print its id."""
    session = open_session(context, edits=True)
    now = session.now()
    try:
        name = parse(field(Brief, "title"), one_line(title), now.date())
    except Problem as problem:
        raise BadInput(f"TITLE: {problem}") from None
    if template:
        brief = TEMPLATES[template].brief(name, session.new_id)
    else:
        brief = Brief(id=session.new_id(), title=name)
    keep(session, edits.create(brief, now))
    output.write(f"{brief.id}\n")
