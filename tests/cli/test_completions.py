"""What a shell completes, asked as the shells ask."""

import shlex

import pytest

from coalition_tui.cli.program import run


@pytest.fixture
def answers(filled, monkeypatch, capsys):
    """The lines that answer a line of a shell."""

    def ask(line, shell="fish", breaks=""):
        monkeypatch.setenv("COALITION_TUI_DB", str(filled))
        monkeypatch.setenv("_COALITION_TUI_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("_COALITION_TUI_LINE", line)
        monkeypatch.setenv("_COALITION_TUI_BREAKS", breaks)
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            run([])
        assert end.value.code == 0
        out, err = capsys.readouterr()
        assert err == ""
        return [tuple(line.split("\t")) for line in out.splitlines() if line]

    return ask


@pytest.fixture
def completed(answers):
    """The values that are offered for the last of these words, and what is said of them."""
    return lambda *words: [each[1:] for each in answers(shlex.join(["coalition-tui", *words]))]


@pytest.fixture
def values(completed):
    """The values alone."""
    return lambda *words: [value for value, _ in completed(*words)]


def test_titles_complete_with_their_ids(completed):
    assert completed("show", "Lau") == [
        ("Launch Lane Guarantee for pharma shippers", "lane-guarantee-launch")
    ]
    assert completed("edit", "lau") == completed("copy", "LAU") == completed("show", "Lau")


def test_all_are_offered_where_nothing_is_typed(completed, answers):
    assert len(completed("show", "")) == 4
    assert len(answers("coalition-tui show ")) == 4


def test_ids_complete_with_their_titles(completed):
    ((value, title),) = completed("show", "per-lane")
    assert value == "per-lane-pricing"
    assert title.startswith("Move from per-sensor")


def test_a_word_inside_completes_where_it_is_clear(values):
    (found,) = values("show", "ceil")
    assert "15% ceiling on discounts" in found
    assert values("show", "p") == values("show", "per-lane")  # what begins so comes first


def test_parties_of_the_brief_before_complete(completed):
    (found,) = completed("pitch", "lane-guarantee-launch", "Plat")
    assert found == ("Platform engineering", "platform")
    assert completed("rehearse", "lane-guarantee-launch", "--without", "Plat") == [found]
    assert completed("pitch", "no such brief", "Plat") == []


def test_coalitions_and_people_complete(completed, values):
    assert completed("log", "Day") == [("day-200", "The Day 200 Table")]
    assert completed("log", "The D") == [("The Day 200 Table", "day-200")]
    assert completed("log", "day-200", "social", "Vikt") == [("Viktor Lassen", "viktor-lassen")]
    assert values("log", "day-200", "social", "Viktor", "--brief", "Lau") == values("show", "Lau")


def test_tags_and_what_is_in_the_trash_complete(values, filled, samples):
    from coalition_tui import edits  # noqa: PLC0415
    from coalition_tui.session import utc_now  # noqa: PLC0415
    from coalition_tui.store import TinyStore  # noqa: PLC0415

    assert values("list", "--tag", "ph") == ["pharma"]
    store = TinyStore(filled)
    gone = edits.delete(store.load(), "people", "viktor-lassen", utc_now(), "t1")
    store.commit(gone)
    store.close()
    assert values("trash", "restore", "Vik") == ["Viktor Lassen"]


def test_check_completes_files_too(answers):
    assert [each[0] for each in answers("coalition-tui check Lau")] == ["plain", "file"]


@pytest.mark.parametrize("words", ["import a", "export -o a", "--db a", "restore a", "backup a"])
def test_files_are_the_shells(answers, words):
    assert [each[0] for each in answers(f"coalition-tui {words}")] == ["file"]


def test_the_samples_complete_in_demo(values, filled):
    filled.unlink()
    assert values("show", "Lau") == []
    assert values("--demo", "show", "Lau") == ["Launch Lane Guarantee for pharma shippers"]


@pytest.mark.parametrize(
    ("typed", "put"),
    [
        ("Zeb", r"Zebra,\ wave\ \$1\:\ \"it\'s\ now\""),
        ("'Zeb", "Zebra, wave $1: \"it'\\''s now\""),
        ('"Zeb', 'Zebra, wave \\$1: \\"it\'s now\\"'),
        (r"Zebra,\ wave\ \$1:", r"\ \"it\'s\ now\""),
    ],
)
def test_bash_gets_its_names_quoted_as_they_are_typed(command, filled, answers, typed, put):
    command("new", 'Zebra, wave $1: "it\'s now"')
    assert answers(f"coalition-tui show {typed}", "bash", ' \t\n"@><=;|&(:') == [("plain", put)]


def test_a_value_that_an_option_holds_completes(answers):
    assert answers("coalition-tui export --format=ht", "zsh") == [("plain", "--format=html", "")]
    assert answers("coalition-tui export --format=ht", "bash", "=") == [("plain", "html")]


def test_words_before_the_program_are_not_its_own(values, answers):
    assert answers("sudo /usr/bin/coalition-tui sho") == [("plain", "show", "Print a brief.")]


def test_commands_and_formats_complete(values):
    assert values("exp") == ["export"]
    assert values("export", "--format", "") == ["json", "markdown", "text", "html", "csv"]


@pytest.mark.parametrize("line", ["", "coalition-tui", "coalition-tui nope ", "coalition-tui -"])
def test_whatever_is_asked_no_error_appears(answers, line):
    answers(line)
    answers(line, "bash")


def test_without_a_file_or_with_a_bad_one_nothing_is_said(values, database, filled):
    filled.write_text("{")
    assert values("show", "Lau") == []
    for each in filled.parent.iterdir():
        each.unlink()
    assert values("show", "Lau") == []
    assert not list(filled.parent.iterdir())


def test_control_characters_of_a_title_stay_here(values, command, filled):
    command("new", "Zed\x1b[31m title")
    (found,) = values("show", "Zed")
    assert "\x1b" not in found


def test_other_shells_are_refused(command):
    assert command("completions", "tcsh").code == 2
