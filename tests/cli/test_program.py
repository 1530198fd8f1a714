"""The program as a whole: its options, its errors, and how fast it starts."""

import os
import pkgutil
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click
import pytest

from coalition_tui import __version__
from coalition_tui.cli import commands
from coalition_tui.cli.errors import NAME
from coalition_tui.cli.program import COMMANDS, program, run
from tests.cli.conftest import Command


def _started(
    *arguments: str, env: dict[str, str] | None = None, stdout: IO[str] | int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "coalition_tui", *arguments],
        check=False,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=env,
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"coalition-tui {__version__}\n"


def _helps() -> Iterator[tuple[click.Command, click.Context]]:
    """Every command that has a help, and its context."""
    waiting: list[tuple[click.Command, click.Context | None]] = [(program, None)]
    while waiting:
        command, parent = waiting.pop()
        context = click.Context(command, parent, NAME, terminal_width=80)
        yield command, context
        if isinstance(command, click.Group):
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                waiting.append((inner, context))


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    modules = {each.name.rstrip("_") for each in pkgutil.iter_modules(commands.__path__)}
    listed = [name for names in COMMANDS.values() for name in names]
    assert sorted(listed) == sorted(modules)
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    for name in modules:
        assert f"\n  {name} " in out


def test_help_is_whole_on_80_columns() -> None:
    for command, context in _helps():
        for line in command.get_help(context).splitlines():
            assert len(line) <= 80
            assert "usage" in line.lower() or not line.endswith("..."), line
        for option in command.get_params(context):
            if isinstance(option, click.Option):
                assert option.help, (command.name, option.name)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "No such command 'nope'. See `coalition-tui --help`."),
        (["--nope"], "No such option '--nope'. See"),
        (["exprt"], "No such command 'exprt'. Did you mean 'export'? See"),
        (["list", "--jsn"], "No such option '--jsn'. Did you mean '--json'? See"),
        (["list", "--nope"], "See `coalition-tui list --help`."),
        (["list", "--status", "x\ny\x1b[1m"], "Invalid value for '--status'"),
        (["show"], "Missing argument 'BRIEF'."),
        (["list", "extra"], "unexpected extra argument"),
        (["--demo", "--db", "x", "list"], "--demo"),
        (["--db", "", "list"], "--db: an empty name is no file"),
        (["schema", "x"], "argument (x). See `coalition-tui schema --help`."),
        (["show", "\udcffnope"], 'no brief "nope"'),
        (["new", ""], "TITLE: Title can't be empty."),
        (["new", "x" * 201], "TITLE: 201 characters; at most 200 fit here."),
        (["export"], "name the briefs, or say --all"),
        (["export", "x", "--all"], "name the briefs, or say --all"),
        (["export", "x", "-o", ""], "-o: an empty PATH is no file"),
        (["import"], "Missing argument 'FILE...'."),
    ],
)
def test_bad_usage_is_one_line_and_2(command: Command, arguments: list[str], said: str) -> None:
    done = command(*arguments)
    assert done.code == 2
    assert said in done.err
    assert done.err.rstrip("\n").isprintable()
    assert done.out == ""


def test_without_a_terminal_the_app_does_not_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    err = capsys.readouterr().err
    assert err.startswith("coalition-tui: the app needs a terminal")
    assert err.count("\n") == 1


@pytest.mark.parametrize("content", [b"", b"{", b"\x00", b'{"_default": {}}'])
def test_a_file_that_is_no_workspace_is_3(command: Command, database: Path, content: bytes) -> None:
    database.parent.mkdir()
    database.write_bytes(content)
    for arguments in (["list"], ["new", "T"], ["show", "x"], ["export", "--all"]):
        done = command(*arguments)
        assert done.code == 3
        assert str(database) in done.err
    assert database.read_bytes() == content


def test_an_edit_with_read_only_is_3(command: Command, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    (tmp_path / "x.json").write_text('{"briefs": [{"title": "T"}]}')
    for arguments in (["new", "T"], ["import", str(tmp_path / "x.json")]):
        done = command("--read-only", *arguments)
        assert done.code == 3
        assert "--read-only" in done.err
    assert command("--read-only", "list").code == 0
    assert filled.read_bytes() == before


def test_a_mistake_in_the_program_is_one_line_without_texts(
    command: Command, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("a brief's secret text")

    monkeypatch.setattr("coalition_tui.cli.output.write", fail)
    done = command("show", "alarm")
    assert done.code == 3
    assert (
        "a mistake in the program: RuntimeError at coalition_tui/cli/commands/show.py:" in done.err
    )
    assert "secret" not in done.err


def test_too_little_memory_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr("coalition_tui.store.TinyStore.load", fail)
    assert "not enough memory" in command("list").err


def test_an_interrupt_is_one_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coalition_tui.store.TinyStore.load", interrupt)
    assert run(["list"]) == 130


def test_the_environment_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COALITION_TUI_DB", str(tmp_path / "named.json"))
    assert run(["new", "T"]) == 0
    assert (tmp_path / "named.json").exists()
    assert run(["--db", str(tmp_path / "other.json"), "new", "T"]) == 0
    assert (tmp_path / "other.json").exists()


def test_the_first_brief_makes_the_data_folder(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["list"]) == 0
    assert list(home.iterdir()) == []
    assert run(["new", "T"]) == 0
    (made,) = home.rglob("coalition.json")
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700


# --- In processes of their own


@pytest.mark.slow
def test_demo_leaves_nothing_behind(tmp_path: Path, home: Path) -> None:
    done = _started("--demo", "list", env={**os.environ, "TMPDIR": str(tmp_path)})
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) > 2
    assert list(tmp_path.iterdir()) == []
    assert list(home.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("arguments", ["--help", "list", "list --json", "schema"])
def test_a_reader_that_has_gone_is_no_error(filled: Path, arguments: str) -> None:
    program = f"{sys.executable} -m coalition_tui --db {filled} {arguments}"
    done = subprocess.run(
        ["bash", "-c", f'{program} | head -c 0; echo "${{PIPESTATUS[0]}}"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("141\n", "")


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_under_stdout_is_3(filled: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = _started("--db", str(filled), "list", stdout=full)
    assert done.returncode == 3
    assert done.stderr == "coalition-tui: the output can't be written: No space left on device\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "closed", "code", "said"),
    [
        ("list", ">&-", 3, "the output can't be written: Bad file descriptor"),
        ("--help", ">&-", 3, "the output can't be written: Bad file descriptor"),
        ("new T", ">&-", 3, "the output can't be written: Bad file descriptor"),
        ("import -", "<&-", 2, "stdin: Bad file descriptor"),
        ("", "<&-", 2, "the app needs a terminal"),
        ("show nothing", "2>&-", 2, ""),
        ("list", "2>&-", 0, ""),
        ("list", "<&- >&- 2>&-", 3, ""),
    ],
)
def test_a_stream_that_is_closed_is_told(
    filled: Path, arguments: str, closed: str, code: int, said: str
) -> None:
    program = f"{sys.executable} -m coalition_tui --db {filled} {arguments} {closed}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert said in done.stderr
    assert done.stderr.count("\n") == bool(said)


@pytest.mark.slow
def test_texts_are_utf_8_whatever_the_locale(filled: Path) -> None:
    done = _started(
        "--db", str(filled), "show", "lane", env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0
    assert "€" in done.stdout


@pytest.mark.slow
def test_commands_import_no_screen(filled: Path) -> None:
    probe = (
        "import sys; from coalition_tui.cli.program import run; "
        f"run(['--db', {str(filled)!r}, *sys.argv[1:]]); "
        "print(sorted({'textual', 'rich'} & set(sys.modules)), file=sys.stderr)"
    )
    for arguments in (["list"], ["show", "lane", "--format", "json"], ["new", "T"], ["schema"]):
        done = subprocess.run(
            [sys.executable, "-c", probe, *arguments], capture_output=True, text=True, check=True
        )
        assert done.stderr.endswith("[]\n")


@pytest.mark.slow
def test_start_is_fast(filled: Path) -> None:
    """A generous bound that only a heavy import breaks; `make bench` measures."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def taken(*arguments: str) -> float:
        """Seconds of a processor, so that what else runs on the machine does not count."""
        times = []
        for _ in range(5):
            began = spent()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            times.append(spent() - began)
        return min(times)

    bare = taken("-c", "pass")
    assert taken("-m", "coalition_tui", "--version") < 8 * bare
    assert taken("-m", "coalition_tui", "--db", str(filled), "list") < 15 * bare
