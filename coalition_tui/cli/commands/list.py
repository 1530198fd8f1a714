"""`coalition-tui list`."""

import click

from coalition_tui.clean import clean
from coalition_tui.cli import completing, output
from coalition_tui.cli.dates import today
from coalition_tui.cli.opening import open_session
from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.sections.outline import outlines
from coalition_tui.workspace import Workspace

STATUSES = tuple(field(Brief, "status").labels)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.option("--status", type=click.Choice(STATUSES), help="Only briefs that have come this far.")
@click.option("--tag", help="Only briefs with this tag.", shell_complete=completing.tags)
@click.pass_context
def command(context: click.Context, as_json: bool, status: str | None, tag: str | None) -> None:
    """List the briefs."""
    workspace = open_session(context).workspace
    found = workspace.briefs.values() if as_json else outlines(workspace.briefs)
    briefs = [
        each
        for each in found
        if status in (None, each.status)
        and (tag is None or tag.casefold() in map(str.casefold, each.tags))
    ]
    if as_json:
        output.write_json([_described(each, workspace) for each in briefs])
    elif briefs:
        head = ("ID", "STATUS", "FILLED", "UPDATED", "TITLE")
        output.write_table(head, [_row(each) for each in briefs], flexible=head.index("TITLE"))
    elif found:
        asked = (("status", status), ("tag", tag))
        words = " and ".join(f'the {name} "{value}"' for name, value in asked if value is not None)
        output.note(f"No brief has {words}.")
    else:
        output.note("No briefs. `coalition-tui new TITLE` makes one.")


def _described(brief: Brief, workspace: Workspace) -> dict[str, object]:
    from coalition_tui.rules.brief import check_brief  # noqa: PLC0415 - a table starts without it
    from coalition_tui.rules.finding import tally  # noqa: PLC0415

    counts = tally(check_brief(brief, workspace, today()))
    return {
        "id": brief.id,
        "title": clean(brief.title),
        "status": brief.status,
        "filled": filled(brief),
        "fail": counts["fail"],
        "warn": counts["warn"],
        "updated_at": brief.updated_at,
    }


def _row(brief: Brief) -> tuple[str, ...]:
    changed = brief.updated_at.astimezone().date().isoformat() if brief.updated_at else ""
    return brief.id, brief.status, f"{filled(brief)}/{len(SECTIONS)}", changed, brief.title
