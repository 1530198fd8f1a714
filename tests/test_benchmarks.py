"""The budgets, in small: a row fails here only when it is twice over its budget.

What other programs do to this machine meanwhile must not fail a test, so most rows count time of
the processor. The real figures are `make bench`'s.
"""

import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import report
from benchmarks.__main__ import FAMILIES, measured, name
from benchmarks.ground import Ground
from benchmarks.peers import PEERS
from benchmarks.ratios import Result, Row, compared, in_turn, percentile
from benchmarks.terminal import Terminal

ROW = Row("a row", 2.0, beside="another")


@pytest.mark.slow
@pytest.mark.parametrize("family", [each for each in FAMILIES if hasattr(each, "small")], ids=name)
def test_no_row_is_twice_over_its_budget(family: ModuleType) -> None:
    with Ground() as ground:
        results = list(family.small(ground))
    assert results
    for each in results:
        assert each.within(2), (each.row.what, each.middle, each.behind)


def test_ratios_are_taken_within_each_run() -> None:
    ours, theirs = iter([9.0, 2.0, 30.0, 4.0]), iter([9.0, 1.0, 10.0, 1.0])
    runs = in_turn([lambda: {"ours": [next(ours)]}, lambda: {"theirs": [next(theirs)]}], 3)
    result = compared(ROW, runs, "ours", "theirs")
    assert (result.values, result.middle) == ([2.0, 3.0, 4.0], 3.0)
    assert not result.within()
    assert result.within(2)


def test_the_first_run_does_not_count_and_none_begins_too_late() -> None:
    made = iter(range(100))
    runs = in_turn([lambda: {"x": [next(made)]}], 20, until=0)
    assert runs == {"x": [[1], [2], [3]]}


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(each) for each in range(200, 0, -1)]
    assert (percentile(values, 50), percentile(values, 99)) == (101, 199)
    assert percentile([7.0], 99) == 7


def test_what_can_not_be_measured_stands_in_the_table_and_is_no_success() -> None:
    family = ModuleType("benchmarks.broken")
    family.ROWS, family.SHARE = (ROW, Row("the next", 1)), 1  # type: ignore[attr-defined]  # a module of our own

    def results(_: Ground):
        yield Result(ROW, [1.0])
        raise OSError("no such\nthing")

    family.results = results  # type: ignore[attr-defined]
    found = list(measured(family))
    assert [each.within() for each in found] == [True, False]
    table = "\n".join(report.lines(found))
    assert "| the next | ≤ 1 × |  |  | 0 | OSError: no such thing | **not measured** |" in table


def test_the_results_hold_each_row_and_the_budgets_of_today() -> None:
    text = report.RESULTS.read_text(encoding="utf-8")
    for family in FAMILIES:
        for row in family.ROWS:
            assert f"| {row.what} | ≤ {row.budget:g}" in text, row.what


def test_a_program_that_ends_early_is_told_from_one_that_does_not_answer(tmp_path: Path) -> None:
    dies = "[os.close(each) for each in (0, 1, 2)]; time.sleep(0.3); os.abort()"
    code = f"import os, time; print('begun', flush=True); {dies}"
    with (
        Terminal([sys.executable, "-c", code], tmp_path) as terminal,
        pytest.raises(TimeoutError, match="it ended with status -6; the screen: begun"),
    ):
        terminal.output(b"ready")


def test_peers_are_no_dependencies() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())
    needed = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    assert not [each for each in needed if any(peer.package in each for peer in PEERS)]
