"""How a command says that it can't do what was asked, and what every failure ends in."""

import os
import signal

import click

from coalition_tui.clean import one_line

NAME = "coalition-tui"
COMPLETING = "_COALITION_TUI_COMPLETE"
"""The variable by which a shell asks for completions, as click calls it."""

BAD_INPUT = 2
FILE_TROUBLE = 3
INTERRUPTED = 128 + signal.SIGINT


class BadInput(click.ClickException):
    """What was named or given can't be used; the message is one line."""

    exit_code = BAD_INPUT


class Interrupted(click.ClickException):
    """Ctrl+C ended what was waited for; the message is one line."""

    exit_code = INTERRUPTED


def report(error: Exception | KeyboardInterrupt) -> int:
    """Say in one line on stderr what went wrong, and return the exit code."""
    from coalition_tui.session import StoreError  # noqa: PLC0415 - start is faster without it

    match error:
        case click.UsageError():
            return _fail(_usage(error), BAD_INPUT)
        case click.ClickException():
            return _fail(error.format_message(), error.exit_code)
        case click.Abort() | KeyboardInterrupt():
            return _fail("interrupted", INTERRUPTED)
        case BrokenPipeError():
            return end_like_a_filter()
        case MemoryError():
            return _fail("there is not enough memory for this", FILE_TROUBLE)
        case StoreError():
            return _fail(str(error), FILE_TROUBLE)
        case OSError():
            if not error.filename:
                _silence_stdout()
            where = error.filename or "the output can't be written"
            return _fail(f"{where}: {error.strerror or error}", FILE_TROUBLE)
        case _:
            from coalition_tui.crash import mistake  # noqa: PLC0415 - rare

            return _fail(mistake(error), FILE_TROUBLE)


def _fail(message: str, code: int) -> int:
    click.echo(f"{NAME}: {one_line(message)}", err=True)
    return code


def _usage(error: click.UsageError) -> str:
    said = error.format_message()
    if not error.ctx:
        return said
    end = "" if said.endswith((".", "?")) else "."
    return f"{said}{end} See `{error.ctx.command_path} --help`."


def _silence_stdout() -> None:
    """What it still holds must not be written, and fail, once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def end_like_a_filter() -> int:
    """End as a program does whose reader has gone: by the signal, without a word."""
    _silence_stdout()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGPIPE)
    return 128 + signal.SIGPIPE
