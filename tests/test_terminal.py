"""The tests' own terminal."""

import sys

import pytest

from tests.terminal import DOWN, Terminal

pytestmark = pytest.mark.slow

ECHO = "import sys\nfor line in sys.stdin: print('got', repr(line))"


def test_keys_go_in_and_the_screen_comes_out(tmp_path):
    with Terminal([sys.executable, "-c", ECHO], tmp_path) as terminal:
        terminal.send("hello\r")
        terminal.wait_for(r"got 'hello\n'")
        terminal.send(DOWN, "\r")
        terminal.wait_for(r"\x1b[B")
        terminal.send("\x04")
        assert terminal.wait_exit() == 0


def test_it_is_the_programs_own_terminal(tmp_path):
    code = "import os; tty = open('/dev/tty', 'w'); print(*os.get_terminal_size(), file=tty)"
    with Terminal([sys.executable, "-c", code], tmp_path, size=(70, 20)) as terminal:
        terminal.wait_for("70 20")
        assert terminal.wait_exit() == 0


def test_what_is_written_last_is_seen_and_the_exit_status(tmp_path):
    code = "import sys; print('x' * 50_000); sys.exit('the end')"
    with Terminal([sys.executable, "-c", code], tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        assert "the end" in terminal.text
        assert terminal.transcript.count(b"x") == 50_000


def test_a_screen_is_still_when_nothing_more_is_written(tmp_path):
    code = (
        "import time\n"
        "for word in 'one two three'.split(): print(word, flush=True); time.sleep(0.1)\n"
        "input()"
    )
    with Terminal([sys.executable, "-c", code], tmp_path) as terminal:
        terminal.wait_for("one")
        terminal.wait_still(0.5)
        assert terminal.text.split() == ["one", "two", "three"]


def test_a_resize_is_told_to_the_program(tmp_path):
    code = (
        "import os, signal\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGWINCH])\n"
        "print('ready', flush=True)\n"
        "signal.sigwait([signal.SIGWINCH])\n"
        "print(*os.get_terminal_size(), flush=True)\n"
        "input()"
    )
    with Terminal([sys.executable, "-c", code], tmp_path) as terminal:
        terminal.wait_for("ready")
        terminal.resize(61, 17)
        terminal.wait_for("61 17")
        assert len(terminal.lines) == 17


def test_the_alternate_screen_leaves_the_one_beneath(tmp_path):
    code = (
        "print('beneath')\n"
        "print('\\x1b[?1049h\\x1b[Habove')\n"
        "input()\n"
        "print('\\x1b[?1049l\\x1b[<u', end='')"
    )
    with Terminal([sys.executable, "-c", code], tmp_path) as terminal:
        terminal.wait_for("above")
        assert "beneath" not in terminal.text
        terminal.send("\r")
        assert terminal.wait_exit() == 0
        assert terminal.text.split() == ["beneath"]


def test_a_wait_in_vain_shows_the_screen(tmp_path):
    with Terminal([sys.executable, "-c", "print('only this'); input()"], tmp_path) as terminal:
        with pytest.raises(AssertionError, match=r"(?s)without .*'that'.*running.*only this"):
            terminal.wait_for("that", timeout=1)
        terminal.send("\r")
        with pytest.raises(AssertionError, match="ended without"):
            terminal.wait_for("that")
        assert terminal.wait_exit() == 0


def test_close_ends_a_program_that_ignores_a_hang_up(tmp_path):
    code = (
        "import signal\n"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "print('up', flush=True)\n"
        "signal.pause()"
    )
    with Terminal([sys.executable, "-c", code], tmp_path) as terminal:
        terminal.wait_for("up")
    assert not terminal.running
