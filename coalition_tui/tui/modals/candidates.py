"""What a typed word can mean in the line that logs an interaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from coalition_tui.clean import one_line
from coalition_tui.fields import Problem, field
from coalition_tui.matching import by_letters, plain
from coalition_tui.model import Interaction
from coalition_tui.rules.coalition_network import Network
from coalition_tui.typed import parse_date
from coalition_tui.wording import day

What = Literal["person", "kind", "on", "evidence", "held", "confidential", "brief", "new", "note"]

FUTURE = "That day is still to come: log what has happened."


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to take into the line: a part of the interaction and its value."""

    what: What
    value: str
    label: str
    note: str
    words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Unique among all."""
        return f"{self.what}:{self.value}"


TO_NOTE = Candidate("note", "", "→ the note", "and from there it is logged")
"""What comes first while nothing is typed and it is said who it was with."""


def everything(net: Network) -> list[Candidate]:
    """All that can be taken by name: members first, then others, kinds and what else there is."""
    return [*_people(net), *_kinds(), *_trust(), *_briefs(net)]


def matching(query: str, among: Iterable[Candidate], taken: Sequence[str]) -> list[Candidate]:
    """What a typed text can mean, in order; each typed word begins a word of it, if any does.

    A kind that is typed whole comes first, so that no name stands in its way.
    """
    parts = plain(query).split()
    free = [each for each in among if each.key not in taken]
    found = [
        each
        for each in free
        if all(any(word.startswith(part) for word in each.words) for part in parts)
    ]
    if not found:  # letters in their order are enough, as in every list
        found = [free[each] for each in by_letters(query, [" ".join(one.words) for one in free])]
    return sorted(found, key=lambda each: not (each.what == "kind" and each.value == query.strip()))


def as_date(query: str, today: date) -> Candidate | None:
    """The day that is typed, if it is one. Problem when it is still to come."""
    try:
        on = parse_date(query, today)
    except Problem:
        return None
    if on is None:
        return None
    if on > today:
        raise Problem(FUTURE)
    return Candidate("on", on.isoformat(), day(on), "date")


def _words(*texts: str) -> tuple[str, ...]:
    return tuple(plain(" ".join(texts)).replace("_", " ").split())


def _people(net: Network) -> Iterator[Candidate]:
    seats = {seat.person for seat in net.members}
    for seat in net.members:
        contacts = net.contacts_with(seat.person)
        ago = min((each.ago for each in contacts), default=None)
        note = "no contact yet" if ago is None else "today" if not ago else f"{ago} d ago"
        yield Candidate("person", seat.person, seat.name, f"member · {note}", _words(seat.name))
    for person in net.workspace.people.values():
        if person.id not in seats:
            name = one_line(person.name)
            note = one_line(person.organisation) or "in the directory"
            yield Candidate("person", person.id, name, note, _words(name))


def _kinds() -> Iterator[Candidate]:
    for value, label in field(Interaction, "kind").labels.items():
        yield Candidate("kind", value, label, "kind", _words(value, label))


def _trust() -> Iterator[Candidate]:
    for value, label in field(Interaction, "evidence").labels.items():
        yield Candidate("evidence", value, label, "evidence of trust", _words(value, label))
    yield Candidate("held", "no", "trust broken", "it did not hold", _words("trust broken"))
    yield Candidate("confidential", "yes", "confidential", "kept out of rooms", ("confidential",))


def _briefs(net: Network) -> Iterator[Candidate]:
    for brief in net.linked:
        title = one_line(brief.title)
        yield Candidate("brief", brief.id, title, "brief", _words(title))
