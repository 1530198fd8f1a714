"""The rules of a lasting coalition, in the order in which they are asked."""

from datetime import date

from coalition_tui.model import Coalition
from coalition_tui.rules import (
    coalition_breadth,
    coalition_reliance,
    coalition_ties,
    coalition_upkeep,
    coalition_wins,
)
from coalition_tui.rules.coalition_network import Network
from coalition_tui.rules.finding import Catalogue, Finding
from coalition_tui.workspace import Workspace

FAMILIES = (
    coalition_reliance,
    coalition_ties,
    coalition_breadth,
    coalition_wins,
    coalition_upkeep,
)

COALITION_RULES: Catalogue[Coalition] = Catalogue(
    {key: rule for family in FAMILIES for key, rule in family.RULES.rules.items()}
)


def check_coalition(coalition: Coalition, workspace: Workspace, today: date) -> list[Finding]:
    """What the rules find in a coalition, in the order of the rules and then of its lists.

    Args:
        coalition: whose members and interactions are looked at.
        workspace: the people, linked briefs and other coalitions around it.
        today: the day it is asked for; what is dated later does not count.
    """
    return COALITION_RULES.check(Network(coalition, workspace, today))
