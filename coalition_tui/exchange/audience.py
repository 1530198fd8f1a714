"""What leaves: the records that were asked for with what they point at, and for whom."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from coalition_tui.fields import Kind, fields
from coalition_tui.integrity import ACROSS, references, without_controls, without_references
from coalition_tui.model import Bundle, Record
from coalition_tui.work import steps
from coalition_tui.workspace import Workspace

R = TypeVar("R", bound=Record)


def bundle_of(workspace: Workspace, brief_ids: Iterable[str]) -> Bundle:
    """Briefs with the coalitions they draw on and the people that any of these point at.

    It can be imported anywhere: every reference in it leads to something in it. A coalition's
    interactions come along whole, but their references to briefs that stay here are cleared, as
    if those had been deleted. Control characters are left out.

    Raises:
        KeyError: there is no brief of one of these ids.
    """
    briefs = {each: workspace.briefs[each] for each in brief_ids}
    named = {each.coalition for each in briefs.values()}
    coalitions = {key: each for key, each in workspace.coalitions.items() if key in named}
    tops = (*briefs.values(), *coalitions.values())
    wanted = {found.id for each in tops for found in references(each, "person")}
    people = {key: each for key, each in workspace.people.items() if key in wanted}
    return everything(Workspace(briefs=briefs, coalitions=coalitions, people=people))


def everything(workspace: Workspace) -> Bundle:
    """All briefs, coalitions and people; control characters and references to nothing left out."""

    def ready(record: R) -> R:
        for target, table in ACROSS.items():
            held = getattr(workspace, table)
            gone = {found.id for found in references(record, target) if found.id not in held}
            record = without_references(record, target, frozenset(gone)) if gone else record
        return without_controls(record)

    return Bundle(
        briefs=tuple(ready(each) for each in steps(tuple(workspace.briefs.values()))),
        coalitions=tuple(ready(each) for each in workspace.coalitions.values()),
        people=tuple(ready(each) for each in workspace.people.values()),
    )


def for_room(bundle: Bundle) -> tuple[Bundle, int]:
    """The bundle without what was told in confidence, and how many records that leaves out.

    People whom nothing else names go with it, uncounted: that they are known was the confidence.
    """
    withheld = 0
    tables: dict[str, tuple[Record, ...]] = {}
    for table in ACROSS.values():
        parts = [_open_part(each) for each in steps(getattr(bundle, table))]
        tables[table] = tuple(each for each, _ in parts)
        withheld += sum(count for _, count in parts)
    left = msgspec.structs.replace(bundle, **tables)
    hidden = _named(bundle) - _named(left)
    people = tuple(each for each in left.people if each.id not in hidden)
    return msgspec.structs.replace(left, people=people), withheld


def _named(bundle: Bundle) -> set[str]:
    """The ids of the people that briefs and coalitions point at."""
    tops = (*bundle.briefs, *bundle.coalitions)
    return {found.id for each in tops for found in references(each, "person")}


def _open_part(record: R) -> tuple[R, int]:
    changed: dict[str, tuple[Record, ...]] = {}
    withheld = 0
    for item in fields(type(record)):
        if item.kind is not Kind.RECORDS:
            continue
        held = getattr(record, item.name)
        parts = [_open_part(each) for each in held if not getattr(each, "confidential", False)]
        count = len(held) - len(parts) + sum(inner for _, inner in parts)
        if count:
            changed[item.name] = tuple(each for each, _ in parts)
            withheld += count
    return (msgspec.structs.replace(record, **changed) if changed else record), withheld
