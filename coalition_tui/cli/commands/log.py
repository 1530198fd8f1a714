"""`coalition-tui log`."""

from datetime import date
from typing import Any

import click

from coalition_tui import edits
from coalition_tui.clean import clean, one_line
from coalition_tui.cli import completing, output
from coalition_tui.cli.dates import as_day, today
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find, find_brief
from coalition_tui.cli.opening import keep, open_session
from coalition_tui.fields import Problem, field
from coalition_tui.model import Coalition, Interaction, Person
from coalition_tui.rules.coalition_network import is_current
from coalition_tui.typed import parse
from coalition_tui.workspace import Place

KINDS = tuple(field(Interaction, "kind").labels)
EVIDENCE = tuple(field(Interaction, "evidence").labels)


@click.command(epilog=f"KIND is one of: {', '.join(KINDS)}.")
@click.argument("coalition", shell_complete=completing.coalitions)
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.argument("person", nargs=-1, required=True, shell_complete=completing.people)
@click.option("--on", metavar="DATE", callback=as_day, help="When it was, instead of today.")
@click.option("--note", default="", help="What is worth remembering.")
@click.option(
    "--brief",
    metavar="BRIEF",
    help="The brief it was about.",
    shell_complete=completing.briefs,
)
@click.option(
    "--evidence",
    type=click.Choice(EVIDENCE),
    multiple=True,
    help="What it showed of trust; more than once.",
)
@click.pass_context
def command(
    context: click.Context,
    *,
    coalition: str,
    kind: Any,
    person: tuple[str, ...],
    on: date | None,
    note: str,
    brief: str | None,
    evidence: tuple[Any, ...],
) -> None:
    """Log one interaction: where, what, with whom.

    \b
    $ coalition-tui log movers give ada --on yesterday --note "Lent two people"
    """
    session = open_session(context, edits=True)
    workspace, day = session.workspace, today()
    if on is not None and on > day:
        raise BadInput(f"--on: {on} is in the future; log what has happened")
    try:
        text = parse(field(Interaction, "note"), clean(note), day)
    except Problem as problem:
        raise BadInput(f"--note: {problem}") from None
    where = find(Coalition, workspace.coalitions.values(), coalition)
    met = [find(Person, workspace.people.values(), word) for word in person]
    people = {each.id: one_line(each.name) for each in met}
    about = find_brief(workspace.briefs, brief).id if brief is not None else ""
    interaction = Interaction(
        id=session.new_id(),
        on=on or day,
        kind=kind,
        people=tuple(people),
        brief=about,
        evidence=tuple(dict.fromkeys(evidence)),
        note=text,
    )
    place = Place("coalitions", where.id, ("interactions", len(where.interactions)))
    keep(session, edits.add(workspace, place, interaction, session.now()))
    names = ", ".join(people.values())
    output.write(f"Logged in {one_line(where.name)} on {interaction.on}: {kind} with {names}.\n")
    members = {each.person for each in where.members if is_current(each, day)}
    if guests := [name for key, name in people.items() if key not in members]:
        output.note(
            f"{', '.join(guests)}: not in {one_line(where.name)} now; rules look at its members."
        )
