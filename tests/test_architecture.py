"""Who may import whom, as declared in pyproject.toml and as a fresh process shows it."""

import ast
import json
import os
import pkgutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from coalition_tui.cli import commands

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "coalition_tui").rglob("*.py"))
LONGEST = 300
LONGER: dict[str, str] = {
    "coalition_tui/tui/keys.py": "the one list of all keys: a table",
}
"""Files above LONGEST lines, and why one idea needs that many."""


def contract(name: str) -> Any:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(each for each in contracts if each["name"] == name)


CORE = contract("The core knows no terminal and no file")
SCREENS = contract("The screens know no storage")

RUN = """
import json, sys
from coalition_tui.cli.program import run
status = run(sys.argv[2:])
with open(sys.argv[1], "w") as told:
    json.dump([status, sorted(sys.modules)], told)
"""


def run(arguments: list[str | Path], home: Path) -> subprocess.CompletedProcess[str]:
    """A fresh Python that ended well."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended


def imported_with(module: str, home: Path) -> set[str]:
    """All modules that a fresh process has after it imported one."""
    code = f"import {module}, json, sys; print(json.dumps(sorted(sys.modules)))"
    return set(json.loads(run(["-c", code], home).stdout))


def imported_by_command(arguments: list[str], home: Path) -> set[str]:
    """All modules that a fresh process has after a command that went well."""
    told = home / "told.json"
    ended = run(["-c", RUN, told, *arguments], home)
    status, modules = json.loads(told.read_text())
    assert status in (0, 1), ended.stderr  # 1: it has findings
    return set(modules)


@pytest.mark.slow
def test_the_contracts_hold(tmp_path):
    command = [Path(sys.executable).with_name("lint-imports"), "--cache-dir", tmp_path]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.slow
@pytest.mark.parametrize("module", CORE["source_modules"])
def test_a_module_of_the_core_brings_no_terminal_and_no_file(module, tmp_path):
    assert not imported_with(module, tmp_path) & set(CORE["forbidden_modules"])


@pytest.mark.slow
def test_the_screens_bring_no_storage(tmp_path):
    assert not imported_with("coalition_tui.tui.app", tmp_path) & set(SCREENS["forbidden_modules"])


@pytest.mark.slow
def test_the_clipboard_keeps_pyperclip_out_of_the_process(tmp_path):
    modules = imported_with("coalition_tui.clipboard", tmp_path)
    assert not modules & {"pyperclip", "textual", "rich", "tinydb"}


@pytest.mark.slow
def test_the_version_is_told_without_all_that(tmp_path):
    modules = imported_by_command(["--version"], tmp_path)
    assert not modules & {"textual", "rich", "tinydb", "msgspec", "platformdirs", "filelock"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    ["", *sorted(each.name.rstrip("_") for each in pkgutil.iter_modules(commands.__path__))],
)
def test_a_command_starts_without_the_app(command, tmp_path):
    assert not imported_by_command([*command.split(), "--help"], tmp_path) & {"textual", "rich"}


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    ["list --json", "check --all", "agenda", "export --all --format markdown", "where", "schema"],
)
def test_a_command_ends_without_the_app(arguments, tmp_path):
    file = str(tmp_path / "coalition.json")
    samples = map(str, sorted((ROOT / "sample_data").glob("*.json")))
    before = imported_by_command(["--db", file, "import", *samples], tmp_path)
    after = imported_by_command(["--db", file, *arguments.split()], tmp_path)
    assert not (before | after) & {"textual", "rich"}


def test_every_import_says_from_where():
    relative = [
        f"{path.relative_to(ROOT)}:{each.lineno}"
        for path in SOURCES
        for each in ast.walk(ast.parse(path.read_text()))
        if isinstance(each, ast.ImportFrom) and each.level
    ]
    assert relative == []


def test_a_file_is_one_idea_and_not_long():
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in SOURCES}
    long = {path for path, lines in lengths.items() if lines > LONGEST}
    assert long == set(LONGER), "split it, or say in LONGER why not"
