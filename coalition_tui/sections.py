"""The sections a record is read and written in: key, title, question, what a good answer holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from coalition_tui.fields import Field, field, is_content
from coalition_tui.model import Brief, Coalition, Person, Record
from coalition_tui.pointer import Path


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a record, by default of a brief.

    `fields` are the record's own; a section of `inner` records shows those held by the records of
    its one field (the interests of the parties), and one without fields shows what follows from
    the others. `key` is what a person presses to get there, `short` its title where room is
    scarce, `good` what a good answer holds.
    """

    key: str
    name: str
    short: str
    title: str
    question: str
    good: str
    fields: tuple[str, ...]
    inner: str = ""
    of: type[Record] = Brief

    @property
    def declared(self) -> tuple[Field, ...]:
        """The record's fields of this section, as they are declared."""
        return tuple(field(self.of, name) for name in self.fields)


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


COALITION_SECTIONS = (
    Section(
        "1",
        "purpose",
        "Purpose",
        "Purpose and values",
        "What joins these people beyond any one project?",
        "A purpose that would still hold if every current project landed tomorrow, and the few "
        "values that tell these people what they can expect of one another.",
        ("purpose", "values"),
        of=Coalition,
    ),
    Section(
        "2",
        "members",
        "Members",
        "Members",
        "Who belongs to it?",
        "People who see what the others don't: several functions and levels, some who decide by "
        "their position and some who are listened to whatever their position.",
        ("members",),
        of=Coalition,
    ),
    Section(
        "3",
        "interactions",
        "Interactions",
        "Interactions",
        "What happened between you?",
        "Contact that is no ask, support that goes both ways, and the moments in which trust was "
        "tested. One line each, the same day.",
        ("interactions",),
        of=Coalition,
    ),
    Section(
        "4",
        "forums",
        "Forums",
        "Forums",
        "Where do you meet outside the projects?",
        "A meeting with a date that nobody has to ask for.",
        ("forums",),
        of=Coalition,
    ),
    Section(
        "5",
        "reviews",
        "Reviews",
        "Reviews",
        "What did you decide when you looked back?",
        "Every 6 to 12 months one look at purpose, members, roles and shifts, at what was won and "
        "who is missing, and one decision.",
        ("reviews",),
        of=Coalition,
    ),
    Section(
        "6",
        "shifts",
        "Shifts",
        "Shifts of strategy",
        "How did the strategy around it change?",
        "What moved around the coalition, and when: each is a reason to ask whether its purpose "
        "still holds.",
        ("shifts",),
        of=Coalition,
    ),
    Section(
        "7",
        "linked",
        "Briefs",
        "Briefs that draw on it",
        "Which pieces of work draw on this coalition?",
        "Some work, and never only work: a coalition that meets about nothing else is an alliance.",
        (),
        of=Coalition,
    ),
    Section(
        "8",
        "contact",
        "Contact",
        "Contact by month",
        "With whom were you in touch, and when?",
        "No long gap, and nobody whom all contact goes through.",
        (),
        of=Coalition,
    ),
    Section(
        "9",
        "flows",
        "Flows",
        "What flows both ways",
        "What went from you to each member in a year, and back?",
        "Something in both directions with most of them. It is a pattern to notice, not an "
        "account to settle.",
        (),
        of=Coalition,
    ),
    Section(
        "0",
        "ties",
        "Ties",
        "Who connects whom",
        "Who meets whom without you, and on whom does it hang?",
        "Everybody reached in more than one way, so that nobody's leaving splits it.",
        (),
        of=Coalition,
    ),
)
"""The parts of a coalition; what can be seen in it has no fields of its own."""

PERSON_SECTIONS = (
    Section(
        "1",
        "person",
        "Person",
        "Person",
        "Where do they work, and as what?",
        "What you would want to know again before you meet them. Nothing that you would not say "
        "to them.",
        ("role", "organisation", "function", "level", "note"),
        of=Person,
    ),
    Section(
        "2",
        "history",
        "History",
        "Roles and organisations",
        "Which roles and organisations, since when?",
        "Each role with its first day. A person keeps their place when it changes.",
        ("changes",),
        of=Person,
    ),
    Section(
        "3",
        "places",
        "Places",
        "Coalitions, briefs and commitments",
        "Where do they appear?",
        "Every coalition and brief they have a place in, and what was promised there.",
        (),
        of=Person,
    ),
)

SECTIONED: dict[type[Record], tuple[Section, ...]] = {
    Brief: ALL,
    Coalition: COALITION_SECTIONS,
    Person: PERSON_SECTIONS,
}


def section(key: str) -> Section:
    """The section of a brief with this key. KeyError when there is none."""
    return {item.key: item for item in ALL}[key]


def section_of(kind: type[Record], field_name: str) -> Section | None:
    """The section a field stands in; None for title, name, status and the like."""
    return next((item for item in SECTIONED[kind] if field_name in item.fields), None)


def home(sections: Iterable[Section], path: Path) -> Section | None:
    """The section that shows what stands at a path: where its list is, inner lists apart."""
    holding = [each for each in sections if path and path[0] in each.fields]
    inner = (each for each in holding if each.inner and each.inner in path)
    return next(inner, next((each for each in holding if not each.inner), None))


def is_filled(brief: Brief, item: Section) -> bool:
    """The section has content: a text that is not blank, or one record."""
    if item.inner:
        return any(getattr(party, item.inner) for party in brief.parties)
    return any(is_content(each, getattr(brief, each.name)) for each in item.declared)


def filled(brief: Brief) -> int:
    """How many of the ten sections have content."""
    return sum(is_filled(brief, item) for item in SECTIONS)
