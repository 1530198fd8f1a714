"""The log behind a brief: conversations, conflicts and early warnings."""

from datetime import date
from typing import Annotated, Literal

from coalition_tui.model import declare
from coalition_tui.model.declare import Id, Record, Ref

Answer = Literal["unanswered", "yes", "unsure", "no"]


class Conversation(Record, frozen=True, kw_only=True):
    """A talk behind the brief, kept so that it could be summarised in the open."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When was it?")] = None
    kind: Annotated[
        Literal["context", "ask", "listen", "update"],
        declare.about("Kind", "Did you give context, ask, listen or update?"),
    ]
    parties: Annotated[tuple[Ref, ...], declare.refs("party", "With", "With whom?")] = ()
    said: Annotated[str, declare.text("Said", "What did you say?", headline=True)] = ""
    heard: Annotated[str, declare.text("Heard", "What did you hear?")] = ""
    told: Annotated[
        tuple[Literal["work", "why", "tradeoffs", "need", "their_side"], ...],
        declare.about(
            "Told",
            "Which parts of an honest pitch did they hear?",
            labels={
                "work": "the work",
                "why": "why it matters",
                "tradeoffs": "the tradeoffs",
                "need": "what we need",
                "their_side": "the question how it looks from their side",
            },
        ),
    ] = ()
    disclosable: Annotated[
        Answer,
        declare.about("In the open?", "Could this be told as it was in the decision meeting?"),
    ] = "unanswered"
    effect: Annotated[
        Literal["unanswered", "more", "same", "less"],
        declare.about(
            "Effect", "Told there, would the work look more legitimate, the same, or less?"
        ),
    ] = "unanswered"
    confidential: Annotated[
        bool, declare.about("Confidential", "Told in confidence: kept out of rooms and findings?")
    ] = False


class Conflict(Record, frozen=True, kw_only=True):
    """A collision of interests, and how it was settled."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When did it come up?")] = None
    between: Annotated[tuple[Ref, ...], declare.refs("party", "Between", "Who collides?")] = ()
    about: Annotated[str, declare.text("About", "What is it about?", headline=True)] = ""
    decision: Annotated[
        str, declare.ref("decision_right", "Decision", "Which decision settles it?")
    ] = ""
    resolution: Annotated[str, declare.text("Resolution", "How was it settled?")] = ""
    resolved_on: Annotated[date | None, declare.about("Resolved", "When was it settled?")] = None


class Signal(Record, frozen=True, kw_only=True):
    """An early warning that came in, and what was done about it."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When did it come in?")] = None
    party: Annotated[str, declare.ref("party", "From", "Who noticed it?")] = ""
    what: Annotated[str, declare.text("What", "What has changed?", headline=True)] = ""
    response: Annotated[str, declare.text("Response", "What was done about it?")] = ""
    closed_on: Annotated[date | None, declare.about("Closed", "When was it dealt with?")] = None
