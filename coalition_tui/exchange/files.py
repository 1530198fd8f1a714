"""Exports as files: private, safely named, and never over another file unless that is meant."""

import re
import unicodedata
from pathlib import Path

from coalition_tui import atomic
from coalition_tui.exchange.formats import FORMATS, Format
from coalition_tui.model import Bundle

SLUG_LIMIT = 60
_MARK = "\ufeff"
"""Begins a table's file: Excel takes one without it for text in an encoding of the country's."""


def slug(title: str) -> str:
    """A title as part of a file name: a-z, 0-9 and single hyphens; empty when none are left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG_LIMIT].strip("-")


def file_name(bundle: Bundle, kind: Format) -> str:
    """What the file of a bundle is called: after its brief when it holds one."""
    if len(bundle.briefs) != 1:
        return f"briefs{kind.suffix}"
    brief = bundle.briefs[0]
    return f"{slug(brief.title) or slug(brief.id) or 'brief'}{kind.suffix}"


def write_export(path: Path, text: str, *, force: bool = False) -> None:
    """Write an export, for its owner only, durably.

    Args:
        path: the file; a table (`.csv`) begins with a byte order mark.
        text: what it is to hold.
        force: replace what has that name; of a link the link itself, never what it leads to.

    Raises:
        FileExistsError: something has that name and `force` was not said.
        OSError: the file can't be written; then nothing is left of it.
    """
    write = atomic.replace if force else atomic.create
    mark = _MARK if path.suffix.lower() == FORMATS["csv"].suffix else ""
    write(path, f"{mark}{text}".encode())
