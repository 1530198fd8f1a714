"""`coalition-tui list`."""

import click

from coalition_tui.clean import clean
from coalition_tui.cli import output
from coalition_tui.cli.opening import open_session
from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, is_filled

STATUSES = tuple(field(Brief, "status").labels)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.option("--status", type=click.Choice(STATUSES), help="Only briefs that have come this far.")
@click.option("--tag", help="Only briefs with this tag.")
@click.pass_context
def command(context: click.Context, as_json: bool, status: str | None, tag: str | None) -> None:
    """List the briefs."""
    briefs = [
        each
        for each in open_session(context).workspace.briefs.values()
        if status in (None, each.status)
        and (tag is None or tag.casefold() in map(str.casefold, each.tags))
    ]
    if as_json:
        output.write_json([_described(each) for each in briefs])
    elif briefs:
        head = ("ID", "STATUS", "FILLED", "UPDATED", "TITLE")
        output.write_table(head, [_row(each) for each in briefs], flexible=head.index("TITLE"))
    else:
        output.note("No briefs. `coalition-tui new TITLE` makes one.")


def _described(brief: Brief) -> dict[str, object]:
    return {
        "id": brief.id,
        "title": clean(brief.title),
        "status": brief.status,
        "filled": _filled(brief),
        "updated_at": brief.updated_at,
    }


def _row(brief: Brief) -> tuple[str, ...]:
    changed = brief.updated_at.astimezone().date().isoformat() if brief.updated_at else ""
    return brief.id, brief.status, f"{_filled(brief)}/{len(SECTIONS)}", changed, brief.title


def _filled(brief: Brief) -> int:
    return sum(is_filled(brief, each) for each in SECTIONS)
