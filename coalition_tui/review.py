"""Looking back at a coalition step by step: what is known, what is asked, and the note it makes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coalition_tui.clean import one_line
from coalition_tui.rules.coalition_breadth import functions
from coalition_tui.rules.coalition_network import Network
from coalition_tui.rules.coalition_upkeep import last_review
from coalition_tui.wording import day, plural

Found = Callable[[Network, date], Iterator[str]]
"""What is on record since the last review, line by line."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a review. Its title begins the paragraph that the answer makes."""

    title: str
    question: str
    nothing: str
    found: Found

    def known(self, net: Network) -> list[str]:
        """What the coalition's records say to this question."""
        since = last_review(net.subject, net.today) or date.min
        return list(self.found(net, since)) or [self.nothing]


def compose(answers: Mapping[str, str]) -> str:
    """The note of a review: each answer as it was typed, below its title."""
    written = ((step.title, answers.get(step.title, "").strip("\n")) for step in STEPS)
    return "\n\n".join(f"{title}: {answer}" for title, answer in written if answer.strip())


def answers_in(note: str) -> dict[str, str]:
    """The answers that `compose` made a note of; what has no title goes to the first step."""
    found: dict[str, str] = {}
    title = STEPS[0].title
    for paragraph in note.split("\n\n"):
        named = next((each.title for each in STEPS if paragraph.startswith(f"{each.title}: ")), "")
        words = paragraph.removeprefix(f"{named}: ") if named else paragraph
        title = named or title
        found[title] = f"{found[title]}\n\n{words}" if title in found else words
    return {key: words for key, words in found.items() if words.strip()}


def _purpose(net: Network, _: date) -> Iterator[str]:
    if net.subject.purpose.strip():
        yield one_line(net.subject.purpose)
    yield from (f"Value: {one_line(each)}" for each in net.subject.values)


def _members(net: Network, _: date) -> Iterator[str]:
    for seat in net.members:
        contacts = net.contacts_with(seat.person)
        ago = min((each.ago for each in contacts), default=None)
        contact = (
            "no contact on record" if ago is None else f"last contact {plural(ago, 'day')} ago"
        )
        sees = one_line(seat.member.perspective)
        yield ": ".join(filter(None, (seat.name, sees))) + f" ({contact})"


def _roles(net: Network, since: date) -> Iterator[str]:
    for seat in net.members:
        for change in seat.role.changes if seat.role else ():
            if change.on is not None and since < change.on <= net.today:
                position = ", ".join(
                    filter(None, map(one_line, (change.role, change.organisation)))
                )
                yield f"{seat.name}, since {day(change.on, net.today)}: {position}"


def _shifts(net: Network, since: date) -> Iterator[str]:
    for shift in net.subject.shifts:
        if shift.on is not None and since < shift.on <= net.today:
            yield f"{day(shift.on, net.today)}: {one_line(shift.what)}"


def _won(net: Network, since: date) -> Iterator[str]:
    for ago, brief in net.landed:
        if brief.landed_on is not None and since < brief.landed_on <= net.today:
            count = len(net.defenders(brief, ago))
            yield (
                f"{one_line(brief.title)} landed on {day(brief.landed_on, net.today)}; "
                f"{plural(count, 'member')} stood up for it since"
            )
    for event in net.events:
        on = event.what.on
        if event.what.kind == "celebrate" and on is not None and on > since:
            said = "in confidence" if event.what.confidential else one_line(event.what.note)
            yield f"Celebrated on {day(on, net.today)}: {said}"


def _missing(net: Network, since: date) -> Iterator[str]:
    here = functions(net)
    if here:
        yield f"Functions among you: {', '.join(sorted(here))}"
    for member in net.subject.members:
        if member.left_on is not None and since < member.left_on <= net.today:
            person = net.workspace.people.get(member.person)
            name = one_line(person.name) if person else "Somebody"
            yield f"{name} left on {day(member.left_on, net.today)}"


STEPS = (
    Step(
        "Purpose",
        "Is the purpose still true? What would you say differently today?",
        "No purpose is written down yet.",
        _purpose,
    ),
    Step(
        "Members",
        "Who carries it, and who has drifted away?",
        "There are no members yet.",
        _members,
    ),
    Step(
        "Roles",
        "Whose role has changed, and what does that change here?",
        "No change of role is on record since the last review.",
        _roles,
    ),
    Step(
        "Shifts",
        "What has moved around you, and does the purpose still fit?",
        "No shift of strategy is on record since the last review.",
        _shifts,
    ),
    Step(
        "Won",
        "What was won, and was it celebrated with the names of those who carried it?",
        "Nothing has landed and nothing was celebrated since the last review.",
        _won,
    ),
    Step(
        "Missing",
        "Who is missing: which view, which function, which level?",
        "Nothing is known of who is here.",
        _missing,
    ),
)
"""The questions in order; the decision comes after the last."""

DECISIONS = {
    "stay": "as it is, with the same people and purpose",
    "grow": "more people, forums or reach",
    "change_focus": "the same people for another purpose",
    "spin_off": "a part goes on by itself",
    "cut_back": "fewer people or meetings",
    "end": "with thanks, and on a good day",
}
"""What each of the six decisions means."""
