"""What a coalition is for, and whether it hangs on one person."""

from fractions import Fraction

from coalition_tui.fields import is_empty
from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_graph import hinges
from coalition_tui.rules.coalition_network import (
    HALF_YEAR,
    Network,
    listed,
    network,
    percent,
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
    for hinge in hinges(net):
        names = listed(seat.name for seat in hinge.parts[0])
        message = f"Only {hinge.seat.name} connects {names} with the others."
        yield "warn", message, hinge.seat.path
