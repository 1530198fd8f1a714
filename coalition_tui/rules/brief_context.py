"""Rules on what is written down, and on who knew what before being asked."""

from datetime import timedelta

from coalition_tui.fields import field, is_empty
from coalition_tui.model import Brief, Conversation
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import Case, Catalogue, Found, Severity
from coalition_tui.rules.transparency import Verdict, sentence, transparency
from coalition_tui.sections import SECTIONS, is_filled
from coalition_tui.wording import plural

RULES: Catalogue[Brief] = Catalogue({})

A_NIGHT = timedelta(days=1)
PARTS = field(Conversation, "told").labels
"""The five parts of an honest pitch, each with what it is called."""

VERDICTS: dict[Verdict, Severity] = {
    "would_not_survive": "fail",
    "untested": "warn",
    "less_legitimate": "fail",
    "unknown": "unknown",
}
"""How bad a verdict is; the others are good news."""


@RULES.rule(
    "empty-section",
    "Empty sections",
    idea="What a brief leaves blank is what people will argue about once the work has started.",
    mend="Write one honest line in the section, even if it says that nobody knows yet.",
)
def empty_section(case: Case[Brief]) -> Found:
    """One of the ten sections has no content: a hint in a draft, a warning after it."""
    severity: Severity = "warn" if facts_of(case).past_draft else "hint"
    for each in SECTIONS:
        if not is_filled(case.subject, each):
            yield severity, f"{each.title} is empty.", (each.fields[0],)


@RULES.rule(
    "no-measure",
    "A measure",
    idea="An outcome without a measure lets everybody agree to something different.",
    mend="Name a number or a fact that somebody already collects, and the day it is read.",
)
def no_measure(case: Case[Brief]) -> Found:
    """There is an outcome, and nothing to tell it by: a warning."""
    if not is_empty(case.subject.outcome) and is_empty(case.subject.measure):
        yield "warn", "No measure: how will you know the outcome is there?", ("measure",)


@RULES.rule(
    "recruited-late",
    "Context before the ask",
    idea="Whoever first hears of the work together with a request was not consulted but recruited.",
    mend="If it had context before, log that talk with its day. If not, give it now, say that it "
    "comes late, and ask again once it has had time to think; the record keeps that it was late.",
)
def recruited_late(case: Case[Brief]) -> Found:
    """Somebody was asked before any context: a fail. At most a day after it: a warning."""
    facts = facts_of(case)
    hasty = []
    for position, party in facts.others:
        asked, context = facts.asked.get(party.id), facts.context.get(party.id)
        if asked is None:
            continue
        if context is None or context > asked:
            name = facts.name(party.id)
            yield "fail", f"{name} was asked before any context.", ("parties", position)
        elif asked - context <= A_NIGHT:
            hasty.append((position, party.id, (asked - context).days))
    for position, key, days in hasty:
        message = f"{facts.name(key)} had {plural(days, 'day')} between context and ask."
        yield "warn", message, ("parties", position)


@RULES.rule(
    "disguised-decision",
    "Decided before people knew",
    idea="A decision that was taken before people knew the problem can only be announced to them.",
    mend="Tell the party plainly that it was decided without them, log the context, and ask what "
    "they would have it reopened for; a meeting that reopens it is the new decision meeting.",
)
def disguised_decision(case: Case[Brief]) -> Found:
    """The decision meeting took place before somebody had context: a fail."""
    facts, decided = facts_of(case), case.subject.decided_on
    if decided is None:
        return
    for position, party in facts.others:
        context = facts.context.get(party.id)
        if context is None or context > decided:
            message = f"Decided on {decided}, before {facts.name(party.id)} had context."
            yield "fail", message, ("parties", position)


@RULES.rule(
    "selective-telling",
    "The same for everybody",
    idea="To tell each party only what pleases it is to steer them, not to work with them.",
    mend="Tell the party the parts that others heard already, and log the conversation.",
)
def selective_telling(case: Case[Brief]) -> Found:
    """Somebody was asked, and never told a part of the pitch that another was: a warning."""
    facts = facts_of(case)
    for position, party in facts.others:
        if party.id not in facts.asked:
            continue
        heard = facts.heard.get(party.id, frozenset())
        missed = [
            title
            for part, title in PARTS.items()
            if part not in heard and facts.told.get(part, frozenset()) - {party.id}
        ]
        if missed:
            message = f"{facts.name(party.id)} was asked without hearing: {', '.join(missed)}."
            yield "warn", message, ("parties", position)


@RULES.rule(
    "transparency",
    "Transparency",
    idea="Honest work gains when all its conversations are told in the decision meeting; "
    "manipulation loses.",
    mend="Answer both questions of each conversation in the log; where the answer is no, go back "
    "and have that conversation again so that it can be told.",
)
def survives_transparency(case: Case[Brief]) -> Found:
    """A conversation can't be told, or telling all does harm: a fail. Untested: a warning."""
    result = transparency(case.subject)
    if result.verdict in VERDICTS:
        yield VERDICTS[result.verdict], sentence(result), ("conversations",)
