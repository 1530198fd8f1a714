"""The workspace that a command works on."""

from dataclasses import dataclass
from pathlib import Path

import click

from coalition_tui import paths
from coalition_tui.edits import Edit
from coalition_tui.session import Session, StoreError, random_id, utc_now
from coalition_tui.store import TinyStore


@dataclass(frozen=True)
class Options:
    """What was said before the command."""

    db: str | None
    demo: bool
    read_only: bool

    @property
    def path(self) -> Path:
        """The workspace's file, but with `--demo`."""
        return paths.data_file(self.db)


def options_of(context: click.Context) -> Options:
    """What was said before this command."""
    options = context.find_object(Options)
    assert options is not None  # noqa: S101 - the group makes it before any command
    return options


def open_session(context: click.Context, *, edits: bool = False) -> Session:
    """The workspace, until the command ends.

    Args:
        context: the command's.
        edits: the command means to change it.

    Raises:
        StoreError: the file can't be read, or can't be written when that is meant.
    """
    options = options_of(context)
    path = _demo_file(context) if options.demo else options.path
    store = TinyStore(path, "--read-only was given" if options.read_only else "")
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


def _demo_file(context: click.Context) -> Path:
    """The samples, in a file in a folder of its own that goes when the command ends."""
    import shutil  # noqa: PLC0415 - rare
    import tempfile  # noqa: PLC0415 - rare

    from coalition_tui.exchange.importing import import_edit, read_bundle  # noqa: PLC0415 - rare

    folder = Path(tempfile.mkdtemp(prefix="coalition-tui-"))
    context.call_on_close(lambda: shutil.rmtree(folder, ignore_errors=True))
    store = TinyStore(folder / "coalition.json")
    samples = sorted(paths.resource_folder("sample_data").glob("*.json"))
    readings = [read_bundle(each.read_bytes(), each.name) for each in samples]
    empty = store.load()
    store.commit(import_edit(empty, readings, replace=False, now=utc_now(), new_id=random_id))
    return Path(store.location)
