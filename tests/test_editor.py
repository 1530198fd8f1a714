"""Texts in a person's own editor, by editors that do what they are told."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition_tui.editor import VARIABLES, EditorFault, chosen, edited, run
from coalition_tui.fields import Problem


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Where the private folders are made."""
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return place


Write = str | Callable[[str], str] | None


class Hands:
    """Stands for an editor: what it writes each time it is opened, and what it saw."""

    def __init__(self, *writes: Write, code: int = 0) -> None:
        self.writes = list(writes)
        self.code = code
        self.seen: list[str] = []

    def __call__(self, path: Path) -> int:
        text = path.read_text(encoding="utf-8")
        self.seen.append(text)
        write = self.writes.pop(0)
        if write is not None:
            path.write_text(write(text) if callable(write) else write, encoding="utf-8")
        return self.code


def below(text: str) -> str:
    """A text as it is below the comment."""
    return text.partition("-->\n")[2] or text


def right(text):
    """Takes a text that says so."""
    if "right" not in text:
        raise Problem('expected "right"', text.count("\n"))
    return text.upper()


def test_what_is_written_comes_back(folder):
    hands = Hands("all right\n")
    assert edited("begin\n", "brief.md", right, hands) == "ALL RIGHT\n"
    assert hands.seen == ["begin\n"]
    assert not list(folder.iterdir())


def test_a_text_that_is_left_as_it_was_is_not_read(folder):
    assert edited("begin\n", "brief.md", right, Hands(None)) is None
    assert edited("begin\n", "brief.md", right, Hands("begin\n")) is None
    assert not list(folder.iterdir())


def test_file_and_folder_are_the_persons_own(folder):
    modes: list[int] = []

    def look(path):
        assert path.parent.parent == folder
        assert path.name == "brief.md"
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent))
        return 0

    old = os.umask(0)
    try:
        edited("begin\n", "brief.md", right, look)
    finally:
        os.umask(old)
    assert modes == [0o600, 0o700]


def test_a_mistake_comes_back_on_top_and_goes_when_it_is_mended(folder):
    hands = Hands("one\ntwo\n", lambda text: text.replace("two", "right"))
    assert edited("begin\n", "brief.md", right, hands) == "ONE\nRIGHT\n"
    comment, _, rest = hands.seen[1].partition("-->\n")
    assert comment.startswith('<!-- coalition-tui: line 4: expected "right"\n')
    assert rest == "one\ntwo\n"
    assert hands.seen[1].split("\n")[3] == "two"  # line 4 of the file is line 2 of the text
    assert not list(folder.iterdir())


def test_a_comment_that_the_person_took_out_is_not_missed():
    hands = Hands("wrong\n", "right\n")
    assert edited("begin\n", "brief.md", right, hands) == "RIGHT\n"


def test_only_the_last_mistake_stands_on_top():
    hands = Hands("one\n", lambda text: text.replace("one", "two\nthree"), lambda text: "right")
    edited("begin\n", "brief.md", right, hands)
    assert hands.seen[2].count("coalition-tui:") == 1
    assert "line 4" in hands.seen[2]


def test_a_text_that_is_given_up_after_a_mistake_is_kept_and_named(folder):
    with pytest.raises(EditorFault) as fault:
        edited("begin\n", "brief.md", right, Hands("wrong\n", None))
    (kept,) = folder.glob("*/brief.md")
    assert str(fault.value) == (
        f'not changed: line 1: expected "right"; what you wrote is kept in {kept}'
    )
    assert kept.read_text() == "wrong\n"  # line 1 is the line that is told


def test_an_editor_that_fails_keeps_what_it_wrote(folder):
    with pytest.raises(EditorFault, match=r"status 3; what you wrote is kept in .*brief\.md"):
        edited("begin\n", "brief.md", right, Hands("right\n", code=3))
    (kept,) = folder.glob("*/brief.md")
    assert kept.read_text() == "right\n"


def test_an_editor_that_fails_at_once_leaves_nothing(folder):
    with pytest.raises(EditorFault, match="status 3; nothing was changed"):
        edited("begin\n", "brief.md", right, Hands(None, code=3))
    assert not list(folder.iterdir())


def test_whatever_fails_when_it_is_read_the_text_is_kept(folder):
    def full(text):
        raise OSError(28, "No space left on device")

    with pytest.raises(EditorFault, match="No space left on device; what you wrote") as fault:
        edited("begin\n", "brief.md", full, Hands("right\n"))
    assert isinstance(fault.value.__cause__, OSError)
    assert next(folder.glob("*/brief.md")).read_text() == "right\n"


def test_what_fails_after_a_mistake_keeps_the_text_alone(folder):
    def full(text):
        if "right" not in text:
            raise Problem("no")
        raise OSError(28, "No space left on device")

    hands = Hands("wrong\n", lambda text: text.replace("wrong", "right"))
    with pytest.raises(EditorFault, match="No space left on device; what you wrote"):
        edited("begin\n", "brief.md", full, hands)
    assert next(folder.glob("*/brief.md")).read_text() == "right\n"


def test_bytes_that_are_no_text_are_a_mistake_like_any_other(folder):
    seen: list[bytes] = []

    def looking(path):
        seen.append(path.read_bytes())
        path.write_bytes(b"right \xff\n" if len(seen) == 1 else b"right\n")
        return 0

    assert edited("begin\n", "brief.md", right, looking) == "RIGHT\n"
    assert b"line 3: this is no UTF-8 text" in seen[1]  # line 1 below the comment
    assert seen[1].endswith(b"right \xff\n")


def test_a_message_can_not_end_its_comment():
    def picky(text):
        if "right" in text:
            return text
        raise Problem(f'"{text.strip()}" is wrong')

    hands = Hands("a --> b\n", lambda text: below(text).replace("a --> b", "right"))
    assert edited("begin\n", "brief.md", picky, hands) == "right\n"
    assert hands.seen[1].endswith("give up. -->\na --> b\n")


def test_the_editor_that_is_named_is_taken_with_its_arguments():
    assert chosen({"VISUAL": "code -w", "EDITOR": "vi"}) == (["code", "-w"], "VISUAL")
    assert chosen({"VISUAL": " ", "EDITOR": "'/my tools/ed' -p"}) == (
        ["/my tools/ed", "-p"],
        "EDITOR",
    )


def test_without_a_name_one_that_is_there_is_taken(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: name == "vi")
    assert chosen({}) == (["vi"], "")
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(EditorFault, match="name one in VISUAL or EDITOR"):
        chosen({})


def test_quotes_that_do_not_close_are_told():
    with pytest.raises(EditorFault, match='EDITOR is "\'ed": no closing quotation'):
        chosen({"EDITOR": "'ed"})


def test_a_real_editor_is_run_with_the_file_last(tmp_path, monkeypatch):
    script = tmp_path / "an editor.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[2]).write_text(sys.argv[1])\n")
    monkeypatch.setenv("EDITOR", f"{sys.executable} '{script}' right")
    assert edited("begin\n", "brief.md", right, run) == "RIGHT"


def test_an_editor_that_is_not_there_is_told_with_its_variable(monkeypatch, folder):
    monkeypatch.setenv("VISUAL", "/nowhere/ed -w")
    with pytest.raises(EditorFault, match=r"/nowhere/ed \(from VISUAL\): No such file"):
        edited("begin\n", "brief.md", right, run)
    assert not list(folder.iterdir())


def test_ctrl_c_in_the_editor_does_not_end_the_program(monkeypatch):
    code = "import os, signal; os.kill(os.getppid(), signal.SIGINT)"
    monkeypatch.setenv("EDITOR", f"{sys.executable} -c '{code}'")
    assert edited("begin\n", "brief.md", right, run) is None


def test_an_editor_that_takes_its_file_away_is_told(folder):
    def away(path):
        path.unlink()
        return 0

    with pytest.raises(EditorFault, match="took its file away; nothing was changed"):
        edited("begin\n", "brief.md", right, away)
    assert not list(folder.iterdir())


@pytest.mark.parametrize("folder_instead", [False, True])
def test_what_was_written_before_the_file_went_away_is_kept(folder, folder_instead):
    seen: list[Path] = []

    def away(path):
        seen.append(path)
        if len(seen) == 1:
            path.write_text("an hour of work\n")
            return 0
        path.unlink()
        if folder_instead:
            path.mkdir()
        return 0

    with pytest.raises(
        EditorFault, match="took its file away; what you wrote is kept in "
    ) as fault:
        edited("begin\n", "brief.md", right, away)
    kept = Path(str(fault.value).rpartition(" in ")[2])
    assert kept.read_text() == "an hour of work\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_an_editor_that_is_killed_says_by_what(folder):
    with pytest.raises(EditorFault, match="ended by signal 9; what you wrote is kept"):
        edited("begin\n", "brief.md", right, Hands("right\n", code=-9))


def test_an_editor_that_nobody_named_is_not_opened_without_a_terminal(tmp_path):
    program = (
        "from pathlib import Path; from coalition_tui import editor\n"
        "try: editor.run(Path('x'))\n"
        "except editor.EditorFault as fault: print(fault)"
    )
    env = {key: value for key, value in os.environ.items() if key not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        env=env,
        capture_output=True,
        check=True,
    )
    assert b"name one in VISUAL or EDITOR" in done.stdout
