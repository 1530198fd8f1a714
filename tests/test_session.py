"""The session: edits kept in order, undone, redone, and not lost when the store fails."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coalition_tui import edits
from coalition_tui.edits import Edit, apply
from coalition_tui.model import Brief
from coalition_tui.session import Choice, Session, StoreError, random_id
from coalition_tui.workspace import Place, Workspace

NOW = datetime(2026, 11, 21, tzinfo=UTC)


class Memory:
    """A store in memory that fails while it is told to."""

    location = "memory"
    read_only = ""
    notice = ""
    behind = 0

    def __init__(self) -> None:
        self.kept = Workspace()
        self.failing = ""
        self.log: list[str] = []

    def load(self) -> Workspace:
        return self.kept

    def commit(self, edit: Edit) -> None:
        if self.failing:
            raise StoreError(self.failing)
        self.kept = apply(self.kept, edit)
        self.log.append(edit.label)

    def recover(self, choice: Choice) -> str:
        return choice.title

    def checkpoint(self) -> None: ...

    def backup(self, path: Path | None = None) -> Path:
        return path or Path()

    def follow(self) -> Workspace | None:
        return None

    def close(self) -> None: ...


@pytest.fixture
def store() -> Memory:
    return Memory()


@pytest.fixture
def session(store: Memory) -> Session:
    return Session(store, now=lambda: NOW)


def new(key: str) -> Edit:
    return edits.create(Brief(id=key, title=key), NOW)


def titled(session: Session, key: str, title: str) -> Edit:
    return edits.put(session.workspace, Place("briefs", key, ("title",)), title, NOW)


def test_edits_are_undone_and_redone_across_briefs_with_their_names(session: Session) -> None:
    session.perform(new("a"))
    session.perform(new("b"))
    session.perform(titled(session, "a", "A"))
    assert session.undo().label == "Change title of brief a"  # type: ignore[union-attr]  # there is one
    assert session.undo().label == "New brief b"  # type: ignore[union-attr]  # there is one
    assert list(session.workspace.briefs) == ["a"]
    assert session.redo().label == "New brief b"  # type: ignore[union-attr]  # there is one
    assert session.redo().label == "Change title of brief a"  # type: ignore[union-attr]  # there is one
    assert session.redo() is None
    assert session.workspace.briefs["a"].title == "A"


def test_a_new_edit_ends_what_could_be_redone(session: Session) -> None:
    session.perform(new("a"))
    session.undo()
    session.perform(new("b"))
    assert session.redo() is None
    assert list(session.workspace.briefs) == ["b"]


def test_nothing_is_undone_where_nothing_was_done(session: Session) -> None:
    assert session.undo() is None


def test_the_store_keeps_what_the_session_shows(session: Session, store: Memory) -> None:
    session.perform(new("a"))
    session.perform(titled(session, "a", "A"))
    session.perform(new("b"))
    session.undo()
    assert store.kept == session.workspace


def test_what_could_not_be_kept_is_kept_later_in_order(session: Session, store: Memory) -> None:
    session.perform(new("a"))
    store.failing = "disk full"
    session.perform(new("b"))
    session.perform(titled(session, "b", "B"))
    assert session.unsaved == "disk full"
    assert session.workspace.briefs["b"].title == "B"
    assert list(store.kept.briefs) == ["a"]
    assert not session.save()
    store.failing = ""
    assert session.save()
    assert session.unsaved == ""
    assert store.log == ["New brief a", "New brief b", "Change title of brief b"]
    assert store.kept == session.workspace


def test_an_undo_that_could_not_be_kept_is_kept_later_too(session: Session, store: Memory) -> None:
    session.perform(new("a"))
    store.failing = "disk full"
    session.undo()
    assert session.unsaved
    store.failing = ""
    session.perform(new("b"))
    assert session.unsaved == ""
    assert list(store.kept.briefs) == ["b"]


def test_an_edit_that_does_not_fit_changes_nothing(session: Session, store: Memory) -> None:
    session.perform(new("a"))
    with pytest.raises(ValueError, match="not as expected"):
        session.perform(new("a"))
    assert store.log == ["New brief a"]
    assert session.undo() is not None


def test_ids_are_of_the_agreed_form_and_do_not_repeat() -> None:
    make: Callable[[], str] = random_id
    made = {make() for _ in range(2_000)}
    assert len(made) == 2_000
    assert all(len(each) == 12 and each.isascii() and each.isalnum() for each in made)
    assert all(each == each.lower() for each in made)
