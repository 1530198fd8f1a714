"""What is remembered of a workspace: privately, apart from it, and never in the way."""

import os
import stat

import pytest

from coalition_tui import memory
from coalition_tui.memory import Left, Memory, Spot

LEFT = Left("people", "nord", {"briefs": Spot("one", ("3", "12"), ("parties", 2), inside=True)})


def test_it_is_what_was_saved_for_this_file_whatever_link_names_it(tmp_path):
    file, other = tmp_path / "a.json", tmp_path / "b.json"
    file.write_text("{}")
    (tmp_path / "link.json").symlink_to(file)
    Memory(file).save(LEFT)
    assert Memory(file).load() == LEFT
    assert Memory(tmp_path / "link.json").load() == LEFT
    assert Memory(other).load() == Left()


def test_it_is_for_its_owner_only_and_does_not_name_the_workspace(tmp_path, home):
    os.umask(0)
    remembered = Memory(tmp_path / "secret-plan.json")
    remembered.save(LEFT)
    assert home in remembered.file.parents
    assert stat.S_IMODE(remembered.file.stat().st_mode) == 0o600
    for folder in (remembered.file.parent, remembered.file.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "secret" not in remembered.file.name
    assert "secret" not in remembered.file.read_text()
    assert [each.name for each in remembered.file.parent.iterdir()] == [remembered.file.name]


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b'{"place": 3}',
        b'{"spots": {"briefs": {"path": [{}]}}}',
        b'{"x":' + b"[" * 30_000,
        b'{"place": "' + b"x" * 1_000_000 + b'"}',
    ],
)
def test_what_can_not_be_read_is_nothing_and_is_replaced(tmp_path, found):
    remembered = Memory(tmp_path / "a.json")
    remembered.save(LEFT)
    remembered.file.write_bytes(found)
    assert remembered.load() == Left()
    remembered.save(LEFT)
    assert remembered.load() == LEFT


def test_what_can_not_be_written_is_not_missed(tmp_path, home):
    (home / ".local").write_text("a file where the folder would be")
    Memory(tmp_path / "a.json").save(LEFT)
    assert Memory(tmp_path / "a.json").load() == Left()
    Memory(tmp_path / "a.json").save(Left("briefs", "", {"briefs": Spot(filter="\ud800")}))


def test_only_so_many_workspaces_are_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "KEPT", 3)
    memories = [Memory(tmp_path / f"{number}.json") for number in range(5)]
    for age, each in enumerate(memories):
        each.save(LEFT)
        os.utime(each.file, (age, age))
    memories[0].save(LEFT)
    assert [each.load() == LEFT for each in memories] == [True, False, False, True, True]
