"""`coalition-tui rehearse`."""

from collections.abc import Iterable
from typing import Any

import click

from coalition_tui.clean import clean, one_line
from coalition_tui.cli import completing, output
from coalition_tui.cli.naming import find, find_brief
from coalition_tui.cli.opening import open_session
from coalition_tui.fields import field, headline
from coalition_tui.model import Brief, Party
from coalition_tui.rules.rehearsal import Lost, rehearse, rehearse_each

ME = "me"
"""Names the writer's own side, unless a party has this very id or name."""

KINDS = ("commitments", "decision_rights", "rooms")


@click.command()
@click.argument("brief", shell_complete=completing.briefs)
@click.option(
    "--without",
    multiple=True,
    metavar="PARTY",
    help="Who drops out; more than once for several.",
    shell_complete=completing.parties,
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.pass_context
def command(context: click.Context, brief: str, without: tuple[str, ...], as_json: bool) -> None:
    """Say what is lost when parties drop out.

    Each of the others alone, or those you name together.

    \b
    $ coalition-tui rehearse launch --without Legal --without Finance
    """
    found = find_brief(open_session(context).workspace.briefs, brief)
    if without:
        parties = [_party(found, word) for word in without]
        gone = tuple(dict.fromkeys(each.id for each in parties))
        lost = rehearse(found, frozenset(gone))
        document: dict[str, Any] = {"without": gone, "lost": _ids(lost), "survives": lost.survives}
        names = dict.fromkeys(one_line(each.name) for each in parties)
        lines = [_line(", ".join(names), lost)]
    else:
        each_alone = rehearse_each(found)
        document = {"parties": [_described(party, lost) for party, lost in each_alone]}
        lines = [_line(one_line(party.name), lost) for party, lost in each_alone]
    if as_json:
        output.write_json(document)
    elif lines:
        output.write("".join(f"{line}\n" for line in lines))
    else:
        output.note("There is nobody else in this brief yet.")


def _party(brief: Brief, word: str) -> Party:
    folded = word.strip().casefold()
    taken = any(folded in (each.id, each.name.casefold()) for each in brief.parties)
    mine = next((each for each in brief.parties if each.me), None)
    if mine and folded == ME and not taken:
        return mine
    return find(Party, brief.parties, word)


def _described(party: Party, lost: Lost) -> dict[str, Any]:
    return {
        "id": party.id,
        "name": clean(party.name),
        "survives": lost.survives,
        "lost": _ids(lost),
    }


def _ids(lost: Lost) -> dict[str, list[str]]:
    return {kind: [each.id for each in getattr(lost, kind)] for kind in KINDS}


def _line(names: str, lost: Lost) -> str:
    """What happens without somebody, and below it what is lost."""
    if lost.survives:
        return f"Without {names}: survives."
    return "\n".join((f"Without {names}, lost:", *_lost(lost)))


def _lost(lost: Lost) -> Iterable[str]:
    for kind in KINDS:
        title = field(Brief, kind).title
        for each in getattr(lost, kind):
            yield f"  {title}: {one_line(headline(each))}"
