"""What commands print: texts that no terminal obeys, aligned tables, and JSON."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click
import msgspec

from coalition_tui.cells import fitted, width
from coalition_tui.clean import clean, one_line

_GAP = "  "


def write(text: str) -> None:
    """A whole text on stdout, in UTF-8 and without control characters; CRLF stays CRLF."""
    stream = sys.stdout.buffer
    stream.write("\r\n".join(map(clean, text.split("\r\n"))).encode())
    stream.flush()


def write_json(value: Any) -> None:
    """One JSON document on stdout."""
    write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def note(text: str) -> None:
    """A line on stderr, for the person and not for the next program."""
    click.echo(one_line(text), err=True)


def write_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], flexible: int | None = None
) -> None:
    """Rows in aligned columns; on a terminal, the flexible column is cut until they fit."""
    cells = [[one_line(cell) for cell in row] for row in (head, *rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(head))]
    if flexible is not None and sys.stdout.isatty():
        spare = os.get_terminal_size().columns - sum(widths) - len(_GAP) * (len(head) - 1)
        widths[flexible] = max(8, widths[flexible] + min(0, spare))
    lines = (
        _GAP.join(fitted(cell, room) for cell, room in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )
    write("".join(f"{line}\n" for line in lines))
