"""Where a file goes that a command is to write."""

import os
from pathlib import Path

from coalition_tui import atomic
from coalition_tui.cli.errors import BadInput


def placed(named: str, name: str) -> Path:
    """The file that a person named; in a folder, the file of this name.

    What ends in a slash is a folder, and made if it is missing, for its owner only.

    Raises:
        BadInput: it ends in a slash, and is no folder.
        OSError: the folder can't be made.
    """
    path = Path(named)
    if named.endswith(os.sep):
        atomic.make_folder(path)
        if not path.is_dir():
            raise BadInput(f"{path} is no folder")
    return path / name if path.is_dir() else path
