"""`coalition-tui export`."""

from pathlib import Path

import click

from coalition_tui.cli import completing, leaving, output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.cli.placing import placed
from coalition_tui.exchange.audience import bundle_of, everything
from coalition_tui.exchange.files import file_name, write_export
from coalition_tui.exchange.formats import FORMATS, Format, format_of
from coalition_tui.model import Bundle
from coalition_tui.wording import plural


@click.command()
@click.argument("briefs", nargs=-1, metavar="[BRIEF]...", shell_complete=completing.briefs)
@click.option("--all", "whole", is_flag=True, help="All briefs, coalitions and people.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(tuple(FORMATS)),
    help="What they are written as; else as PATH ends, or JSON.",
)
@leaving.for_audience
@click.option(
    "-o",
    "--output",
    "path",
    default="-",
    metavar="PATH|-",
    type=click.Path(),
    help="A file, or a folder for one (with / at its end: a new one); else stdout.",
)
@click.option("--force", is_flag=True, help="Replace the file that is there.")
@click.pass_context
def command(
    context: click.Context,
    *,
    briefs: tuple[str, ...],
    whole: bool,
    kind: str | None,
    audience: str,
    path: str,
    force: bool,
) -> None:
    """Write briefs to a file, or to stdout.

    JSON brings the people and coalitions that the briefs point at. A file is for you alone
    (0600), and none is replaced without --force.

    \b
    $ coalition-tui export launch -o launch.html
    $ coalition-tui export launch --audience room --format text
    $ coalition-tui export --all -o everything.json
    """
    if not path:
        raise BadInput("-o: an empty PATH is no file")
    if whole == bool(briefs):
        raise click.UsageError("name the briefs, or say --all", context)
    session = open_session(context)
    workspace = session.workspace
    form = FORMATS[kind] if kind else format_of(path) or FORMATS["json"]
    if whole:
        with output.progress("Gathering"):
            bundle = everything(workspace)
        _note_left_out(bundle, form)
    else:
        found = (find_brief(workspace.briefs, each).id for each in briefs)
        with output.progress("Gathering"):
            bundle = bundle_of(workspace, dict.fromkeys(found))
    text = leaving.for_them(bundle, form, audience)
    if path == "-":
        output.write(text)
    else:
        file = placed(path, file_name(bundle, form))
        _write(file, text, force, Path(session.store.location))


def _write(path: Path, text: str, force: bool, workspace: Path) -> None:
    if path.exists() and workspace.exists() and path.samefile(workspace):
        raise BadInput(f"{path} is the workspace itself")
    try:
        write_export(path, text, force=force)
    except FileExistsError:
        raise BadInput(f"{path} is there already; --force replaces it") from None
    output.note(f"Saved to {path}")


def _note_left_out(bundle: Bundle, form: Format) -> None:
    held = (
        plural(len(bundle.coalitions), "coalition"),
        plural(len(bundle.people), "person", "people"),
    )
    if not form.whole and (bundle.coalitions or bundle.people):
        output.note(f"Left out, as only JSON holds them: {', '.join(held)}")
