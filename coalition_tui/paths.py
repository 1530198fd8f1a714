"""Where the program's files are: its data, its configuration, and what is packed with it."""

import os
from pathlib import Path

APP = "coalition-tui"
DATA_VARIABLE = "COALITION_TUI_DB"
CONFIG_VARIABLE = "COALITION_TUI_CONFIG"


LONGEST = 4096
"""Characters of a path, at most, on any system."""


def named_path(name: str) -> Path:
    """A path as people name it, `~` being their home; `~nobody` is a name like any other."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        return Path(name)


def data_file(option: str | None = None) -> Path:
    """The workspace's file: the option's, else the environment's, else the user's data folder."""
    named = option or os.environ.get(DATA_VARIABLE)
    if named:
        return named_path(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - start is faster without it

    return user_data_path(APP, appauthor=False) / "coalition.json"


def copies_folder() -> Path:
    """Where a copy is saved when there is no clipboard for it."""
    return data_file().parent / "copies"


def state_folder() -> Path:
    """What the program remembers for its own convenience."""
    from platformdirs import user_state_path  # noqa: PLC0415 - start is faster without it

    return user_state_path(APP, appauthor=False)


def config_file() -> Path:
    """The configuration: the environment's, else the one in the user's configuration folder."""
    named = os.environ.get(CONFIG_VARIABLE)
    if named:
        return named_path(named)
    from platformdirs import user_config_path  # noqa: PLC0415 - start is faster without it

    return user_config_path(APP, appauthor=False) / "config.toml"


def themes_folder() -> Path:
    """Where a person's own themes are: beside the configuration."""
    return config_file().parent / "themes"


def crash_file() -> Path:
    """Where it is kept why the app had to end, the last time that it had to."""
    from platformdirs import user_log_path  # noqa: PLC0415 - start is faster without it

    return user_log_path(APP, appauthor=False) / "crash.log"


def resource_folder(name: str) -> Path:
    """A folder that comes with the program: `styles` or `sample_data`.

    An installed program has it beside its modules, a checkout one folder up.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    package = Path(__file__).parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation of {APP} lacks its folder {name}")


def resource(folder: str, name: str) -> Path:
    """A file that comes with the program. FileNotFoundError when its folder is missing."""
    return resource_folder(folder) / name
