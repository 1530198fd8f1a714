"""The parts of a coalition, and what can be seen in it."""

from coalition_tui.model import Coalition
from coalition_tui.sections.section import Section

COALITION_SECTIONS = (
    Section(
        "1",
        "purpose",
        "Purpose",
        "Purpose and values",
        "What joins these people beyond any one project?",
        "A purpose that would still hold if every current project landed tomorrow, and the few "
        "values that tell these people what they can expect of one another.",
        ("purpose", "values"),
        of=Coalition,
    ),
    Section(
        "2",
        "members",
        "Members",
        "Members",
        "Who belongs to it?",
        "People who see what the others don't: several functions and levels, some who decide by "
        "their position and some who are listened to whatever their position.",
        ("members",),
        of=Coalition,
    ),
    Section(
        "3",
        "interactions",
        "Interactions",
        "Interactions",
        "What happened between you?",
        "Contact that is no ask, support that goes both ways, and the moments in which trust was "
        "tested. One line each, the same day.",
        ("interactions",),
        of=Coalition,
    ),
    Section(
        "4",
        "forums",
        "Forums",
        "Forums",
        "Where do you meet outside the projects?",
        "A meeting with a date that nobody has to ask for.",
        ("forums",),
        of=Coalition,
    ),
    Section(
        "5",
        "reviews",
        "Reviews",
        "Reviews",
        "What did you decide when you looked back?",
        "Every 6 to 12 months one look at purpose, members, roles and shifts, at what was won and "
        "who is missing, and one decision.",
        ("reviews",),
        of=Coalition,
    ),
    Section(
        "6",
        "shifts",
        "Shifts",
        "Shifts of strategy",
        "How did the strategy around it change?",
        "What moved around the coalition, and when: each is a reason to ask whether its purpose "
        "still holds.",
        ("shifts",),
        of=Coalition,
    ),
    Section(
        "7",
        "linked",
        "Briefs",
        "Briefs that draw on it",
        "Which pieces of work draw on this coalition?",
        "Some work, and never only work: a coalition that meets about nothing else is an alliance.",
        (),
        of=Coalition,
    ),
    Section(
        "8",
        "contact",
        "Contact",
        "Contact by month",
        "With whom were you in touch, and when?",
        "No long gap, and nobody whom all contact goes through.",
        (),
        of=Coalition,
    ),
    Section(
        "9",
        "flows",
        "Flows",
        "What flows both ways",
        "What went from you to each member in a year, and back?",
        "Something in both directions with most of them. It is a pattern to notice, not an "
        "account to settle.",
        (),
        of=Coalition,
    ),
    Section(
        "0",
        "ties",
        "Ties",
        "Who connects whom",
        "Who meets whom without you, and on whom does it hang?",
        "Everybody reached in more than one way, so that nobody's leaving splits it.",
        (),
        of=Coalition,
    ),
)
"""The parts of a coalition; what can be seen in it has no fields of its own."""
