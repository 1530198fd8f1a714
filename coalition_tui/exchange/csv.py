"""Commitments as a table for spreadsheets: one row each, by RFC 4180."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

from coalition_tui.clean import clean
from coalition_tui.exchange.outline import names_of
from coalition_tui.fields import fields, headline_field, noun
from coalition_tui.model import Brief, Bundle, Commitment
from coalition_tui.wording import Names, in_words
from coalition_tui.work import steps

_COLUMNS = tuple(item for item in fields(Commitment) if item.name != "id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet calculate, also in the wide forms of East Asian keyboards."""


def render(bundle: Bundle) -> str:
    """A line of titles, then every commitment of every brief; the ids stand last."""
    written = StringIO(newline="")
    table = csv.writer(written)
    called = headline_field(Brief)
    table.writerow(
        [noun(Brief).capitalize(), *(item.title for item in _COLUMNS), "Brief id", "Commitment id"]
    )
    for brief in steps(bundle.briefs):
        names = names_of(bundle, brief)
        for each in brief.commitments:
            row = [in_words(called, brief.title, names), *_cells(each, names), brief.id, each.id]
            table.writerow([safe(cell) for cell in row])
    return written.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe keeps it a text."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell


def _cells(commitment: Commitment, names: Names) -> Iterator[str]:
    for item in _COLUMNS:
        value = getattr(commitment, item.name)
        # Spreadsheets sort days that are written this way.
        yield value.isoformat() if isinstance(value, date) else clean(in_words(item, value, names))
