"""`coalition-tui where`."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from coalition_tui import paths
from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.cli.opening import Options, options_of
from coalition_tui.clipboard import VARIABLE, Setting, chosen
from coalition_tui.config import Config
from coalition_tui.store.backups import folder_of

HEAD = ("WHAT", "IS", "FROM")


@click.command()
@click.pass_context
def command(context: click.Context) -> None:
    """Say what is used, and from where: files and settings."""
    options = options_of(context)
    config = options.config or Config()
    rows = [*_places(options), *_settings(config)]
    output.write_table(HEAD, rows, flexible=HEAD.index("IS"))


def _places(options: Options) -> Iterator[tuple[str, str, str]]:
    workspace, config = options.path, paths.config_file()
    named = "--db" if options.db else paths.DATA_VARIABLE
    yield "workspace", _found(workspace), named if options.db or named in os.environ else ""
    yield (
        "configuration",
        _found(config),
        paths.CONFIG_VARIABLE if os.environ.get(paths.CONFIG_VARIABLE) else "",
    )
    yield "backups in", _found(folder_of(workspace)), ""
    yield "copies in", _found(paths.copies_folder()), ""


def _settings(config: Config) -> Iterator[tuple[str, str, str]]:
    for name, value in config.settings.items():
        line = config.line(name)
        if name == "clipboard" and os.environ.get(VARIABLE):
            yield name, _from_environment(), VARIABLE
        else:
            yield name, str(value), f"line {line} of the configuration" if line else "default"


def _from_environment() -> Setting:
    try:
        return chosen()
    except ValueError as error:
        raise BadInput(str(error)) from None


def _found(path: Path) -> str:
    return f"{path}{'' if path.exists() else ' (not there yet)'}"
