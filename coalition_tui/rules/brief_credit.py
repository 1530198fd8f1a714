"""Rules on whose contribution is named."""

from coalition_tui.model import Brief
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import Case, Catalogue, Found, Severity

RULES: Catalogue[Brief] = Catalogue({})


@RULES.rule(
    "uncredited-cost",
    "Credit for costs",
    idea="A cost that somebody carried unseen makes the next coalition harder to build.",
    mend="Add a credit for the cost, with the place where it will be said aloud.",
)
def uncredited_cost(case: Case[Brief]) -> Found:
    """Somebody absorbs a cost, and no credit names it: a warning, and a fail once landed."""
    facts, brief = facts_of(case), case.subject
    landed = brief.status == "landed"
    severity: Severity = "fail" if landed else "warn"
    absorbing = {key for each in brief.tradeoffs for key in each.absorbed_by}
    credited = {each.party for each in brief.credits if each.contribution == "cost"}
    for position, party in enumerate(brief.parties):
        if party.id in absorbing and party.id not in credited:
            name = facts.name(party.id)
            done = f"{name} absorbed a cost and is not credited."
            planned = f"Plan the credit for {name}, who absorbs a cost."
            yield severity, done if landed else planned, ("parties", position)


@RULES.rule(
    "uncredited-owner",
    "Credit for dependencies",
    idea="Work lands because those it depended on delivered; the account should say so.",
    mend="Add a credit for what they carried.",
)
def uncredited_owner(case: Case[Brief]) -> Found:
    """It landed, and somebody it depended on is credited with nothing: a warning."""
    facts = facts_of(case)
    credited = {each.party for each in case.subject.credits}
    if case.subject.status == "landed":
        for position, party in facts.owners:
            if party.id not in credited:
                message = f"{facts.name(party.id)} carried a dependency and is not credited."
                yield "warn", message, ("parties", position)


@RULES.rule(
    "sponsor-only-credit",
    "Credit beyond the sponsor",
    idea="If only the visible sponsor is thanked, people learn that helping does not pay.",
    mend="Name those who did the work, first those who carried a dependency or a cost.",
)
def sponsor_only_credit(case: Case[Brief]) -> Found:
    """All credit goes to the sponsor: a fail."""
    sponsor, credits_ = case.subject.sponsor, case.subject.credits
    if sponsor and credits_ and all(each.party == sponsor for each in credits_):
        yield "fail", "Only the sponsor is credited.", ("credits",)
