"""A brief with one record in every list, and the places of its texts, written down by hand."""

from coalition_tui.model import (
    Accountability,
    Brief,
    Channel,
    Commitment,
    Conflict,
    Conversation,
    Credit,
    DecisionRight,
    Guardrail,
    Interest,
    Party,
    Room,
    Signal,
    Tradeoff,
)
from coalition_tui.pointer import Path

EVERYTHING = Brief(
    title="B",
    tradeoffs=(Tradeoff(),),
    parties=(Party(name="p", interests=(Interest(stance="fear"),)),),
    commitments=(Commitment(),),
    decision_rights=(DecisionRight(),),
    channels=(Channel(name="c"),),
    rooms=(Room(name="r"),),
    credits=(Credit(contribution="cost"),),
    accountabilities=(Accountability(),),
    guardrails=(Guardrail(),),
    conversations=(Conversation(kind="ask"),),
    conflicts=(Conflict(),),
    signals=(Signal(),),
)

TEXTS = {
    "tradeoffs": (
        "statement",
        "moves_down",
        "risk_accepted",
        "standard",
        "executive_decision",
        "stop_condition",
    ),
    "parties": ("must_believe", "responsibilities", "early_warning"),
    "commitments": ("what",),
    "decision_rights": ("decision", "escalation", "result"),
    "channels": ("purpose",),
    "credits": ("what", "shown_where"),
    "accountabilities": ("for_what", "consequence"),
    "conversations": ("said", "heard"),
    "conflicts": ("about", "resolution"),
    "signals": ("what", "response"),
}
"""What `theatre-words` reads in the records of each list, in the order of the model."""


def text_places(brief: Brief) -> list[Path]:
    """Every text that `theatre-words` reads, in the order of the model."""
    places: list[Path] = [("outcome",), ("measure",), ("why_now",)]
    for name, texts in TEXTS.items():
        for position, each in enumerate(getattr(brief, name)):
            places += [(name, position, text) for text in texts]
            if isinstance(each, Party):
                places += [
                    (name, position, "interests", inner, text)
                    for inner in range(len(each.interests))
                    for text in ("text", "integrated")
                ]
    return places
