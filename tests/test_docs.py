"""The guides' examples, run as they stand there."""

import os
import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
from textual.color import Color

from coalition_tui.cli.program import program
from coalition_tui.config import Config, load
from coalition_tui.exchange.formats import FORMATS
from coalition_tui.tui.keymap import keymap
from coalition_tui.tui.legible import contrast, legible
from coalition_tui.tui.themes import read

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

BRIEF = """\
# A night desk in Rotterdam

## Outcome

From 1 March 2027 every alarm between 22:00 and 06:00 is answered within ten minutes.

## Why now

Three customers leave in spring if the nights stay empty.

## Core tradeoffs

- **Delay:** The day shift loses two people until June
  - Absorbed by: Support

## Required parties

- **Operations**
  - My side
- **Support**
  - Dependency owner
- **Finance**

## Mutual commitments

- **Support → Operations:** Name the first four for the desk
  - Due: 2027-01-15 · State: asked · Asked: 2026-11-02 · Backup: Operations
- **Finance → Support:** Pay the night rate from February
  - Due: 2027-01-29

## Log

### Conversations

- **2026-11-02 · ask · Support:** Four people for the nights.
"""
GOOD = BRIEF.replace(
    "- **2026-11-02",
    "- **2026-10-20 · context · Support:** Why the nights are empty.\n- **2026-11-02",
)


def blocks(name: str, language: str) -> list[str]:
    """The fenced blocks of a guide in a language."""
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path, home: Path) -> dict[str, Any]:
    """How a person's shell runs: the program on its path, in a folder with a brief."""
    program = home / "bin" / "coalition-tui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m coalition_tui "$@"\n')
    program.chmod(0o755)
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "night-desk.md").write_text(BRIEF, encoding="utf-8")
    path = f"{program.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "TERM": "dumb", "LANG": "C.UTF-8"}
    for name, value in (("NAME", "A"), ("EMAIL", "a@example.org")):
        env |= {f"GIT_AUTHOR_{name}": value, f"GIT_COMMITTER_{name}": value}
    return {"cwd": tmp_path, "env": env, "text": True, "capture_output": True, "timeout": 60}


def as_pattern(expected: str) -> str:
    """`…` alone on a line is any lines, and inside one any words."""
    lines = expected.split("\n")
    parts = [
        r"(?:.*\n)*?" if line == "…" else ".*?".join(map(re.escape, line.split("…"))) + r" *\n"
        for line in lines
    ]
    return "".join(parts)


@pytest.mark.slow
def test_the_session_on_the_command_line_is_what_happens(desk: dict[str, Any]) -> None:
    (session,) = blocks("command-line.md", "console")
    steps = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    assert len(steps) > 8
    script = "\n".join(
        f"{command} 2>&1; code=$?; echo '<end>'; (exit $code)" for command, _ in steps
    )
    done = subprocess.run(["bash", "-c", script], **desk, check=False)
    found = done.stdout.split("<end>\n")[:-1]
    assert len(found) == len(steps)
    for (command, expected), output in zip(steps, found, strict=True):
        assert re.fullmatch(as_pattern(expected.removesuffix("\n")), output), (command, output)


def test_every_command_stands_in_the_guide() -> None:
    text = (DOCS / "command-line.md").read_text(encoding="utf-8")
    table = text.partition("## A session")[0]
    for name in program.list_commands(click.Context(program)):
        assert f"`{name}`" in table, name


def test_every_format_stands_in_the_guide() -> None:
    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(FORMATS)


def test_the_configuration_in_the_guide_is_the_default(tmp_path: Path) -> None:
    text, _ = blocks("configuration.md", "toml")
    path = tmp_path / "config.toml"
    path.write_text(text)
    assert load(path).settings == Config().settings
    assert set(tomllib.loads(text)) == {*Config().settings, "keys"}
    path.write_text(re.sub(r'^# ("\S+" = \S+).*', r"\1", text, flags=re.MULTILINE))
    assert len(keymap(load(path))) == 2


def test_the_theme_in_the_guide_is_one_and_needs_no_change(tmp_path: Path) -> None:
    _, text = blocks("configuration.md", "toml")
    path = tmp_path / "harbour.toml"
    path.write_text(text)
    given = read(path).to_color_system().generate()
    found = legible(given)
    for name in tomllib.loads(text)["variables"].keys() | {"foreground", "success", "error"}:
        assert contrast(Color.parse(found[name]), Color.parse(given[name])) < 1.1, name


@pytest.fixture
def repository(desk: dict[str, Any]) -> dict[str, Any]:
    """A repository with a brief that is staged."""
    for command in (["git", "init", "-q"], ["git", "add", "briefs"]):
        subprocess.run(command, **desk, check=True)
    return desk


def commit(repository: dict[str, Any], brief: str) -> subprocess.CompletedProcess[str]:
    """Write the brief, and commit everything."""
    (repository["cwd"] / "briefs" / "night-desk.md").write_text(brief, encoding="utf-8")
    subprocess.run(["git", "add", "-A"], **repository, check=True)
    return subprocess.run(["git", "commit", "-qm", "x"], **repository, check=False)


@pytest.mark.slow
def test_the_hook_of_pre_commit_refuses_a_brief_that_fails(repository: dict[str, Any]) -> None:
    config = blocks("in-a-repository.md", "yaml")[0]
    (repository["cwd"] / ".pre-commit-config.yaml").write_text(config)
    pre_commit = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(pre_commit, **repository, check=True)
    refused = commit(repository, BRIEF)
    assert refused.returncode == 1
    assert "Support was asked before any context." in refused.stdout + refused.stderr
    assert commit(repository, GOOD).returncode == 0


@pytest.mark.slow
def test_the_plain_hook_refuses_it_too(repository: dict[str, Any]) -> None:
    hook = repository["cwd"] / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(blocks("in-a-repository.md", "sh")[0])
    hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
    refused = commit(repository, BRIEF)
    assert refused.returncode == 1
    assert "Support was asked before any context." in refused.stdout + refused.stderr
    assert commit(repository, GOOD).returncode == 0
    (repository["cwd"] / "other.txt").write_text("no brief")
    assert commit(repository, GOOD).returncode == 0


@pytest.mark.slow
def test_what_ci_runs_ends_as_it_should(desk: dict[str, Any]) -> None:
    (command,) = re.findall(r"- run: (coalition-tui .*)", blocks("in-a-repository.md", "yaml")[1])
    assert subprocess.run(["bash", "-c", command], **desk, check=False).returncode == 1
    (desk["cwd"] / "briefs" / "night-desk.md").write_text(GOOD)
    assert subprocess.run(["bash", "-c", command], **desk, check=False).returncode == 0
    report = blocks("in-a-repository.md", "sh")[1]
    assert subprocess.run(["bash", "-c", report], **desk, check=False).returncode == 0
    assert (desk["cwd"] / "briefs.json").read_text().startswith("{")


def test_guides_lead_to_guides_that_are_there() -> None:
    for guide in DOCS.glob("*.md"):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", guide.read_text(encoding="utf-8")):
            assert (DOCS / target).exists(), (guide.name, target)
