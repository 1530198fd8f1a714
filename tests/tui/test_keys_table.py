"""The keys in the documentation are the keys of the program."""

from pathlib import Path

import pytest

from coalition_tui.tui import keys
from coalition_tui.tui.keys_table import TITLES, fill, key_name, reference

ROOT = Path(__file__).parents[2]


def test_the_readme_holds_the_keys_as_they_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert fill(text) == text


def test_the_reference_holds_every_id_as_it_is() -> None:
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == reference()
    for bindings in keys.SCOPES.values():
        assert all(f"`{each.id}`" in reference() for each in bindings)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+f", "Ctrl+F"),
        ("f3", "F3"),
        ("G", "G"),
        ("question_mark", "?"),
        ("escape", "Esc"),
        ("shift+tab", "Shift+Tab"),
        ("down", "↓"),
        ("a", "a"),
    ],
)
def test_a_key_is_written_as_it_stands_on_a_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


def test_every_scope_has_a_title() -> None:
    assert keys.SCOPES.keys() <= TITLES.keys()


def test_a_file_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        fill("# Something else")
