"""What commands print: texts that no terminal obeys, aligned tables, and JSON."""

import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
import msgspec

from coalition_tui.cells import fitted, width
from coalition_tui.clean import clean, one_line
from coalition_tui.work import Work

_GAP = "  "
PATIENCE = 0.5
"""Seconds after which a person wants to know what goes on."""


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


@contextmanager
def progress(what: str) -> Iterator[None]:
    """Say on a terminal's stderr how far the work inside has come, once it takes long."""
    begun = time.monotonic()
    shown = False

    def report(done: int, of: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - begun > PATIENCE:
            shown = True
            click.echo(f"\r{what}: {done:,} of {of:,}\x1b[K", err=True, nl=False)

    try:
        with Work(report).going_on():
            yield
    finally:
        if shown:
            click.echo("\r\x1b[K", err=True, nl=False)


@contextmanager
def patience(what: str) -> Iterator[None]:
    """Say on a terminal's stderr what is waited for, once that takes long."""
    shown = threading.Event()

    def say() -> None:
        shown.set()
        click.echo(f"{what} …", err=True, nl=False)

    timer = threading.Timer(PATIENCE, say)
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if shown.is_set():
            click.echo("\r\x1b[K", err=True, nl=False)


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
