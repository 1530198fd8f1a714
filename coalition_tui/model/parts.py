"""The records inside a brief's ten sections."""

from datetime import date
from typing import Annotated, Literal

from coalition_tui.model import declare
from coalition_tui.model.declare import Id, Level, Record, Ref


class Tradeoff(Record, frozen=True, kw_only=True):
    """Something chosen, stopped, delayed or risked, and the six questions it must answer."""

    id: Id = ""
    statement: Annotated[
        str, declare.text("Tradeoff", "What is given up, and in favour of what?", headline=True)
    ] = ""
    kind: Annotated[
        Literal["choose", "stop", "delay", "risk"],
        declare.about("Kind", "Is this a choice, a stop, a delay or a risk?"),
    ] = "choose"
    moves_down: Annotated[
        str, declare.text("Moves down", "What loses its place in the queue because of this?")
    ] = ""
    absorbed_by: Annotated[
        tuple[Ref, ...], declare.refs("party", "Absorbed by", "Who carries the cost?")
    ] = ()
    risk_accepted: Annotated[
        str, declare.text("Risk accepted", "Which risk do we take on knowingly, and for whom?")
    ] = ""
    standard: Annotated[
        str, declare.text("Standard", "When two goods collide, which standard wins?")
    ] = ""
    executive_decision: Annotated[
        str, declare.text("Executive decision", "Which part must be decided above us?")
    ] = ""
    stop_condition: Annotated[
        str, declare.text("Stop condition", "What would we have to see to call this off?")
    ] = ""


Stand = Literal["unknown", "aligned", "open", "against"]


class Alignment(Record, frozen=True, kw_only=True):
    """How far a party's four sides fit the work; never whom it is loyal to."""

    interests: Annotated[
        Stand, declare.about("Interests", "Does the work serve what it needs?")
    ] = "unknown"
    responsibilities: Annotated[
        Stand, declare.about("Responsibilities", "Does the work fit what it answers for?")
    ] = "unknown"
    constraints: Annotated[
        Stand,
        declare.about("Constraints", "Can it do this within its limits of people, money, time?"),
    ] = "unknown"
    beliefs: Annotated[Stand, declare.about("Beliefs", "Does it believe the plan can work?")] = (
        "unknown"
    )


class Interest(Record, frozen=True, kw_only=True):
    """What a party needs, fears, owns or protects in this work."""

    id: Id = ""
    stance: Annotated[
        Literal["need", "fear", "own", "protect"],
        declare.about("Stance", "Does it need, fear, own or protect this?"),
    ]
    kind: Annotated[
        Literal[
            "",
            "goal",
            "risk",
            "constraint",
            "incentive",
            "capacity",
            "reputation",
            "customer_impact",
            "team_workload",
            "compliance_exposure",
            "technical_debt",
            "revenue_pressure",
            "executive_commitment",
        ],
        declare.about("Kind", "What sort of interest is it?"),
    ] = ""
    text: Annotated[str, declare.text("Interest", "In their words: what is it?", headline=True)] = (
        ""
    )
    integrated: Annotated[str, declare.text("Integrated", "How does the path answer it now?")] = ""
    tradeoff: Annotated[
        str, declare.ref("tradeoff", "Named by", "Which tradeoff names it openly instead?")
    ] = ""
    confidential: Annotated[
        bool, declare.about("Confidential", "Told in confidence: kept out of rooms and findings?")
    ] = False


class Party(Record, frozen=True, kw_only=True):
    """A team or person whose authority, expertise, resources, trust or legitimacy matters."""

    id: Id = ""
    name: Annotated[str, declare.line("Name", "Which team or person?", headline=True, unique=True)]
    me: Annotated[bool, declare.about("My side", "Is this your own side? At most one is.")] = False
    person: Annotated[
        str, declare.ref("person", "Person", "Who speaks for it, out of your directory?")
    ] = ""
    function: Annotated[
        str, declare.text("Function", "Which function is it: sales, legal, support …?")
    ] = ""
    level: Annotated[Level, declare.about("Level", "At which level does it speak?")] = ""
    brings: Annotated[
        tuple[Literal["authority", "expertise", "resources", "trust", "legitimacy"], ...],
        declare.about("Brings", "What does the work lack without it?"),
    ] = ()
    dependency_owner: Annotated[
        bool, declare.about("Dependency owner", "Does the work stand still unless it delivers?")
    ] = False
    must_believe: Annotated[
        str, declare.text("Must believe", "What has to be true in its eyes before it can move?")
    ] = ""
    responsibilities: Annotated[
        str, declare.text("Responsibilities", "What does it answer for, with or without us?")
    ] = ""
    alignment: Annotated[Alignment, declare.about("Alignment", "Where does it fit the work?")] = (
        Alignment()
    )
    outcome_confirmed_on: Annotated[
        date | None,
        declare.about("Outcome confirmed", "When did it agree to the outcome as written?"),
    ] = None
    early_warning: Annotated[
        str, declare.text("Early warning", "What would it notice first when reality changes?")
    ] = ""
    interests: Annotated[
        tuple[Interest, ...],
        declare.about("Interests", "What does it need, fear, own and protect?"),
    ] = ()


class Commitment(Record, frozen=True, kw_only=True):
    """What one party does for another, or for the whole coalition."""

    id: Id = ""
    by: Annotated[str, declare.ref("party", "By", "Who does it?")] = ""
    to: Annotated[str, declare.ref("party", "To", "For whom?", none="the whole coalition")] = ""
    what: Annotated[str, declare.text("What", "What exactly will be done?", headline=True)] = ""
    due: Annotated[date | None, declare.about("Due", "By which day?")] = None
    state: Annotated[
        Literal["proposed", "asked", "accepted", "kept", "broken", "declined", "withdrawn"],
        declare.about("State", "How far has it come?"),
    ] = "proposed"
    asked_on: Annotated[date | None, declare.about("Asked", "When were they asked?")] = None
    accepted_on: Annotated[date | None, declare.about("Accepted", "When did they say yes?")] = None
    closed_on: Annotated[
        date | None, declare.about("Closed", "When was it kept, broken, declined or withdrawn?")
    ] = None
    backup: Annotated[str, declare.ref("party", "Backup", "Who steps in when they can't?")] = ""


class DecisionRight(Record, frozen=True, kw_only=True):
    """A decision that will come up, and who takes it when interests conflict."""

    id: Id = ""
    decision: Annotated[
        str, declare.text("Decision", "Which decision will come up?", headline=True)
    ] = ""
    deciders: Annotated[
        tuple[Ref, ...], declare.refs("party", "Decides", "Who decides? Best: one.")
    ] = ()
    consulted: Annotated[
        tuple[Ref, ...], declare.refs("party", "Consulted", "Who is heard before it falls?")
    ] = ()
    informed: Annotated[
        tuple[Ref, ...], declare.refs("party", "Informed", "Who learns of it at once?")
    ] = ()
    accepted_by: Annotated[
        tuple[Ref, ...], declare.refs("party", "Accepted by", "Who accepts that they decide?")
    ] = ()
    escalation: Annotated[
        str, declare.text("Escalation", "Where does it go when it can't be decided here?")
    ] = ""
    due: Annotated[date | None, declare.about("Due", "By which day is it needed?")] = None
    state: Annotated[Literal["open", "decided"], declare.about("State", "Open or decided?")] = (
        "open"
    )
    decided_on: Annotated[date | None, declare.about("Decided", "When was it decided?")] = None
    result: Annotated[str, declare.text("Result", "What was decided?")] = ""
    backup: Annotated[str, declare.ref("party", "Backup", "Who decides when they can't?")] = ""


class Channel(Record, frozen=True, kw_only=True):
    """A place where the coalition coordinates."""

    id: Id = ""
    name: Annotated[
        str, declare.line("Name", "Which meeting, channel or page?", headline=True, unique=True)
    ]
    purpose: Annotated[str, declare.text("Purpose", "What is it for, and what not?")] = ""
    cadence_days: Annotated[
        int, declare.number("Every … days", "How many days from one to the next? 0: as needed.")
    ] = 0
    members: Annotated[tuple[Ref, ...], declare.refs("party", "Members", "Who is in it?")] = ()


class Room(Record, frozen=True, kw_only=True):
    """A forum where somebody must speak for the work."""

    id: Id = ""
    name: Annotated[
        str,
        declare.line("Name", "In which room is the work talked about?", headline=True, unique=True),
    ]
    advocates: Annotated[
        tuple[Ref, ...], declare.refs("party", "Advocates", "Who speaks for the work there?")
    ] = ()


class Credit(Record, frozen=True, kw_only=True):
    """What somebody put in, and where that is said aloud."""

    id: Id = ""
    party: Annotated[str, declare.ref("party", "Party", "Which party?")] = ""
    person: Annotated[str, declare.text("Person", "Who in person?")] = ""
    contribution: Annotated[
        Literal[
            "cost",
            "dependency",
            "time",
            "trust",
            "judgment",
            "capacity",
            "expertise",
            "sponsorship",
        ],
        declare.about("Contribution", "What did they put in?"),
    ]
    what: Annotated[str, declare.text("What", "What did they do or carry?", headline=True)] = ""
    shown_where: Annotated[str, declare.text("Shown where", "Where is it said in public?")] = ""
    shown_on: Annotated[date | None, declare.about("Shown", "When was it said?")] = None


class Accountability(Record, frozen=True, kw_only=True):
    """Who answers for what, and what follows."""

    id: Id = ""
    party: Annotated[str, declare.ref("party", "Party", "Who answers?")] = ""
    for_what: Annotated[
        str, declare.text("For what", "What do they answer for?", headline=True)
    ] = ""
    consequence: Annotated[str, declare.text("Consequence", "What follows when it fails?")] = ""


class Guardrail(Record, frozen=True, kw_only=True):
    """Something that will not be done to win support."""

    id: Id = ""
    text: Annotated[
        str, declare.text("Guardrail", "What won't we do to win support?", headline=True)
    ] = ""
