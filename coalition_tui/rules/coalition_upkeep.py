"""What keeps a coalition alive: introductions, a forum, reviews, and the five seats."""

from datetime import UTC, date

from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_network import YEAR, Network, current_members, network
from coalition_tui.rules.finding import Case, Catalogue, Found, quoted
from coalition_tui.typed import add_months

RULES: Catalogue[Coalition] = Catalogue({})

SEATS = 5


@RULES.rule(
    "no-introductions",
    "Introductions",
    idea="A network grows when its members meet each other's people.",
    mend="Bring two people together who would be glad to know each other.",
)
def no_introductions(case: Case[Coalition]) -> Found:
    """A year without bringing people together."""
    net = network(case)
    introduced = any(each.what.kind == "introduce" for each in net.recent(YEAR))
    if len(net.members) >= 3 and not introduced:
        yield "hint", "Nobody was introduced to anybody in a year.", ("interactions",)


@RULES.rule(
    "no-forum",
    "Next meeting",
    idea="People stay close who have a place to meet when no project calls them.",
    mend="Set the next date of a breakfast, a walk or a call.",
)
def no_forum(case: Case[Coalition]) -> Found:
    """No forum has a next date."""
    if not meets_again(case):
        yield "warn", "No next meeting outside the projects.", ("forums",)


def meets_again(case: Case[Coalition]) -> bool:
    """A forum has its next date on the day or later."""
    return any(each.next_on and each.next_on >= case.today for each in case.subject.forums)


@RULES.rule(
    "refresh",
    "Review",
    idea="People change roles and strategies shift; a coalition that never looks up grows stale.",
    mend="Review it: purpose, members, what changed, and one decision.",
)
def refresh(case: Case[Coalition]) -> Found:
    """The last review is long ago, something changed since, or the rhythm is odd."""
    net = network(case)
    months, since = net.subject.review_months, last_review(net.subject, net.today)
    if since is not None:
        age = whole_months(since, net.today)
        if age > 12:
            yield "fail", f"Review overdue: {age} months.", ("reviews",)
        elif age >= months:
            yield "warn", f"Review due: {age} months.", ("reviews",)
        yield from _changes(net, since)
    if not 6 <= months <= 12:
        message = f"A review every {months} months is outside 6 to 12."
        yield "hint", message, ("review_months",)


def _changes(net: Network, since: date) -> Found:
    def is_news(on: date | None) -> bool:
        return on is not None and since < on <= net.today

    for seat in net.members:
        if seat.role and any(is_news(each.on) for each in seat.role.changes):
            yield "warn", f"{seat.name} changed role since the last review.", seat.path
    for position, shift in enumerate(net.subject.shifts):
        if is_news(shift.on):
            message = f"Strategy shifted since the last review: {quoted(shift.what)}."
            yield "warn", message, ("shifts", position)


def last_review(coalition: Coalition, today: date) -> date | None:
    """The latest review up to the day; else when the coalition started, or was written down.

    None when nothing of that is known.
    """
    reviews = [each.on for each in coalition.reviews if each.on is not None and each.on <= today]
    if reviews:
        return max(reviews)
    if coalition.started_on is None and coalition.created_at is not None:
        return coalition.created_at.astimezone(UTC).date()
    return coalition.started_on


def whole_months(start: date, end: date) -> int:
    """The most months that fit between two days; a missing day is its month's last."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (add_months(start, months) > end)


@RULES.rule(
    "five-seats",
    "Five seats",
    idea="Time is short: five people for five years, and two or three to invest in now.",
    mend="Choose whom you want beside you in five years, and begin with two or three.",
)
def five_seats(case: Case[Coalition]) -> Found:
    """Seats are used, and are not five; or the investment is spread too thin or missing."""
    net = network(case)
    if not any(seat.member.five_seat for seat in net.members):
        return
    everywhere = list(current_members(net.workspace, net.today))
    seats = len({each.person for each in everywhere if each.five_seat})
    investing = len({each.person for each in everywhere if each.investing})
    if seats != SEATS:
        yield "hint", f"{seats} of five seats filled.", ("members",)
    if investing not in (2, 3):
        yield "hint", f"Investing in {investing}: choose 2 or 3.", ("members",)
