"""The seven strengths of a coalition brief: how much of each is there, and what is missing."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from coalition_tui.clean import clean
from coalition_tui.fields import field, is_empty
from coalition_tui.model import Brief, Tradeoff
from coalition_tui.queries import QUESTIONS
from coalition_tui.rules.facts import Facts

State = Literal["met", "partial", "missing", "unknown"]


class Strength(Struct, frozen=True):
    """How far one strength has come: `have` of `of`, and the names of what is missing.

    Missing answers to tradeoff questions stand there by field name; `missing_words` has their
    titles.
    """

    name: str
    title: str
    state: State
    have: int
    of: int
    missing: tuple[str, ...]

    @property
    def missing_words(self) -> tuple[str, ...]:
        """What is missing, as a person reads it."""
        if self.name != "tradeoffs":
            return self.missing
        return tuple(field(Tradeoff, each).title for each in self.missing)


Asked = Sequence[tuple[str, bool]]
"""Each thing that is asked for, by its name, and whether it is there."""


def strengths(brief: Brief) -> tuple[Strength, ...]:
    """All seven, in their order."""
    facts = Facts(brief)
    no_channel = () if brief.channels else ("channels",)
    return (
        _counted("context", "Context", _context(facts)),
        _counted("outcome", "Outcome", _outcome(facts)),
        _counted("tradeoffs", "Tradeoffs", _tradeoffs(facts)),
        _counted("commitment", "Commitment", _commitment(facts)),
        _counted("early_warning", "Early warning", _early_warning(facts), no_channel),
        _counted("advocacy", "Advocacy", _advocacy(facts)),
        _counted("conflict", "Trust in conflict", _conflict(facts)),
    )


def _counted(name: str, title: str, asked: Asked, lacking: tuple[str, ...] = ()) -> Strength:
    """One strength; what is `lacking` besides keeps it from being met."""
    if not asked:
        return Strength(name, title, "unknown", 0, 0, ())
    have = sum(there for _, there in asked)
    missing = (*(what for what, there in asked if not there), *lacking)
    state: State = "met" if not missing else "partial" if have else "missing"
    return Strength(name, title, state, have, len(asked), missing)


def _context(facts: Facts) -> Asked:
    return [(clean(each.name), each.id in facts.context) for _, each in facts.others]


def _outcome(facts: Facts) -> Asked:
    return [(clean(each.name), each.outcome_confirmed_on is not None) for _, each in facts.others]


def _tradeoffs(facts: Facts) -> Asked:
    return [(each, each not in facts.open_questions) for each in QUESTIONS]


def _commitment(facts: Facts) -> Asked:
    return [(clean(each.name), each.id in facts.committed) for _, each in facts.owners]


def _early_warning(facts: Facts) -> Asked:
    return [(clean(each.name), not is_empty(each.early_warning)) for _, each in facts.others]


def _advocacy(facts: Facts) -> Asked:
    return [(clean(each.name), bool(facts.advocates(each))) for each in facts.brief.rooms]


def _conflict(facts: Facts) -> Asked:
    """Settled, and all who collided are still in it."""
    return [
        (
            clean(each.about),
            each.resolved_on is not None and facts.agreed.issuperset(each.between),
        )
        for each in facts.brief.conflicts
    ]
