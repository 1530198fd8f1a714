"""A record's annotations read as fields, and typed texts read as values."""

from datetime import date

import pytest

from coalition_tui import model
from coalition_tui.fields import Field, Kind, Problem, field, fields, headline, is_content, noun
from coalition_tui.typed import add_months, parse, parse_date, show

TODAY = date(2026, 11, 21)
RECORDS = [
    each
    for each in vars(model).values()
    if isinstance(each, type)
    and issubclass(each, model.Record)
    and each not in (model.Record, model.Bundle)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_every_field_says_its_title_and_its_question(record: type[model.Record]) -> None:
    for item in fields(record):
        assert item.title
        if item.kind is not Kind.MOMENT:
            assert item.title != item.name, f"{record.__name__}.{item.name} has no title"
            assert item.question, f"{record.__name__}.{item.name} has no question"


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_every_question_is_one_sentence_to_a_person(record: type[model.Record]) -> None:
    for item in fields(record):
        if item.kind not in (Kind.ID, Kind.MOMENT) and item.question:
            assert item.question[-1] in "?.…", item.name
            assert len(item.question) <= 90, item.name


def test_kinds_follow_from_the_annotations() -> None:
    kinds = {item.name: item.kind for item in fields(model.Party)}
    assert kinds["id"] is Kind.ID
    assert kinds["name"] is Kind.LINE
    assert kinds["me"] is Kind.FLAG
    assert kinds["person"] is Kind.REF
    assert kinds["must_believe"] is Kind.TEXT
    assert kinds["level"] is Kind.CHOICE
    assert kinds["brings"] is Kind.CHOICES
    assert kinds["alignment"] is Kind.GROUP
    assert kinds["outcome_confirmed_on"] is Kind.DATE
    assert kinds["interests"] is Kind.RECORDS
    assert field(model.Tradeoff, "absorbed_by").kind is Kind.REFS
    assert field(model.Coalition, "values").kind is Kind.TEXTS
    assert field(model.Member, "cadence_days").kind is Kind.NUMBER
    assert field(model.Brief, "created_at").kind is Kind.MOMENT


def test_choices_have_labels_where_the_code_is_no_word() -> None:
    assert field(model.Brief, "status").labels["moving"] == "in motion"
    assert field(model.Interest, "kind").labels["customer_impact"] == "customer impact"


def test_a_record_is_called_by_its_headline_and_its_kind() -> None:
    assert headline(model.Commitment(what="Weekly burn")) == "Weekly burn"
    assert noun(model.DecisionRight) == "decision right"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-02-28", date(2027, 2, 28)),
        (" 30 Sep ", date(2026, 9, 30)),
        ("12 january", date(2027, 1, 12)),
        ("1. dec. 2030", date(2030, 12, 1)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 22)),
        ("+14", date(2026, 12, 5)),
        ("+2w", date(2026, 12, 5)),
        ("+3m", date(2027, 2, 21)),
        ("-1m", date(2026, 10, 21)),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, meant: date | None) -> None:
    assert parse_date(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["2026-02-30", "31 jun", "0 may", "+99999m", "29 feb 2027"])
def test_a_day_that_is_not_there_is_said_so(typed: str) -> None:
    with pytest.raises(Problem, match="There is no day"):
        parse_date(typed, TODAY)


@pytest.mark.parametrize("typed", ["soon", "2026-9-30", "30.9.2026", "+", "12", "12 mai"])
def test_what_is_no_date_is_told_what_would_be_one(typed: str) -> None:
    with pytest.raises(Problem, match="A date, please"):
        parse_date(typed, TODAY)


@pytest.mark.parametrize(
    ("day", "months", "meant"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 12, 15), -12, date(2025, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_last_day_there_is(day: date, months: int, meant: date) -> None:
    assert add_months(day, months) == meant


def test_a_name_is_one_line_and_not_empty() -> None:
    name = field(model.Party, "name")
    assert parse(name, "  Legal \t Berlin ", TODAY) == "Legal Berlin"
    with pytest.raises(Problem, match="Name can't be empty"):
        parse(name, "   ", TODAY)
    with pytest.raises(Problem, match="201 characters; at most 200"):
        parse(name, "x" * 201, TODAY)


def test_a_text_is_limited_and_loses_the_white_space_around_it() -> None:
    outcome = field(model.Brief, "outcome")
    assert parse(outcome, "\n one\n\n two \n", TODAY) == "one\n\n two"
    with pytest.raises(Problem, match="20,001 characters; at most 20,000"):
        parse(outcome, "x" * 20_001, TODAY)


@pytest.mark.parametrize("typed", ["-1", "100001", "1.5", "ten", "٣", "1e3"])
def test_a_number_is_whole_and_in_its_range(typed: str) -> None:
    with pytest.raises(Problem, match="whole number from 0 to 100,000"):
        parse(field(model.Channel, "cadence_days"), typed, TODAY)


def test_an_empty_number_is_the_default() -> None:
    assert parse(field(model.Member, "cadence_days"), "", TODAY) == 60


def test_what_is_shown_is_read_back() -> None:
    tags = field(model.Brief, "tags")
    assert parse(tags, show(tags, ("a b", "c")), TODAY) == ("a b", "c")
    due = field(model.Commitment, "due")
    assert parse(due, show(due, TODAY), TODAY) == TODAY


def test_content_is_what_the_default_does_not_say() -> None:
    held: Field = field(model.Interaction, "held")
    assert not is_content(held, True)
    assert is_content(field(model.Party, "me"), True)
    assert not is_content(field(model.Brief, "outcome"), " \n ")
    assert is_content(field(model.Member, "cadence_days"), 0)
