"""The rules of a brief once more, read off the design line by line: naive, slow, on plain JSON.

Nothing of the program is used here. A brief is a dictionary as an export holds it; dates are
texts, which compare as dates do.
"""

import re
from datetime import UTC, date, datetime
from typing import Any

Json = dict[str, Any]
Line = tuple[str, str, str]
"""Rule, severity and path of a finding."""

QUESTIONS = [
    "moves_down",
    "absorbed_by",
    "risk_accepted",
    "standard",
    "executive_decision",
    "stop_condition",
]
PARTS = ["work", "why", "tradeoffs", "need", "their_side"]
PHRASES = (
    r"\b(loyal\s+to\s+us|owes\s+us|on\s+our\s+side|off\s+the\s+record|don['’]t\s+tell"
    r"|behind\s+their\s+back|win\s+over|neutralise|keep\s+quiet|use\s+them)\b"
)
NO_PHRASES = ("title", "tags", "name", "function", "person", "guardrails")
TEXT_FIELDS = {
    "outcome", "measure", "why_now", "statement", "moves_down", "risk_accepted", "standard",
    "executive_decision", "stop_condition", "must_believe", "responsibilities", "early_warning",
    "text", "integrated", "what", "decision", "escalation", "result", "purpose", "shown_where",
    "for_what", "consequence", "said", "heard", "about", "resolution", "response",
}  # fmt: skip


def blank(text: str) -> bool:
    return text.strip() == ""


def days(later: str, earlier: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


class Oracle:
    def __init__(self, brief: Json, today: str) -> None:
        self.b = brief
        self.t = today
        self.found: list[Line] = []

    # --- words used below

    def others(self) -> list[Json]:
        return [p for p in self.b["parties"] if not p["me"]]

    def is_me(self, key: str) -> bool:
        return any(p["id"] == key and p["me"] for p in self.b["parties"])

    def place(self, party: Json) -> str:
        return f"/parties/{self.b['parties'].index(party)}"

    def context(self, p: Json) -> str | None:
        on = [
            c["on"]
            for c in self.b["conversations"]
            if c["kind"] == "context" and p["id"] in c["parties"] and c["on"]
        ]
        return min(on) if on else None

    def ask(self, p: Json) -> str | None:
        on = [
            c["on"]
            for c in self.b["conversations"]
            if c["kind"] == "ask" and p["id"] in c["parties"] and c["on"]
        ]
        on += [c["asked_on"] for c in self.b["commitments"] if c["by"] == p["id"] and c["asked_on"]]
        return min(on) if on else None

    def live(self) -> list[Json]:
        states = ("proposed", "asked", "accepted", "kept", "broken")
        return [c for c in self.b["commitments"] if c["state"] in states]

    def committed(self, key: str) -> bool:
        return any(
            c["by"] == key and c["state"] in ("accepted", "kept") for c in self.b["commitments"]
        )

    def past_draft(self) -> bool:
        return bool(self.b["status"] != "draft")

    def answered(self, question: str) -> bool:
        for tradeoff in self.b["tradeoffs"]:
            value = tradeoff[question]
            if isinstance(value, list) and value:
                return True
            if isinstance(value, str) and not blank(value):
                return True
        return False

    # --- the table, row by row

    def check(self) -> list[Line]:
        self.written()
        self.late()
        self.told()
        self.interests()
        self.agreement()
        self.commitments()
        self.deciding()
        self.listening()
        self.credit()
        self.collision()
        return self.found

    def say(self, rule: str, severity: str, path: str) -> None:
        self.found.append((rule, severity, path))

    def written(self) -> None:
        b = self.b
        contents = [
            ("/outcome", not blank(b["outcome"]) or not blank(b["measure"])),
            ("/why_now", not blank(b["why_now"])),
            ("/tradeoffs", b["tradeoffs"]),
            ("/parties", b["parties"]),
            ("/parties", any(p["interests"] for p in b["parties"])),
            ("/commitments", b["commitments"]),
            ("/decision_rights", b["decision_rights"]),
            ("/channels", b["channels"] or b["rooms"]),
            ("/credits", b["credits"] or b["accountabilities"]),
            ("/guardrails", b["guardrails"]),
        ]
        for path, content in contents:
            if not content:
                self.say("empty-section", "warn" if self.past_draft() else "hint", path)
        if not blank(b["outcome"]) and blank(b["measure"]):
            self.say("no-measure", "warn", "/measure")

    def late(self) -> None:
        for p in self.others():
            asked, context = self.ask(p), self.context(p)
            if asked and (context is None or context > asked):
                self.say("recruited-late", "fail", self.place(p))
        for p in self.others():
            asked, context = self.ask(p), self.context(p)
            if asked and context and 0 <= days(asked, context) <= 1:
                self.say("recruited-late", "warn", self.place(p))
        decided = self.b["decided_on"]
        for p in self.others():
            context = self.context(p)
            if decided and (context is None or context > decided):
                self.say("disguised-decision", "fail", self.place(p))

    def told(self) -> None:
        talks = self.b["conversations"]
        for p in self.others():
            if not self.ask(p):
                continue
            for part in PARTS:
                told = any(
                    part in c["told"] and q["id"] in c["parties"]
                    for c in talks
                    if c["kind"] in ("context", "ask")
                    for q in self.others()
                    if q["id"] != p["id"]
                )
                heard = any(part in c["told"] and p["id"] in c["parties"] for c in talks)
                if told and not heard:
                    self.say("selective-telling", "warn", self.place(p))
                    break
        severity = {
            "unknown": "unknown",
            "would_not_survive": "fail",
            "untested": "warn",
            "less_legitimate": "fail",
        }.get(verdict(self.b)["verdict"])
        if severity:
            self.say("transparency", severity, "/conversations")

    def interests(self) -> None:
        for p in self.others():
            if self.past_draft() and not p["interests"]:
                self.say("no-interests", "warn", self.place(p))
        severity = "fail" if self.b["status"] in ("asking", "moving", "landed") else "warn"
        for p in self.b["parties"]:
            for position, each in enumerate(p["interests"]):
                answered = not blank(each["integrated"]) or each["tradeoff"] != ""
                if each["stance"] in ("fear", "protect") and not answered:
                    path = f"{self.place(p)}/interests/{position}"
                    self.say("overpowered-concern", severity, path)
        for p in self.b["parties"]:
            against = "against" in p["alignment"].values()
            if against and not any(p["id"] in c["between"] for c in self.b["conflicts"]):
                self.say("not-aligned-enough", "fail", self.place(p))

    def agreement(self) -> None:
        confirmed = any(p["outcome_confirmed_on"] for p in self.b["parties"])
        committed = any(c["state"] in ("accepted", "kept") for c in self.b["commitments"])
        if (confirmed or committed) and not all(self.answered(q) for q in QUESTIONS):
            self.say("mood", "fail", "/tradeoffs")
        idle = [
            p for p in self.b["parties"] if p["dependency_owner"] and not self.committed(p["id"])
        ]
        if self.b["approved_on"] and idle:
            self.say("motion", "fail", "/parties")

    def commitments(self) -> None:
        for p in self.others():
            gives = [c for c in self.live() if c["by"] == p["id"]]
            gets = [
                c
                for c in self.live()
                if c["by"] and c["by"] != p["id"] and c["to"] in (p["id"], "")
            ]
            if gives and not gets:
                self.say("one-way", "warn", self.place(p))
        for position, c in enumerate(self.b["commitments"]):
            if c["state"] == "accepted" and c["due"] and c["due"] < self.t:
                self.say("overdue", "fail", f"/commitments/{position}")
        for position, c in enumerate(self.b["commitments"]):
            if c["state"] in ("asked", "accepted") and not c["due"]:
                self.say("undated", "hint", f"/commitments/{position}")
        if len(self.live()) >= 3 and all(self.is_me(c["by"]) for c in self.live()):
            self.say("lone-owner", "warn", "/commitments")

    def deciding(self) -> None:
        rights = self.b["decision_rights"]
        for position, c in enumerate(self.b["conflicts"]):
            if c["resolved_on"] is None:
                right = [r for r in rights if c["decision"] and r["id"] == c["decision"]]
                if not right or not right[0]["deciders"]:
                    self.say("decider", "fail", f"/conflicts/{position}")
        for position, r in enumerate(rights):
            if len(r["deciders"]) != 1:
                self.say("decider", "warn", f"/decision_rights/{position}")
        for position, r in enumerate(rights):
            if self.b["status"] in ("asking", "moving") and len(r["deciders"]) == 1:
                for p in self.b["parties"]:
                    if not p["dependency_owner"] or p["me"] or p["id"] in r["deciders"]:
                        continue
                    if p["id"] not in r["accepted_by"]:
                        self.say("authority", "warn", f"/decision_rights/{position}")
                        break

    def listening(self) -> None:
        for position, room in enumerate(self.b["rooms"]):
            if all(self.is_me(key) for key in room["advocates"]):
                self.say("silent-room", "warn", f"/rooms/{position}")
        for p in self.b["parties"]:
            if self.past_draft() and p["dependency_owner"] and blank(p["early_warning"]):
                self.say("no-early-warning", "warn", self.place(p))
        for position, s in enumerate(self.b["signals"]):
            waits = blank(s["response"]) and s["closed_on"] is None
            if waits and s["on"] and days(self.t, s["on"]) > 7:
                self.say("open-signal", "warn", f"/signals/{position}")

    def credit(self) -> None:
        b = self.b
        landed = b["status"] == "landed"
        for p in b["parties"]:
            absorbs = any(p["id"] in each["absorbed_by"] for each in b["tradeoffs"])
            costs = [c for c in b["credits"] if c["contribution"] == "cost"]
            if absorbs and not any(c["party"] == p["id"] for c in costs):
                self.say("uncredited-cost", "fail" if landed else "warn", self.place(p))
        for p in b["parties"]:
            credited = any(c["party"] == p["id"] for c in b["credits"])
            if landed and p["dependency_owner"] and not credited:
                self.say("uncredited-owner", "warn", self.place(p))
        others = [c for c in b["credits"] if c["party"] != b["sponsor"]]
        if b["sponsor"] and b["credits"] and not others:
            self.say("sponsor-only-credit", "fail", "/credits")

    def collision(self) -> None:
        b = self.b
        enough = b["commitments"] or b["rooms"]
        enough = enough or [r for r in b["decision_rights"] if r["state"] == "open"]
        if len(self.others()) < 2 or not enough:
            self.say("first-collision", "unknown", "/parties")
        elif any(rehearsed(b, [p["id"]]) != NOTHING for p in self.others()):
            self.say("first-collision", "warn", "/parties")
        if b["status"] in ("asking", "moving"):
            on = [c["on"] for c in b["conversations"] if c["on"]]
            if not on and b["updated_at"]:
                moment = datetime.fromisoformat(b["updated_at"])
                on = [moment.astimezone(UTC).date().isoformat()]
            if on and days(self.t, max(on)) > 30:
                self.say("quiet", "warn", "/conversations")
        self.words(b, "")

    def words(self, value: Any, path: str) -> None:
        for name, inner in value.items():
            if name in NO_PHRASES:
                continue
            if isinstance(inner, str) and name in TEXT_FIELDS:
                if re.search(PHRASES, inner, re.IGNORECASE):
                    self.say("theatre-words", "hint", f"{path}/{name}")
            elif isinstance(inner, list):
                for position, each in enumerate(inner):
                    if isinstance(each, dict):
                        self.words(each, f"{path}/{name}/{position}")


def verdict(b: Json) -> Json:
    talks = b["conversations"]
    untested = sum(
        c["disclosable"] in ("unsure", "unanswered") or c["effect"] == "unanswered" for c in talks
    )
    if not talks:
        found = "unknown"
    elif [c for c in talks if c["disclosable"] == "no"]:
        found = "would_not_survive"
    elif untested:
        found = "untested"
    else:
        effects = [c["effect"] for c in talks]
        total = effects.count("more") - effects.count("less")
        found = "more_legitimate" if total > 0 else "less_legitimate" if total < 0 else "unchanged"
    return {"verdict": found, "untested": untested}


NOTHING: Json = {"commitments": [], "decision_rights": [], "rooms": []}


def rehearsed(b: Json, without: list[str]) -> Json:
    """The ids of what is lost without these parties."""
    mine = [p["id"] for p in b["parties"] if p["me"]]

    def saved(record: Json) -> bool:
        return record["backup"] != "" and record["backup"] not in without

    lost: Json = {"commitments": [], "decision_rights": [], "rooms": []}
    for c in b["commitments"]:
        pending = c["state"] in ("proposed", "asked", "accepted")
        if pending and c["by"] in without and not saved(c):
            lost["commitments"].append(c["id"])
    for r in b["decision_rights"]:
        gone = [key for key in r["deciders"] if key in without]
        if r["state"] == "open" and gone and gone == r["deciders"] and not saved(r):
            lost["decision_rights"].append(r["id"])
    for room in b["rooms"]:
        voices = [key for key in room["advocates"] if key not in mine]
        if voices and all(key in without for key in voices):
            lost["rooms"].append(room["id"])
    return lost


def strengths(b: Json) -> list[Json]:
    o = Oracle(b, "2026-01-01")
    others = o.others()

    def measured(name: str, have: int, missing: list[str], extra: list[str] | None = None) -> Json:
        of = have + len(missing)
        if of == 0:
            return {"name": name, "state": "unknown", "have": 0, "of": 0, "missing": []}
        whole = missing + (extra or [])
        state = "met" if not whole else "missing" if have == 0 else "partial"
        return {"name": name, "state": state, "have": have, "of": of, "missing": whole}

    def split(name: str, items: list[tuple[str, bool]], extra: list[str] | None = None) -> Json:
        missing = [what for what, there in items if not there]
        return measured(name, len(items) - len(missing), missing, extra)

    def stays(key: str) -> bool:
        party = next(p for p in b["parties"] if p["id"] == key)
        return o.committed(key) or party["outcome_confirmed_on"] is not None

    owners = [p for p in b["parties"] if p["dependency_owner"]]
    return [
        split("context", [(p["name"], o.context(p) is not None) for p in others]),
        split("outcome", [(p["name"], p["outcome_confirmed_on"] is not None) for p in others]),
        split("tradeoffs", [(q, o.answered(q)) for q in QUESTIONS]),
        split("commitment", [(p["name"], o.committed(p["id"])) for p in owners]),
        split(
            "early_warning",
            [(p["name"], not blank(p["early_warning"])) for p in others],
            [] if b["channels"] else ["channels"],
        ),
        split(
            "advocacy",
            [(r["name"], any(not o.is_me(key) for key in r["advocates"])) for r in b["rooms"]],
        ),
        split(
            "conflict",
            [
                (c["about"], c["resolved_on"] is not None and all(map(stays, c["between"])))
                for c in b["conflicts"]
            ],
        ),
    ]
