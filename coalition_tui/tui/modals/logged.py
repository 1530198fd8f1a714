"""What the line that logs an interaction results in, and the edit that keeps it."""

from dataclasses import dataclass
from datetime import datetime

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.fields import field
from coalition_tui.model import Interaction, Person
from coalition_tui.rules.coalition_network import Network
from coalition_tui.workspace import Place, Workspace


@dataclass(frozen=True, slots=True)
class Logged:
    """An interaction to keep, and the people who were named for the first time."""

    interaction: Interaction
    people: tuple[Person, ...]


def log_edit(net: Network, logged: Logged, workspace: Workspace, now: datetime) -> Edit:
    """The edit that keeps an interaction at the end of its list, with the people new in it."""
    key = net.subject.id
    position = len(workspace.coalitions[key].interactions)
    created = [edits.create(each, now) for each in logged.people]
    place = Place("coalitions", key, ("interactions", position))
    added = edits.add(workspace, place, logged.interaction, now)
    return edits.combined(label_of(net, logged), (*created, added))


def label_of(net: Network, logged: Logged) -> str:
    """What logging is called, in an undo: `Log met, no ask: Tobias Renner`."""
    made = {each.id: each.name for each in logged.people}
    known = net.workspace.people
    names = ", ".join(
        one_line(made.get(each) or (known[each].name if each in known else each))
        for each in logged.interaction.people
    )
    return f"Log {field(Interaction, 'kind').labels[logged.interaction.kind]}: {names}"
