"""The program: its options, its commands, and how every failure ends in one line."""

import importlib
import keyword
import os
import sys
from collections.abc import Mapping, Sequence

import click

from coalition_tui import __version__, collector
from coalition_tui.cli import commands, streams
from coalition_tui.cli.errors import COMPLETING, NAME, BadInput, end_like_a_filter, report

COMMANDS: Mapping[str, Sequence[str]] = {
    "Briefs": ("list", "show", "new", "edit"),
    "Before you meet": ("agenda", "check", "rehearse", "pitch", "summary"),
    "After you met": ("log",),
    "In and out": ("copy", "export", "import", "schema"),
    "The file": ("trash", "backup", "restore", "doctor"),
    "The app": ("serve", "where", "completions"),
}
"""Every command, by what it is for."""
EPILOG = """\
BRIEF is an id, the beginning of one, or a part of the title; so are PARTY, PERSON and COALITION.

Exit codes: 0 fine, 1 findings, 2 bad usage or input, 3 a file can't be opened or written.
"""


class Commands(click.Group):
    """The commands, one module each, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names."""
        return [name for names in COMMANDS.values() for name in names]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them in the help by what they are for."""
        widest = max(map(len, self.list_commands(ctx)))
        room = formatter.width - widest - 6
        for title, names in COMMANDS.items():
            found = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(title):
                formatter.write_dl(
                    [
                        (name.ljust(widest), each.get_short_help_str(room))
                        for name, each in found
                        if each
                    ]
                )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; of one that is none, which was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - rare

            close = get_close_matches(args[0][:60], self.list_commands(ctx), n=1)
            if not close:
                raise
            said = f"{error.message} Did you mean '{close[0]}'?"
            raise click.UsageError(said, error.ctx) from None

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """One of them; None when there is none of that name."""
        if not cmd_name.isidentifier() or cmd_name.endswith("_"):
            return None
        name = f"{commands.__name__}.{cmd_name}{'_' * keyword.iskeyword(cmd_name)}"
        try:
            with collector.paused():
                found = importlib.import_module(name).command
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            return None
        assert isinstance(found, click.Command)  # noqa: S101 - a module without one is a mistake
        return found


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
@click.option(
    "--db",
    metavar="FILE",
    type=click.Path(readable=False),
    help="The workspace's file, instead of the usual one.",
)
@click.option("--demo", is_flag=True, help="The samples, in a file that goes at the end.")
@click.option("--read-only", is_flag=True, help="Change nothing.")
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, db: str | None, demo: bool, read_only: bool) -> None:
    """Coalition briefs and lasting coalitions, in the terminal.

    Without a command, the app opens. `coalition-tui COMMAND --help` tells more of each.
    """
    from coalition_tui.cli.opening import Options  # noqa: PLC0415 - not for --help or --version

    if db == "":
        raise click.UsageError("--db: an empty name is no file", context)
    if db and demo:
        raise click.UsageError("--demo brings a file of its own: leave out --db", context)
    context.obj = options = Options(db, demo, read_only)
    _ = options.config  # a mistake in it is told at once, whatever the command
    if context.invoked_subcommand is None:
        _open_app(context)


def _open_app(context: click.Context) -> None:
    if not (os.environ.get("TEXTUAL_DRIVER") or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise BadInput("the app needs a terminal; the commands work without one (see --help)")
    if os.environ.get("TERM") == "dumb":
        raise BadInput("the app needs a terminal that can place text: TERM is dumb")
    with collector.paused():
        from coalition_tui.cli.running import open_app  # noqa: PLC0415
    open_app(context)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code; whatever goes wrong is one line on stderr."""
    streams.open_closed()
    stdout = sys.stdout
    try:
        if COMPLETING in os.environ:
            from coalition_tui.cli import shells  # noqa: PLC0415 - only when a shell asks

            shells.register()
        result = program.main(list(arguments), prog_name=NAME, standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        return report(error)
    except SystemExit:
        if sys.stdout is stdout:
            raise
        return end_like_a_filter()  # click has put a silent stdout in place of one without reader
    return result if isinstance(result, int) else 0
