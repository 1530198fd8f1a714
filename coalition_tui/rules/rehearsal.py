"""The first collision, rehearsed: what is lost when some of the parties drop out."""

from collections.abc import Iterator, Set

from msgspec import Struct

from coalition_tui.model import Brief, Commitment, DecisionRight, Party, Record, Room
from coalition_tui.rules.facts import Facts

PENDING = frozenset({"proposed", "asked", "accepted"})
ENOUGH = 2
"""Fewer others make no coalition that could lose one."""


class Stake(Struct, frozen=True):
    """Something the work would lose: who owns it, and who holds it, backups included.

    It holds as long as one of them is there; what nobody holds can't be lost.
    """

    record: Commitment | DecisionRight | Room
    owners: frozenset[str]
    backup: str = ""

    @property
    def holders(self) -> frozenset[str]:
        """Its owners, with who steps in for them; nobody where nobody owns it."""
        return self.owners | {self.backup} if self.owners and self.backup else self.owners

    def is_lost(self, without: Set[str]) -> bool:
        """All who hold it are out."""
        return bool(self.owners) and self.holders <= without

    def is_saved(self, without: Set[str]) -> bool:
        """Its owners are out, and somebody steps in for them."""
        return bool(self.owners) and self.owners <= without and not self.is_lost(without)


class Lost(Struct, frozen=True):
    """What a set of parties would take with it."""

    commitments: tuple[Commitment, ...] = ()
    decision_rights: tuple[DecisionRight, ...] = ()
    rooms: tuple[Room, ...] = ()

    @property
    def survives(self) -> bool:
        """Nothing is lost."""
        return not (self.commitments or self.decision_rights or self.rooms)


def stakes(facts: Facts) -> tuple[Stake, ...]:
    """All that a brief could lose, in the order of the model.

    Pending commitments are held by who gives them, open decisions by their deciders, rooms by
    their advocates other than the writer.
    """
    return tuple(_stakes(facts))


def rehearse(brief: Brief, without: Set[str]) -> Lost:
    """What is lost without some parties, the writer's own side perhaps among them.

    Args:
        brief: the brief.
        without: the ids of those who drop out.
    """
    gone: dict[type[Record], list[Record]] = {Commitment: [], DecisionRight: [], Room: []}
    for each in stakes(Facts(brief)):
        if each.is_lost(without):
            gone[type(each.record)].append(each.record)
    return Lost(*map(tuple, gone.values()))  # type: ignore[arg-type]  # each list holds its key


def rehearse_each(brief: Brief) -> tuple[tuple[Party, Lost], ...]:
    """What is lost without each of the others alone."""
    return tuple(
        (party, rehearse(brief, frozenset({party.id}))) for _, party in Facts(brief).others
    )


def is_enough(brief: Brief) -> bool:
    """There are others, and something that could be lost: else a rehearsal says nothing."""
    others = sum(not each.me for each in brief.parties)
    undecided = any(each.state == "open" for each in brief.decision_rights)
    return others >= ENOUGH and bool(brief.commitments or undecided or brief.rooms)


def _stakes(facts: Facts) -> Iterator[Stake]:
    brief = facts.brief
    for each in brief.commitments:
        if each.state in PENDING:
            yield Stake(each, frozenset((each.by,) if each.by else ()), each.backup)
    for right in brief.decision_rights:
        if right.state == "open":
            yield Stake(right, frozenset(right.deciders), right.backup)
    for room in brief.rooms:
        yield Stake(room, frozenset(facts.advocates(room)))
