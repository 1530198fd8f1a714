"""What makes a list shorter: the rows that match what is typed, below their headings."""

from collections.abc import Callable, Iterator, Sequence

from coalition_tui.matching import by_letters, by_words, nearest, plain
from coalition_tui.tui.widgets.row import Row

Words = Callable[[Row], str]
"""What a row is found by."""

Match = Callable[[str, Sequence[str]], Sequence[int]]
"""The positions of the texts that match a query."""

MOST = 500
"""Rows that are looked through for the one to begin with."""
ROOM = 400
"""The width for which a row's lines are read: no cell is cut off or left out."""


def as_drawn(row: Row) -> str:
    """Everything that a row shows."""
    return " ".join(line.plain for line in row.lines(ROOM))


class Filter:
    """A query, and what it leaves of some rows.

    Whether it is looked for by words or by letters is decided when it is typed: when a row goes
    that was found by its words, no others come that only hold the letters.
    """

    def __init__(self, words: Words = as_drawn, *, keeps: bool = False) -> None:
        """Args: words: what a row is found by; keeps: a row that was found stays, as it changes."""
        self.keeps = keeps
        self._kept: set[str] = set()
        self._query = ""
        self._match: Match | None = None
        self._words = words
        self._rows: Sequence[Row] = ()
        self._texts: list[str] = []

    @property
    def query(self) -> str:
        """What is typed; empty for all rows."""
        return self._query

    @query.setter
    def query(self, query: str) -> None:
        self._query = query
        self._match = None
        self._kept.clear()

    def left(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows that match, in their order; a heading that matches keeps all below it."""
        if not self.query.strip():
            return rows
        self._read(rows)
        found = set(self._found())
        if self.keeps:
            found.update(at for at, each in enumerate(rows) if each.key in self._kept)
            self._kept.update(rows[at].key for at in found)
        return list(self._below_headings(found))

    def nearest(self, rows: Sequence[Row]) -> int:
        """The position of the row, among those that are left, to begin with."""
        texts = ["" if each.heading else plain(self._words(each)) for each in rows[:MOST]]
        return nearest(self.query, texts) if texts else 0

    def _read(self, rows: Sequence[Row]) -> None:
        """Read what the rows are found by, once."""
        if rows is not self._rows:
            self._rows = rows
            self._texts = [plain(self._words(each)) for each in rows]

    def _found(self) -> Sequence[int]:
        """The positions of the rows that match."""
        if self._match is not None:
            return self._match(self.query, self._texts)
        found = by_words(self.query, self._texts)
        near = [] if found else by_letters(self.query, self._texts)
        if self._texts:
            self._match = by_letters if near else by_words
        return found or near

    def _below_headings(self, found: set[int]) -> Iterator[Row]:
        heading: Row | None = None
        whole = False
        for position, row in enumerate(self._rows):
            if row.heading:
                heading, whole = row, position in found
                if whole:
                    yield row
            elif whole:
                yield row
            elif position in found:
                if heading is not None:
                    yield heading
                    heading = None
                yield row
