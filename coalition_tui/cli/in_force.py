"""What is used, and from where: files, settings, keys, the editor, the ways to the clipboard."""

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from coalition_tui import editor, paths
from coalition_tui.cli.opening import Options
from coalition_tui.clipboard import VARIABLE, chosen, ways
from coalition_tui.config import Config, ConfigFault
from coalition_tui.store.backups import folder_of

HEAD = ("WHAT", "IS", "FROM")
DEFAULT = "default"

Row = tuple[str, str, str]
"""What it is called, what it is, and where that is said."""


def rows(options: Options) -> Iterator[Row]:
    """All that is used.

    Raises:
        ValueError: the environment asks for a clipboard that is none.
    """
    config = options.config or Config()
    yield from _places(options)
    for name, value in config.settings.items():
        if name == "clipboard" and os.environ.get(VARIABLE):
            yield name, str(chosen()), VARIABLE
        else:
            yield name, str(value), _line(config, name)
    for key_id, key in config.keys.items():
        yield key_id, key, _line(config, "keys", key_id)
    yield _editor()
    tried = (*ways(chosen(config.clipboard), os.environ), "file")
    yield "copies by", ", ".join(tried), "the first that works"


def problems(options: Options) -> Iterator[str]:
    """What will be refused or will fail when it is used."""
    config = options.config
    if config and config.keys:
        # Only the app needs its keys, and what they are called: commands start without it.
        from coalition_tui.tui.keymap import keymap  # noqa: PLC0415

        try:
            keymap(config)
        except ConfigFault as fault:
            yield str(fault)
    try:
        command, variable = editor.chosen()
    except editor.EditorFault as fault:
        yield str(fault)
    else:
        if not shutil.which(command[0]):
            yield f"{variable} names {command[0]}, which is not there"
    try:
        chosen()
    except ValueError as error:
        yield str(error)


def _places(options: Options) -> Iterator[Row]:
    if options.demo:
        yield "workspace", "the samples, in a folder that goes at the end", "--demo"
    else:
        named = "--db" if options.db else paths.DATA_VARIABLE
        said = options.db or os.environ.get(named)
        yield "workspace", _found(options.path), named if said else DEFAULT
        yield "backups in", _found(folder_of(options.path)), "beside it"
    named = paths.CONFIG_VARIABLE
    yield "configuration", _found(paths.config_file()), _variable(named)
    yield "copies in", _found(paths.copies_folder()), _variable(paths.DATA_VARIABLE)


def _editor() -> Row:
    try:
        command, variable = editor.chosen()
    except editor.EditorFault:
        return "editor", "none", DEFAULT
    return "editor", shlex.join(command), variable or "the first one found"


def _line(config: Config, *steps: str) -> str:
    line = config.line(*steps)
    return f"line {line} of the configuration" if line else DEFAULT


def _variable(name: str) -> str:
    return name if os.environ.get(name) else DEFAULT


def _found(path: Path) -> str:
    return f"{path.absolute()}{'' if path.exists() else ' (not there yet)'}"
