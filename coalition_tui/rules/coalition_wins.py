"""What becomes of a coalition after the work it came together for has landed."""

from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_network import YEAR, Network, network
from coalition_tui.rules.finding import Case, Catalogue, Found, quoted
from coalition_tui.wording import plural

RULES: Catalogue[Coalition] = Catalogue({})

DEFENDERS = 2
"""Fewer members than this, and nobody holds what was won."""


@RULES.rule(
    "dissolving",
    "After the last project",
    idea="An alliance ends with its project; a coalition goes on meeting.",
    mend="Call somebody now, with no project in hand; or review it and end it openly.",
)
def dissolving(case: Case[Coalition]) -> Found:
    """All linked work is over, and nobody has been met since the last of it landed."""
    net = network(case)
    if not net.landed or any(each.status not in ("landed", "stopped") for each in net.linked):
        return
    ago, last = min(net.landed, key=lambda landing: landing[0])
    if ago > 60 and not any(each.ago < ago for each in net.contacts(ago)):
        message = f'Fading since "{quoted(last.title)}": no contact for {ago} days.'
        yield "fail", message, ("interactions",)


@RULES.rule(
    "post-win",
    "Who defends what was won",
    idea="What was won is undone quietly when those who won it have moved on.",
    mend="Ask two members to stand up for it where it is questioned, and log when they do.",
)
def post_win(case: Case[Coalition]) -> Found:
    """A brief landed within the year, and fewer than two members have stood up for it."""
    net = network(case)
    for ago, brief in net.landed:
        if 30 <= ago <= YEAR and (count := len(net.defenders(brief, ago))) < DEFENDERS:
            message = f'"{quoted(brief.title)}" landed {ago} days ago'
            yield "warn", f"{message} and has {plural(count, 'defender')}.", ("interactions",)


@RULES.rule(
    "no-celebration",
    "Celebration",
    idea="A win that nobody marks is soon a win that nobody remembers sharing.",
    mend="Mark it together, with the names of those who carried it.",
)
def no_celebration(case: Case[Coalition]) -> Found:
    """A brief landed within the year, and nobody has marked it."""
    net = network(case)
    for ago, brief in net.landed:
        if 30 < ago <= YEAR and not _celebrated(net, ago):
            message = f'"{quoted(brief.title)}" landed and nobody celebrated.'
            yield "hint", message, ("interactions",)


def _celebrated(net: Network, days: int) -> bool:
    return any(each.what.kind == "celebrate" for each in net.recent(days))
