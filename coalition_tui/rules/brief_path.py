"""Rules on who decides, who speaks for the work, and who notices when reality changes."""

from coalition_tui.clean import one_line
from coalition_tui.fields import is_empty
from coalition_tui.model import Brief
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import Case, Catalogue, Found, quoted
from coalition_tui.wording import plural

RULES: Catalogue[Brief] = Catalogue({})

DAYS_TO_RESPOND = 7


@RULES.rule(
    "decider",
    "One decider",
    idea="When interests collide, either one named party decides, or the loudest does.",
    mend="Name one decider for the decision, and link the conflict to it.",
)
def decider(case: Case[Brief]) -> Found:
    """Nobody decides an open conflict: a fail. A decision has no decider, or several: a warning."""
    rights = case.subject.decision_rights
    decided = {each.id for each in rights if each.deciders}
    for position, conflict in enumerate(case.subject.conflicts):
        if conflict.resolved_on is None and conflict.decision not in decided:
            message = f'No decider for "{quoted(conflict.about)}".'
            yield "fail", message, ("conflicts", position)
    for position, right in enumerate(rights):
        count, text = len(right.deciders), quoted(right.decision)
        path = ("decision_rights", position)
        if not count:
            yield "warn", f'Nobody decides "{text}".', path
        elif count > 1:
            yield "warn", f'{count} deciders for "{text}": name one.', path


@RULES.rule(
    "authority",
    "Accepted authority",
    idea="Authority that nobody agreed to beforehand is disputed at the worst moment.",
    mend="Ask them whether they accept that this party decides, and note it under Accepted by.",
)
def authority(case: Case[Brief]) -> Found:
    """While asking or moving, somebody it depends on has not accepted a decider: a warning."""
    facts = facts_of(case)
    if case.subject.status not in ("asking", "moving"):
        return
    owners = [party.id for _, party in facts.owners if not party.me]
    for position, right in enumerate(case.subject.decision_rights):
        if len(right.deciders) != 1:
            continue
        (chosen,) = right.deciders
        missing = [each for each in owners if each != chosen and each not in right.accepted_by]
        if missing:
            message = (
                f"{facts.names(missing)} have not accepted that {facts.name(chosen)} "
                f'decides "{quoted(right.decision)}".'
            )
            yield "warn", message, ("decision_rights", position)


@RULES.rule(
    "silent-room",
    "A voice in every room",
    idea="Work that only its author argues for is nobody's work as soon as the author is away.",
    mend="Ask somebody who sits in that room anyway whether they will speak for it.",
)
def silent_room(case: Case[Brief]) -> Found:
    """Nobody besides you speaks for the work in a room: a warning."""
    facts = facts_of(case)
    for position, room in enumerate(case.subject.rooms):
        if not facts.advocates(room):
            speaks = "Nobody but you speaks" if room.advocates else "Nobody speaks for the work"
            yield "warn", f"{speaks} in {one_line(room.name)}.", ("rooms", position)


@RULES.rule(
    "no-early-warning",
    "Early warning",
    idea="Those who carry a dependency see reality change first; the plan should hear it from "
    "them.",
    mend="Ask what they would notice first, and where they will say it.",
)
def no_early_warning(case: Case[Brief]) -> Found:
    """After the draft, somebody it depends on has no early warning on record: a warning."""
    facts = facts_of(case)
    if facts.past_draft:
        for position, party in facts.owners:
            if is_empty(party.early_warning):
                message = f"{facts.name(party.id)} has no early warning on record."
                yield "warn", message, ("parties", position)


@RULES.rule(
    "open-signal",
    "Response to signals",
    idea="An early warning that nobody answers is the last one.",
    mend="Write what is done about it, or close it with a reason.",
)
def open_signal(case: Case[Brief]) -> Found:
    """A signal has waited for more than a week: a warning."""
    for position, each in enumerate(case.subject.signals):
        if each.on is None or each.closed_on or not is_empty(each.response):
            continue
        days = (case.today - each.on).days
        if days > DAYS_TO_RESPOND:
            message = f'"{quoted(each.what)}" has waited {plural(days, "day")} for a response.'
            yield "warn", message, ("signals", position)
