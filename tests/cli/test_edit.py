"""`edit`: a brief as Markdown in an editor, and back as one edit."""

import sys

import pytest

from coalition_tui.model import Brief
from coalition_tui.store import TinyStore

pytestmark = pytest.mark.usefixtures("drafts")

BRIEF = "lane-guarantee-launch"


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that runs this Python code on `text`, and counts in `turn` how often it did."""

    def use(code):
        script = tmp_path / "editor.py"
        turns = tmp_path / "turns"
        script.write_text(
            "import pathlib, re, sys\n"
            f"turns = pathlib.Path({str(turns)!r})\n"
            "turn = int(turns.read_text()) + 1 if turns.exists() else 1\n"
            "turns.write_text(str(turn))\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text()\n"
            f"{code}\n"
            "path.write_text(text)\n"
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
        return turns

    return use


def kept(database) -> Brief:
    store = TinyStore(database, "only to look")
    brief = store.load().briefs[BRIEF]
    store.close()
    return brief


def test_what_is_written_is_the_brief_then(command, filled, editor):
    before = kept(filled)
    editor('text = text.replace("Three countries now", "Two countries now")')
    done = command("edit", "Lane Guarantee")
    assert done.code == 0
    assert done.out == "Edit brief Launch Lane Guarantee for pharma shippe… in the editor\n"
    after = kept(filled)
    assert after.tradeoffs[1].statement == "Two countries now, eleven later"
    assert after.tradeoffs[1].id == before.tradeoffs[1].id
    assert after.created_at == before.created_at
    assert after.updated_at != before.updated_at
    assert after.commitments == before.commitments


def test_nothing_written_is_nothing_changed(command, filled, editor):
    before = filled.read_bytes()
    editor("")
    assert command("edit", BRIEF).out == "Nothing was changed\n"
    editor('text = text.replace("## Why now", "##  Why now ")')
    assert command("edit", BRIEF).out == "Nothing was changed\n"
    assert filled.read_bytes() == before


def test_a_mistake_comes_back_and_nothing_is_lost(command, filled, editor, drafts):
    turns = editor(
        'text = text.replace("status: in motion", "status: moving on") if turn == 1 '
        'else text.replace("moving on", "landed")'
    )
    assert command("edit", BRIEF).code == 0
    assert turns.read_text() == "2"
    assert kept(filled).status == "landed"
    assert not list(drafts.iterdir())


def test_a_mistake_that_is_given_up_is_kept_in_a_file(command, filled, editor, drafts):
    before = filled.read_bytes()
    editor('text = text.replace("status: in motion", "status: moving on")')
    done = command("edit", BRIEF)
    assert done.code == 2
    (file,) = drafts.glob("*/*.md")
    assert 'line 4: status: "moving on" is none of' in done.err
    assert done.err.endswith(f"what you wrote is kept in {file}\n")
    assert file.read_text().split("\n")[3] == "status: moving on"  # line 4, as it was told
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (f'text = text.replace("id: {BRIEF}", "id: another")', 'the id must stay "lane-guarantee'),
        ('text += "\\n# Another\\n"', "expected one brief, with one title; there are 2"),
        ('text = ""', "expected"),
        ('text = re.sub("(?m)^# .*", "# ", text)', "title can't be empty"),
        (
            'text = text.replace("**Finance → Support:**", "**Finence → Support:**")',
            'no party "Finence"; did you mean "Finance"?',
        ),
        ('text = text.replace("Person: Tobias Renner", "Person: Tobias Runner")', "no person"),
    ],
)
def test_what_no_brief_may_be_is_told(command, filled, editor, code, said):
    before = filled.read_bytes()
    editor(f"if turn == 1: {code}")
    done = command("edit", BRIEF)
    assert done.code == 2
    assert said in done.err
    assert filled.read_bytes() == before


@pytest.mark.parametrize("write", ["", 'path.write_text("mine"); '])
def test_ctrl_c_in_the_editor_ends_as_an_interrupted_command_does(command, filled, editor, write):
    before = filled.read_bytes()
    editor(
        f"import os, signal; signal.signal(signal.SIGINT, signal.SIG_DFL); {write}"
        "os.kill(os.getpid(), signal.SIGINT)"
    )
    done = command("edit", BRIEF)
    assert done.code == 130
    assert ("what you wrote is kept in" if write else "nothing was changed") in done.err
    assert filled.read_bytes() == before


def test_an_id_that_is_taken_out_stays(command, filled, editor):
    editor(
        f'text = text.replace("id: {BRIEF}\\n", "").replace("status: in motion", "status: landed")'
    )
    assert command("edit", BRIEF).code == 0
    assert kept(filled).status == "landed"


def test_a_brief_that_somebody_changed_meanwhile_stays_theirs(command, filled, editor, drafts):
    editor(
        "import subprocess\n"
        "other = path.with_name('other.md')\n"
        "other.write_text(text.replace('status: in motion', 'status: stopped'))\n"
        f"subprocess.run([{sys.executable!r}, '-m', 'coalition_tui', '--db', {str(filled)!r}, "
        "'import', '--replace', str(other)], check=True, stdout=subprocess.DEVNULL)\n"
        "text = text.replace('status: in motion', 'status: landed')"
    )
    done = command("edit", BRIEF)
    assert done.code == 2
    assert "was changed meanwhile; what you wrote is kept in" in done.err
    assert kept(filled).status == "stopped"
    assert (
        "status: landed"
        in next(drafts.glob("*/lane*.md"), next(drafts.glob("*/launch*.md"))).read_text()
    )


def test_read_only_is_said_before_the_editor_opens(command, filled, editor):
    turns = editor("")
    done = command("--read-only", "edit", BRIEF)
    assert done.code == 3
    assert not turns.exists()


def test_control_characters_do_not_come_in(command, filled, editor):
    editor('text = text.replace("Three countries", "Three \\x1b[31mcountries\\u202e")')
    assert command("edit", BRIEF).code == 0
    assert kept(filled).tradeoffs[1].statement == "Three [31mcountries now, eleven later"


def test_people_are_named_and_stay_who_they_are(command, filled, editor, tmp_path):
    seen = tmp_path / "seen.md"
    editor(
        f"pathlib.Path({str(seen)!r}).write_text(text)\n"
        'text = text.replace("status: in motion", "status: landed")'
    )
    before = kept(filled)
    command("edit", BRIEF)
    assert [each.person for each in kept(filled).parties] == [
        each.person for each in before.parties
    ]
    assert "Tobias Renner" in seen.read_text()
