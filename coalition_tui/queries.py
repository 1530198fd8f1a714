"""Pure questions about records, that more than one view asks."""

from collections.abc import Iterable

from coalition_tui.fields import is_empty
from coalition_tui.model import Tradeoff

QUESTIONS = (
    "moves_down",
    "absorbed_by",
    "risk_accepted",
    "standard",
    "executive_decision",
    "stop_condition",
)


def answered(tradeoffs: Iterable[Tradeoff]) -> tuple[str, ...]:
    """Which of the six questions at least one of the tradeoffs answers, by field name."""
    listed = list(tradeoffs)
    return tuple(
        name for name in QUESTIONS if any(not is_empty(getattr(each, name)) for each in listed)
    )
