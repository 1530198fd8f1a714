"""What the rules, strengths and pitches of a brief ask of it again and again: gathered once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from datetime import date
from functools import cached_property

from coalition_tui.clean import one_line
from coalition_tui.model import Brief, Commitment, Party, Room
from coalition_tui.queries import QUESTIONS, answered
from coalition_tui.rules.finding import Case

LIVE = frozenset({"proposed", "asked", "accepted", "kept", "broken"})
COMMITTED = frozenset({"accepted", "kept"})
NOBODY = "Nobody"

Placed = tuple[tuple[int, Party], ...]
"""Parties with their positions in the brief."""


class Facts:
    """A brief, arranged for the questions that are asked of it.

    *Others* are the parties without the writer's own side. Dates that are not set are no dates;
    none is left out because it lies ahead.
    """

    def __init__(self, brief: Brief) -> None:
        """Nothing is looked at before it is asked for."""
        self.brief = brief

    @property
    def past_draft(self) -> bool:
        """The work has been shown to others."""
        return self.brief.status != "draft"

    @cached_property
    def me(self) -> str:
        """The id of the writer's own side; empty when no party is."""
        return next((each.id for each in self.brief.parties if each.me), "")

    @cached_property
    def others(self) -> Placed:
        """The parties that are not the writer's own side."""
        return tuple(each for each in enumerate(self.brief.parties) if not each[1].me)

    @cached_property
    def owners(self) -> Placed:
        """The parties without whose delivery the work stands still, the writer's side included."""
        return tuple(each for each in enumerate(self.brief.parties) if each[1].dependency_owner)

    @cached_property
    def context(self) -> Mapping[str, date]:
        """When each party was first given context."""
        return _first(
            (party, each.on)
            for each in self.brief.conversations
            if each.kind == "context"
            for party in each.parties
        )

    @cached_property
    def asked(self) -> Mapping[str, date]:
        """When each party was first asked, in a conversation or for a commitment of its own."""
        talks = (
            (party, each.on)
            for each in self.brief.conversations
            if each.kind == "ask"
            for party in each.parties
        )
        commitments = ((each.by, each.asked_on) for each in self.brief.commitments)
        return _first((*talks, *commitments))

    @cached_property
    def heard(self) -> Mapping[str, Set[str]]:
        """Which parts of the pitch each party has heard, in any conversation."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.brief.conversations:
            for party in each.parties:
                found[party].update(each.told)
        return found

    @cached_property
    def told(self) -> Mapping[str, Set[str]]:
        """Which of the others were told each part of the pitch, when given context or asked."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.brief.conversations:
            if each.kind in ("context", "ask"):
                for part in each.told:
                    found[part].update(each.parties)
        for parties in found.values():
            parties.discard(self.me)
        return found

    @cached_property
    def live(self) -> tuple[Commitment, ...]:
        """The commitments that were neither declined nor withdrawn."""
        return tuple(each for each in self.brief.commitments if each.state in LIVE)

    @cached_property
    def committed(self) -> frozenset[str]:
        """The parties that have accepted or kept a commitment."""
        return frozenset(each.by for each in self.brief.commitments if each.state in COMMITTED)

    @cached_property
    def agreed(self) -> frozenset[str]:
        """The parties that are committed or have confirmed the outcome."""
        confirmed = (each.id for each in self.brief.parties if each.outcome_confirmed_on)
        return self.committed.union(confirmed)

    @cached_property
    def open_questions(self) -> tuple[str, ...]:
        """Which of the six questions no tradeoff answers, by field name."""
        known = answered(self.brief.tradeoffs)
        return tuple(each for each in QUESTIONS if each not in known)

    def name(self, party: str) -> str:
        """What a party is called; nobody when none is meant."""
        return self._names.get(party, party) or NOBODY

    def names(self, parties: Iterable[str]) -> str:
        """What several parties are called, as a message holds it."""
        return ", ".join(map(self.name, parties))

    def advocates(self, room: Room) -> tuple[str, ...]:
        """Who speaks for the work in a room besides the writer."""
        return tuple(each for each in room.advocates if each != self.me)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {each.id: one_line(each.name) for each in self.brief.parties}


class BriefCase(Case[Brief], frozen=True, dict=True):
    """A case whose facts are gathered once for all rules."""

    @cached_property
    def facts(self) -> Facts:
        """The brief's facts."""
        return Facts(self.subject)


def facts_of(case: Case[Brief]) -> Facts:
    """The facts of a case's brief."""
    return case.facts if isinstance(case, BriefCase) else Facts(case.subject)


def _first(dated: Iterable[tuple[str, date | None]]) -> Mapping[str, date]:
    """The earliest date of each party."""
    found: dict[str, date] = {}
    for party, on in dated:
        if on is not None and (party not in found or on < found[party]):
            found[party] = on
    return found
