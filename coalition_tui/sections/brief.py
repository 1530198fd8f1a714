"""The ten sections of a brief, and its log."""

from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.sections.section import Section


def _section(
    key: str, name: str, short: str, good: str, *fields: str, title: str = "", question: str = ""
) -> Section:
    first = field(Brief, fields[0])
    return Section(key, name, short, title or first.title, question or first.question, good, fields)


SECTIONS = (
    _section(
        "1",
        "outcome",
        "Outcome",
        "One state of the world, with a date, that a stranger could verify. Not an activity, "
        "not a slogan. The measure is a number or a fact somebody already collects.",
        "outcome",
        "measure",
    ),
    _section(
        "2",
        "why_now",
        "Why now",
        "What gets worse or closes if it waits a quarter, and which other work it beats. If "
        "nothing does, say so: then it isn't urgent.",
        "why_now",
    ),
    _section(
        "3",
        "tradeoffs",
        "Tradeoffs",
        "Between them, the tradeoffs answer six things: what moves down, who absorbs the cost, "
        "which risk is accepted, which standard wins, what must be decided above you, and what "
        "would make you stop.",
        "tradeoffs",
    ),
    _section(
        "4",
        "parties",
        "Parties",
        "Everyone whose absence would stop or discredit the work, yourself included, with what "
        "each brings and what it must believe. Fewer than four usually means somebody was "
        "forgotten.",
        "parties",
    ),
    Section(
        "5",
        "interests",
        "Interests",
        "Interests",
        "What does each party need, fear, own and protect?",
        "In their words, also where they are against you. Every fear is either answered by the "
        "path or named openly as a tradeoff; none is talked away.",
        ("parties",),
        inner="interests",
    ),
    _section(
        "6",
        "commitments",
        "Commitments",
        "Who does what for whom by which day, and who steps in. Nobody only gives: each party "
        "that carries something also receives something.",
        "commitments",
    ),
    _section(
        "7",
        "decision_rights",
        "Rights",
        "One decider for each decision that interests will collide over, accepted beforehand by "
        "those who depend on it, and where it goes when it sticks.",
        "decision_rights",
    ),
    _section(
        "8",
        "path",
        "Path",
        "Where the coalition meets and how often, who is in it, and in each room where the work "
        "is discussed somebody besides you who speaks for it.",
        "channels",
        "rooms",
        title="Communication path",
        question="Where does the coalition coordinate, and who speaks for it where?",
    ),
    _section(
        "9",
        "credit",
        "Credit",
        "Names, what each put in, and the place where it is said aloud; first those who carried "
        "a dependency or a cost. And who answers for what when it fails.",
        "credits",
        "accountabilities",
        title="Credit and accountability",
        question="Whose contribution is named where, and who answers for what?",
    ),
    _section(
        "0",
        "guardrails",
        "Guard",
        "Concrete things you could be tempted to do and won't: what you will not hide, promise "
        "or trade, and to whom you will say the same as to everybody.",
        "guardrails",
    ),
)

LOG = Section(
    "L",
    "log",
    "Log",
    "Log",
    "Which conversations, conflicts and early warnings stand behind the brief?",
    "Each conversation as you would tell it in the decision meeting: who, what was said and "
    "heard, which parts of the pitch they got.",
    ("conversations", "conflicts", "signals"),
)

ALL = (*SECTIONS, LOG)
