"""Where a finding about a brief is mended: what to open, or what to add, begun as the rule asks."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from coalition_tui import pointer
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path
from coalition_tui.rules.facts import Facts
from coalition_tui.rules.finding import Finding
from coalition_tui.rules.rehearsal import ENOUGH, stakes
from coalition_tui.sections import SECTIONS, is_filled


class Step(Struct, frozen=True):
    """What a person writes next.

    `path` leads to a record or text to edit, or to the list that `add` puts a new record into,
    which holds `begun` already. `focus` is the field to begin with; empty for the first.
    """

    path: Path
    focus: str = ""
    add: bool = False
    begun: dict[str, Any] = msgspec.field(default_factory=dict)


def step(brief: Brief, finding: Finding) -> Step:
    """The step that a finding's rule asks for.

    Without a step of its own a finding is mended where it points: in the record or text there,
    or by one more record of the list there.
    """
    found = STEPS[finding.rule](Facts(brief), finding.path) if finding.rule in STEPS else None
    return found or _there(brief, finding.path)


def _there(brief: Brief, path: Path) -> Step:
    """The record or text at a path, or a new record of the list there; a field by its record."""
    value = pointer.get(brief, path)
    if isinstance(value, tuple):
        return Step(path, add=True)
    if isinstance(value, Record) or len(path) == 1:
        return Step(path, str(path[0]) if len(path) == 1 else "")
    return Step(path[:-1], str(path[-1]))


Finder = Callable[[Facts, Path], Step | None]


def _field(name: str) -> Finder:
    """Edit the record that the finding points at, beginning with one field."""
    return lambda _, path: Step(path, name)


def _added(to: str, focus: str, **begun: Any) -> Finder:
    """Add a record to a list, beginning with one field."""
    return lambda _, __: Step((to,), focus, add=True, begun=begun)


def _about(to: str, focus: str, name: str, **begun: Any) -> Finder:
    """Add a record about the party that the finding points at, whose field is `name`."""

    def found(facts: Facts, path: Path) -> Step:
        party = pointer.get(facts.brief, path).id
        value = party if name in ("party", "to") else (party,)
        return Step((to,), focus, add=True, begun={name: value, **begun})

    return found


def _empty_section(facts: Facts, path: Path) -> Step | None:
    """The interests stand with the first party, once there is one."""
    brief = facts.brief
    interests = next(each for each in SECTIONS if each.inner)
    if path == interests.fields and brief.parties and not is_filled(brief, interests):
        return Step((*path, 0), interests.inner)
    return None


def _untold(facts: Facts, path: Path) -> Step:
    """A conversation with the party, in which it hears what others heard and it did not."""
    party = pointer.get(facts.brief, path).id
    missed = tuple(
        part
        for part, parties in facts.told.items()
        if part not in facts.heard.get(party, frozenset()) and parties - {party}
    )
    begun = {"kind": "update", "parties": (party,), "told": missed}
    return Step(("conversations",), "said", add=True, begun=begun)


def _transparency(facts: Facts, _: Path) -> Step:
    """The conversation that weighs most against it, and the question to answer."""
    talks = list(enumerate(facts.brief.conversations))
    worst = (
        ("disclosable", {"no"}),
        ("disclosable", {"unanswered", "unsure"}),
        ("effect", {"unanswered"}),
        ("effect", {"less"}),
    )
    for name, answers in worst:
        for position, each in talks:
            if getattr(each, name) in answers:
                return Step(("conversations", position), name)
    return Step(("conversations",), "kind", add=True)


def _opposition(facts: Facts, path: Path) -> Step:
    """A conflict between the party and the writer."""
    sides = (pointer.get(facts.brief, path).id, facts.me)
    begun = {"between": tuple(filter(None, sides))}
    return Step(("conflicts",), "about", add=True, begun=begun)


def _questions(facts: Facts, path: Path) -> Step | None:
    """The first tradeoff, at the first question that none answers."""
    focus = facts.open_questions[0]
    if facts.brief.tradeoffs:
        return Step((*path, 0), focus)
    return Step(path, "statement", add=True)


def _motion(facts: Facts, _: Path) -> Step | None:
    """What the first missing owner was asked for already; else a new commitment by it."""
    missing = next(each.id for _, each in facts.owners if each.id not in facts.committed)
    for position, each in enumerate(facts.brief.commitments):
        if each.by == missing and each.state in ("proposed", "asked"):
            return Step(("commitments", position), "state")
    return Step(("commitments",), "what", add=True, begun={"by": missing})


def _decider(facts: Facts, path: Path) -> Step:
    """The decision itself; a conflict's when it has one, or one that it can be linked to."""
    if path[0] == "decision_rights":
        return Step(path, "deciders")
    rights = facts.brief.decision_rights
    linked = pointer.get(facts.brief, path).decision
    for position, each in enumerate(rights):
        if each.id == linked:
            return Step(("decision_rights", position), "deciders")
    if any(each.deciders for each in rights):
        return Step(path, "decision")
    return Step(("decision_rights",), "decision", add=True)


def _shared(facts: Facts, path: Path) -> Step:
    """A commitment by somebody else, to the writer."""
    return Step(path, "by", add=True, begun={"to": facts.me})


def _collision(facts: Facts, path: Path) -> Step:
    """The first thing that one absence would take, where its backup is named."""
    if len(facts.others) < ENOUGH:
        return Step(path, add=True)
    for name, position, holders in _at_stake(facts):
        if len(holders) == 1 and facts.me not in holders:
            return Step((name, position), "advocates" if name == "rooms" else "backup")
    return Step(("commitments",), add=True)


def _at_stake(facts: Facts) -> Iterator[tuple[str, int, frozenset[str]]]:
    """The list, the position and the holders of all that could be lost."""
    held = {id(each.record): each.holders for each in stakes(facts)}
    for name in ("commitments", "decision_rights", "rooms"):
        for position, each in enumerate(getattr(facts.brief, name)):
            if id(each) in held:
                yield name, position, held[id(each)]


def _silence(facts: Facts, _: Path) -> Step:
    """An update for everybody."""
    begun = {"kind": "update", "parties": tuple(each.id for _, each in facts.others)}
    return Step(("conversations",), "said", add=True, begun=begun)


STEPS: dict[str, Finder] = {
    "empty-section": _empty_section,
    "recruited-late": _about("conversations", "on", "parties", kind="context"),
    "disguised-decision": _about("conversations", "on", "parties", kind="context"),
    "selective-telling": _untold,
    "transparency": _transparency,
    "no-interests": _field("interests"),
    "overpowered-concern": _field("integrated"),
    "not-aligned-enough": _opposition,
    "mood": _questions,
    "motion": _motion,
    "one-way": _about("commitments", "by", "to"),
    "overdue": _field("state"),
    "undated": _field("due"),
    "lone-owner": _shared,
    "decider": _decider,
    "authority": _field("accepted_by"),
    "silent-room": _field("advocates"),
    "no-early-warning": _field("early_warning"),
    "open-signal": _field("response"),
    "uncredited-cost": _about("credits", "what", "party", contribution="cost"),
    "uncredited-owner": _about("credits", "what", "party", contribution="dependency"),
    "sponsor-only-credit": _added("credits", "party"),
    "first-collision": _collision,
    "quiet": _silence,
}
"""How the rules are mended that ask for more than to write at the place they point at."""
