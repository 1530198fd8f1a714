"""The rules of a brief, in the order in which they are asked."""

from datetime import date

from coalition_tui.model import Brief
from coalition_tui.rules import (
    brief_collision,
    brief_commitments,
    brief_context,
    brief_credit,
    brief_interests,
    brief_path,
)
from coalition_tui.rules.facts import BriefCase
from coalition_tui.rules.finding import Catalogue, Finding
from coalition_tui.workspace import Workspace

BRIEF_RULES: Catalogue[Brief] = Catalogue(
    brief_context.RULES.rules
    | brief_interests.RULES.rules
    | brief_commitments.RULES.rules
    | brief_path.RULES.rules
    | brief_credit.RULES.rules
    | brief_collision.RULES.rules
)


def check_brief(brief: Brief, workspace: Workspace, today: date) -> list[Finding]:
    """What a brief leaves open, in the order of its rules.

    Args:
        brief: the brief.
        workspace: everything around it.
        today: the day it is asked for.
    """
    return BRIEF_RULES.check(BriefCase(brief, workspace, today))
