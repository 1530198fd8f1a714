"""The rules of a coalition against an implementation that shares nothing with them."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_tui.fields import field
from coalition_tui.model import (
    Brief,
    Coalition,
    Commitment,
    DecisionRight,
    Forum,
    Interaction,
    Member,
    Party,
    Person,
    Review,
    RoleChange,
    Shift,
    Signal,
)
from coalition_tui.rules.agenda import KINDS, agenda
from coalition_tui.rules.coalition import COALITION_RULES, check_coalition
from coalition_tui.rules.standing import GATES, standing
from coalition_tui.workspace import Workspace
from tests.rules.coalition_oracle import Oracle

PEOPLE = ("ana", "bo", "cy", "di", "ed", "flo")
EDGES = (0, 0, 1, 5, 13, 14, 15, 29, 30, 31, 45, 60, 61, 90, 91, 179, 180, 181, 364, 365, 366, 400)
TODAYS = (date(2026, 11, 21), date(2024, 2, 29), date(2026, 3, 31), date(2025, 2, 28))
WORDS = ("", " ", "Fewer relaunches", " fewer RELAUNCHES\n", "Trust", "Trust")


class Draft:
    """A workspace made up from a seed, most of its dates at the edges of a rule.

    A seed makes rich workspaces in microseconds, where drawing them field by field makes poor ones
    slowly.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.today = self.one(*TODAYS)
        self.busy = self.one(1, 8, 16, 30, 60)
        self.span = self.one(30, 200, 200, 800)
        self.habits = self.random.sample(
            tuple(field(Interaction, "kind").labels), self.one(1, 4, 10)
        )
        self.needs = self.one(0, 0.2, 1)
        self.shown = self.one(0, 0.5)
        self.breaks = self.one(0, 0, 0.1)

    def one(self, *values: Any) -> Any:
        return self.random.choice(values)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, make: Any, most: int, least: int = 0) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.random.randint(least, most)))

    def day(self, ahead: float = 0.1) -> date:
        days: int = self.one(*EDGES) if self.chance(0.4) else self.random.randint(0, self.span)
        today: date = self.today
        return today - timedelta(days=-days if self.chance(ahead) else days)

    def maybe(self, ahead: float = 0.1) -> date | None:
        return self.day(ahead) if self.chance(0.8) else None

    def interaction(self) -> Interaction:
        return Interaction(
            on=self.day() if self.chance(0.95) else None,
            kind=self.one(*self.habits),
            by=self.one("", "", *PEOPLE[:2]),
            people=tuple(self.random.sample(PEOPLE, self.one(0, 1, 1, 1, 2, 2, 3))),
            brief=self.one("b0", "b1", "b2") if self.chance(self.needs) else "",
            evidence=("fair",) if self.chance(self.shown) else (),
            held=not self.chance(self.breaks),
        )

    def member(self, person: str) -> Member:
        return Member(
            person=person,
            cadence_days=self.one(0, 1, 10, 20, 30, 31, 60, 90, 365, 100_000),
            left_on=self.day(0.5) if self.chance(0.1) else None,
            formal_authority=self.chance(0.3),
            informal_influence=self.chance(0.3),
            five_seat=self.chance(0.5),
            investing=self.chance(0.4),
        )

    def coalition(self, key: str) -> Coalition:
        made = datetime.combine(self.day(), time(23, 30), tzinfo=UTC)
        people = self.random.sample((*PEOPLE, ""), self.one(0, 1, 2, 3, 3, 4, 5, 6))
        return Coalition(
            id=key,
            name=key,
            purpose=self.one(*WORDS),
            values=self.some(lambda: self.one(*WORDS), 3),
            started_on=self.maybe(),
            created_at=self.one(None, made),
            review_months=self.one(0, 1, 5, 6, 9, 12, 13, 24, 100_000),
            members=tuple(map(self.member, people)),
            interactions=self.some(self.interaction, self.busy, self.busy // 2),
            forums=self.some(lambda: Forum(name="F", next_on=self.maybe(0.4)), 3),
            reviews=self.some(lambda: Review(on=self.maybe()), 2),
            shifts=self.some(lambda: Shift(on=self.maybe()), 2),
        )

    def commitment(self) -> Commitment:
        states = ("accepted", "accepted", "kept", "kept", "broken", "asked", "declined")
        return Commitment(
            by=self.one("", "p0", "p1", "p2"), due=self.maybe(0.4), state=self.one(*states)
        )

    def brief(self, key: str) -> Brief:
        mine = self.one(0, 0, 9)
        return Brief(
            id=key,
            title=key,
            coalition=self.one("", "c0", "c0", "c1"),
            status=self.one("landed", "landed", "landed", "stopped", "moving"),
            outcome=self.one(*WORDS),
            landed_on=self.maybe(),
            parties=tuple(
                Party(id=f"p{at}", name="P", person=self.one("", *PEOPLE[:3]), me=at == mine)
                for at in range(3)
            ),
            commitments=self.some(self.commitment, 12),
            decision_rights=self.some(
                lambda: DecisionRight(due=self.maybe(0.4), state=self.one("open", "decided")), 2
            ),
            signals=self.some(
                lambda: Signal(
                    on=self.maybe(0.3),
                    closed_on=self.one(None, self.today),
                    response=self.one("", " ", "x"),
                ),
                2,
            ),
        )

    def person(self, key: str) -> Person:
        return Person(
            id=key,
            name=key,
            function=self.one("", "Sales", " SALES", "Legal", "Risk"),
            level=self.one("", "lead", "lead", "board"),
            changes=self.some(lambda: RoleChange(on=self.maybe()), 1),
        )

    def workspace(self) -> Workspace:
        return Workspace(
            briefs={key: self.brief(key) for key in ("b0", "b1", "b2")[self.one(0, 1, 2, 3) :]},
            coalitions={key: self.coalition(key) for key in ("c0", "c1")[: self.one(1, 2)]},
            people={key: self.person(key) for key in PEOPLE[self.one(0, 0, 1) :]},
        )


def compare(workspace: Workspace, today: date, days: int) -> set[str]:
    """Assert that both say the same, and return what they said."""
    oracle, said = Oracle(workspace, today), set()
    for plain, each in zip(oracle.coalitions, workspace.coalitions.values(), strict=True):
        findings = check_coalition(each, workspace, today)
        rows = [(finding.rule, finding.severity, finding.pointer) for finding in findings]
        assert rows == oracle.findings(plain)
        found = standing(each, workspace, today)
        state, gates = oracle.standing(plain)
        assert (found.state, [gate.met for gate in found.gates]) == (state, gates)
        said |= {f"{rule} {severity}" for rule, severity, _ in rows} | {found.state}
        said |= {gate.name for gate in found.gates if gate.met}
    lines = [
        (str(line.on), line.kind, line.brief, line.coalition)
        for line in agenda(workspace, today, days)
    ]
    assert lines == oracle.agenda(days)
    return said | {kind for _, kind, _, _ in lines}


@given(st.integers(0, 2**40), st.sampled_from((0, 14, 200)))
@settings(max_examples=200, deadline=None)
def test_two_implementations_agree(seed, days):
    draft = Draft(seed)
    compare(draft.workspace(), draft.today, days)


def test_two_implementations_agree_on_the_samples(samples):
    for day in range(0, 600, 7):
        compare(samples, date(2025, 5, 1) + timedelta(days=day), 14)


def test_the_drafts_bring_out_every_rule_gate_and_kind():
    drafts = map(Draft, range(300))
    said = Counter(each for draft in drafts for each in compare(draft.workspace(), draft.today, 60))
    rules = {each.split()[0] for each in said}
    assert {*COALITION_RULES.rules, *GATES, *KINDS, "alliance", "evolving"} <= rules
    severities = {"glue warn", "glue unknown", "neglect fail", "neglect warn", "refresh fail"}
    assert severities <= said.keys()
