"""How each tie in a coalition is kept: contact, what flows, trust, and promises."""

from collections import Counter
from operator import attrgetter

from coalition_tui.model import Coalition, Commitment, Party
from coalition_tui.rules.coalition_network import HALF_YEAR, YEAR, Network, network
from coalition_tui.rules.finding import Case, Catalogue, Found

RULES: Catalogue[Coalition] = Catalogue({})

MONTH = 30
ME = ""
"""Stands among people for the writer, as in `interaction.by`."""


@RULES.rule(
    "neglect",
    "Contact",
    idea="A tie that nobody tends fades, however strong it was.",
    mend="Get in touch, without asking for anything; or plan for less contact.",
)
def neglect(case: Case[Coalition]) -> Found:
    """The last contact is longer ago than was meant, or there was none."""
    net = network(case)
    meant = [
        (seat, seat.member.cadence_days, net.contacts_with(seat.person))
        for seat in net.members
        if seat.member.cadence_days
    ]
    for seat, cadence, contacts in meant:
        ago = min((each.ago for each in contacts), default=0)
        if ago > cadence:
            message = f"{seat.name}: no contact for {ago} days (meant: every {cadence})."
            yield ("fail" if 2 * ago > 3 * cadence else "warn"), message, seat.path
    for seat, _, contacts in meant:
        if not contacts:
            yield "warn", f"{seat.name}: no contact on record.", seat.path


@RULES.rule(
    "transactional",
    "More than asking",
    idea="Who hears from you only in need stops answering when you are.",
    mend="Meet once with no ask and no project on the table.",
)
def transactional(case: Case[Coalition]) -> Found:
    """Every contact of a year was an ask or about a brief."""
    net = network(case)
    for seat in net.members:
        contacts = net.contacts_with(seat.person, YEAR)
        if len(contacts) >= 3 and not any(each.is_without_need for each in contacts):
            message = f"{seat.name} hears from you only when something is needed."
            yield "warn", message, seat.path


@RULES.rule(
    "reciprocity",
    "Flows both ways",
    idea="Support that goes one way for long is a favour to one and a burden to the other.",
    mend="Let it flow the other way: offer what is needed there, or accept what is offered.",
)
def reciprocity(case: Case[Coalition]) -> Found:
    """Of what flowed in a year, four fifths or more went one way."""
    net = network(case)
    for seat in net.members:
        given, received = len(net.from_me(seat.person)), len(net.to_me(seat.person))
        both, apart = given + received, abs(given - received)
        if both >= 4 and 5 * apart >= 3 * both:
            verb = "give" if given > received else "receive"
            yield "warn", f"With {seat.name} it flows one way: you mostly {verb}.", seat.path


@RULES.rule(
    "heavy-asks",
    "Asks in one month",
    idea="Help is given gladly when it is asked for rarely and for a reason.",
    mend="Wait with the next ask, or take it to somebody else.",
)
def heavy_asks(case: Case[Coalition]) -> Found:
    """More than two asks of mine in a month."""
    net = network(case)
    for seat in net.members:
        asks = sum(each.is_ask_to(seat.person) for each in net.events_with(seat.person, MONTH))
        if asks > 2:
            yield "warn", f"{asks} asks to {seat.name} in {MONTH} days.", seat.path


@RULES.rule(
    "broken-trust",
    "Broken trust",
    idea="Trust that broke comes back by deeds, and not by time.",
    mend="Say what happened, and log the next thing that shows trust again.",
)
def broken_trust(case: Case[Coalition]) -> Found:
    """Trust broke, and no later day shows it again."""
    net = network(case)
    for seat in net.members:
        events = net.events_with(seat.person)
        broken = min(
            (each for each in events if not each.what.held), default=None, key=attrgetter("ago")
        )
        if broken and not any(each.shows_trust and each.ago < broken.ago for each in events):
            message = f"{seat.name}: trust broken on {broken.what.on}, nothing has restored it."
            yield "fail", message, seat.path


@RULES.rule(
    "seen-not-tested",
    "Tested trust",
    idea="To be seen together is not yet to stand by each other.",
    mend="Rely on each other in something small, and log what it showed.",
)
def seen_not_tested(case: Case[Coalition]) -> Found:
    """Met in public several times, and no evidence ever."""
    net = network(case)
    for seat in net.members:
        events = net.events_with(seat.person)
        seen = sum(each.what.kind in ("seen", "forum") and each.ago <= HALF_YEAR for each in events)
        if seen >= 3 and not any(each.shows_trust for each in events):
            yield "hint", f"{seat.name}: often seen together, never tested.", seat.path


@RULES.rule(
    "reliability",
    "Kept commitments",
    idea="Trust is built by doing what was said, by the day that was said.",
    mend="Keep what is overdue or say that it won't come; promise less and keep it.",
)
def reliability(case: Case[Coalition]) -> Found:
    """Fewer than four fifths of what came due in the linked briefs was kept."""
    net = network(case)
    kept, due = _promises(net)

    def unreliable(person: str) -> bool:
        return due[person] >= 3 and 5 * kept[person] < 4 * due[person]

    if unreliable(ME):
        yield "warn", f"You kept {kept[ME]} of {due[ME]} commitments.", ()
    for seat in net.members:
        if unreliable(seat.person):
            message = f"{seat.name} kept {kept[seat.person]} of {due[seat.person]}."
            yield "warn", message, seat.path


def _promises(net: Network) -> tuple[Counter[str], Counter[str]]:
    """By person: the commitments kept in the linked briefs, and all that came due there."""
    kept: Counter[str] = Counter()
    due: Counter[str] = Counter()
    for brief in net.linked:
        parties = {each.id: each for each in brief.parties}
        for commitment in brief.commitments:
            party = parties.get(commitment.by)
            if party is None or not (party.me or party.person):
                continue
            if commitment.state in ("kept", "broken") or _is_overdue(commitment, net):
                due[_person(party)] += 1
                kept[_person(party)] += commitment.state == "kept"
    return kept, due


def _person(party: Party) -> str:
    return ME if party.me else party.person


def _is_overdue(commitment: Commitment, net: Network) -> bool:
    return (
        commitment.state == "accepted" and commitment.due is not None and commitment.due < net.today
    )
