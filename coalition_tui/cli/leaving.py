"""The options of the commands by which a brief leaves."""

import click

from coalition_tui.cli import output
from coalition_tui.exchange.formats import AUDIENCES, FORMATS, FULL, Format, written
from coalition_tui.model import Bundle

in_format = click.option(
    "--format",
    "kind",
    type=click.Choice(tuple(FORMATS)),
    default="markdown",
    show_default=True,
    help="What it is written as.",
)
for_audience = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=FULL,
    show_default=True,
    help="For the room, what was told in confidence is left out.",
)


def for_them(bundle: Bundle, form: Format, audience: str) -> str:
    """The bundle as it leaves for an audience; what that leaves out is counted on stderr."""
    with output.progress("Writing"):
        text, withheld = written(bundle, form, audience)
    if withheld:
        output.note(f"Told in confidence, and left out: {withheld}")
    return text
