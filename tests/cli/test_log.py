"""`log`: one interaction in one line."""

from datetime import timedelta
from pathlib import Path

import pytest

from coalition_tui.cli.dates import today
from coalition_tui.model import Coalition, Interaction
from coalition_tui.store import TinyStore


def coalition(database: Path) -> Coalition:
    """The sample coalition as the file has it."""
    return TinyStore(database, "only looked at").load().coalitions["day-200"]


def last(database: Path) -> Interaction:
    return coalition(database).interactions[-1]


def test_one_interaction_is_kept_at_the_end(command, filled):
    before = coalition(filled).interactions
    done = command(
        "log", "DAY 200", "give", "marisol", "Tobias R", "marisol-etcheverry",
        "--on", "yesterday", "--note", "Coffee,\nand a list", "--brief", "alarm",
        "--evidence", "fair", "--evidence", "delivered", "--evidence", "fair",
    )  # fmt: skip
    on = today() - timedelta(days=1)
    people = "Marisol Etcheverry, Tobias Renner"
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Logged in The Day 200 Table on {on}: give with {people}.\n"
    *rest, new = coalition(filled).interactions
    assert tuple(rest) == before
    assert new == Interaction(
        id=new.id,
        on=on,
        kind="give",
        people=("marisol-etcheverry", "tobias-renner"),
        brief="alarm-triage-ai",
        evidence=("fair", "delivered"),
        note="Coffee,\nand a list",
    )
    assert len(new.id) == 12


def test_today_by_me_without_more_words(command, filled):
    assert command("log", "day-200", "social", "greta").code == 0
    new = last(filled)
    assert (new.on, new.kind, new.by, new.people) == (today(), "social", "", ("greta-oberg",))
    assert (new.brief, new.evidence, new.held, new.note) == ("", (), True, "")


def test_control_characters_stay_out(command, filled):
    assert command("log", "day-200", "social", "greta", "--note", "a\x1b[2Jb\x07").code == 0
    assert last(filled).note == "a[2Jb"


def test_somebody_who_is_no_member_is_logged_and_pointed_out(command, filled):
    done = command("log", "day-200", "social", "torben", "greta")
    assert done.code == 0
    assert done.err == "Torben Falk: not in The Day 200 Table now; rules look at its members.\n"
    assert last(filled).people == ("torben-falk", "greta-oberg")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("day-200", "social", "greta", "--on", "tomorrow"), "is in the future"),
        (("day-200", "social", "greta", "--on", "2026-02-30"), "no day 2026-02-30"),
        (("day-200", "social", "greta", "--on", ""), "no date"),
        (("day-200", "social"), "PERSON"),
        (("day-200", "coffee", "greta"), "'coffee' is not one of 'social'"),
        (("day-200", "social", "gretel"), 'no person "gretel"'),
        (("day-200", "social", "ol"), "names more than one person"),
        (("nobody's", "social", "greta"), "no coalition"),
        (("day-200", "social", "greta", "--brief", "zzz"), 'no brief "zzz"'),
        (("day-200", "social", "greta", "--evidence", "loyal"), "'loyal' is not one of"),
        (("day-200", "social", "greta", "--note", "x" * 20_001), "--note: 20,001 characters"),
    ],
)
def test_what_is_refused_is_said_in_one_line_and_changes_nothing(command, filled, arguments, words):
    before = coalition(filled)
    done = command("log", *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert coalition(filled) == before


def test_the_candidates_of_an_ambiguous_name_are_listed(command, filled):
    error = command("log", "day-200", "social", "ol").err
    assert "marisol-etcheverry (Marisol Etcheverry), hanne-solberg (Hanne Solberg)" in error


def test_nothing_is_logged_read_only(command, filled):
    before = coalition(filled)
    assert command("--read-only", "log", "day-200", "social", "greta").code == 3
    assert coalition(filled) == before
