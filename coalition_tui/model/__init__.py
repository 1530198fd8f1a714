"""The records a workspace is made of.

Every record is immutable; a change makes a new one. A field says its own title and question in
its annotation, and whatever names the field elsewhere (forms, panes, help, Markdown, the JSON
Schema) reads them there: see `fields`.
"""

from coalition_tui.model.brief import Brief
from coalition_tui.model.bundle import FORMAT, VERSION, Bundle
from coalition_tui.model.coalition import (
    Coalition,
    Forum,
    Interaction,
    Member,
    Person,
    Review,
    RoleChange,
    Shift,
)
from coalition_tui.model.declare import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, Record
from coalition_tui.model.log import Conflict, Conversation, Signal
from coalition_tui.model.parts import (
    Accountability,
    Alignment,
    Channel,
    Commitment,
    Credit,
    DecisionRight,
    Guardrail,
    Interest,
    Party,
    Room,
    Tradeoff,
)

__all__ = [
    "FORMAT",
    "LINE_LIMIT",
    "NUMBER_LIMIT",
    "TEXT_LIMIT",
    "VERSION",
    "Accountability",
    "Alignment",
    "Brief",
    "Bundle",
    "Channel",
    "Coalition",
    "Commitment",
    "Conflict",
    "Conversation",
    "Credit",
    "DecisionRight",
    "Forum",
    "Guardrail",
    "Interaction",
    "Interest",
    "Member",
    "Party",
    "Person",
    "Record",
    "Review",
    "RoleChange",
    "Room",
    "Shift",
    "Signal",
    "Tradeoff",
]
