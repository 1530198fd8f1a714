"""What a coalition is for, and whether it hangs on one person."""

from fractions import Fraction

from coalition_tui.fields import is_empty
from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_graph import joined, parts_without
from coalition_tui.rules.coalition_network import (
    HALF_YEAR,
    YEAR,
    Network,
    listed,
    network,
    percent,
    taking_part,
)
from coalition_tui.rules.finding import Case, Catalogue, Found
from coalition_tui.wording import plural

RULES: Catalogue[Coalition] = Catalogue({})

LEAST_MEMBERS = 3
LEAST_CONTACTS = 5


@RULES.rule(
    "no-purpose",
    "Shared purpose",
    idea="What holds people together after a project is a purpose that is larger than it.",
    mend="Write what these people want to be true in years, whichever project comes next.",
)
def no_purpose(case: Case[Coalition]) -> Found:
    """Nothing is said that joins them."""
    if is_empty(case.subject.purpose):
        yield "fail", "No shared purpose.", ("purpose",)


@RULES.rule(
    "glue",
    "Hangs on one person",
    idea="A network that meets through one person ends on the day that person leaves.",
    mend="Meet the others without that person, and bring people together who meet only there.",
)
def glue(case: Case[Coalition]) -> Found:
    """One member is in too many contacts, or is the only link between others."""
    net = network(case)
    yield from _leaning(net)
    yield from _connecting(net)


def _leaning(net: Network) -> Found:
    members, contacts = len(net.members), len(net.contacts(HALF_YEAR))
    if members < LEAST_MEMBERS or contacts < LEAST_CONTACTS:
        have = f"{plural(members, 'member')} and {plural(contacts, 'contact')} in {HALF_YEAR} days"
        need = f"{LEAST_MEMBERS} and {LEAST_CONTACTS}"
        yield "unknown", f"Not enough data: {have}; it takes {need}.", ("interactions",)
        return
    limit = max(Fraction(2, 5), Fraction(3, 2 * members))
    for seat in net.members:
        count = len(net.contacts_with(seat.person, HALF_YEAR))
        if count > limit * contacts:
            share = percent(count, contacts)
            yield "warn", f"Leans on {seat.name}: in {share}% of contacts.", seat.path


def _connecting(net: Network) -> Found:
    order = {seat.person: seat for seat in net.members}
    graph = joined(order, (taking_part(each.what) for each in net.recent(YEAR)))
    for seat in net.members:
        if parts := parts_without(graph, seat.person):
            sides = ([each for each in order if each in part] for part in parts)
            smallest = min(sides, key=lambda side: (len(side), order[side[0]].position))
            names = listed(order[each].name for each in smallest)
            yield "warn", f"Only {seat.name} connects {names} with the others.", seat.path
