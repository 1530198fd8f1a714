"""A question whose answer is one line on stdin, from a person or from a script."""

import sys

import click


def answer(question: str) -> str:
    """The line typed, without its ends; the question is shown only where a person types."""
    if sys.stdin.isatty():
        click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    if sys.stdin.isatty() and not line.endswith("\n"):
        click.echo(err=True)  # it was ended by Ctrl+D, which leaves the cursor beside the question
    return line.strip()
