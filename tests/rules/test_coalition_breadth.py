"""More than one side."""

from typing import Any

from coalition_tui.model import Person
from tests.rules.circle import circle, found, member

POWER = {"formal_authority": True, "informal_influence": True}


def narrow(*people: tuple[str, Any], **power: bool) -> list[str]:
    """What `narrow` finds of people of these functions and levels."""
    known = [
        Person(id=f"p{position}", name=f"P{position}", function=function, level=level)
        for position, (function, level) in enumerate(people)
    ]
    first, *rest = (each.id for each in known)
    coalition = circle(member(first, **(power or POWER)), *rest)
    findings = found("narrow", coalition, *known)
    assert all((each[0], each[2]) == ("warn", "/members") for each in findings)
    return [message for _, message, _ in findings]


def test_one_function_above_half_in_any_case_and_trimmed():
    people = [("Sales", "lead"), (" sales ", "manager"), ("Legal", "lead")]
    assert narrow(*people) == ["Narrow: Sales is 67%."]


def test_half_is_not_narrow():
    assert narrow(("sales", "lead"), ("SALES", "manager"), ("Legal", ""), ("Risk", "")) == []


def test_those_without_a_function_have_none_in_common_and_still_count():
    assert narrow(("", "lead"), (" ", "board"), ("", "lead")) == []
    people = [("Sales", "lead"), ("Sales", "board"), ("Sales", "lead"), ("", ""), (" ", "")]
    assert narrow(*people) == ["Narrow: Sales is 60%."]
    assert narrow(*people, ("", "")) == []


def test_one_level_only():
    people = [("a", "executive"), ("b", "executive"), ("c", "executive")]
    assert narrow(*people) == ["Everyone is executive."]
    assert narrow(*people, ("d", "")) == []
    assert narrow(("a", ""), ("b", ""), ("c", "")) == []


def test_kinds_of_power_in_order():
    people = [("a", "lead"), ("a", "lead"), ("a", "lead")]
    assert narrow(*people, formal_authority=False) == [
        "Narrow: a is 100%.",
        "Everyone is lead.",
        "Nobody has formal authority.",
        "Nobody has informal influence.",
    ]
    mixed = [("a", "lead"), ("b", "board"), ("c", "")]
    assert narrow(*mixed, formal_authority=True) == ["Nobody has informal influence."]


def test_two_members_are_too_few_to_be_narrow():
    assert narrow(("a", "lead"), ("a", "lead"), formal_authority=False) == []


def test_a_member_who_is_not_in_the_directory_has_no_function():
    assert found("narrow", circle("x", "y", member("z", **POWER))) == []
