"""The workspace that a command works on."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from coalition_tui import paths
from coalition_tui.cli import output
from coalition_tui.cli.errors import BadInput
from coalition_tui.edits import Edit
from coalition_tui.session import Session, StoreError, random_id, utc_now
from coalition_tui.store import TinyStore, backups
from coalition_tui.workspace import Workspace

if TYPE_CHECKING:
    from coalition_tui.config import Config

PATIENCE = 1.0
"""Seconds that a command which edits waits for another one to end."""

_WATCHED = f"{__name__}.watched"
"""Where a context has the first workspace that it opened: what is unreadable is told once."""


class Options(msgspec.Struct, frozen=True, dict=True):
    """What was said before the command."""

    db: str | None
    demo: bool
    read_only: bool

    @property
    def path(self) -> Path:
        """The workspace's file, but with `--demo`."""
        return paths.data_file(self.db)

    @cached_property
    def config(self) -> "Config | None":
        """What the person has settled; None when they have no configuration.

        BadInput when there is a mistake in it.
        """
        file = paths.config_file()
        if not file.exists():
            return None
        from coalition_tui.config import ConfigFault, load  # noqa: PLC0415 - few have one

        try:
            return load(file)
        except ConfigFault as fault:
            raise BadInput(str(fault)) from None


def options_of(context: click.Context) -> Options:
    """What was said before this command."""
    options = context.find_object(Options)
    assert options is not None  # noqa: S101 - the group makes it before any command
    return options


def path_of(context: click.Context) -> Path:
    """The workspace's file; with `--demo`, one that goes when the command ends."""
    options = options_of(context)
    return _demo_file(context) if options.demo else options.path


def store_of(context: click.Context, *, edits: bool = True, wait: float = 0.0) -> TinyStore:
    """The place where this command's workspace is kept, not opened yet.

    Args:
        context: the command's; at its end the store is closed.
        edits: it is to be written; otherwise its lock is left to others.
        wait: seconds to wait for somebody else who has it open.
    """
    options = options_of(context)
    reason = "--read-only was given" if options.read_only else ""
    store = TinyStore(
        path_of(context),
        reason or ("" if edits else "it was opened for reading"),
        wait=wait,
        kept=options.config.backups if options.config else backups.KEPT,
    )
    context.call_on_close(store.close)
    return store


def open_session(context: click.Context, *, edits: bool = False) -> Session:
    """The workspace, until the command ends.

    Args:
        context: the command's.
        edits: the command means to change it, and waits a moment for others to end.

    Raises:
        StoreError: the file can't be read, or can't be written when that is meant.
    """
    store = store_of(context, edits=edits, wait=PATIENCE)
    session = Session(store)
    if store.notice:
        output.note(store.notice)
    if _WATCHED not in context.meta:
        context.meta[_WATCHED] = workspace = session.workspace
        context.call_on_close(lambda: _note_unreadable(workspace))
    if edits and store.read_only:
        raise StoreError(f"{store.location}: {store.read_only}")
    return session


def _note_unreadable(workspace: Workspace) -> None:
    """Say at a command's end how many records it could not read of those it looked at."""
    found = workspace.found_unreadable()
    if found:
        said = f"Records that can't be read, and stand in the file only: {len(found)}"
        output.note(f"{said}; `coalition-tui doctor` names them")


def keep(session: Session, edit: Edit) -> None:
    """Make an edit and keep it. StoreError when it can't be kept."""
    session.perform(edit)
    if session.unsaved:
        raise StoreError(session.unsaved)


def _demo_file(context: click.Context) -> Path:
    """The samples, in a file in a folder of its own that goes when the command ends."""
    import shutil  # noqa: PLC0415 - rare
    import tempfile  # noqa: PLC0415 - rare

    from coalition_tui.exchange.samples import sample_edit  # noqa: PLC0415 - rare

    folder = Path(tempfile.mkdtemp(prefix="coalition-tui-"))
    context.call_on_close(lambda: shutil.rmtree(folder, ignore_errors=True))
    store = TinyStore(folder / "coalition.json")
    store.commit(sample_edit(store.load(), utc_now(), random_id))
    store.close()
    return Path(store.location)
