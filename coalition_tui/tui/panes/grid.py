"""Rows in columns that are measured together, for what is gathered from several records."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from textual.content import Content

from coalition_tui.pointer import Path
from coalition_tui.tui.layout import Column, joined, widths
from coalition_tui.tui.panes.tables import MUTED
from coalition_tui.tui.widgets.row import Row
from coalition_tui.workspace import Place


class Line(Struct, frozen=True):
    """One row of a grid: its key, its cells, and what it is about: here, or elsewhere."""

    key: str
    cells: Sequence[Content]
    path: Path = ()
    place: Place | None = None
    flag: Content | None = None


def grid(columns: Sequence[Column], lines: Iterable[Line]) -> list[Row]:
    """Rows of one line each, their columns as wide as their cells need."""
    listed = list(lines)
    cells = [each.cells for each in listed]
    sizes: dict[int, list[int]] = {}

    def drawn(line: Line) -> Callable[[int], Sequence[Content]]:
        def at(width: int) -> Sequence[Content]:
            if width not in sizes:
                sizes[width] = widths(columns, cells, width)
            return [joined(line.cells, sizes[width])]

        return at

    return [
        Row(each.key, drawn(each), each.path, 1, flag=each.flag, place=each.place)
        for each in listed
    ]


def heading(title: str, note: str = "") -> Row:
    """A line above rows that belong together."""
    content = Content.styled(title, "$secondary bold") + Content.styled(f"  {note}", MUTED)
    return Row(
        f"heading-{title}",
        lambda width: [content.truncate(width, ellipsis=True)],
        height=1,
        heading=True,
    )


def note(words: str) -> Row:
    """A remark where there are no rows."""
    content = Content.styled(words, f"{MUTED} italic")
    return Row(f"note-{words}", lambda width: content.wrap(max(1, width)))
