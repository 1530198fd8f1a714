"""The pitch for one party, composed from the brief, and what the writer wants to know beside it.

`to_send` holds only what the party may read: the five parts of an honest pitch. No interest of
anybody stands in it, nor what the party must believe: those are the writer's notes (`for_you`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from coalition_tui.clean import clean, one_line
from coalition_tui.fields import field, fields, headline_field, is_content, is_empty
from coalition_tui.model import (
    Brief,
    Commitment,
    Conversation,
    DecisionRight,
    Interest,
    Party,
    Tradeoff,
)
from coalition_tui.rules.facts import Facts
from coalition_tui.wording import day, in_words, names_in
from coalition_tui.workspace import Workspace

TOLD = field(Conversation, "told")
NO_ANSWER = "no answer yet"
UNANSWERED = f"{NO_ANSWER.capitalize()}."
SIDE = "How does this look from your side?"
INVITATION = (
    "What did I get wrong? What does it cost you that is not written here, "
    "and what would you have to see before you say yes?"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five parts: its name in the model, its title, its Markdown, and who knows it."""

    name: str
    title: str
    text: str
    heard: bool

    @property
    def is_answered(self) -> bool:
        """The brief says something to it."""
        return self.text != UNANSWERED


@dataclass(frozen=True, slots=True)
class LateQuestion:
    """What somebody asks who is recruited late, and what the brief answers; empty: nothing."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pitch:
    """What goes to a party (title and parts), and what stands beside it for the writer."""

    title: str
    party: Party
    parts: tuple[Part, ...]
    questions: tuple[LateQuestion, ...]

    @property
    def unheard(self) -> tuple[Part, ...]:
        """The parts that the party was told in no conversation."""
        return tuple(each for each in self.parts if not each.heard)


def compose(brief: Brief, party: Party) -> Pitch:
    """The pitch of a brief for one of its parties."""
    facts = Facts(brief)
    texts = {
        "work": _paragraphs(brief, "outcome", "measure"),
        "why": _paragraphs(brief, "why_now"),
        "tradeoffs": "\n".join(_tradeoffs(brief)),
        "need": "\n".join(_ask(facts, party)),
        "their_side": INVITATION,
    }
    heard = facts.heard.get(party.id, frozenset())
    parts = tuple(
        Part(
            name,
            SIDE if name == "their_side" else title[:1].upper() + title[1:],
            texts[name] or UNANSWERED,
            name in heard,
        )
        for name, title in TOLD.labels.items()
    )
    return Pitch(clean(brief.title), party, parts, _questions(facts, party))


def to_send(pitch: Pitch) -> str:
    """The five parts as Markdown, for the party itself."""
    parts = (f"## {each.title}\n\n{each.text}\n" for each in pitch.parts)
    return "\n".join((f"# {pitch.title}\n", *parts))


def for_you(pitch: Pitch) -> str:
    """The writer's notes as Markdown: not for the party, and not for anybody else."""
    party, name = pitch.party, one_line(pitch.party.name)
    unheard = in_words(TOLD, tuple(each.name for each in pitch.unheard), names_in(Workspace()))
    return "\n".join(
        (
            f"# For you only: {name}\n",
            "## Interests\n",
            *(_interest(each) for each in party.interests),
            *(() if party.interests else (f"- {NO_ANSWER}",)),
            f"\n## {field(Party, 'must_believe').title}\n",
            clean(party.must_believe).strip() or NO_ANSWER,
            "\n## Not heard yet\n",
            unheard or "All five parts were heard.",
            "\n## What those ask who are recruited late\n",
            *map(_answered, pitch.questions),
            "",
        )
    )


def _paragraphs(brief: Brief, *names: str) -> str:
    """Texts of the brief; all but the first are opened by their titles."""
    found = []
    for name in names:
        text = clean(getattr(brief, name)).strip()
        if text:
            found.append(text if name == names[0] else f"{field(Brief, name).title}: {text}")
    return "\n\n".join(found)


def _tradeoffs(brief: Brief) -> Iterator[str]:
    """Each tradeoff with what it answers of the six questions."""
    names = names_in(Workspace(), brief)
    headline = headline_field(Tradeoff)
    for each in brief.tradeoffs:
        yield f"- **{one_line(each.statement) or NO_ANSWER}**"
        for item in fields(Tradeoff):
            value = getattr(each, item.name)
            if item.name not in ("id", "kind", headline.name) and is_content(item, value):
                yield f"  - {item.title}: {one_line(in_words(item, value, names))}"


def _ask(facts: Facts, party: Party) -> Iterator[str]:
    """What is needed of a party, what it has agreed to, and what it gets."""
    mine = [each for each in facts.live if each.by == party.id]
    theirs = [
        each for each in facts.live if each.by not in ("", party.id) and each.to in ("", party.id)
    ]
    asked = [each for each in mine if each.state in ("proposed", "asked")]
    agreed = [each for each in mine if each.state == "accepted"]
    for each in asked:
        yield f"- {_promise(each)}"
    if not asked:
        yield "Nothing new for now."
    for title, listed in (("You have agreed to:", agreed), ("What you get:", theirs)):
        if listed:
            yield f"\n{title}\n"
        for each in listed:
            giver = "" if each.by == party.id else f"{facts.name(each.by)}: "
            yield f"- {giver}{_promise(each)}"


def _promise(each: Commitment) -> str:
    due = f", by {day(each.due)}" if each.due else ""
    return f"{one_line(each.what) or NO_ANSWER}{due}"


def _questions(facts: Facts, party: Party) -> tuple[LateQuestion, ...]:
    """The four questions, each answered from the records that answer it."""
    brief = facts.brief
    absorbed = [each for each in brief.tradeoffs if party.id in each.absorbed_by]
    tradeoffs = {each.id: one_line(each.statement) for each in brief.tradeoffs}
    found = {
        "What was decided without them?": (
            _decision(each)
            for each in brief.decision_rights
            if each.state == "decided" and _is_without(facts, party, each)
        ),
        "Which cost falls to them?": (one_line(each.statement) for each in absorbed),
        "Which risk is handed to them?": (one_line(each.risk_accepted) for each in absorbed),
        "What did they shape?": (_shaped(each, tradeoffs) for each in party.interests),
    }
    return tuple(
        LateQuestion(question, tuple(filter(None, answers))) for question, answers in found.items()
    )


def _is_without(facts: Facts, party: Party, right: DecisionRight) -> bool:
    """They had no part in a decision, or no context when it was taken."""
    if party.id not in (*right.deciders, *right.consulted):
        return True
    context = facts.context.get(party.id)
    return context is None or (right.decided_on is not None and right.decided_on < context)


def _decision(right: DecisionRight) -> str:
    words = (one_line(right.decision), one_line(right.result), day(right.decided_on))
    return " · ".join(filter(None, words)) or right.id


def _shaped(interest: Interest, tradeoffs: dict[str, str]) -> str:
    """How an interest has shaped the work; empty when it has not."""
    if not is_empty(interest.integrated):
        return f"{one_line(interest.text)}: {one_line(interest.integrated)}"
    if interest.tradeoff:
        named = tradeoffs.get(interest.tradeoff, interest.tradeoff)
        return f"{one_line(interest.text)}: named as a tradeoff, {named}"
    return ""


def _interest(each: Interest) -> str:
    stance = field(Interest, "stance").labels[each.stance].capitalize()
    mark = " (told in confidence)" if each.confidential else ""
    return f"- {stance}: {one_line(each.text) or NO_ANSWER}{mark}"


def _answered(each: LateQuestion) -> str:
    return "\n  - ".join((f"- {each.question}", *(each.answers or (NO_ANSWER,))))
