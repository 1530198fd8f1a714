"""People, and the coalitions they keep."""

from datetime import date
from typing import Annotated, Literal

from coalition_tui.model import declare
from coalition_tui.model.declare import Id, Level, Moment, Record, Ref, Text


class RoleChange(Record, frozen=True, kw_only=True):
    """A change of role or organisation in a person's history."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "Since when?")] = None
    organisation: Annotated[str, declare.text("Organisation", "Which organisation?")] = ""
    role: Annotated[str, declare.text("Role", "In which role?", headline=True)] = ""


class Person(Record, frozen=True, kw_only=True):
    """Somebody in the directory; parties and members point at them."""

    id: Id = ""
    name: Annotated[str, declare.line("Name", "What are they called?", headline=True)]
    organisation: Annotated[str, declare.text("Organisation", "Where do they work?")] = ""
    role: Annotated[str, declare.text("Role", "What is their role?")] = ""
    function: Annotated[
        str, declare.text("Function", "Which function: sales, legal, support …?")
    ] = ""
    level: Annotated[Level, declare.about("Level", "At which level?")] = ""
    changes: Annotated[
        tuple[RoleChange, ...],
        declare.about("Changes", "Which roles and organisations before, since?"),
    ] = ()
    note: Annotated[str, declare.text("Note", "What is worth remembering?")] = ""
    created_at: Annotated[Moment | None, declare.about("Created")] = None
    updated_at: Annotated[Moment | None, declare.about("Updated")] = None


class Forum(Record, frozen=True, kw_only=True):
    """A regular place where the coalition meets, outside the projects."""

    id: Id = ""
    name: Annotated[
        str, declare.line("Name", "Which meeting, dinner or circle?", headline=True, unique=True)
    ]
    cadence_days: Annotated[
        int, declare.number("Every … days", "How many days from one to the next?")
    ] = 0
    next_on: Annotated[date | None, declare.about("Next", "When is the next one?")] = None


class Member(Record, frozen=True, kw_only=True):
    """A person's place in a coalition."""

    id: Id = ""
    person: Annotated[str, declare.ref("person", "Person", "Who is it?")] = ""
    perspective: Annotated[
        str, declare.text("Perspective", "What do they see that the others don't?")
    ] = ""
    formal_authority: Annotated[
        bool, declare.about("Formal authority", "Can they decide by their position?")
    ] = False
    informal_influence: Annotated[
        bool,
        declare.about("Informal influence", "Do people listen to them whatever their position?"),
    ] = False
    cadence_days: Annotated[
        int,
        declare.number("Contact every … days", "How often do you mean to be in touch? 0: no plan."),
    ] = 60
    joined_on: Annotated[date | None, declare.about("Joined", "Since when?")] = None
    left_on: Annotated[date | None, declare.about("Left", "Until when?")] = None
    five_seat: Annotated[
        bool, declare.about("Five seats", "One of the five people for the next five years?")
    ] = False
    investing: Annotated[
        bool, declare.about("Investing", "One of the two or three you invest in now?")
    ] = False


class Interaction(Record, frozen=True, kw_only=True):
    """A contact in a coalition: what happened, with whom, and what it showed of trust."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When was it?")] = None
    kind: Annotated[
        Literal[
            "social",
            "forum",
            "context",
            "ask",
            "give",
            "receive",
            "introduce",
            "defend",
            "celebrate",
            "seen",
        ],
        declare.about(
            "Kind",
            "What happened?",
            labels={
                "social": "met, no ask",
                "forum": "met in a forum",
                "context": "gave context",
                "ask": "asked for help",
                "give": "gave support",
                "receive": "received support",
                "introduce": "introduced people",
                "defend": "defended them",
                "celebrate": "celebrated",
                "seen": "seen together",
            },
        ),
    ]
    by: Annotated[str, declare.ref("person", "By", "Who did it?", none="me")] = ""
    people: Annotated[
        tuple[Ref, ...], declare.refs("person", "People", "With whom, or for whom?")
    ] = ()
    brief: Annotated[str, declare.ref("brief", "Brief", "Was it about a brief?")] = ""
    evidence: Annotated[
        tuple[Literal["delivered", "kept_confidence", "fair", "under_pressure"], ...],
        declare.about(
            "Evidence",
            "What did it show of trust?",
            labels={
                "kept_confidence": "kept a confidence",
                "fair": "was fair at a cost",
                "under_pressure": "stood by under pressure",
            },
        ),
    ] = ()
    held: Annotated[bool, declare.about("Trust held", "Did the trust hold? No: it was broken.")] = (
        True
    )
    confidential: Annotated[
        bool, declare.about("Confidential", "Told in confidence: kept out of rooms and findings?")
    ] = False
    note: Annotated[str, declare.text("Note", "What is worth remembering?", headline=True)] = ""


class Review(Record, frozen=True, kw_only=True):
    """A look at the coalition that ended in a decision."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When was it?")] = None
    decision: Annotated[
        Literal["stay", "grow", "change_focus", "spin_off", "cut_back", "end"],
        declare.about("Decision", "What follows for the coalition?"),
    ] = "stay"
    note: Annotated[
        str, declare.text("Note", "What was seen, and why this decision?", headline=True)
    ] = ""


class Shift(Record, frozen=True, kw_only=True):
    """A change of strategy around the coalition."""

    id: Id = ""
    on: Annotated[date | None, declare.about("Date", "When?")] = None
    what: Annotated[
        str, declare.text("What", "What changed around the coalition?", headline=True)
    ] = ""


class Coalition(Record, frozen=True, kw_only=True):
    """A network of people that outlives the project it began with."""

    id: Id = ""
    name: Annotated[str, declare.line("Name", "What is it called?", headline=True)]
    purpose: Annotated[
        str, declare.text("Shared purpose", "What joins these people beyond any one project?")
    ] = ""
    values: Annotated[
        tuple[Text, ...], declare.about("Values", "Which values does it stand on? One a line.")
    ] = ()
    started_on: Annotated[date | None, declare.about("Started", "Since when?")] = None
    review_months: Annotated[
        int, declare.number("Review every … months", "6 to 12 keeps it alive without fuss.")
    ] = 9
    forums: Annotated[
        tuple[Forum, ...], declare.about("Forums", "Where do you meet outside the projects?")
    ] = ()
    members: Annotated[tuple[Member, ...], declare.about("Members", "Who belongs to it?")] = ()
    interactions: Annotated[
        tuple[Interaction, ...], declare.about("Interactions", "What happened between you?")
    ] = ()
    reviews: Annotated[
        tuple[Review, ...], declare.about("Reviews", "What did you decide when you looked back?")
    ] = ()
    shifts: Annotated[
        tuple[Shift, ...], declare.about("Shifts", "How did the strategy around it change?")
    ] = ()
    created_at: Annotated[Moment | None, declare.about("Created")] = None
    updated_at: Annotated[Moment | None, declare.about("Updated")] = None
