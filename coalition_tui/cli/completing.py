"""Names that the shell completes: out of the file, without its lock, and silent when it can't."""

from collections import Counter
from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

from coalition_tui import paths
from coalition_tui.clean import one_line
from coalition_tui.fields import headline
from coalition_tui.lazy import names
from coalition_tui.workspace import Table, Workspace

MOST = 50

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _table(name: Table) -> Complete:
    """Completes the records of a table: by their names, or by ids that begin so."""
    return lambda context, _, begun: _items(names(_workspace(context).table(name), headline), begun)


briefs, coalitions, people = _table("briefs"), _table("coalitions"), _table("people")


def trash(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """What was deleted, by the ids that bring it back."""
    deleted = _workspace(context).trash.values()
    return _items(((each.id, headline(each.record)) for each in deleted), begun)


def tags(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The tags of the briefs."""
    from coalition_tui.sections.outline import outlines  # noqa: PLC0415 - only for tags

    held = {one_line(tag) for brief in outlines(_workspace(context).briefs) for tag in brief.tags}
    folded = begun.casefold()
    return [CompletionItem(each) for each in sorted(held) if each.casefold().startswith(folded)]


def briefs_and_files(
    context: click.Context, parameter: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Briefs, and the files that the shell itself finds."""
    return [*briefs(context, parameter, begun), CompletionItem(begun, type="file")]


def parties(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
    """The parties of the brief that is named before."""
    from coalition_tui.cli.errors import BadInput  # noqa: PLC0415 - only for parties
    from coalition_tui.cli.naming import find_brief  # noqa: PLC0415

    # An option that has no value yet keeps click from telling arguments apart.
    word = context.params.get("brief") or next(iter(context.args), "")
    try:
        brief = find_brief(_workspace(context).briefs, word)
    except BadInput:
        return []
    return _items(((each.id, each.name) for each in brief.parties), begun)


def _workspace(context: click.Context) -> Workspace:
    from coalition_tui.session import StoreError  # noqa: PLC0415 - only where names complete
    from coalition_tui.store import TinyStore  # noqa: PLC0415

    said = context.find_root().params
    try:
        if said.get("demo"):
            return _samples()
        return TinyStore(paths.data_file(said.get("db")), "only to look").load()
    except (StoreError, OSError):
        return Workspace()


def _samples() -> Workspace:
    from coalition_tui import edits  # noqa: PLC0415 - only for --demo
    from coalition_tui.exchange.samples import sample_edit  # noqa: PLC0415
    from coalition_tui.session import random_id, utc_now  # noqa: PLC0415

    empty = Workspace()
    return edits.apply(empty, sample_edit(empty, utc_now(), random_id))


def _items(records: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    """The ids and names of records that what is typed may mean; the names where that is clear.

    Names that begin so; else ids; else the one name with a word that begins so: of several, a
    shell would take what they share, which is not what was typed.
    """
    folded = begun.casefold()
    named = [(one_line(name), key) for key, name in records]
    titles = Counter(name for name, _ in named)
    first = [pair for pair in named if pair[0].casefold().startswith(folded)]
    ids = [(key, name) for name, key in named if key.startswith(folded)]
    inside = [pair for pair in named if f" {folded}" in pair[0].casefold()]
    found = first or ids or (inside if len(inside) == 1 else [])
    return [
        CompletionItem(name, help=key)
        if titles[name] < 2 and name
        else CompletionItem(key, help=name)
        for name, key in found[:MOST]
    ]
