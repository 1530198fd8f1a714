"""Rules on commitments: whether they are mutual, dated, kept, and shared."""

from collections import Counter, defaultdict

from coalition_tui.model import Brief
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import Case, Catalogue, Found, quoted

RULES: Catalogue[Brief] = Catalogue({})

A_LOAD = 3
"""Fewer commitments are nobody's burden."""


@RULES.rule(
    "one-way",
    "Mutual commitments",
    idea="Who only gives is being used, and will notice.",
    mend="Agree on what the party receives, from somebody by name, and add it as a commitment.",
)
def one_way(case: Case[Brief]) -> Found:
    """Somebody gives, and nobody gives anything to them or to all: a warning."""
    facts = facts_of(case)
    given = Counter(each.by for each in facts.live)
    givers: dict[str, set[str]] = defaultdict(set)
    for each in facts.live:
        givers[each.to].add(each.by)
    for position, party in facts.others:
        if party.id in given and not (givers[""] | givers[party.id]) - {party.id, ""}:
            message = f"{facts.name(party.id)} gives {given[party.id]} and receives nothing."
            yield "warn", message, ("parties", position)


@RULES.rule(
    "overdue",
    "Overdue commitments",
    idea="An accepted date that passes in silence costs more trust than a no would have.",
    mend="Talk to them: mark it kept or broken, or agree on a new date.",
)
def overdue(case: Case[Brief]) -> Found:
    """A commitment is accepted, and was due before today: a fail."""
    facts = facts_of(case)
    for position, each in enumerate(case.subject.commitments):
        if each.state == "accepted" and each.due and each.due < case.today:
            message = f'{facts.name(each.by)} owes "{quoted(each.what)}" since {each.due}.'
            yield "fail", message, ("commitments", position)


@RULES.rule(
    "undated",
    "Dates of commitments",
    idea="A promise without a day is a wish.",
    mend="Agree on the day with those who do it.",
)
def undated(case: Case[Brief]) -> Found:
    """A commitment is asked for or accepted, without a date: a hint."""
    for position, each in enumerate(case.subject.commitments):
        if each.state in ("asked", "accepted") and each.due is None:
            yield "hint", f'"{quoted(each.what)}" has no date.', ("commitments", position)


@RULES.rule(
    "lone-owner",
    "Shared work",
    idea="When one side carries everything, there is a project with an audience, and no coalition.",
    mend="Ask others for a commitment of their own, or cut what nobody else would carry.",
)
def lone_owner(case: Case[Brief]) -> Found:
    """Of three or more live commitments, all are your own: a warning."""
    facts = facts_of(case)
    count = len(facts.live)
    if count >= A_LOAD and facts.me and all(each.by == facts.me for each in facts.live):
        yield "warn", f"All {count} commitments are yours.", ("commitments",)
