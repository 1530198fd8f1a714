"""Rules on what parties need and fear, and on agreement that is only a mood."""

from coalition_tui.fields import field, fields, is_empty
from coalition_tui.model import Alignment, Brief, Tradeoff
from coalition_tui.queries import QUESTIONS
from coalition_tui.rules.facts import facts_of
from coalition_tui.rules.finding import CONFIDENCE, Case, Catalogue, Found, Severity, quoted

RULES: Catalogue[Brief] = Catalogue({})

UNDER_WAY = frozenset({"asking", "moving", "landed"})


@RULES.rule(
    "no-interests",
    "Interests on record",
    idea="A party whose interests nobody wrote down is treated as a vote instead of a partner.",
    mend="Ask what the party needs, fears, owns and protects, and add it in its own words.",
)
def no_interests(case: Case[Brief]) -> Found:
    """After the draft, nothing is known of what somebody needs or fears: a warning."""
    facts = facts_of(case)
    if facts.past_draft:
        for position, party in facts.others:
            if not party.interests:
                message = f"{facts.name(party.id)} has no interests on record."
                yield "warn", message, ("parties", position)


@RULES.rule(
    "overpowered-concern",
    "Concerns talked away",
    idea="A concern is either answered by a better path or named openly as a cost, never outvoted.",
    mend="Say under Integrated how the path answers it now, or choose the tradeoff that names it.",
)
def overpowered_concern(case: Case[Brief]) -> Found:
    """A fear, or something protected, is neither answered nor named: a fail once asking."""
    facts = facts_of(case)
    severity: Severity = "fail" if case.subject.status in UNDER_WAY else "warn"
    for position, party in enumerate(case.subject.parties):
        for inner, each in enumerate(party.interests):
            if (
                each.stance not in ("fear", "protect")
                or each.tradeoff
                or not is_empty(each.integrated)
            ):
                continue
            text = CONFIDENCE if each.confidential else quoted(each.text)
            yield (
                severity,
                f'{facts.name(party.id)}: "{text}" is neither integrated nor named as a tradeoff.',
                ("parties", position, "interests", inner),
            )


@RULES.rule(
    "not-aligned-enough",
    "Opposition in the open",
    idea="Where the work runs against somebody, that is a conflict to be settled, not a silence.",
    mend="Log the conflict with the party in it, and which decision settles it.",
)
def not_aligned_enough(case: Case[Brief]) -> Found:
    """Somebody is against the work on some side, and in no conflict: a fail."""
    facts = facts_of(case)
    in_conflict = {key for each in case.subject.conflicts for key in each.between}
    for position, party in enumerate(case.subject.parties):
        against = [
            each.title
            for each in fields(Alignment)
            if getattr(party.alignment, each.name) == "against"
        ]
        if against and party.id not in in_conflict:
            message = (
                f"{facts.name(party.id)} is against on {', '.join(against)}, "
                "and no conflict is on record."
            )
            yield "fail", message, ("parties", position)


@RULES.rule(
    "mood",
    "Agreement and its price",
    idea="Agreement that was never asked to pay for anything is a mood, and moods pass.",
    mend="Answer the open questions in the tradeoffs, then ask those who agreed whether they still "
    "do.",
)
def mood(case: Case[Brief]) -> Found:
    """Somebody agreed before all six tradeoff questions were answered: a fail."""
    facts = facts_of(case)
    if facts.agreed and facts.open_questions:
        names = ", ".join(field(Tradeoff, each).title for each in facts.open_questions)
        number = f"{len(facts.open_questions)} of {len(QUESTIONS)}"
        yield (
            "fail",
            f"Agreement ahead of tradeoffs: {number} questions open ({names}).",
            ("tradeoffs",),
        )


@RULES.rule(
    "motion",
    "Approval and motion",
    idea="Approval permits the work; only those who carry its dependencies can move it.",
    mend="Ask each of them for one commitment with a date, and note when it is accepted.",
)
def motion(case: Case[Brief]) -> Found:
    """Approved, while somebody it depends on has not committed to anything: a fail."""
    facts = facts_of(case)
    missing = [party.id for _, party in facts.owners if party.id not in facts.committed]
    if case.subject.approved_on and missing:
        yield "fail", f"Approved, not moving: {facts.names(missing)} not committed.", ("parties",)
