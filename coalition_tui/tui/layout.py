"""Rows of text laid out in cells: columns that line up, and texts that wrap.

Widths are terminal cells, so that a name in Chinese or an emoji takes the room it needs.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from textual.content import Content

from coalition_tui.clean import clean, one_line

GAP = 2


class Column(Struct, frozen=True):
    """A column of a table.

    `weight` is its share of the room that is left; 0 takes its widest cell, at most `most`. It
    is left out of a table narrower than `from_width`.
    """

    title: str
    weight: int = 0
    most: int = 24
    least: int = 4
    from_width: int = 0


@lru_cache(4096)
def text(value: str, style: str = "") -> Content:
    """A person's text on one line, never read as markup."""
    return Content.styled(one_line(value), style) if style else Content(one_line(value))


def wrapped(value: str, width: int, style: str = "") -> list[Content]:
    """A person's text on as many lines as it needs."""
    return list(_wrapped(value, width, style))


@lru_cache(1024)
def _wrapped(value: str, width: int, style: str) -> Sequence[Content]:
    lines: list[Content] = []
    for part in clean(value).expandtabs(4).split("\n"):
        content = Content(part.rstrip())
        fits = content.cell_length <= width
        lines.extend([content] if fits else map(Content.rstrip, content.wrap(max(width, 1))))
    return [line.stylize(style) for line in lines] if style else lines


def short_name(name: str, width: int) -> str:
    """A person's name in little room: the last name as an initial, before anything is cut."""
    first, *rest = one_line(name).split(" ")
    if Content(one_line(name)).cell_length > width and rest:
        return fit_text(f"{first} {rest[-1][0]}.", width)
    return fit_text(one_line(name), width)


def packed(parts: Sequence[Content], width: int, gap: int = 3) -> list[Content]:
    """Parts side by side on as many lines as they need; none is broken over two."""
    lines: list[Content] = []
    for part in parts:
        cut = part.truncate(max(width, 1), ellipsis=True)
        if lines and lines[-1].cell_length + gap + cut.cell_length <= width:
            lines[-1] += Content(" " * gap) + cut
        else:
            lines.append(cut)
    return lines


def labelled(label: str, value: Content | list[Content], width: int, room: int) -> list[Content]:
    """Lines with a label before the first and the same room before the others."""
    lines = value if isinstance(value, list) else [value]
    head = Content.styled(fit_text(label, room - 1), "$text-muted").pad_right(
        max(0, room - Content(fit_text(label, room - 1)).cell_length)
    )
    return [
        ((head if position == 0 else Content(" " * room)) + line).truncate(width)
        for position, line in enumerate(lines or [Content("")])
    ]


def fit_text(value: str, width: int) -> str:
    """A text cut to a width, with an ellipsis where something is left out."""
    return Content(value).truncate(max(width, 0), ellipsis=True).plain


def fit(content: Content, width: int) -> Content:
    """A content of exactly this width: cut with an ellipsis, or padded."""
    cut = content.truncate(width, ellipsis=True)
    return cut.pad_right(width - cut.cell_length)


def widths(columns: Sequence[Column], rows: Sequence[Sequence[Content]], width: int) -> list[int]:
    """How wide each column is so that the table fills the width."""
    sizes = [
        0
        if column.weight or width < column.from_width
        else min(
            column.most,
            max(
                (row[index].cell_length for row in rows),
                default=column.least,
            ),
        )
        for index, column in enumerate(columns)
    ]
    gaps = sum(GAP for size, column in zip(sizes, columns, strict=True) if size or column.weight)
    left = width - sum(sizes) - max(0, gaps - GAP)
    weights = sum(column.weight for column in columns)
    for index, column in enumerate(columns):
        if column.weight:
            sizes[index] = max(column.least, left * column.weight // weights)
    return sizes


def joined(cells: Sequence[Content], sizes: Sequence[int]) -> Content:
    """One line of a table."""
    parts = [fit(cell, size) for cell, size in zip(cells, sizes, strict=True) if size]
    return Content(" " * GAP).join(parts)
