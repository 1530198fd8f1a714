"""A landed brief's parties become a coalition: who comes along is asked first."""

from typing import Any

from coalition_tui.clean import one_line
from coalition_tui.founding import found, nameless, others
from coalition_tui.model import Brief
from coalition_tui.tui.messages import Edited, GoTo
from coalition_tui.tui.modals.dialog import ChoiceDialog
from coalition_tui.tui.modals.picker import Choice
from coalition_tui.tui.screens.live import Live
from coalition_tui.wording import plural
from coalition_tui.workspace import Place

NAMED, ALL = "named", "all"


def ask_to_found(screen: Live[Any], brief: Brief) -> None:
    """Say who becomes a member and what is carried over, and do it when it is wanted."""
    missing = nameless(brief)
    named = len({each.person for each in others(brief) if each.person})
    choices = []
    if named:
        choices.append(Choice(NAMED, f"With the {plural(named, 'person', 'people')} linked"))
    if missing:
        label = f"And with {plural(len(missing), 'new person', 'new people')} for the rest"
        choices.append(Choice(ALL, label, "each party enters the directory"))
    if not choices:
        screen.notify("A coalition needs people, and this brief has no other party.", markup=False)
        return

    def answered(answer: str | None) -> None:
        if answer is None:
            return
        founding = found(
            brief,
            screen.workspace,
            screen.today,
            screen.new_id,
            with_nameless=answer == ALL,
        )
        screen.post_message(Edited(founding.edit, tell=True))
        screen.after_edits(
            screen.post_message, GoTo(Place("coalitions", founding.coalition.id, ("purpose",)))
        )

    screen.app.push_screen(ChoiceDialog("Make a coalition", _words(brief), choices), answered)


def _words(brief: Brief) -> str:
    words = (
        "The parties become members; conversations, kept commitments and credits become the "
        "coalition's first interactions, each on its day. Purpose and values stay empty: what "
        "joins you beyond this work is yours to say."
    )
    if missing := nameless(brief):
        names = ", ".join(one_line(each.name) for each in missing)
        words += f"\n\nNo person stands for: {names}."
    return words
