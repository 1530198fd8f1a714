"""`coalition-tui check`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from coalition_tui.clean import clean, one_line
from coalition_tui.cli import completing, output
from coalition_tui.cli.dates import as_day, today
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.naming import find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.fields import headline
from coalition_tui.model import Brief, Coalition
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.coalition import check_coalition
from coalition_tui.rules.finding import SEVERITIES, Finding, Severity, tally
from coalition_tui.rules.standing import standing
from coalition_tui.rules.strengths import strengths
from coalition_tui.rules.transparency import transparency
from coalition_tui.work import steps
from coalition_tui.workspace import Workspace

NEVER = "never"
FAILING: tuple[Severity, ...] = ("fail", "warn", "hint")
"""What `--fail-on` may name; too little data is no failure."""

ENDINGS = (".json", ".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Checked:
    """A record, and what was found in it."""

    record: Brief | Coalition
    findings: list[Finding]


@click.command()
@click.argument(
    "named", nargs=-1, metavar="[BRIEF|FILE]...", shell_complete=completing.briefs_and_files
)
@click.option("--all", "everything", is_flag=True, help="All briefs and coalitions (the default).")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.option(
    "--as-of", metavar="DATE", callback=as_day, help="The day to ask for, instead of today."
)
@click.option(
    "--fail-on",
    type=click.Choice((*FAILING, NEVER)),
    default="fail",
    show_default=True,
    help="Exit with 1 when a finding is at least as bad.",
)
@click.pass_context
def command(
    context: click.Context,
    named: tuple[str, ...],
    *,
    everything: bool,
    as_json: bool,
    as_of: date | None,
    fail_on: str,
) -> None:
    """Say what briefs and coalitions leave open.

    FILE is a brief as Markdown or JSON (a name that ends like one, or a file that is there); it
    needs no database.

    \b
    $ coalition-tui check launch
    $ coalition-tui check briefs/*.md --fail-on warn
    """
    if named and everything:
        raise click.UsageError("name briefs or files, or say --all", context)
    day = as_of or today()
    workspace, briefs = _named(context, named) if named else _everything(context)
    coalitions = () if named else tuple(workspace.coalitions.values())
    with output.progress("Checking"):
        checked = [
            *(Checked(each, check_brief(each, workspace, day)) for each in steps(briefs)),
            *(Checked(each, check_coalition(each, workspace, day)) for each in coalitions),
        ]
    if as_json:
        output.write_json(_document(checked, workspace, day))
    elif not checked:
        output.note("There is nothing to check yet.")
    else:
        output.write("\n".join(_lines(checked)))
    if any(found.severity in _failing(fail_on) for each in checked for found in each.findings):
        context.exit(1)


def _failing(fail_on: str) -> Sequence[Severity]:
    return () if fail_on == NEVER else FAILING[: FAILING.index(fail_on) + 1]


def _everything(context: click.Context) -> tuple[Workspace, Sequence[Brief]]:
    workspace = open_session(context).workspace
    return workspace, tuple(workspace.briefs.values())


def _named(context: click.Context, words: Sequence[str]) -> tuple[Workspace, Sequence[Brief]]:
    """The briefs that were named, in that order, once each; the database only if one is in it."""
    workspace = Workspace()
    briefs: list[Brief] = []
    for word in words:
        if _is_file(word):
            briefs += _in_file(word)
            continue
        if not workspace.briefs:
            workspace = open_session(context).workspace
        try:
            brief = find_brief(workspace.briefs, word)
        except BadInput:
            if Path(word).is_dir():
                raise BadInput(f"{word}: a folder; name the files in it: *.md") from None
            raise
        if brief not in briefs:
            briefs.append(brief)
    return workspace, briefs


def _is_file(word: str) -> bool:
    if word.lower().endswith(ENDINGS):
        return True
    try:
        return Path(word).exists() and not Path(word).is_dir()
    except OSError:
        return False


def _in_file(name: str) -> tuple[Brief, ...]:
    from coalition_tui.exchange.importing import ImportFault, read_bundle  # noqa: PLC0415 - rare
    from coalition_tui.exchange.unattached import unattached  # noqa: PLC0415
    from coalition_tui.session import random_id, utc_now  # noqa: PLC0415

    try:
        reading = read_bundle(Path(name).read_bytes(), name)
        return unattached(reading, now=utc_now(), new_id=random_id)
    except ImportFault as fault:
        raise BadInput(str(fault)) from None
    except OSError as error:
        raise BadInput(f"{name}: {error.strerror}") from None


def _document(checked: Sequence[Checked], workspace: Workspace, day: date) -> dict[str, Any]:
    briefs: list[dict[str, Any]] = []
    coalitions: list[dict[str, Any]] = []
    for each in checked:
        findings = [
            {
                "rule": found.rule,
                "severity": found.severity,
                "message": found.message,
                "path": found.pointer,
            }
            for found in each.findings
        ]
        if isinstance(each.record, Brief):
            briefs.append(_brief(each.record, findings))
        else:
            coalitions.append(_coalition(each.record, findings, workspace, day))
    return {"as_of": day.isoformat(), "briefs": briefs, "coalitions": coalitions}


def _brief(brief: Brief, findings: list[dict[str, str]]) -> dict[str, Any]:
    verdict = transparency(brief)
    return {
        "id": brief.id,
        "title": clean(brief.title),
        "findings": findings,
        "strengths": [
            {
                "name": each.name,
                "state": each.state,
                "have": each.have,
                "of": each.of,
                "missing": each.missing,
            }
            for each in strengths(brief)
        ],
        "transparency": {"verdict": verdict.verdict, "untested": verdict.untested},
    }


def _coalition(
    coalition: Coalition, findings: list[dict[str, str]], workspace: Workspace, day: date
) -> dict[str, Any]:
    found = standing(coalition, workspace, day)
    gates = [{"name": each.name, "met": each.met, "missing": each.missing} for each in found.gates]
    return {
        "id": coalition.id,
        "name": clean(coalition.name),
        "findings": findings,
        "standing": {"state": found.state, "gates": gates},
    }


def _lines(checked: Sequence[Checked]) -> Iterator[str]:
    """What was found as a person reads it: each record with its findings below it."""
    words = max(map(len, SEVERITIES))
    for each in checked:
        counts = (
            f"{count} {severity}" for severity, count in tally(each.findings).items() if count
        )
        yield f"{one_line(headline(each.record))}: {' · '.join(counts) or 'nothing open'}"
        for found in each.findings:
            yield f"  {found.severity:{words}}  {found.message} [{found.rule} {found.pointer}]"
        yield ""
