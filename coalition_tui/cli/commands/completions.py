"""`coalition-tui completions`."""

import click
from click.shell_completion import get_completion_class

from coalition_tui.cli import output
from coalition_tui.cli.completing import SHELLS, VARIABLE
from coalition_tui.cli.errors import NAME


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, options and names.

    \b
    bash: coalition-tui completions bash > ~/.local/share/bash-completion/completions/coalition-tui
    zsh:  coalition-tui completions zsh > "${fpath[1]}/_coalition-tui"
    fish: coalition-tui completions fish > ~/.config/fish/completions/coalition-tui.fish
    """
    found = get_completion_class(shell)
    assert found is not None  # noqa: S101 - click knows all three
    made = found(context.find_root().command, {}, NAME, VARIABLE)
    output.write(made.source_template % made.source_vars() + "\n")
