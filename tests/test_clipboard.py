"""The clipboard: which way is tried where, what each way does, and that what is said is true."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyperclip
import pytest

from coalition_tui.clipboard import (
    LIMIT,
    VARIABLE,
    Copied,
    Setting,
    Way,
    chosen,
    copy,
    native,
    osc52,
    save_copy,
    ways,
)
from tests.terminal import Terminal

TEXT = "Launch platform: Großes €\n\t✓ zwei 🎈\n"
ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SLACK = 1.0
"""Seconds that starting and ending a process may take on a busy machine."""


class Written(list[str]):
    """A terminal that keeps what it is sent."""

    def __call__(self, characters: str) -> None:
        self.append(characters)


def no_terminal(characters: str) -> None:
    raise OSError("no terminal")


# Which ways


X11 = {"DISPLAY": ":0", "TERM": "xterm"}
SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
TMUX = {"TMUX": "/tmp/tmux-0/default,1,0"}


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        (X11, "linux", "native osc52"),
        ({"WAYLAND_DISPLAY": "wayland-0", "TERM": "foot"}, "linux", "native osc52"),
        ({"WSL_DISTRO_NAME": "Debian", "TERM": "xterm"}, "linux", "native osc52"),
        ({"TERM": "xterm"}, "linux", "osc52"),
        ({"DISPLAY": "", "TERM": "xterm"}, "linux", "osc52"),
        ({"TERM": "linux"}, "linux", ""),
        ({"TERM": "dumb", **X11, "DISPLAY": ":1"}, "linux", "native osc52"),
        ({"DISPLAY": ":0", "TERM": "dumb"}, "linux", "native"),
        ({}, "linux", ""),
        (X11 | TMUX, "linux", "native tmux osc52"),
        ({"TERM": "tmux-256color"} | TMUX, "linux", "tmux osc52"),
        (X11 | SSH, "linux", "osc52"),
        (X11 | {"SSH_TTY": "/dev/pts/3"}, "linux", "osc52"),
        (X11 | SSH | TMUX, "linux", "tmux osc52"),
        ({"TERM": "xterm"}, "darwin", "native osc52"),
        ({"TERM": "xterm"} | SSH, "darwin", "osc52"),
    ],
)
def test_the_ways_follow_from_where_one_is(environment, platform, expected):
    assert " ".join(ways(Setting.AUTO, environment, platform)) == expected


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        (Setting.NATIVE, (Way.NATIVE,)),
        (Setting.TMUX, (Way.TMUX,)),
        (Setting.OSC52, (Way.OSC52,)),
        (Setting.OFF, ()),
    ],
)
def test_a_way_asked_for_is_the_only_one_wherever_one_is(setting, expected):
    assert ways(setting, X11 | SSH | TMUX, "linux") == expected
    assert ways(setting, {}, "linux") == expected


def test_the_environments_setting_goes_before_the_configured_one():
    assert chosen(environment={}) is Setting.AUTO
    assert chosen(Setting.OFF, {}) is Setting.OFF
    assert chosen(Setting.OFF, {VARIABLE: ""}) is Setting.OFF
    assert chosen(Setting.OFF, {VARIABLE: "tmux"}) is Setting.TMUX


@pytest.mark.parametrize("wrong", ["xclip", "AUTO", "\x1b]0;title\x07"])
def test_an_unknown_setting_is_refused_with_those_there_are(wrong):
    with pytest.raises(ValueError, match="auto, native, tmux, osc52, off") as refused:
        chosen(environment={VARIABLE: wrong})
    assert str(refused.value).startswith("COALITION_TUI_CLIPBOARD is '")
    assert "\x1b" not in str(refused.value)


# What is said


@pytest.mark.parametrize(
    ("copied", "sentence"),
    [
        (Copied(Way.NATIVE), "Copied to the clipboard"),
        (Copied(Way.OSC52), "Sent to the terminal (can't be confirmed)"),
        (
            Copied(Way.TMUX),
            "Copied to tmux's buffer and sent to the terminal (can't be confirmed)",
        ),
        (Copied(None), "No clipboard here"),
        (Copied(None).saved(Path("/a/b.md")), "Saved to /a/b.md: no clipboard here"),
        (Copied(None).saved(Path("/a\x1b[2J/b.md")), "Saved to /a[2J/b.md: no clipboard here"),
    ],
)
def test_the_sentence_says_what_is_known(copied, sentence):
    assert copied.sentence == sentence


# OSC 52


def decoded(sequence: str) -> str:
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found
    return b64decode(found[1]).decode()


def test_the_terminal_is_sent_the_text():
    terminal = Written()
    assert copy(TEXT, terminal, Setting.OSC52) == Copied(Way.OSC52)
    assert [decoded(each) for each in terminal] == [TEXT]


def test_half_a_surrogate_pair_is_no_error():
    terminal = Written()
    assert copy("a\ud800b", terminal, Setting.OSC52).way is Way.OSC52
    assert decoded(terminal[0]) == "a?b"


def test_a_text_is_sent_up_to_74_994_bytes_of_base64():
    terminal = Written()
    longest = "x" * 56_244
    assert copy(longest, terminal, Setting.OSC52).way is Way.OSC52
    assert len(terminal[0]) - len("\x1b]52;c;\x07") == 74_992
    assert decoded(terminal[0]) == longest


def test_a_longer_one_is_not_sent_and_the_reason_is_said():
    terminal = Written()
    copied = copy("ü" * 28_123, terminal, Setting.OSC52)  # two bytes each
    assert copied == Copied(None, "too long for the terminal's clipboard")
    assert copied.saved(Path("/c.md")).sentence.startswith("Saved to /c.md: too long")
    assert terminal == []


def test_without_a_terminal_there_is_no_clipboard():
    assert copy(TEXT, no_terminal, Setting.OSC52) == Copied(None)
    assert copy(TEXT, no_terminal, environment={"TERM": "xterm"}) == Copied(None)


def test_off_touches_nothing():
    terminal = Written()
    copied = copy(TEXT, terminal, Setting.OFF)
    assert copied.way is None
    assert copied.saved(Path("/x")).sentence == "Saved to /x: the clipboard is turned off"
    assert terminal == []


COPY = f"from coalition_tui.clipboard import osc52; osc52.send({TEXT.encode()!r}, osc52.to_tty)"


@pytest.mark.slow
def test_a_commands_sequence_goes_to_the_terminal_and_not_to_its_output(tmp_path):
    out = tmp_path / "out"
    command = f'"$0" -c "$1" > {out}'
    with Terminal(["sh", "-c", command, sys.executable, COPY], tmp_path, cwd=ROOT) as terminal:
        assert terminal.wait_exit() == 0
    assert bytes(terminal.transcript).decode() == osc52.sequence(TEXT.encode())
    assert out.read_bytes() == b""


@pytest.mark.slow
def test_without_a_controlling_terminal_a_command_finds_none():
    code = "from coalition_tui.clipboard import osc52; print(osc52.send(b'', osc52.to_tty))"
    command = [sys.executable, "-c", code]
    ended = subprocess.run(
        command, cwd=ROOT, start_new_session=True, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "False\n"


@pytest.mark.slow
def test_a_terminal_that_takes_nothing_cant_hold_a_command(tmp_path):
    code = (
        "import sys, time\nfrom coalition_tui.clipboard import osc52\n"
        "print('ready', flush=True)\nsys.stdin.readline()\nstart = time.monotonic()\n"
        "sent = osc52.send(b'x' * 50_000, osc52.to_tty)\n"
        f"open({str(tmp_path / 'told')!r}, 'w').write(f'{{sent}} {{time.monotonic() - start}}')"
    )
    told = tmp_path / "told"
    with Terminal([sys.executable, "-c", code], tmp_path, cwd=ROOT) as terminal:
        terminal.wait_for("ready")
        terminal.send("\n")
        # Nobody reads the terminal until the command has said how it ended.
        await_file(told)
    sent, seconds = told.read_text().split()
    assert sent == "False"
    assert LIMIT <= float(seconds) < LIMIT + SLACK


# Tools that misbehave


def await_file(path: Path, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not (path.exists() and path.read_text()):
        assert time.monotonic() < end, f"no {path.name} after {seconds} s"
        time.sleep(0.01)


@pytest.fixture
def tool(tmp_path) -> Callable[[str, str], dict[str, str]]:
    """Makes a fake tool, and gives an environment in which it is the only one."""

    def make(name: str, script: str) -> dict[str, str]:
        folder = tmp_path / "bin"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\ncd {tmp_path}\n{script}\n")
        path.chmod(0o755)
        return {"PATH": str(folder), "HOME": str(tmp_path), "DISPLAY": ":99", "TERM": "xterm"}

    return make


FAKES = [("xclip", Setting.NATIVE), ("xsel", Setting.NATIVE), ("tmux", Setting.TMUX)]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setting"), FAKES)
def test_a_tool_is_given_the_text(tool, tmp_path, name, setting):
    environment = tool(name, 'echo "$@" > arguments; cat > got')
    assert copy(TEXT, no_terminal, setting, environment).way == setting
    assert (tmp_path / "got").read_text() == TEXT
    arguments = (tmp_path / "arguments").read_text().strip()
    assert (
        arguments
        == {
            "xclip": "-selection c",
            "xsel": "-b -i",
            "tmux": "load-buffer -w -",
        }[name]
    )


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setting"), FAKES)
@pytest.mark.parametrize(
    "script",
    [
        "cat > /dev/null; exit 1",
        "exit 3",  # before it has read what it is given
        "cat > /dev/null; kill -9 $$",
    ],
)
def test_a_tool_that_fails_is_no_copy(tool, name, setting, script):
    text = "x" * 1_000_000  # more than a pipe holds
    assert copy(text, no_terminal, setting, tool(name, script)) == Copied(None)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["xclip", "tmux"])
def test_after_a_tool_that_fails_the_next_way_is_gone(tool, name):
    environment = {**tool(name, "exit 1"), "TMUX": "somewhere"}
    terminal = Written()
    assert copy(TEXT, terminal, environment=environment) == Copied(Way.OSC52)
    assert [decoded(each) for each in terminal] == [TEXT]


@pytest.mark.parametrize("setting", [Setting.NATIVE, Setting.TMUX])
def test_a_missing_tool_is_no_copy(tmp_path, setting):
    environment = {"PATH": str(tmp_path), "DISPLAY": ":99"}
    assert copy(TEXT, no_terminal, setting, environment) == Copied(None)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "setting", "reads"),
    [("xclip", Setting.NATIVE, "cat > /dev/null; "), ("tmux", Setting.TMUX, "")],
)
def test_a_tool_that_hangs_is_ended_with_its_children_in_time(tool, tmp_path, name, setting, reads):
    environment = tool(name, f"{reads}sleep 600 & echo $! > child; wait")
    start = time.monotonic()
    copied = copy("x" * 1_000_000, no_terminal, setting, environment)
    assert copied == Copied(None)
    assert LIMIT <= time.monotonic() - start < LIMIT + SLACK
    await_end(int((tmp_path / "child").read_text()))


def await_end(pid: int) -> None:
    """Wait until a process that is not ours to wait for is gone, or only its number is left."""
    end = time.monotonic() + 10
    while True:
        try:
            os.kill(pid, 0)
            state = subprocess.run(
                ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
            ).stdout
        except ProcessLookupError:
            return
        if state.strip()[:1] in ("", "Z"):
            return
        assert time.monotonic() < end, f"process {pid} goes on"
        time.sleep(0.01)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setting"), [("xclip", Setting.NATIVE), ("tmux", Setting.TMUX)])
def test_a_tool_that_stays_behind_is_left_to_serve_and_not_waited_for(
    tool, tmp_path, name, setting
):
    environment = tool(name, "cat > got; sleep 600 & echo $! > child")
    start = time.monotonic()
    assert copy(TEXT, no_terminal, setting, environment).way == setting
    assert time.monotonic() - start < SLACK
    child = int((tmp_path / "child").read_text())
    os.kill(child, signal.SIGKILL)  # it was there: else ProcessLookupError


@pytest.mark.slow
@pytest.mark.parametrize(("name", "setting"), [("xclip", Setting.NATIVE), ("tmux", Setting.TMUX)])
@pytest.mark.parametrize("status", [0, 1])
def test_what_a_tool_writes_stays_off_the_screen(tool, capfd, name, setting, status):
    script = f"cat > /dev/null; echo noise; echo noise >&2; (echo noise > /dev/tty); exit {status}"
    copied = copy(TEXT, no_terminal, setting, tool(name, script))
    assert (copied.way is None) == bool(status)
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_no_module_is_taken_from_the_folder_one_works_in(tool, tmp_path, monkeypatch):
    (tmp_path / "pyperclip.py").write_text("open('planted', 'w').close()")
    monkeypatch.chdir(tmp_path)
    assert copy(TEXT, no_terminal, Setting.NATIVE, tool("xclip", "cat > got")).way is Way.NATIVE
    assert not (tmp_path / "planted").exists()


@pytest.mark.slow
def test_a_tool_that_would_show_the_text_to_other_users_is_not_used(tool, tmp_path):
    tool("klipper", "exit 0")
    environment = tool("qdbus", 'echo "$@" > shown')
    assert copy(TEXT, no_terminal, Setting.NATIVE, environment) == Copied(None)
    assert not (tmp_path / "shown").exists()


def test_pyperclips_functions_have_the_names_that_are_refused():
    klipper, _ = pyperclip.init_klipper_clipboard()
    assert klipper.__name__ in native.UNFIT
    assert "copy_qt" in pyperclip.init_qt_clipboard.__code__.co_varnames + tuple(
        pyperclip.init_qt_clipboard.__code__.co_cellvars
    )


# Tools as they are


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@contextmanager
def running(command: list[str], environment: Mapping[str, str], **options) -> Iterator[None]:
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def x11() -> Iterator[dict[str, str]]:
    """An X server without a screen that anybody sees."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "64x64x8", "-nolisten", "tcp"]
    with running(command, os.environ, pass_fds=[writes]), os.fdopen(reads) as told:
        os.close(writes)
        number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield {"PATH": os.environ["PATH"], "DISPLAY": f":{number}", "TERM": "xterm"}


@pytest.fixture
def wayland() -> Iterator[dict[str, str]]:
    """A Wayland compositor without a screen; as it refuses to be root, it is nobody then."""
    with tempfile.TemporaryDirectory() as folder:
        yield from compositor(Path(folder))


def compositor(folder: Path) -> Iterator[dict[str, str]]:
    options: dict[str, Any] = {}
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
        options = {"user": 65534, "group": 65534, "extra_groups": []}
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "WLR_BACKENDS": "headless",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "WLR_RENDERER": "pixman",
    }
    with running(["sway", "-c", "/dev/null"], environment, **options):
        end = time.monotonic() + 5
        while not (sockets := [each for each in folder.glob("wayland-*") if each.is_socket()]):
            if time.monotonic() > end:
                pytest.skip("sway does not start here")
            time.sleep(0.01)
        yield {
            "PATH": os.environ["PATH"],
            "XDG_RUNTIME_DIR": str(folder),
            "WAYLAND_DISPLAY": sockets[0].name,
            "TERM": "xterm",
        }


def pasted(command: list[str], environment: Mapping[str, str]) -> str:
    return subprocess.run(
        command, env=environment, capture_output=True, check=True, timeout=10
    ).stdout.decode()


@pytest.mark.slow
@needs("xclip", "Xvfb")
@pytest.mark.parametrize("text", [TEXT, "x" * 300_000], ids=["short", "long"])
def test_xclip(x11, text):
    start = time.monotonic()
    assert copy(text, no_terminal, environment=x11) == Copied(Way.NATIVE)
    assert time.monotonic() - start < LIMIT
    assert pasted(["xclip", "-selection", "c", "-o"], x11) == text


@pytest.mark.slow
@needs("xclip")
def test_xclip_without_its_display(capfd):
    environment = {"PATH": os.environ["PATH"], "DISPLAY": ":9876"}
    assert copy(TEXT, no_terminal, environment=environment) == Copied(None)
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@needs("wl-copy", "sway")
def test_wl_copy(wayland):
    assert copy(TEXT, no_terminal, environment=wayland) == Copied(Way.NATIVE)
    assert pasted(["wl-paste", "-n"], wayland) == TEXT


@pytest.mark.slow
@needs("wl-copy")
def test_wl_copy_without_its_display(tmp_path, capfd):
    environment = {
        "PATH": os.environ["PATH"],
        "XDG_RUNTIME_DIR": str(tmp_path),
        "WAYLAND_DISPLAY": "wayland-0",
    }
    assert copy(TEXT, no_terminal, environment=environment) == Copied(None)
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
@needs("tmux")
def test_tmux_keeps_the_text_and_sends_it_to_the_terminal(tmp_path):
    text = "x" * 20_000 + TEXT
    code = (
        "from coalition_tui.clipboard import copy\n"
        f"print(copy({text!r}, lambda _: None).sentence)\n"
        "input()\n"
    )
    script = tmp_path / "script.py"
    script.write_text(code)
    with tempfile.TemporaryDirectory() as folder:  # a socket's path must be short
        tmux = ["tmux", "-f", "/dev/null", "-S", f"{folder}/socket"]
        program = [*tmux, "new", f"{sys.executable} {script}"]
        with Terminal(program, tmp_path, env={"PYTHONPATH": str(ROOT)}) as terminal:
            terminal.wait_for(Copied(Way.TMUX).sentence)
            assert pasted([*tmux, "show-buffer"], os.environ) == text
            terminal.send("\r")
            assert terminal.wait_exit() == 0
    sent = re.search(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)", terminal.transcript)
    assert sent
    assert b64decode(sent[1]).decode() == text


# The file that stands in


def test_a_copy_is_saved_for_its_owner_only(tmp_path):
    old = os.umask(0)
    try:
        path = save_copy(TEXT, tmp_path / "new" / "copies", NOW)
    finally:
        os.umask(old)
    assert path.read_text() == TEXT
    assert path.name == "copy-20260304-050607.md"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_copy_replaces_nothing_and_follows_no_link(tmp_path):
    victim = tmp_path / "victim"
    first = save_copy("first", tmp_path, NOW, ".txt")
    (tmp_path / "copy-20260304-050607-2.txt").symlink_to(victim)
    third = save_copy("third", tmp_path, NOW, ".txt")
    assert third.name == "copy-20260304-050607-3.txt"
    assert (first.read_text(), third.read_text()) == ("first", "third")
    assert not victim.exists()


def test_a_copy_that_cant_be_saved_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        save_copy(TEXT, tmp_path / "file", NOW)
