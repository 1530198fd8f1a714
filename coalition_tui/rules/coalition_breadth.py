"""Whether a coalition sees from more than one side: functions, levels, authority, influence."""

from collections import Counter

from coalition_tui.fields import field
from coalition_tui.model import Coalition, Person
from coalition_tui.rules.coalition_network import Network, network, percent
from coalition_tui.rules.finding import Case, Catalogue, Found, quoted

RULES: Catalogue[Coalition] = Catalogue({})


@RULES.rule(
    "narrow",
    "Breadth",
    idea="People of one function, level or kind of power see the same and miss the same.",
    mend="Find somebody who sees what none of the members sees.",
)
def narrow(case: Case[Coalition]) -> Found:
    """One function has the majority, all stand at one level, or a kind of power is missing."""
    net = network(case)
    everybody = len(net.members)
    if everybody < 3:
        return
    for function, count in functions(net).items():
        if 2 * count > everybody:
            name = quoted(_as_written(net, function))
            yield "warn", f"Narrow: {name} is {percent(count, everybody)}%.", ("members",)
    for level, count in levels(net).items():
        if count == everybody:
            name = field(Person, "level").labels[level]
            yield "warn", f"Everyone is {name}.", ("members",)
    if not any(seat.member.formal_authority for seat in net.members):
        yield "warn", "Nobody has formal authority.", ("members",)
    if not any(seat.member.informal_influence for seat in net.members):
        yield "warn", "Nobody has informal influence.", ("members",)


def functions(net: Network) -> Counter[str]:
    """How many members have each function; in lower case, empty ones left out."""
    found = (_plain(seat.role.function) for seat in net.members if seat.role)
    return Counter(each for each in found if each)


def levels(net: Network) -> Counter[str]:
    """How many members stand at each level; unknown ones left out."""
    return Counter(seat.role.level for seat in net.members if seat.role and seat.role.level)


def _as_written(net: Network, function: str) -> str:
    """A function in the words of the first member who has it."""
    written = (seat.role.function for seat in net.members if seat.role)
    return next(each for each in written if _plain(each) == function)


def _plain(function: str) -> str:
    return function.strip().casefold()
