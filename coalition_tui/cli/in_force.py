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
from coalition_tui.memory import Memory
from coalition_tui.store.backups import folder_of

HEAD = ("WHAT", "FROM", "IS")
DEFAULT = "default"

Row = tuple[str, str, str]
"""What it is called, where it is said, and what it is; that is last, as a path is long."""


def rows(options: Options) -> Iterator[Row]:
    """All that is used.

    Raises:
        ValueError: the environment asks for a clipboard that is none.
    """
    config = options.config or Config()
    yield from _places(options)
    for name, value in config.settings.items():
        if name == "clipboard" and os.environ.get(VARIABLE):
            yield name, VARIABLE, str(chosen())
        else:
            yield name, _line(config, name), str(value).lower()
    for key_id, key in config.keys.items():
        yield key_id, _line(config, "keys", key_id), key
    yield _editor()
    tried = (*ways(chosen(config.clipboard), os.environ), "file")
    yield "copies by", "the first that works", ", ".join(tried)


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
    yield from _themes(config)
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


def _themes(config: Config | None) -> Iterator[str]:
    """Mistakes in the person's themes, and a theme that is configured and not there."""
    if not paths.themes_folder().is_dir() and not (config and config.line("theme")):
        return
    from coalition_tui.tui.themes import begun, every  # noqa: PLC0415 - as above

    told = {str(each): None for each in every() if isinstance(each, ConfigFault)}
    try:
        begun(config)
    except ConfigFault as fault:
        told[str(fault)] = None
    yield from told


def _places(options: Options) -> Iterator[Row]:
    if options.demo:
        yield "workspace", "--demo", "the samples, in a folder that goes at the end"
    else:
        named = "--db" if options.db else paths.DATA_VARIABLE
        said = options.db or os.environ.get(named)
        yield "workspace", named if said else DEFAULT, _found(options.path)
        yield "backups in", "beside it", _found(folder_of(options.path))
        yield "left off", "at the last quit", _found(Memory(options.path).file)
    named = paths.CONFIG_VARIABLE
    yield "configuration", _variable(named), _found(paths.config_file())
    yield "copies in", _variable(paths.DATA_VARIABLE), _found(paths.copies_folder())


def _editor() -> Row:
    try:
        command, variable = editor.chosen()
    except editor.EditorFault:
        return "editor", DEFAULT, "none"
    return "editor", variable or "the first one found", shlex.join(command)


def _line(config: Config, *steps: str) -> str:
    line = config.line(*steps)
    return f"line {line} of the configuration" if line else DEFAULT


def _variable(name: str) -> str:
    return name if os.environ.get(name) else DEFAULT


def _found(path: Path) -> str:
    return f"{path.absolute()}{'' if path.exists() else ' (not there yet)'}"
