"""The formats that briefs leave in, in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from coalition_tui.exchange.audience import for_room
from coalition_tui.model import Bundle

FULL, ROOM = "full", "room"
AUDIENCES = (FULL, ROOM)
"""For whom an export is: with everything, or without what was told in confidence."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a bundle.

    The module of this folder with the format's name renders it, imported when it is asked to.
    `whole` formats hold coalitions and people too; the others leave them out.
    """

    name: str
    title: str
    suffix: str
    whole: bool = False

    def render(self, bundle: Bundle) -> str:
        """The bundle as text."""
        render: Callable[[Bundle], str] = import_module(f"{__package__}.{self.name}").render
        return render(bundle)


FORMATS = {
    each.name: each
    for each in (
        Format("json", "JSON", ".json", whole=True),
        Format("markdown", "Markdown", ".md"),
        Format("text", "Plain text", ".txt"),
        Format("html", "HTML page", ".html"),
        Format("csv", "CSV, commitments only", ".csv"),
    )
}


def written(bundle: Bundle, kind: Format, audience: str = FULL) -> tuple[str, int]:
    """A bundle as it leaves for an audience, and how many confidences that leaves out.

    Args:
        bundle: with the people and coalitions around its briefs, for their names.
        kind: the format; what it can't hold is left out and not counted.
        audience: one of `AUDIENCES`.
    """
    if audience == FULL:
        return kind.render(bundle), 0
    shown, withheld = for_room(bundle)
    if not kind.whole:
        _, withheld = for_room(Bundle(briefs=bundle.briefs))
    return kind.render(shown), withheld


def format_of(path: str) -> Format | None:
    """The format that a file's name ends like; None when it is none of them."""
    return next((each for each in FORMATS.values() if path.lower().endswith(each.suffix)), None)
