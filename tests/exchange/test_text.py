"""Plain text for mail and chat."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from coalition_tui.cells import width
from coalition_tui.clean import CONTROLS
from coalition_tui.exchange.text import WIDTH, render
from coalition_tui.model import (
    Brief,
    Bundle,
    Channel,
    Commitment,
    DecisionRight,
    Interest,
    Party,
    Person,
    Tradeoff,
)
from tests import strategies

NOW = datetime(2026, 10, 3, 9, tzinfo=UTC)


def lines(**values: object) -> list[str]:
    """The text of a brief, without the lines of its head."""
    brief = Brief(id="b", title="One", **values)  # type: ignore[arg-type]
    return render(Bundle(briefs=(brief,))).split("\n")[5:-1]


def test_an_empty_brief_is_its_title_and_status() -> None:
    text = render(Bundle(briefs=(Brief(id="b", title="Launch", updated_at=NOW),)))
    assert text == "Launch\n======\nStatus: draft · Updated: 3 Oct 2026\n"


def test_a_section_stands_under_its_title() -> None:
    assert lines(outcome="It works.", measure="12 shippers") == [
        "Outcome",
        "-------",
        "It works.",
        "",
        "Measure: 12 shippers",
    ]


def test_a_record_tells_who_then_what_then_the_rest() -> None:
    assert lines(
        parties=(Party(id="fin", name="Finance"), Party(id="sup", name="Support")),
        commitments=(
            Commitment(id="a", by="fin", to="sup", what="Pay", due=date(2026, 12, 1)),
            Commitment(id="b", by="fin", what="Count", state="kept"),
            Commitment(id="c", what="Think"),
        ),
    )[-7:] == [
        "------------------",
        "- Finance → Support: Pay",
        "  Due: 1 Dec 2026 · State: proposed",
        "- Finance: Count",
        "  State: kept",
        "- Think",
        "  State: proposed",
    ]


def test_long_lines_are_broken_and_hang_below_their_beginning() -> None:
    found = lines(tradeoffs=(Tradeoff(id="t", statement="word " * 30, standard="other " * 30),))
    assert found[2:6] == [
        "- Choose: " + "word " * 12 + "word",
        "  " + "word " * 14 + "word",
        "  word word",
        "  Standard: " + "other " * 9 + "other",
    ]


def test_facts_are_not_broken_where_they_fit_whole() -> None:
    parties = tuple(Party(id=f"p{n}", name=f"Party number {n}") for n in range(3))
    right = DecisionRight(
        id="d", decision="Go", deciders=("p0",), consulted=("p1",), informed=("p2",), backup="p1"
    )
    assert lines(parties=parties, decision_rights=(right,))[-3:] == [
        "- Go",
        "  Decides: Party number 0 · Consulted: Party number 1",
        "  Informed: Party number 2 · State: open · Backup: Party number 1",
    ]


def test_interests_stand_below_who_holds_them() -> None:
    held = (Interest(id="i", stance="fear", text="Blame", integrated="Named."),)
    found = lines(parties=(Party(id="p", name="Legal", interests=held),))
    assert found[-5:] == [
        "Interests",
        "---------",
        "Legal:",
        "- Fear: Blame",
        "  Integrated: Named.",
    ]


def test_a_title_with_a_gap_is_filled() -> None:
    assert lines(channels=(Channel(id="c", name="Note", cadence_days=7),))[-1] == "  Every 7 days"


def test_people_have_their_names() -> None:
    brief = Brief(id="b", title="One", parties=(Party(id="p", name="Legal", person="hanne"),))
    person = Person(id="hanne", name="Hanne Solberg")
    assert "Person: Hanne Solberg" in render(Bundle(briefs=(brief,), people=(person,)))


def test_wide_characters_take_their_room() -> None:
    found = lines(outcome="法務部門" * 30)
    assert len(found) > 4
    assert all(width(line) <= WIDTH for line in found)


def test_several_briefs_follow_one_another() -> None:
    both = render(Bundle(briefs=(Brief(id="a", title="A"), Brief(id="b", title="B"))))
    assert both == "A\n=\nStatus: draft\n\n\nB\n=\nStatus: draft\n"


@settings(max_examples=30, deadline=None)
@given(strategies.briefs())
def test_any_brief_fits_and_holds_no_controls(brief: Brief) -> None:
    text = render(Bundle(briefs=(brief,)))
    assert not CONTROLS.search(text)
    assert all(width(line) <= WIDTH for line in text.split("\n"))
    assert not any(line != line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("control", ["\x1b[31m", "\u202e", "\x00"])
def test_controls_are_left_out(control: str) -> None:
    assert lines(outcome=f"a{control}b")[2] in ("ab", "a[31mb")
