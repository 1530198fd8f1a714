"""Places inside a record."""

import pytest

from coalition_tui import pointer
from coalition_tui.model import Brief, Interest, Party

BRIEF = Brief(
    title="Launch",
    parties=(
        Party(id="a", name="A", interests=(Interest(id="i", stance="need"),)),
        Party(id="b", name="B"),
    ),
)


def test_a_path_is_written_as_a_json_pointer_and_read_back() -> None:
    path = ("parties", 1, "interests", 0, "text")
    assert pointer.to_text(path) == "/parties/1/interests/0/text"
    assert pointer.from_text("/parties/1/interests/0/text") == path
    assert pointer.to_text(()) == ""
    assert pointer.from_text("") == ()


def test_a_value_is_replaced_deep_inside_and_the_rest_is_shared() -> None:
    after = pointer.put(BRIEF, ("parties", 0, "interests", 0, "text"), "Time")
    assert after.parties[0].interests[0].text == "Time"
    assert after.parties[1] is BRIEF.parties[1]
    assert BRIEF.parties[0].interests[0].text == ""


def test_records_are_inserted_removed_and_moved() -> None:
    party = Party(id="c", name="C")
    assert [p.id for p in pointer.insert(BRIEF, ("parties", 1), party).parties] == ["a", "c", "b"]
    assert [p.id for p in pointer.remove(BRIEF, ("parties", 0)).parties] == ["b"]
    assert [p.id for p in pointer.move(BRIEF, ("parties", 0), 1).parties] == ["b", "a"]


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        pointer.get(BRIEF, ("parties", 9))
    with pytest.raises(AttributeError):
        pointer.get(BRIEF, ("party",))
    with pytest.raises(TypeError, match="no place in a list"):
        pointer.remove(BRIEF, ("title",))
