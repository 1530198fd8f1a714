"""The app on a workspace, from its first frame to the last edit."""

import sys
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from coalition_tui import collector
from coalition_tui.cli import output
from coalition_tui.cli.errors import FILE_TROUBLE, BadInput
from coalition_tui.cli.opening import options_of, store_of
from coalition_tui.memory import Memory
from coalition_tui.paths import themes_folder
from coalition_tui.session import Recovery, Session, StoreError
from coalition_tui.tui.app import CoalitionApp
from coalition_tui.tui.theme import DARK, TERMINAL, has_few_colours

if TYPE_CHECKING:
    from textual.theme import Theme

    from coalition_tui.config import Config
    from coalition_tui.store import TinyStore

    Taken = tuple[Mapping[str, str], Theme]

AT_ONCE = 2 << 20
"""Bytes that are loaded sooner than a second frame would be drawn."""
SWITCH = 0.0005
"""Seconds after which a thread that waits gets its turn."""
DEMO_NOTICE = "These are samples: what you change here is gone when you quit."


def open_app(context: click.Context) -> None:
    """Run the app until the person leaves; if the file is damaged, ask what to recover first."""
    options = options_of(context)
    memory = None if options.demo else Memory(options.path)
    taken = _taken(options.config, memory.load().theme if memory else "")
    store = store_of(context)
    notice = DEMO_NOTICE if options_of(context).demo else ""
    # A frame is written by a thread of its own: that it waits for its turn must not be seen.
    sys.setswitchinterval(SWITCH)
    try:
        code = _run(context, store, notice, taken, memory)
    except Recovery as recovery:
        if store.read_only or not recovery.choices:
            raise
        from coalition_tui.tui.recovery import RecoveryApp  # noqa: PLC0415 - rare

        asking = RecoveryApp(recovery, taken[1])
        choice = asking.run()
        if asking.mishap is not None:
            raise asking.mishap from None
        if choice is None:
            raise
        aside = store.recover(choice)
        notice = f"Recovered; the files as they were are in {aside}"
        code = _run(context, store, notice, taken, memory)
    context.exit(code)


def _run(
    context: click.Context, store: "TinyStore", notice: str, taken: "Taken", memory: Memory | None
) -> int:
    """Run the app, and return its exit code; a large file is opened after the first frame."""
    keymap, theme = taken
    with ExitStack() as beginning:
        beginning.enter_context(collector.paused())
        session = Session(store, later=store.size > AT_ONCE)
        context.call_on_close(session.close)
        app = CoalitionApp(session, notice=notice, config=options_of(context).config, theme=theme)
        if keymap:
            app.set_keymap(keymap)
        if memory is not None:
            app.resume(memory)
        app.begun = beginning.close
        app.run()
    if app.mishap is not None:
        if memory is not None:
            memory.forget()  # it may have arisen from where the app was
        return _told(app.mishap, session, demo=options_of(context).demo)
    if app.failure is not None:
        raise app.failure
    with output.patience("Saving"):
        session.close()
    app.remember()
    if session.unsaved:
        raise StoreError(f"the last edits are NOT SAVED: {session.unsaved}")
    return app.return_code or 0


def _told(mishap: BaseException, session: Session, *, demo: bool) -> int:
    """Say why the app had to end and what has become of the edits; the exit code."""
    from coalition_tui.crash import page  # noqa: PLC0415 - rare

    if demo:
        safe = "These were samples, and are gone as whenever you quit."
    elif session.unsaved:
        safe = f"The last edits are NOT SAVED: {session.unsaved}."
    else:
        safe = f"Every edit that was shown as saved is safe, in {session.store.location}."
    click.echo(page(mishap, safe, session.now()), err=True, nl=False)
    return FILE_TROUBLE


def _taken(config: "Config | None", left: str) -> "Taken":
    """The keys and the theme of a configuration. BadInput when there is a mistake in them."""
    if config is None and left in ("", DARK.name) and not themes_folder().is_dir():
        return {}, TERMINAL if has_few_colours() else DARK
    from coalition_tui.config import ConfigFault  # noqa: PLC0415 - few have settled anything
    from coalition_tui.tui.keymap import keymap  # noqa: PLC0415
    from coalition_tui.tui.themes import begun  # noqa: PLC0415

    try:
        return keymap(config) if config else {}, begun(config, left)
    except ConfigFault as fault:
        raise BadInput(str(fault)) from None
