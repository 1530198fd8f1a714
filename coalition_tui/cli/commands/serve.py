"""`coalition-tui serve`."""

import asyncio
import sys

import click

from coalition_tui.cli import output
from coalition_tui.cli.errors import NAME, BadInput
from coalition_tui.cli.opening import options_of
from coalition_tui.clipboard import VARIABLE, Setting, chosen

HOST = "127.0.0.1"
PORT = 8000
EXTRA = ("aiohttp", "textual_serve")
MISSING = f"this needs textual-serve: install {NAME} with its extra, as {NAME}[web]"
LOCAL = "Whoever knows this address reads and edits everything. Ctrl+C ends it."
WARNING = (
    "WARNING: other machines reach it. There is no password and no encryption: whoever knows or "
    "overhears this address reads and edits everything."
)


@click.command()
@click.option("--host", default=HOST, show_default=True, help="The address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="0 for one that is free.",
)
@click.pass_context
def command(context: click.Context, host: str, port: int) -> None:
    """Show the app in a browser.

    In one of this machine, unless --host says otherwise.
    """
    try:
        from coalition_tui.cli import serving  # noqa: PLC0415 - it comes with an extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise BadInput(MISSING) from None

    options = options_of(context)
    words = [sys.executable, "-P", "-m", "coalition_tui"]
    words += ["--db", str(options.path)] if not options.demo else ["--demo"]
    words += ["--read-only"] if options.read_only else []
    setting = chosen(options.config.clipboard if options.config else Setting.AUTO)
    # In a page, the clipboard is the browser's.
    clipboard = Setting.OSC52 if setting is Setting.AUTO else setting
    server = serving.BrowserServer(words, {VARIABLE: clipboard}, host, port)

    def opened(address: str) -> None:
        output.write(f"{address}\n")
        output.note(LOCAL if serving.is_loopback(host) else WARNING)

    try:
        asyncio.run(server.run(opened))
    except OSError as error:
        raise BadInput(f"{host}:{port}: {error.strerror}; --port takes another one") from None
