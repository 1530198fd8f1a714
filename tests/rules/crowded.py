"""Briefs in which rules meet: few parties, few days, several records of each kind."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import msgspec
from hypothesis import strategies as st

from coalition_tui.fields import Field, Kind, fields
from coalition_tui.integrity import INSIDE
from coalition_tui.model import Brief, Record

TODAY = date(2026, 11, 21)
MOST = 4
TEXTS = ("", "", " \n", "x", "Legal", "we win\tover", "Don’t tell", "Keep  QUIET", "overwin over")
DAYS = tuple(TODAY - timedelta(days=each) for each in (-3, 0, 1, 2, 7, 8, 30, 31, 40))


def crowded() -> st.SearchStrategy[Brief]:
    """A valid brief whose references lead to its own parties, tradeoffs and decisions."""
    return st.integers(0, 2**32 - 1).map(from_seed)


def from_seed(seed: int) -> Brief:
    """The crowded brief of a seed."""
    brief = _Crowd(Random(seed)).record(Brief, "b")
    assert isinstance(brief, Brief)
    mine = seed % 5 - 1
    parties = tuple(
        msgspec.structs.replace(each, me=position == mine)
        for position, each in enumerate(brief.parties)
    )
    return msgspec.structs.replace(brief, parties=parties)


class _Crowd:
    """Draws every value evenly, so that rare conditions meet often."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.counts = {name: random.randrange(MOST + 1) for name in INSIDE.values()}
        # From brief to brief, how much is filled in, and whether all of it concerns one party.
        self.filled = random.random()
        self.lonely = random.random() < 0.2

    def record(self, kind: type[Record], key: str) -> Record:
        values = {item.name: self.value(item, key) for item in fields(kind)}
        return kind(**{**values, "id": key} if "id" in values else values)

    def value(self, item: Field, key: str) -> Any:
        random, known = self.random, self.known(item.ref)
        match item.kind:
            case Kind.RECORDS:
                count = self.counts.get(item.name, random.randrange(MOST))
                return tuple(
                    self.record(item.item, f"{item.name[0]}{position}") for position in range(count)
                )
            case Kind.GROUP:
                return self.record(item.item, "")
            case Kind.LINE:
                return f"{random.choice(('Legal', 'Sales', 'a  b'))} {key}"
            case Kind.TEXT:
                return random.choice(TEXTS) if random.random() < self.filled else ""
            case Kind.DATE:
                return random.choice(DAYS) if random.random() < self.filled else None
            case Kind.MOMENT:
                return datetime.combine(random.choice(DAYS), time(random.choice((0, 23))), UTC)
            case Kind.FLAG:
                return random.random() < 0.5
            case Kind.CHOICE:
                return random.choice(list(item.labels))
            case Kind.CHOICES:
                return tuple(each for each in item.labels if random.random() < 0.5)
            case Kind.REF:
                return random.choice(["", *known])
            case Kind.REFS:
                return tuple(random.sample(known, random.randrange(len(known) + 1)))
            case _:
                return item.default

    def known(self, target: str) -> list[str]:
        name = INSIDE.get(target, "")
        count = self.counts.get(name, 0)
        return [
            f"{name[0]}{position}" for position in range(min(count, 1 if self.lonely else count))
        ]
