"""The program: its options, its commands, and how every failure ends in one line."""

import importlib
import keyword
import os
import sys
from collections.abc import Sequence

import click

from coalition_tui import __version__
from coalition_tui.cli import commands
from coalition_tui.cli.errors import COMPLETING, NAME, BadInput, end_like_a_filter, report


class Commands(click.Group):
    """The commands, one module each, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names."""
        import pkgutil  # noqa: PLC0415 - only for the list of all

        return sorted(each.name.rstrip("_") for each in pkgutil.iter_modules(commands.__path__))

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
)
@click.option(
    "--db",
    metavar="FILE",
    type=click.Path(),
    help="The workspace's file, instead of the usual one.",
)
@click.option("--demo", is_flag=True, help="The samples, in a file that goes at the end.")
@click.option("--read-only", is_flag=True, help="Change nothing.")
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, db: str | None, demo: bool, read_only: bool) -> None:
    """Coalition briefs and lasting coalitions, in the terminal.

    Without a command, the app opens.
    """
    from coalition_tui.cli.opening import Options  # noqa: PLC0415 - not for --help or --version

    if db and demo:
        raise click.UsageError("--demo brings a file of its own: leave out --db", context)
    context.obj = options = Options(db, demo, read_only)
    _ = options.config  # a mistake in it is told at once, whatever the command
    if context.invoked_subcommand is None:
        _open_app(context)


def _open_app(context: click.Context) -> None:
    if not (os.environ.get("TEXTUAL_DRIVER") or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise BadInput("the app needs a terminal; the commands work without one (see --help)")
    from coalition_tui import collector  # noqa: PLC0415 - commands start without it all

    with collector.paused():
        from coalition_tui.cli.running import open_app  # noqa: PLC0415
    open_app(context)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit code; whatever goes wrong is one line on stderr."""
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
