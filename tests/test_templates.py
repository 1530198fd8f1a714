"""Templates: the usual parties, questions for each, and nothing that pretends to know the work."""

from itertools import count

import pytest

from coalition_tui.integrity import faults
from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, is_filled
from coalition_tui.templates import TEMPLATES, Template

PARTIES = {
    "launch": "Product, Engineering, Design, Marketing, Sales, Customer success, Support, Legal, "
    "Finance, Leadership",
    "pricing": "Strategy, RevOps, Sales, Billing, Customer communication, Executive sponsor",
    "ai-adoption": "Operators, IT, Security, Legal, Managers, Process owners, "
    "People doing the work",
}


def made(template: Template) -> Brief:
    numbers = count()
    return template.brief("Mine", lambda: f"n{next(numbers)}")


def test_there_are_three():
    assert list(TEMPLATES) == list(PARTIES)
    assert all(name == each.name for name, each in TEMPLATES.items())


@pytest.mark.parametrize("name", PARTIES)
def test_each_has_its_usual_parties(name):
    brief = made(TEMPLATES[name])
    assert brief.title == "Mine"
    assert ", ".join(each.name for each in brief.parties) == PARTIES[name]


@pytest.mark.parametrize("name", PARTIES)
def test_interests_are_questions_and_all_else_is_open(name):
    brief = made(TEMPLATES[name])
    interests = [each for party in brief.parties for each in party.interests]
    assert all(party.interests for party in brief.parties)
    assert all(each.text.endswith("?") for each in interests)
    filled = {each.name for each in SECTIONS if is_filled(brief, each)}
    assert filled == {"parties", "interests"}


@pytest.mark.parametrize("name", PARTIES)
def test_a_template_makes_a_valid_brief(name):
    brief = made(TEMPLATES[name])
    assert list(faults(brief, {})) == []
    assert all((brief.id, *(each.id for each in brief.parties)))
