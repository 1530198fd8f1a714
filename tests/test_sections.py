"""The ten sections: keys, fields, and what fills them."""

import pytest

from coalition_tui.fields import Kind, fields
from coalition_tui.model import Brief, Guardrail, Interest, Party, Room
from coalition_tui.sections import ALL, LOG, SECTIONS, filled, is_filled, section


def test_the_ten_sections_have_their_digits_in_order() -> None:
    assert "".join(each.key for each in SECTIONS) == "1234567890"
    assert LOG.key == "L"


def test_every_list_and_text_of_a_brief_stands_in_exactly_one_section() -> None:
    shown = [name for each in ALL if not each.inner for name in each.fields]
    assert len(shown) == len(set(shown))
    lists = {each.name for each in fields(Brief) if each.kind in (Kind.RECORDS, Kind.TEXT)}
    assert lists == set(shown)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.name)
def test_every_section_asks_and_says_what_a_good_answer_holds(each: object) -> None:
    assert each.question.endswith("?")  # type: ignore[attr-defined]  # a section
    assert len(each.good) > 60  # type: ignore[attr-defined]  # a section


def test_an_empty_brief_fills_nothing() -> None:
    assert filled(Brief(title="x", outcome=" \n")) == 0


def test_one_record_or_one_text_fills_a_section() -> None:
    interest = Interest(stance="need")
    brief = Brief(
        title="x",
        measure="12 shippers",
        parties=(Party(name="Legal", interests=(interest,)),),
        rooms=(Room(name="Board"),),
        guardrails=(Guardrail(),),
    )
    assert [each.key for each in SECTIONS if is_filled(brief, each)] == ["1", "4", "5", "8", "0"]


def test_parties_without_interests_fill_only_their_own_section() -> None:
    brief = Brief(title="x", parties=(Party(name="Legal"),))
    assert is_filled(brief, section("4"))
    assert not is_filled(brief, section("5"))
