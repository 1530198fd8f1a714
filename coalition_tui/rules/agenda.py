"""What is due, across every brief and coalition."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from coalition_tui.clean import one_line
from coalition_tui.fields import is_empty
from coalition_tui.rules.coalition_network import Network, listed
from coalition_tui.rules.coalition_upkeep import last_review
from coalition_tui.rules.coalition_wins import DEFENDERS
from coalition_tui.rules.facts import NOBODY
from coalition_tui.typed import add_months
from coalition_tui.wording import names_in
from coalition_tui.workspace import Place, Workspace

Kind = Literal["commitment", "decision", "forum", "contact", "review", "landed", "signal"]

DAYS = 14
AFTER_LANDING = (30, 90, 180)
"""So many days after a brief has landed, somebody looks whether it is still defended."""


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """Something due: when, what, whom it is about, and where to go.

    `brief` and `coalition` are ids, or empty.
    """

    on: date
    kind: Kind
    what: str
    who: str
    brief: str
    coalition: str
    place: Place


def agenda(workspace: Workspace, today: date, days: int = DAYS) -> list[AgendaLine]:
    """What is due up to some days from a day, and what is overdue, oldest first.

    On one day the kinds follow one another as in `KINDS`, and each follows the order of the file.

    Args:
        workspace: everything that is kept.
        today: the day it is asked for.
        days: how many days ahead, 0 or more.
    """
    diary = _Diary(workspace, today, min(days, (date.max - today).days))
    lines = (line for kind in KINDS for line in KINDS[kind](diary))
    return sorted(lines, key=lambda line: line.on)


def in_words(line: AgendaLine) -> str:
    """What is to be done, for a person; `what` alone is for programs."""
    match line.kind:
        case "contact":
            return "Be in touch, with no ask"
        case "review":
            return "Look back, and decide how it goes on"
        case "landed":
            return f"Who still defends it? {one_line(line.what)}"
        case _:
            return one_line(line.what)


@dataclass(frozen=True)
class _Diary:
    """What an agenda is read from; the days ahead never lead beyond the calendar."""

    workspace: Workspace
    today: date
    days: int

    @cached_property
    def end(self) -> date:
        return self.after(self.days)

    @cached_property
    def networks(self) -> dict[str, Network]:
        return {
            key: Network(each, self.workspace, self.today)
            for key, each in self.workspace.coalitions.items()
        }

    def after(self, days: int) -> date:
        return self.today + timedelta(days=days)


def _commitments(diary: _Diary) -> Iterator[AgendaLine]:
    for brief in diary.workspace.briefs.values():
        for position, each in enumerate(brief.commitments):
            if each.state == "accepted" and each.due is not None and each.due <= diary.end:
                name = names_in(diary.workspace, brief)
                who = name("party", each.by) if each.by else NOBODY
                place = Place("briefs", brief.id, ("commitments", position))
                yield AgendaLine(each.due, "commitment", each.what, who, brief.id, "", place)


def _decisions(diary: _Diary) -> Iterator[AgendaLine]:
    for brief in diary.workspace.briefs.values():
        for position, each in enumerate(brief.decision_rights):
            if each.state == "open" and each.due is not None and each.due <= diary.end:
                name = names_in(diary.workspace, brief)
                who = listed(name("party", key) for key in each.deciders)
                place = Place("briefs", brief.id, ("decision_rights", position))
                yield AgendaLine(each.due, "decision", each.decision, who, brief.id, "", place)


def _forums(diary: _Diary) -> Iterator[AgendaLine]:
    for coalition in diary.workspace.coalitions.values():
        for position, each in enumerate(coalition.forums):
            if each.next_on is not None and diary.today <= each.next_on <= diary.end:
                place = Place("coalitions", coalition.id, ("forums", position))
                yield AgendaLine(each.next_on, "forum", each.name, "", "", coalition.id, place)


def _contacts(diary: _Diary) -> Iterator[AgendaLine]:
    for net in diary.networks.values():
        for seat in net.members:
            cadence = seat.member.cadence_days
            ago = min((each.ago for each in net.contacts_with(seat.person)), default=cadence)
            if cadence and cadence - ago <= diary.days:
                key, on = net.subject.id, diary.after(cadence - ago)
                place = Place("coalitions", key, seat.path)
                yield AgendaLine(on, "contact", "contact", seat.name, "", key, place)


def _reviews(diary: _Diary) -> Iterator[AgendaLine]:
    for coalition in diary.workspace.coalitions.values():
        due = _next(last_review(coalition, diary.today), coalition.review_months)
        if due is not None and due <= diary.end:
            place = Place("coalitions", coalition.id, ("reviews",))
            yield AgendaLine(due, "review", coalition.name, "", "", coalition.id, place)


def _next(last: date | None, months: int) -> date | None:
    """A day so many months later; None when there is none in the calendar."""
    try:
        return last and add_months(last, months)
    except ValueError:
        return None


def _landings(diary: _Diary) -> Iterator[AgendaLine]:
    for brief in diary.workspace.briefs.values():
        net = diary.networks.get(brief.coalition)
        if net is None or brief.status != "landed" or brief.landed_on is None:
            continue
        ago = (diary.today - brief.landed_on).days
        coming = [step - ago for step in AFTER_LANDING if 0 <= step - ago <= diary.days]
        if coming and len(net.defenders(brief, ago)) < DEFENDERS:
            place = Place("coalitions", brief.coalition, ("interactions",))
            for days in coming:
                on = diary.after(days)
                yield AgendaLine(on, "landed", brief.title, "", brief.id, brief.coalition, place)


def _signals(diary: _Diary) -> Iterator[AgendaLine]:
    for brief in diary.workspace.briefs.values():
        for position, each in enumerate(brief.signals):
            waits = is_empty(each.response) and each.closed_on is None
            if waits and each.on is not None and each.on <= diary.end:
                who = names_in(diary.workspace, brief)("party", each.party)
                place = Place("briefs", brief.id, ("signals", position))
                yield AgendaLine(each.on, "signal", each.what, who, brief.id, "", place)


KINDS: dict[Kind, Callable[[_Diary], Iterator[AgendaLine]]] = {
    "commitment": _commitments,
    "decision": _decisions,
    "forum": _forums,
    "contact": _contacts,
    "review": _reviews,
    "landed": _landings,
    "signal": _signals,
}
"""What comes due, in the order in which it stands on one day."""
