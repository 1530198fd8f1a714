"""How long the torture is, and the line of figures that each of its tests leaves."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.torture.editor import Server

LONG = bool(os.environ.get("COALITION_TUI_TORTURE"))
_FIGURES = "figures"

Figures = Callable[[str], None]


def rounds(bounded: int, long: int) -> int:
    """How many rounds: few in every run of the tests, many by `make torture`."""
    return long if LONG else bounded


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Leave a line of figures: rounds, faults injected, losses."""

    def leave(line: str) -> None:
        request.node.user_properties.append((_FIGURES, line))

    return leave


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: what is tried thousands of times spares the disk."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="coalition-tui-", dir=shared))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Makes processes that edit, and that may be killed."""
    started = Server()
    yield started
    started.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The lines of figures, after a long run."""
    lines = [
        line
        for report in terminalreporter.stats.get("passed", ())
        for name, line in getattr(report, "user_properties", ())
        if name == _FIGURES
    ]
    if lines and LONG:
        terminalreporter.section("figures")
        for line in sorted(lines):
            terminalreporter.write_line(line)
