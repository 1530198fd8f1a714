"""The parts of a person in the directory."""

from coalition_tui.model import Person
from coalition_tui.sections.section import Section

PERSON_SECTIONS = (
    Section(
        "1",
        "person",
        "Person",
        "Person",
        "Where do they work, and as what?",
        "What you would want to know again before you meet them. Nothing that you would not say "
        "to them.",
        ("role", "organisation", "function", "level", "note"),
        of=Person,
    ),
    Section(
        "2",
        "history",
        "History",
        "Roles and organisations",
        "Which roles and organisations, since when?",
        "Each role with its first day. A person keeps their place when it changes.",
        ("changes",),
        of=Person,
    ),
    Section(
        "3",
        "places",
        "Places",
        "Coalitions, briefs and commitments",
        "Where do they appear?",
        "Every coalition and brief they have a place in, and what was promised there.",
        (),
        of=Person,
    ),
)
