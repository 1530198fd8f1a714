"""References between records: found, checked, cleared."""

from datetime import date

import pytest

from coalition_tui.integrity import (
    Fault,
    faults,
    references,
    with_ids,
    without_controls,
    without_references,
)
from coalition_tui.model import (
    Brief,
    Coalition,
    Commitment,
    DecisionRight,
    Interest,
    Member,
    Party,
    Record,
    Tradeoff,
)

LEGAL = Party(id="legal", name="Legal")
OPS = Party(id="ops", name="Ops")


def messages(record: Record, **known: set[str]) -> list[tuple[str, str]]:
    return [("/".join(map(str, each.path)), each.message) for each in faults(record, known)]


def test_a_reference_to_nothing_is_told_with_its_path_and_a_near_miss() -> None:
    brief = Brief(title="x", parties=(LEGAL,), commitments=(Commitment(id="c", by="legl"),))
    assert messages(brief) == [("commitments/0/by", 'no party "legl"; did you mean "legal"?')]


def test_references_inside_lists_are_told_with_their_position() -> None:
    right = DecisionRight(id="d", deciders=("ops", "nobody"))
    brief = Brief(title="x", parties=(OPS,), decision_rights=(right,))
    assert messages(brief) == [("decision_rights/0/deciders/1", 'no party "nobody"')]


def test_references_into_the_workspace_are_checked_where_it_is_known() -> None:
    brief = Brief(title="x", coalition="k", parties=(Party(id="p", name="P", person="ann"),))
    assert messages(brief) == []
    assert messages(brief, person=set(), coalition={"k"}) == [
        ("parties/0/person", 'no person "ann"')
    ]


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (
            Brief(title="x", parties=(LEGAL, LEGAL)),
            Fault(("parties", 1, "id"), 'the id "legal" stands here twice'),
        ),
        (
            Brief(
                title="x",
                parties=(LEGAL,),
                tradeoffs=(Tradeoff(id="t", absorbed_by=("legal", "legal")),),
            ),
            Fault(("tradeoffs", 0, "absorbed_by", 1), '"legal" stands in this list twice'),
        ),
        (
            Brief(title="x", parties=(Party(name="A", me=True), Party(name="B", me=True))),
            Fault(("parties", 1, "me"), '"A" is your side already; only one can be'),
        ),
        (
            Coalition(name="x", members=(Member(id="m", person="a"), Member(id="n", person="a"))),
            Fault(("members", 1, "person"), '"a" is a current member already'),
        ),
    ],
    ids=["id twice", "ref twice", "two sides", "member twice"],
)
def test_what_no_valid_file_holds(record: Record, fault: Fault) -> None:
    assert list(faults(record, {})) == [fault]


def test_who_has_left_may_come_again() -> None:
    gone = Member(id="m", person="a", left_on=date(2026, 1, 1))
    again = Member(id="n", person="a")
    assert list(faults(Coalition(name="x", members=(gone, again)), {})) == []


def test_references_are_found_in_the_order_of_the_model() -> None:
    brief = Brief(
        title="x",
        sponsor="ops",
        tradeoffs=(Tradeoff(id="t", absorbed_by=("legal",)),),
        parties=(Party(id="legal", name="L", interests=(Interest(stance="own", tradeoff="t"),)),),
    )
    found = [(each.target, each.id) for each in references(brief)]
    assert found == [("party", "ops"), ("party", "legal"), ("tradeoff", "t")]


def test_nothing_is_made_anew_where_nothing_changes() -> None:
    brief = Brief(id="b", title="x", parties=(LEGAL,), commitments=(Commitment(id="c", by="ops"),))
    assert without_references(brief, "party", frozenset({"legal"})) is brief
    assert without_controls(brief) is brief
    assert with_ids(brief, lambda: "new") is brief


def test_missing_ids_are_made_everywhere() -> None:
    numbers = iter(range(9))
    brief = Brief(title="x", parties=(Party(name="A", interests=(Interest(stance="own"),)),))
    made = with_ids(brief, lambda: f"n{next(numbers)}")
    assert made.id
    assert made.parties[0].id
    assert made.parties[0].interests[0].id
    assert len({made.id, made.parties[0].id, made.parties[0].interests[0].id}) == 3
