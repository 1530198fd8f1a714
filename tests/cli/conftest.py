"""Commands run in this process, as the program runs them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coalition_tui.cli.program import run
from coalition_tui.edits import Change, Edit
from coalition_tui.store import TinyStore
from coalition_tui.workspace import TYPES, Workspace


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return msgspec.json.decode(self.out)


Command = Callable[..., Done]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], database: Path) -> Command:
    """Run the program with these arguments, on the test's own database."""

    def call(*arguments: str | Path) -> Done:
        capsys.readouterr()
        code = run(["--db", str(database), *map(str, arguments)])
        out, err = capsys.readouterr()
        if code:
            *notes, said = err.splitlines()
            assert said.startswith("coalition-tui: ")
            assert all(each.startswith("Records that can't be read") for each in notes)
        return Done(code, out, err)

    return call


@pytest.fixture
def filled(database: Path, samples: Workspace) -> Path:
    """The database with the samples in it."""
    store = TinyStore(database)
    store.load()
    store.commit(
        Edit(
            "Samples",
            tuple(
                Change(table, key, None, entry)
                for table in TYPES
                for key, entry in samples.table(table).items()
            ),
        )
    )
    store.close()
    return database
