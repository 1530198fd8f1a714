"""A quick alliance becomes a coalition: what a landed brief has to pass on.

Only what is on record is carried, and nothing is read into it:

- A party with a person becomes a member. Formal authority is carried where the party brings
  authority, influence where it brings trust. Parties without a person are left out, or become
  people of the directory when that is asked for.
- A conversation becomes an interaction with the persons of its parties, tied to the brief, on its
  day, and confidential where it was: context and updates as context, an ask as an ask, listening
  as a meeting without an ask.
- A commitment that a party kept for the writer's side, or for all, becomes received support with
  the evidence that it was delivered. Nothing is made of a broken one: why it broke is not known.
- A credit that was shown becomes a celebration on that day, one that was not shown received
  support. A credit to a named person goes to that person of the directory, or is left out.
- The purpose stays empty: the outcome of one piece of work is not what joins people beyond it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from coalition_tui import edits
from coalition_tui.clean import one_line
from coalition_tui.edits import Edit
from coalition_tui.model import (
    TEXT_LIMIT,
    Brief,
    Coalition,
    Commitment,
    Conversation,
    Credit,
    Interaction,
    Member,
    Party,
    Person,
)
from coalition_tui.workspace import Place, Workspace

KINDS = {"context": "context", "ask": "ask", "listen": "social", "update": "context"}
"""What a conversation is as an interaction."""


@dataclass(frozen=True, slots=True)
class Founding:
    """The coalition to be, the people new in the directory, and the brief that points at it."""

    coalition: Coalition
    people: tuple[Person, ...]
    brief: Brief

    def edit(self, workspace: Workspace, now: datetime) -> Edit:
        """All of it at once, to be undone at once."""
        created = [edits.create(each, now) for each in self.people]
        made = edits.create(self.coalition, now)
        linked = edits.put(workspace, Place("briefs", self.brief.id), self.brief, now)
        label = f'Make a coalition of "{one_line(self.brief.title)[:40]}"'
        return edits.combined(label, (*created, made, linked))


def others(brief: Brief) -> list[Party]:
    """The parties that can become members: all but the writer's own side."""
    return [each for each in brief.parties if not each.me]


def nameless(brief: Brief) -> list[Party]:
    """Those of them that no person stands for yet."""
    return [each for each in others(brief) if not each.person]


def found(
    brief: Brief,
    workspace: Workspace,
    today: date,
    new_id: Callable[[], str],
    *,
    with_nameless: bool = False,
) -> Founding:
    """What becomes of a landed brief.

    Args:
        brief: the one that has landed.
        workspace: the directory around it.
        today: the day the coalition begins.
        new_id: makes ids.
        with_nameless: parties without a person become people of the directory.
    """
    made: dict[str, Person] = {}
    if with_nameless:
        made = {
            each.id: Person(id=new_id(), name=each.name, function=each.function, level=each.level)
            for each in nameless(brief)
            if each.name.strip()
        }
    persons = {
        each.id: made[each.id].id if each.id in made else each.person for each in others(brief)
    }
    persons = {party: person for party, person in persons.items() if person}
    people = {**workspace.people, **{each.id: each for each in made.values()}}
    carried = _Carried(brief, people, persons, new_id)
    coalition = Coalition(
        id=new_id(),
        name=brief.title,
        started_on=today,
        members=tuple(carried.members(today)),
        interactions=tuple(sorted(carried.interactions(), key=lambda each: each.on or date.min)),
    )
    linked = msgspec.structs.replace(
        brief,
        coalition=coalition.id,
        parties=tuple(
            msgspec.structs.replace(each, person=persons.get(each.id, each.person))
            for each in brief.parties
        ),
    )
    return Founding(coalition, tuple(made.values()), linked)


@dataclass(frozen=True, slots=True)
class _Carried:
    brief: Brief
    people: dict[str, Person]
    persons: dict[str, str]
    new_id: Callable[[], str]

    def members(self, today: date) -> Iterator[Member]:
        seen: set[str] = set()
        for party in others(self.brief):
            person = self.persons.get(party.id)
            if person and person not in seen:
                seen.add(person)
                yield Member(
                    id=self.new_id(),
                    person=person,
                    formal_authority="authority" in party.brings,
                    informal_influence="trust" in party.brings,
                    joined_on=today,
                )

    def interactions(self) -> Iterator[Interaction]:
        for talk in self.brief.conversations:
            if people := tuple(dict.fromkeys(self._of(talk.parties))):
                yield self._talk(talk, people)
        mine = {"", *(each.id for each in self.brief.parties if each.me)}
        for commitment in self.brief.commitments:
            person = self.persons.get(commitment.by)
            if person and commitment.state == "kept" and commitment.to in mine:
                yield self._kept(commitment, person)
        for credit in self.brief.credits:
            if person := self._credited(credit):
                yield self._credit(credit, person)

    def _of(self, parties: tuple[str, ...]) -> Iterator[str]:
        return (self.persons[each] for each in parties if each in self.persons)

    def _talk(self, talk: Conversation, people: tuple[str, ...]) -> Interaction:
        heard = f"Heard: {talk.heard}" if talk.heard.strip() else ""
        return self._made(
            talk.on,
            KINDS[talk.kind],
            people,
            "\n".join(filter(None, (talk.said, heard))),
            confidential=talk.confidential,
        )

    def _kept(self, commitment: Commitment, person: str) -> Interaction:
        on = commitment.closed_on or self.brief.landed_on
        return self._made(on, "receive", (person,), commitment.what, evidence=("delivered",))

    def _credit(self, credit: Credit, person: str) -> Interaction:
        if credit.shown_on is None:
            return self._made(self.brief.landed_on, "receive", (person,), credit.what)
        where = f"Shown: {credit.shown_where}" if credit.shown_where.strip() else ""
        note = "\n".join(filter(None, (credit.what, where)))
        return self._made(credit.shown_on, "celebrate", (person,), note)

    def _credited(self, credit: Credit) -> str:
        """The person a credit is for; empty when that is not known for certain."""
        person = self.persons.get(credit.party, "")
        named = one_line(credit.person).casefold()
        if not named:
            return person
        known = [
            each.id for each in self.people.values() if one_line(each.name).casefold() == named
        ]
        return person if person in known else known[0] if len(known) == 1 else ""

    def _made(
        self,
        on: date | None,
        kind: str,
        people: tuple[str, ...],
        note: str,
        *,
        evidence: tuple[str, ...] = (),
        confidential: bool = False,
    ) -> Interaction:
        return msgspec.convert(
            {
                "id": self.new_id(),
                "on": on,
                "kind": kind,
                "people": people,
                "brief": self.brief.id,
                "evidence": evidence,
                "confidential": confidential,
                "note": note[:TEXT_LIMIT],
            },
            Interaction,
        )
