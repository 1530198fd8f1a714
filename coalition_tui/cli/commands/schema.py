"""`coalition-tui schema`."""

import click

from coalition_tui.cli import output
from coalition_tui.exchange import json


@click.command()
def command() -> None:
    """Print the JSON Schema of the file that travels."""
    output.write_json(json.schema())
