"""`agenda`: what is due, as a table and as JSON."""

import pytest

from coalition_tui.rules.agenda import agenda
from coalition_tui.workspace import Workspace
from tests.rules.circle import TODAY

AS_OF = ("--as-of", TODAY.isoformat())


def test_json_holds_every_line_in_order(command, filled, samples: Workspace):
    done = command("agenda", "--json", "--days", "60", *AS_OF)
    assert done.code == 0
    assert done.err == ""
    assert done.json == [
        {
            "on": each.on.isoformat(),
            "kind": each.kind,
            "what": each.what,
            "who": each.who,
            "brief": each.brief,
            "coalition": each.coalition,
        }
        for each in agenda(samples, TODAY, 60)
    ]
    assert {each["kind"] for each in done.json} > {"commitment", "contact", "review", "signal"}


def test_fourteen_days_unless_told_otherwise(command, filled):
    assert command("agenda", "--json", *AS_OF).json == (
        command("agenda", "--json", "--days", "14", *AS_OF).json
    )
    shorter = command("agenda", "--json", "--days", "0", *AS_OF).json
    assert 0 < len(shorter) < len(command("agenda", "--json", *AS_OF).json)


def test_a_table_says_where_each_line_belongs(command, filled):
    head, first, *_ = command("agenda", *AS_OF).out.splitlines()
    assert head.split() == ["ON", "KIND", "WHAT", "WHO", "WHERE"]
    assert "contact     Be in touch, with no ask" in first
    assert "  Ewan Brodie  " in first
    assert first.endswith("  The Day 200 Table")
    assert first.index("Ewan") == head.index("WHO")


def test_an_empty_workspace_has_nothing_due(command):
    done = command("agenda")
    assert (done.code, done.out, done.err) == (0, "", "Nothing is due.\n")
    assert command("agenda", "--json").json == []


@pytest.mark.parametrize(
    "arguments",
    [("--days", "-1"), ("--days", "soon"), ("--as-of", "2026-02-30"), ("--as-of", ""), ("extra",)],
)
def test_bad_usage(command, filled, arguments):
    assert command("agenda", *arguments).code == 2


def test_any_number_of_days_and_any_day(command, filled):
    assert command("agenda", "--days", "9" * 30, *AS_OF).code == 0
    assert command("agenda", "--as-of", "9999-12-31").code == 0
    assert command("agenda", "--as-of", "0001-01-01", "--days", "999999").code == 0
