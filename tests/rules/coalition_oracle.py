"""The rules of a coalition once more: on plain JSON, slowly, and in the words of the design.

Nothing of `coalition_tui.rules` is used here, so that a mistake would have to be made twice.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from coalition_tui.workspace import Workspace

Json = dict[str, Any]
Row = tuple[str, str, str]
"""Rule, severity, pointer."""


class Oracle:
    """Findings, standing and agenda of a workspace on a day."""

    def __init__(self, workspace: Workspace, today: date) -> None:
        plain = msgspec.to_builtins(workspace)
        self.briefs: list[Json] = list(plain["briefs"].values())
        self.coalitions: list[Json] = list(plain["coalitions"].values())
        self.people: dict[str, Json] = plain["people"]
        self.today = today

    def days_back(self, text: str | None) -> int | None:
        """T − on; None for no date and for a day that is still to come."""
        if text is None:
            return None
        days = (self.today - date.fromisoformat(text)).days
        return days if days >= 0 else None

    def within(self, text: str | None, days: int) -> bool:
        back = self.days_back(text)
        return back is not None and back <= days

    def members(self, coalition: Json) -> list[tuple[int, Json]]:
        return [
            (index, member)
            for index, member in enumerate(coalition["members"])
            if member["person"]
            and not (member["left_on"] and date.fromisoformat(member["left_on"]) <= self.today)
        ]

    def with_p(self, coalition: Json, person: str, days: int = 10**7) -> list[Json]:
        return [
            each
            for each in coalition["interactions"]
            if self.within(each["on"], days) and (person in each["people"] or person == each["by"])
        ]

    def contacts(self, coalition: Json, person: str, days: int = 10**7) -> list[Json]:
        return [each for each in self.with_p(coalition, person, days) if each["kind"] != "seen"]

    def linked(self, coalition: Json) -> list[Json]:
        return [brief for brief in self.briefs if brief["coalition"] == coalition["id"]]

    def has_landed(self, brief: Json) -> bool:
        return brief["status"] == "landed" and brief["landed_on"] is not None

    def findings(self, coalition: Json) -> list[Row]:
        rows: list[Row] = []
        for rule in (
            self.no_purpose, self.glue, self.neglect, self.transactional, self.reciprocity,
            self.heavy_asks, self.broken_trust, self.seen_not_tested, self.reliability,
            self.narrow, self.dissolving, self.post_win, self.no_celebration,
            self.no_introductions, self.no_forum, self.refresh, self.five_seats,
        ):  # fmt: skip
            name = rule.__name__.replace("_", "-")
            rows += [(name, severity, pointer) for severity, pointer in rule(coalition)]
        return rows

    def no_purpose(self, coalition: Json) -> list[tuple[str, str]]:
        return [] if coalition["purpose"].strip() else [("fail", "/purpose")]

    def glue(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        members = self.members(coalition)
        people = [member["person"] for _, member in members]
        contacts = [
            each
            for each in coalition["interactions"]
            if self.within(each["on"], 180)
            and each["kind"] != "seen"
            and any(person in each["people"] or person == each["by"] for person in people)
        ]
        if len(members) < 3 or len(contacts) < 5:
            rows.append(("unknown", "/interactions"))
        else:
            for index, member in members:
                count = len(self.contacts(coalition, member["person"], 180))
                above_forty = 100 * count > 40 * len(contacts)
                above_even = 2 * len(members) * count > 3 * len(contacts)
                if above_forty and above_even:
                    rows.append(("warn", f"/members/{index}"))
        edges = set()
        for each in coalition["interactions"]:
            if self.within(each["on"], 365):
                there = [p for p in people if p in each["people"] or p == each["by"]]
                edges |= {(one, other) for one in there for other in there if one != other}
        for index, member in members:
            rest = [person for person in people if person != member["person"]]
            if self.components(people, edges, rest) < self.components(rest, edges, rest):
                rows.append(("warn", f"/members/{index}"))
        return rows

    def components(self, nodes: list[str], edges: set[tuple[str, str]], among: list[str]) -> int:
        """How many components hold somebody of `among`, with edges between the nodes only."""
        group = {node: number for number, node in enumerate(nodes)}
        for _ in nodes:
            for one, other in edges:
                if one in group and other in group:
                    low = min(group[one], group[other])
                    group[one] = group[other] = low
        return len({group[node] for node in among})

    def neglect(self, coalition: Json) -> list[tuple[str, str]]:
        late, never = [], []
        for index, member in self.members(coalition):
            cadence = member["cadence_days"]
            if cadence == 0:
                continue
            days = [
                self.days_back(each["on"]) or 0
                for each in self.contacts(coalition, member["person"])
            ]
            if not days:
                never.append(("warn", f"/members/{index}"))
            elif min(days) > 1.5 * cadence:
                late.append(("fail", f"/members/{index}"))
            elif min(days) > cadence:
                late.append(("warn", f"/members/{index}"))
        return late + never

    def transactional(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        for index, member in self.members(coalition):
            contacts = self.contacts(coalition, member["person"], 365)
            if len(contacts) >= 3 and all(c["kind"] == "ask" or c["brief"] for c in contacts):
                rows.append(("warn", f"/members/{index}"))
        return rows

    def from_me(self, coalition: Json, person: str) -> int:
        return len([
            each
            for each in self.with_p(coalition, person, 365)
            if each["kind"] in ("give", "defend", "introduce", "celebrate")
            and each["by"] == "" and person in each["people"]
        ])  # fmt: skip

    def to_me(self, coalition: Json, person: str) -> int:
        return len([
            each
            for each in self.with_p(coalition, person, 365)
            if each["kind"] == "receive"
            or (each["kind"] in ("give", "defend", "introduce") and each["by"] == person)
        ])  # fmt: skip

    def reciprocity(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        for index, member in self.members(coalition):
            g = self.from_me(coalition, member["person"])
            r = self.to_me(coalition, member["person"])
            if g + r >= 4 and 10 * abs(g - r) >= 6 * (g + r):
                rows.append(("warn", f"/members/{index}"))
        return rows

    def heavy_asks(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        for index, member in self.members(coalition):
            asks = 0
            for each in coalition["interactions"]:
                if each["kind"] == "ask" and each["by"] == "" and self.within(each["on"], 30):
                    asks += member["person"] in each["people"]
            if asks > 2:
                rows.append(("warn", f"/members/{index}"))
        return rows

    def broken_trust(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        for index, member in self.members(coalition):
            events = sorted(self.with_p(coalition, member["person"]), key=lambda each: each["on"])
            broken = [each for each in events if not each["held"]]
            if broken and not any(
                each["evidence"] and each["held"] and each["on"] > broken[-1]["on"]
                for each in events
            ):
                rows.append(("fail", f"/members/{index}"))
        return rows

    def seen_not_tested(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        for index, member in self.members(coalition):
            seen = [
                each
                for each in self.with_p(coalition, member["person"], 180)
                if each["kind"] in ("seen", "forum")
            ]
            tested = [
                each
                for each in self.with_p(coalition, member["person"])
                if each["held"] and each["evidence"]
            ]
            if len(seen) >= 3 and not tested:
                rows.append(("hint", f"/members/{index}"))
        return rows

    def reliability(self, coalition: Json) -> list[tuple[str, str]]:
        def unreliable(is_theirs: Any) -> bool:
            kept = failed = 0
            for brief in self.linked(coalition):
                ids = [party["id"] for party in brief["parties"] if is_theirs(party)]
                for each in brief["commitments"]:
                    if each["by"] not in ids:
                        continue
                    overdue = (
                        each["state"] == "accepted"
                        and each["due"] is not None
                        and date.fromisoformat(each["due"]) < self.today
                    )
                    kept += each["state"] == "kept"
                    failed += each["state"] == "broken" or overdue
            return kept + failed >= 3 and 10 * kept < 8 * (kept + failed)

        rows = [("warn", "")] if unreliable(lambda party: party["me"]) else []
        for index, member in self.members(coalition):
            person = member["person"]
            if unreliable(lambda party, who=person: party["person"] == who and not party["me"]):
                rows.append(("warn", f"/members/{index}"))
        return rows

    def functions(self, coalition: Json) -> list[str]:
        return [
            self.people.get(member["person"], {}).get("function", "").strip().casefold()
            for _, member in self.members(coalition)
        ]

    def levels(self, coalition: Json) -> list[str]:
        return [
            self.people.get(member["person"], {}).get("level", "")
            for _, member in self.members(coalition)
        ]

    def narrow(self, coalition: Json) -> list[tuple[str, str]]:
        members = [member for _, member in self.members(coalition)]
        if len(members) < 3:
            return []
        functions, levels = self.functions(coalition), self.levels(coalition)
        count = 0
        count += any(each and functions.count(each) * 2 > len(members) for each in functions)
        count += levels[0] != "" and len(set(levels)) == 1
        count += all(not member["formal_authority"] for member in members)
        count += all(not member["informal_influence"] for member in members)
        return [("warn", "/members")] * count

    def dissolving(self, coalition: Json) -> list[tuple[str, str]]:
        linked = self.linked(coalition)
        if not all(brief["status"] in ("landed", "stopped") for brief in linked):
            return []
        landings = [brief["landed_on"] for brief in linked if self.has_landed(brief)]
        if not landings:
            return []
        last = max(landings)
        if (self.today - date.fromisoformat(last)).days <= 60:
            return []
        for _, member in self.members(coalition):
            if any(each["on"] > last for each in self.contacts(coalition, member["person"])):
                return []
        return [("fail", "/interactions")]

    def defenders(self, coalition: Json, brief: Json) -> int:
        return len([
            member
            for _, member in self.members(coalition)
            if any(
                each["on"] >= brief["landed_on"]
                and (each["kind"] == "defend" or each["brief"] == brief["id"])
                for each in self.with_p(coalition, member["person"])
            )
        ])  # fmt: skip

    def post_win(self, coalition: Json) -> list[tuple[str, str]]:
        return [
            ("warn", "/interactions")
            for brief in self.linked(coalition)
            if self.has_landed(brief)
            and 30 <= (self.days_back(brief["landed_on"]) or 0) <= 365
            and self.defenders(coalition, brief) < 2
        ]

    def no_celebration(self, coalition: Json) -> list[tuple[str, str]]:
        return [
            ("hint", "/interactions")
            for brief in self.linked(coalition)
            if self.has_landed(brief)
            and 30 < (self.days_back(brief["landed_on"]) or 0) <= 365
            and not any(
                each["kind"] == "celebrate"
                and self.days_back(each["on"]) is not None
                and each["on"] >= brief["landed_on"]
                for each in coalition["interactions"]
            )
        ]

    def no_introductions(self, coalition: Json) -> list[tuple[str, str]]:
        introduced = [
            each
            for each in coalition["interactions"]
            if each["kind"] == "introduce" and self.within(each["on"], 365)
        ]
        many = len(self.members(coalition)) >= 3
        return [("hint", "/interactions")] if many and not introduced else []

    def next_forum(self, coalition: Json) -> bool:
        return any(
            (each["next_on"] or "") >= self.today.isoformat() for each in coalition["forums"]
        )

    def no_forum(self, coalition: Json) -> list[tuple[str, str]]:
        return [] if self.next_forum(coalition) else [("warn", "/forums")]

    def last_review(self, coalition: Json) -> date | None:
        dates = [
            each["on"] for each in coalition["reviews"] if self.days_back(each["on"]) is not None
        ]
        if dates:
            return date.fromisoformat(max(dates))
        if coalition["started_on"]:
            return date.fromisoformat(coalition["started_on"])
        if coalition["created_at"]:
            return datetime.fromisoformat(coalition["created_at"]).astimezone(UTC).date()
        return None

    def refresh(self, coalition: Json) -> list[tuple[str, str]]:
        rows = []
        last = self.last_review(coalition)
        if last is not None:
            months = 0
            while (later := plus_months(last, months + 1)) and later <= self.today:
                months += 1
            if last > self.today:
                months = -1
            if months > 12:
                rows.append(("fail", "/reviews"))
            elif months >= coalition["review_months"]:
                rows.append(("warn", "/reviews"))

            def news(on: str | None) -> bool:
                return on is not None and last < date.fromisoformat(on) <= self.today

            for index, member in self.members(coalition):
                changes = self.people.get(member["person"], {}).get("changes", [])
                if [each for each in changes if news(each["on"])]:
                    rows.append(("warn", f"/members/{index}"))
            for index, shift in enumerate(coalition["shifts"]):
                if news(shift["on"]):
                    rows.append(("warn", f"/shifts/{index}"))
        if coalition["review_months"] < 6 or coalition["review_months"] > 12:
            rows.append(("hint", "/review_months"))
        return rows

    def five_seats(self, coalition: Json) -> list[tuple[str, str]]:
        if not any(member["five_seat"] for _, member in self.members(coalition)):
            return []
        seats, investing = set(), set()
        for each in self.coalitions:
            for _, member in self.members(each):
                if member["five_seat"]:
                    seats.add(member["person"])
                if member["investing"]:
                    investing.add(member["person"])
        rows = [] if len(seats) == 5 else [("hint", "/members")]
        return rows if 2 <= len(investing) <= 3 else [*rows, ("hint", "/members")]

    def standing(self, coalition: Json) -> tuple[str, list[bool]]:
        members = [member["person"] for _, member in self.members(coalition)]
        plain = coalition["purpose"].strip().casefold()
        purpose = (
            plain != ""
            and plain not in [each["outcome"].strip().casefold() for each in self.linked(coalition)]
            and any(value.strip() for value in coalition["values"])
        )
        tested = [
            person
            for person in members
            if any(each["held"] and each["evidence"] for each in self.with_p(coalition, person))
        ]
        enough = len(tested) >= 3 if len(members) >= 3 else len(tested) == len(members) > 0
        trust = enough and not self.broken_trust(coalition)
        mutual = [
            person
            for person in members
            if self.from_me(coalition, person) and self.to_me(coalition, person)
        ]
        functions = {each for each in self.functions(coalition) if each}
        levels = {each for each in self.levels(coalition) if each}
        resilience = (
            len(members) > 0
            and not self.glue(coalition)
            and self.next_forum(coalition)
            and all(
                any(
                    each["kind"] != "ask" and not each["brief"]
                    for each in self.contacts(coalition, person, 180)
                )
                for person in members
            )
        )
        gates = [
            purpose, trust, len(mutual) >= 3, len(functions) >= 3 and len(levels) >= 2, resilience,
        ]  # fmt: skip
        return {0: "alliance", 1: "alliance", 5: "coalition"}.get(sum(gates), "evolving"), gates

    def agenda(self, days: int) -> list[tuple[str, str, str, str]]:
        """Day, kind, brief and coalition of each line."""
        lines: list[tuple[date, int, str, str, str]] = []

        def add(on: str | date | None, kind: str, brief: str, coalition: str) -> None:
            day = date.fromisoformat(on) if isinstance(on, str) else on
            if day is not None and (day - self.today).days <= days:
                rank = KINDS.index(kind)
                if kind not in ("forum", "landed") or day >= self.today:
                    lines.append((day, rank, kind, brief, coalition))

        for brief in self.briefs:
            for each in brief["commitments"]:
                if each["state"] == "accepted":
                    add(each["due"], "commitment", brief["id"], "")
            for each in brief["decision_rights"]:
                if each["state"] == "open":
                    add(each["due"], "decision", brief["id"], "")
            for each in brief["signals"]:
                if not each["response"].strip() and not each["closed_on"]:
                    add(each["on"], "signal", brief["id"], "")
            owner = [each for each in self.coalitions if each["id"] == brief["coalition"]]
            if owner and self.has_landed(brief) and self.defenders(owner[0], brief) < 2:
                for later in (30, 90, 180):
                    day = date.fromisoformat(brief["landed_on"]) + timedelta(days=later)
                    add(day, "landed", brief["id"], owner[0]["id"])
        for coalition in self.coalitions:
            for each in coalition["forums"]:
                add(each["next_on"], "forum", "", coalition["id"])
            for _, member in self.members(coalition):
                if member["cadence_days"]:
                    dates = [each["on"] for each in self.contacts(coalition, member["person"])]
                    last = date.fromisoformat(max(dates)) if dates else None
                    step = timedelta(days=member["cadence_days"])
                    add(last + step if last else self.today, "contact", "", coalition["id"])
            last = self.last_review(coalition)
            if last is not None:
                add(plus_months(last, coalition["review_months"]), "review", "", coalition["id"])
        lines.sort(key=lambda line: line[:2])
        return [(str(day), kind, brief, coalition) for day, _, kind, brief, coalition in lines]


KINDS = ["commitment", "decision", "forum", "contact", "review", "landed", "signal"]


def plus_months(day: date, months: int) -> date | None:
    """The same day, month after month; None when the calendar ends before."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month == 13:
            year, month = year + 1, 1
        if year > 9999:
            return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))
