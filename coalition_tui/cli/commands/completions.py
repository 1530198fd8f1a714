"""`coalition-tui completions`."""

import click

from coalition_tui.cli import output, shells


@click.command()
@click.argument("shell", type=click.Choice(shells.SHELLS))
def command(shell: str) -> None:
    """Print what makes your shell complete names.

    Commands, options, files, and the names of your briefs, parties and people.

    Put one of these lines into the file that your shell reads when it starts:

    \b
    ~/.bashrc                    eval "$(coalition-tui completions bash)"
    ~/.zshrc                     eval "$(coalition-tui completions zsh)"
    ~/.config/fish/config.fish   coalition-tui completions fish | source
    """
    output.write(shells.script(shell))
