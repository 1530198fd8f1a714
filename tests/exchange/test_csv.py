"""Commitments for spreadsheets."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given, settings

from coalition_tui.exchange.csv import render, safe
from coalition_tui.fields import fields
from coalition_tui.model import Brief, Bundle, Commitment, Party
from tests import strategies

BRIEF = Brief(
    id="b1",
    title="Launch, wave one",
    parties=(Party(id="fin", name="Finance"), Party(id="sup", name='The "desk"')),
    commitments=(
        Commitment(
            id="c1",
            by="fin",
            to="sup",
            what="Pay\nin time",
            due=date(2026, 12, 1),
            state="asked",
            backup="sup",
        ),
        Commitment(id="c2", what="=1+1"),
    ),
)


def rows(*briefs: Brief) -> list[dict[str, str]]:
    """The table as a program reads it."""
    return list(csv.DictReader(StringIO(render(Bundle(briefs=briefs)), newline="")))


def test_each_commitment_is_a_row_in_words() -> None:
    assert rows(BRIEF)[0] == {
        "Brief": "Launch, wave one",
        "By": "Finance",
        "To": 'The "desk"',
        "What": "Pay\nin time",
        "Due": "2026-12-01",
        "State": "asked",
        "Asked": "",
        "Accepted": "",
        "Closed": "",
        "Backup": 'The "desk"',
        "Brief id": "b1",
        "Commitment id": "c1",
    }
    assert rows(BRIEF)[1]["To"] == "the whole coalition"


def test_it_is_written_by_the_rfc() -> None:
    text = render(Bundle(briefs=(BRIEF,)))
    assert text.startswith("Brief,By,To,What,Due,State,Asked,Accepted,Closed,Backup,Brief id,Comm")
    assert '"Launch, wave one",Finance,"The ""desk""","Pay\nin time",2026-12-01,' in text
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 3


def test_a_brief_without_commitments_has_no_rows() -> None:
    assert rows(Brief(id="b", title="B")) == []
    assert rows(Brief(id="b", title="B"), BRIEF)[0]["Brief id"] == "b1"


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@sum(a1)", "\tx", "\rx", " =1+1", "\n=1", "＝1", "＋1", "－1", "＠1"],
)
def test_what_a_spreadsheet_calculates_is_a_text(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1 = 1", "a-b", "2026-12-01", "'=1", "½", "→ x"])
def test_other_cells_are_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


@settings(max_examples=30, deadline=None)
@given(strategies.briefs())
def test_no_cell_of_any_brief_is_a_formula(brief: Brief) -> None:
    for row in rows(brief):
        assert len(row) == len(fields(Commitment)) + 2
        assert None not in row
        for cell in row.values():
            assert not cell.strip(" \n").startswith(tuple("=+-@\t\r＝＋－＠"))
