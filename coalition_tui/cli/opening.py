"""The workspace that a command works on."""

from dataclasses import dataclass
from pathlib import Path

import click

from coalition_tui import paths
from coalition_tui.edits import Edit
from coalition_tui.session import Session, StoreError
from coalition_tui.store import TinyStore


@dataclass(frozen=True)
class Options:
    """What was said before the command."""

    db: str | None
    read_only: bool

    @property
    def path(self) -> Path:
        """The workspace's file."""
        return paths.data_file(self.db)


def open_session(context: click.Context, *, edits: bool = False) -> Session:
    """The workspace, until the command ends.

    Args:
        context: the command's.
        edits: the command means to change it.

    Raises:
        StoreError: the file can't be read, or can't be written when that is meant.
    """
    options = context.find_object(Options)
    assert options is not None  # noqa: S101 - the group makes it before any command
    store = TinyStore(options.path, "--read-only was given" if options.read_only else "")
    session = Session(store)
    context.call_on_close(session.close)
    if edits and store.read_only:
        raise StoreError(f"{store.location}: {store.read_only}")
    return session


def keep(session: Session, edit: Edit) -> None:
    """Make an edit and keep it. StoreError when it can't be kept."""
    session.perform(edit)
    if session.unsaved:
        raise StoreError(session.unsaved)
