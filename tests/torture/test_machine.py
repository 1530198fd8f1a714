"""Fault 10: any order of edits, undo, redo, checkpoints, crashes and reopening, against a dict."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from coalition_tui import edits
from coalition_tui.model import Brief, Person
from coalition_tui.session import Session
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Place, Workspace
from tests.torture.conftest import LONG, Figures
from tests.torture.ground import NOW, later

pytestmark = pytest.mark.slow

STEPS = 100 if LONG else 30
EXAMPLES = 120 if LONG else 12
TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
Model = dict[str, str]


class Store(RuleBasedStateMachine):
    """The real store beside a dict of titles; after every step they agree, read from the disk."""

    done = 0

    def __init__(self) -> None:
        """A folder of its own."""
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coalition-tui-", dir=_memory()))
        self.path = self.folder / "coalition.json"
        self.model: Model = {}
        self.before: list[Model] = []
        self.after: list[Model] = []
        self.number = 0

    @initialize()
    def open(self) -> None:
        """Begin."""
        self.session = Session(TinyStore(self.path, now=later))

    def _made(self, model: Model) -> None:
        self.before.append(self.model)
        self.after.clear()
        self.model = model

    @rule(title=TITLES)
    def create(self, title: str) -> None:
        """A new brief."""
        self.number += 1
        key = f"b{self.number}"
        self.session.perform(edits.create(Brief(id=key, title=title), NOW))
        self._made({**self.model, key: title})

    @rule(which=st.integers(0, 99), title=TITLES)
    def change(self, which: int, title: str) -> None:
        """Another title."""
        if self.model:
            key = list(self.model)[which % len(self.model)]
            place = Place("briefs", key, ("title",))
            self.session.perform(edits.put(self.session.workspace, place, title, NOW))
            self._made({**self.model, key: title})

    @rule(which=st.integers(0, 99))
    def delete(self, which: int) -> None:
        """To the trash."""
        if self.model:
            key = list(self.model)[which % len(self.model)]
            self.number += 1
            edit = edits.delete(self.session.workspace, "briefs", key, NOW, f"t{self.number}")
            self.session.perform(edit)
            self._made({each: title for each, title in self.model.items() if each != key})

    @rule(which=st.integers(0, 99))
    def restore(self, which: int) -> None:
        """From the trash."""
        trash = list(self.session.workspace.trash)
        if trash:
            edit = edits.restore(self.session.workspace, trash[which % len(trash)], NOW)
            back = edit.changes[1].after
            assert isinstance(back, Brief)
            self.session.perform(edit)
            self._made({**self.model, back.id: back.title})

    @rule(count=st.integers(2, 4))
    def several(self, count: int) -> None:
        """Several people in one edit."""
        made = []
        for _ in range(count):
            self.number += 1
            made.append(edits.create(Person(id=f"p{self.number}", name="P"), NOW))
        self.session.perform(edits.combined("Several", made))
        self._made(dict(self.model))

    @rule()
    def undo(self) -> None:
        """Take the last one back."""
        if self.session.undo():
            self.after.append(self.model)
            self.model = self.before.pop()

    @rule()
    def redo(self) -> None:
        """And make it again."""
        if self.session.redo():
            self.before.append(self.model)
            self.model = self.after.pop()

    @rule()
    def checkpoint(self) -> None:
        """Bring the file up to date."""
        self.session.store.checkpoint()

    @rule(clean=st.booleans())
    def end_and_open(self, clean: bool) -> None:
        """Close or crash, and open again."""
        if clean:
            self.session.close()
        else:
            copy = self.folder / "crashed"
            copy.mkdir()
            for each in self.folder.glob("coalition.json*"):
                shutil.copy(each, copy)
            self.session.close()
            for each in copy.iterdir():
                shutil.move(each, self.folder / each.name)
            copy.rmdir()
        self.before, self.after = [], []
        self.open()

    @invariant()
    def agrees(self) -> None:
        """What is on the disk is what the dict says, in its order, and what is in memory."""
        Store.done += 1
        kept = TinyStore(self.path, "only looking").load()
        titles = [(key, each.title) for key, each in kept.briefs.items()]
        assert titles == list(self.model.items())
        assert self._same(kept)

    def _same(self, kept: Workspace) -> bool:
        ours = self.session.workspace if hasattr(self, "session") else Workspace()
        return all(
            list(kept.table(name)) == list(ours.table(name))
            and kept.table(name) == ours.table(name)
            for name in ("briefs", "coalitions", "people", "trash")
        )

    def teardown(self) -> None:
        """Let go."""
        if hasattr(self, "session"):
            self.session.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def test_any_order_of_steps(figures: Figures) -> None:
    Store.done = 0
    run_state_machine_as_test(
        Store,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
    figures(f"10  state machine: {Store.done} steps, equal to a dict after each")
