"""The transparency test: what would telling every conversation in the open do to the work?"""

from typing import Literal

from msgspec import Struct

from coalition_tui.model import Brief
from coalition_tui.wording import plural

Verdict = Literal[
    "unknown",
    "would_not_survive",
    "untested",
    "more_legitimate",
    "unchanged",
    "less_legitimate",
]

_WEIGHT = {"more": 1, "same": 0, "less": -1}


class Transparency(Struct, frozen=True):
    """The verdict, and how many conversations it stands on or is missing.

    `refused` conversations could not be told; `untested` ones lack a clear answer to one of the
    two questions, whatever the verdict.
    """

    verdict: Verdict
    untested: int
    refused: int


def transparency(brief: Brief) -> Transparency:
    """The verdict over all conversations, confidential ones included."""
    talks = brief.conversations
    refused = sum(each.disclosable == "no" for each in talks)
    untested = sum(
        each.disclosable in ("unsure", "unanswered") or each.effect == "unanswered"
        for each in talks
    )
    verdict: Verdict
    if not talks:
        verdict = "unknown"
    elif refused:
        verdict = "would_not_survive"
    elif untested:
        verdict = "untested"
    else:
        effect = sum(_WEIGHT[each.effect] for each in talks)
        verdict = (
            "more_legitimate" if effect > 0 else "less_legitimate" if effect < 0 else "unchanged"
        )
    return Transparency(verdict, untested, refused)


def sentence(result: Transparency) -> str:
    """The verdict as a person reads it, in a finding and in the summary for the room."""
    match result.verdict:
        case "unknown":
            return "Not enough data: no conversation is on record."
        case "would_not_survive":
            return f"Would not survive the room: {plural(result.refused, 'conversation')}."
        case "untested":
            return f"Untested: {plural(result.untested, 'conversation')}."
        case "less_legitimate":
            return "The work becomes less legitimate in the open."
        case "more_legitimate":
            return "The work becomes more legitimate in the open."
        case "unchanged":
            return "The work stays as legitimate as it is in the open."
