"""Rules on whether the coalition would survive reality: losses, silence, and its own words."""

from datetime import UTC

from coalition_tui.model import Brief
from coalition_tui.rules import theatre
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import Case, Catalogue, Found
from coalition_tui.rules.rehearsal import is_enough, stakes
from coalition_tui.wording import plural

RULES: Catalogue[Brief] = Catalogue({})

DAYS_OF_SILENCE = 30


@RULES.rule(
    "first-collision",
    "First collision",
    idea="A coalition that one absence can break was never more than one person's goodwill.",
    mend="Name a backup for what would be lost: for the commitment, the decision, or the room.",
)
def first_collision(case: Case[Brief]) -> Found:
    """Something is lost when one of the others drops out alone: a warning."""
    facts = facts_of(case)
    if not is_enough(case.subject):
        message = (
            "Not enough data: a rehearsal needs two other parties, and a commitment, "
            "an open decision or a room."
        )
        yield "unknown", message, ("parties",)
        return
    alone = {each.holders for each in stakes(facts) if len(each.holders) == 1}
    breaking = [party.id for _, party in facts.others if frozenset({party.id}) in alone]
    if breaking:
        count = len(facts.others)
        message = (
            f"Survives the loss of {count - len(breaking)} of {count} parties; "
            f"breaks without {facts.names(breaking)}."
        )
        yield "warn", message, ("parties",)


@RULES.rule(
    "quiet",
    "Silence",
    idea="A coalition that has stopped talking has stopped, and finds out later.",
    mend="Tell everybody how it stands, and log the conversation; or say that the work has "
    "stopped.",
)
def quiet(case: Case[Brief]) -> Found:
    """While asking or moving, no conversation for more than 30 days: a warning."""
    brief = case.subject
    if brief.status not in ("asking", "moving"):
        return
    changed = brief.updated_at.astimezone(UTC).date() if brief.updated_at else None
    last = max((each.on for each in brief.conversations if each.on), default=changed)
    days = (case.today - last).days if last else 0
    if days > DAYS_OF_SILENCE:
        yield "warn", f"No conversation for {plural(days, 'day')}.", ("conversations",)


@RULES.rule(
    "theatre-words",
    "Words of the room",
    idea="Words of allegiance and secrecy show where a brief has slipped from work into politics.",
    mend="Say the same in words you would use with everybody present, or have the conversation "
    "that makes them true.",
)
def theatre_words(case: Case[Brief]) -> Found:
    """A text uses a phrase of politics theatre: a hint."""
    for path, words in theatre.found(case.subject):
        yield "hint", f'Would you say "{words}" in the room?', path
