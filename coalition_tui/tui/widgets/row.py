"""One row of a list: what stands in it, and what it is about."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual.content import Content

from coalition_tui.pointer import Path
from coalition_tui.workspace import Place


class Row(Struct, frozen=True, eq=False):
    """One row: what it stands for, and its lines for a width.

    `key` stays the same while the row changes, so that the cursor stays on it. `height` is the
    number of lines when that does not depend on the width; 0 when it does. `head` is how many
    of the lines the cursor lights up; 0 for all. `flag` stands between the cursor's mark and the
    first line. `place` is where Enter leads from a row that is about something elsewhere.
    `heading` says that it stands above the rows up to the next heading, which belong to it.
    """

    key: str
    lines: Callable[[int], Sequence[Content]]
    path: Path = ()
    height: int = 0
    head: int = 0
    flag: Content | None = None
    place: Place | None = None
    heading: bool = False
