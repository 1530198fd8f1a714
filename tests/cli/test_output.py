"""What a person who waits is told, and what nobody else is."""

import threading

import click
import pytest

from coalition_tui.cli import output


@pytest.fixture
def impatient(monkeypatch) -> None:
    monkeypatch.setattr(output, "PATIENCE", 0.01)


@pytest.mark.parametrize("terminal", [True, False])
def test_what_is_waited_for_is_said_on_a_terminal_once_it_takes_long(
    impatient, monkeypatch, capsys, terminal
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    said = threading.Event()
    echo = click.echo

    def hear(*words, **how):
        echo(*words, **how)
        said.set()

    monkeypatch.setattr(click, "echo", hear)
    with output.patience("Saving"):
        said.wait(5 if terminal else 0.1)
    err = capsys.readouterr().err
    assert err.startswith("Saving …") == terminal
    assert (err == "") != terminal


def test_what_is_quick_is_not_spoken_of(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with output.patience("Saving"):
        pass
    with output.progress("Writing"):
        pass
    assert capsys.readouterr().err == ""
