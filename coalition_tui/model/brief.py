"""The brief."""

from datetime import date
from typing import Annotated, Literal

from coalition_tui.model import declare
from coalition_tui.model.declare import Id, Line, Moment, Record
from coalition_tui.model.log import Conflict, Conversation, Signal
from coalition_tui.model.parts import (
    Accountability,
    Channel,
    Commitment,
    Credit,
    DecisionRight,
    Guardrail,
    Party,
    Room,
    Tradeoff,
)


class Brief(Record, frozen=True, kw_only=True):
    """The ten sections of a piece of work, and the log of conversations behind it."""

    id: Id = ""
    title: Annotated[str, declare.line("Title", "What is the work called?", headline=True)]
    tags: Annotated[tuple[Line, ...], declare.about("Tags", "Words to find it by.")] = ()
    status: Annotated[
        Literal["draft", "sharing", "asking", "moving", "landed", "stopped"],
        declare.about(
            "Status",
            "How far has it come?",
            labels={
                "sharing": "sharing context",
                "asking": "asking for commitment",
                "moving": "in motion",
            },
        ),
    ] = "draft"
    sponsor: Annotated[str, declare.ref("party", "Sponsor", "Who is the visible sponsor?")] = ""
    coalition: Annotated[
        str, declare.ref("coalition", "Coalition", "Which lasting coalition does it draw on?")
    ] = ""
    outcome: Annotated[
        str, declare.text("Outcome", "What will be different in the world when this has worked?")
    ] = ""
    measure: Annotated[
        str, declare.text("Measure", "Which number or fact will tell us it is there?")
    ] = ""
    why_now: Annotated[
        str,
        declare.text("Why now", "Why does it deserve attention ahead of other work, this quarter?"),
    ] = ""
    tradeoffs: Annotated[
        tuple[Tradeoff, ...],
        declare.about("Core tradeoffs", "What do we choose, stop, delay or risk for it?"),
    ] = ()
    parties: Annotated[
        tuple[Party, ...],
        declare.about(
            "Required parties", "Without whose authority, skill, means or trust does it stop?"
        ),
    ] = ()
    commitments: Annotated[
        tuple[Commitment, ...],
        declare.about("Mutual commitments", "Who does what for whom, by when?"),
    ] = ()
    decision_rights: Annotated[
        tuple[DecisionRight, ...],
        declare.about("Decision rights", "Who decides when interests collide?"),
    ] = ()
    channels: Annotated[
        tuple[Channel, ...],
        declare.about("Channels", "Where does the coalition coordinate?"),
    ] = ()
    rooms: Annotated[
        tuple[Room, ...],
        declare.about("Rooms", "Where must somebody speak for the work?"),
    ] = ()
    credits: Annotated[
        tuple[Credit, ...],
        declare.about("Credit", "Whose contribution will be named, and where?"),
    ] = ()
    accountabilities: Annotated[
        tuple[Accountability, ...],
        declare.about("Accountability", "Who answers for what, with which consequence?"),
    ] = ()
    guardrails: Annotated[
        tuple[Guardrail, ...],
        declare.about("Ethical guardrails", "What won't we do, even if it would win support?"),
    ] = ()
    conversations: Annotated[
        tuple[Conversation, ...],
        declare.about("Conversations", "Who heard what from you, and you from them?"),
    ] = ()
    conflicts: Annotated[
        tuple[Conflict, ...], declare.about("Conflicts", "Where did interests collide?")
    ] = ()
    signals: Annotated[
        tuple[Signal, ...], declare.about("Signals", "Which early warnings came in?")
    ] = ()
    approved_on: Annotated[
        date | None, declare.about("Approved", "When was it formally approved?")
    ] = None
    decided_on: Annotated[
        date | None,
        declare.about("Decision meeting", "When does, or did, the decision meeting take place?"),
    ] = None
    landed_on: Annotated[date | None, declare.about("Landed", "When did it land?")] = None
    created_at: Annotated[Moment | None, declare.about("Created")] = None
    updated_at: Annotated[Moment | None, declare.about("Updated")] = None
