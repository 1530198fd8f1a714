"""What each command does."""

import io
import json
import sys
from pathlib import Path

import pytest

from coalition_tui.exchange import json as json_format
from coalition_tui.exchange.audience import bundle_of, everything
from coalition_tui.exchange.importing import read_bundle
from coalition_tui.store import TinyStore
from coalition_tui.workspace import Workspace
from tests.cli.conftest import Command


def _kept(database: Path) -> Workspace:
    return TinyStore(database).load()


def _write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value))
    return path


# --- list


def test_list_is_aligned(command: Command, filled: Path) -> None:
    done = command("list")
    head, *rows = done.out.splitlines()
    assert head.split() == ["ID", "STATUS", "FILLED", "UPDATED", "TITLE"]
    assert [row.split()[0] for row in rows] == list(_kept(filled).briefs)
    column = head.index("TITLE")
    assert all(row[column - 1] == " " and row[column] != " " for row in rows)


def test_list_json(command: Command, filled: Path, samples: Workspace) -> None:
    (first, *_) = command("list", "--json").json
    brief = samples.briefs[first["id"]]
    assert list(first)[:4] == ["id", "title", "status", "filled"]
    assert (first["title"], first["status"], first["filled"]) == (brief.title, brief.status, 10)
    assert first["updated_at"] == "2026-11-18T06:20:00Z"


def test_list_filters(command: Command, filled: Path, samples: Workspace) -> None:
    def ids(*arguments: str) -> set[str]:
        return {each["id"] for each in command("list", "--json", *arguments).json}

    briefs = samples.briefs.values()
    assert ids("--status", "moving") == {each.id for each in briefs if each.status == "moving"}
    assert ids("--tag", "AI") == {each.id for each in briefs if "ai" in each.tags}
    assert ids("--tag", "ai", "--status", "stopped") == set()


def test_an_empty_list_says_so_beside_the_output(command: Command) -> None:
    done = command("list")
    assert (done.code, done.out) == (0, "")
    assert "coalition-tui new TITLE" in done.err
    assert command("list", "--json").json == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--tag", "zzz"), 'No brief has the tag "zzz".\n'),
        (("--status", "stopped"), 'No brief has the status "stopped".\n'),
        (
            ("--status", "draft", "--tag", "a\x1bb"),
            'No brief has the status "draft" and the tag "ab".\n',
        ),
    ],
)
def test_a_list_that_the_filters_empty_says_which_did(
    command: Command, filled: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = command("list", *arguments)
    assert (done.code, done.out, done.err) == (0, "", said)


def test_wide_and_hostile_titles_stay_aligned(command: Command) -> None:
    for title in ("法務の合意", "e\u0301clair", "x\x1b[31m\u202ey", "🙂 ok"):
        command("new", title)
    done = command("list")
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert {line.index("draft") for line in done.out.splitlines()[1:]} == {14}


# --- show, and how a brief is named


@pytest.mark.parametrize("word", ["lane-guarantee-launch", "lane-g", "LANE GUARANTEE", "shippers"])
def test_a_brief_is_named_by_id_prefix_or_title(command: Command, filled: Path, word: str) -> None:
    assert "# Launch Lane Guarantee" in command("show", word).out


def test_an_id_wins_over_prefixes_and_titles(command: Command, tmp_path: Path) -> None:
    briefs = [
        {"id": "a", "title": "First"},
        {"id": "ab", "title": "Second"},
        {"id": "x", "title": "ab"},
        {"id": "y", "title": "Launch"},
        {"id": "z", "title": "Launch plan"},
    ]
    command("import", _write(tmp_path / "x.json", {"briefs": briefs}))
    for word, title in (("a", "First"), ("ab", "Second"), ("launch", "Launch")):
        assert f"\n# {title}\n" in command("show", word).out


def test_an_ambiguous_name_lists_its_candidates(command: Command, filled: Path) -> None:
    done = command("show", "o")
    assert done.code == 2
    for brief in _kept(filled).briefs.values():
        if "o" in brief.title.casefold():
            assert f"{brief.id} ({brief.title})" in done.err


def test_many_candidates_are_cut(command: Command, tmp_path: Path) -> None:
    briefs = [{"id": f"b-{n}", "title": f"Plan {n}"} for n in range(30)]
    command("import", _write(tmp_path / "x.json", {"briefs": briefs}))
    assert "and 20 more" in command("show", "plan").err


def test_a_name_of_nothing(command: Command, filled: Path) -> None:
    assert command("show", "zzz").code == 2
    assert command("show", " ").code == 2
    done = command("show", "move from per-sensor to per-lane prices")
    assert 'did you mean "Move from per-sensor to per-lane pricing"?' in done.err


def test_show_json_is_the_export(command: Command, filled: Path, samples: Workspace) -> None:
    bundle = bundle_of(samples, ["per-lane-pricing"])
    assert command("show", "per-lane", "--format", "json").out == json_format.render(bundle)


# --- new


def test_new_prints_the_id_of_the_brief(command: Command, database: Path) -> None:
    done = command("new", "  Hiring\x1b[1m \n pause ")
    (brief,) = _kept(database).briefs.values()
    assert done.out == f"{brief.id}\n"
    assert brief.title == "Hiring[1m pause"
    assert brief.created_at == brief.updated_at is not None


# --- export


def test_export_to_stdout_is_json(command: Command, filled: Path, samples: Workspace) -> None:
    done = command("export", "alarm", "per-lane", "alarm")
    wanted = bundle_of(samples, ["alarm-triage-ai", "per-lane-pricing"])
    assert done.out == json_format.render(wanted)
    assert done.err == ""


def test_export_all(command: Command, filled: Path, samples: Workspace) -> None:
    assert read_bundle(command("export", "--all").out.encode(), "").bundle == everything(samples)


def test_markdown_says_what_it_leaves_out(
    command: Command, filled: Path, samples: Workspace
) -> None:
    done = command("export", "--all", "--format", "markdown")
    assert f"{len(samples.coalitions)} coalitions, {len(samples.people)} people" in done.err
    briefs = read_bundle(done.out.encode(), "all.md").bundle.briefs
    assert [each.title for each in briefs] == [each.title for each in samples.briefs.values()]


def test_export_for_a_room_says_how_many_it_leaves_out(command: Command, filled: Path) -> None:
    done = command("export", "lane", "--audience", "room")
    assert done.err == "Told in confidence, and left out: 5\n"
    assert '"confidential": true' not in done.out
    assert '"confidential": true' in command("export", "lane").out


def test_export_to_a_file(command: Command, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    done = command("export", "lane", "-o", path)
    assert (done.code, done.out) == (0, "")
    assert path.read_text().startswith("---\n")
    assert path.stat().st_mode & 0o777 == 0o600


def test_export_to_a_folder_names_the_file(command: Command, filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert command("export", "per-lane", "-o", folder).code == 0
    (made,) = folder.iterdir()
    assert made.name == "move-from-per-sensor-to-per-lane-pricing.json"


def test_export_never_overwrites_unless_forced(
    command: Command, filled: Path, tmp_path: Path
) -> None:
    victim, link = tmp_path / "victim.json", tmp_path / "link.json"
    victim.write_text("old")
    link.symlink_to(victim)
    for path in (victim, link):
        done = command("export", "lane", "-o", path)
        assert done.code == 2
        assert f"{path} is there already; --force" in done.err
        assert victim.read_text() == "old"
    assert command("export", "lane", "-o", link, "--force").code == 0
    assert not link.is_symlink()
    assert victim.read_text() == "old"


def test_export_never_replaces_the_workspace(command: Command, filled: Path) -> None:
    before = filled.read_bytes()
    assert command("export", "--all", "-o", filled, "--force").code == 2
    assert filled.read_bytes() == before


@pytest.mark.parametrize("words", [("export", "lane", "-o"), ("backup",)])
def test_a_path_that_ends_in_a_slash_is_a_folder_and_is_made(
    command: Command, filled: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert command(*words, f"{tmp_path}/new/inner/").code == 0
    (made,) = (tmp_path / "new" / "inner").iterdir()
    assert made.suffix == ".json"
    assert [each.stat().st_mode & 0o777 for each in (made.parent.parent, made.parent)] == [
        0o700
    ] * 2
    file = tmp_path / "file"
    file.write_text("mine")
    done = command(*words, f"{file}/")
    assert (done.code, done.err) == (2, f"coalition-tui: {file} is no folder\n")
    done = command(*words, f"{file}/x/")
    assert (done.code, done.err) == (3, f"coalition-tui: {file}/x: Not a directory\n")
    assert file.read_text() == "mine"


def test_export_into_a_folder_that_is_not_there_is_3(
    command: Command, filled: Path, tmp_path: Path
) -> None:
    done = command("export", "lane", "-o", tmp_path / "no" / "x.json")
    assert done.code == 3
    assert "No such file or directory" in done.err


# --- import


def test_import_of_an_export(command: Command, filled: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    command("export", "lane", "-o", out)
    other = tmp_path / "other.json"
    done = command("--db", other, "import", out)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Import 1 brief, 1 coalition, ")
    assert list(_kept(other).briefs) == ["lane-guarantee-launch"]


def test_import_is_all_or_nothing(command: Command, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    good = _write(tmp_path / "good.json", {"briefs": [{"id": "new", "title": "New"}]})
    bad = _write(tmp_path / "bad.json", {"briefs": [{"title": "B", "sponsor": "x"}]})
    done = command("import", good, bad)
    assert done.code == 2
    assert f'{bad}: briefs[0].sponsor: no party "x"' in done.err
    assert filled.read_bytes() == before


def test_import_refuses_or_replaces(command: Command, filled: Path, tmp_path: Path) -> None:
    again = _write(tmp_path / "x.json", {"briefs": [{"id": "alarm-triage-ai", "title": "Z"}]})
    done = command("import", again)
    assert done.code == 2
    assert 'briefs[0].id: "alarm-triage-ai" is in the workspace already' in done.err
    assert command("import", "--replace", again).code == 0
    assert _kept(filled).briefs["alarm-triage-ai"].title == "Z"


def test_dry_run_changes_nothing(command: Command, filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    new = _write(tmp_path / "x.json", {"briefs": [{"title": "New"}]})
    assert command("import", "--dry-run", new).out == (
        "Import 1 brief (dry run)\n  Add brief New\n"
    )
    assert command("--read-only", "import", "--dry-run", new).code == 0
    assert filled.read_bytes() == before


def test_import_counts_control_characters(command: Command, tmp_path: Path) -> None:
    new = _write(tmp_path / "x.json", {"briefs": [{"title": "N\x1b[1m\x07"}]})
    assert command("import", new).err == "Control characters left out: 2\n"


def test_import_from_stdin(
    command: Command, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"briefs": [{"id": "a", "title": "A"}]}'))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert command("import", "-").code == 0
    assert list(_kept(database).briefs) == ["a"]


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_import_of_what_is_no_file_is_2(command: Command, tmp_path: Path, name: str) -> None:
    done = command("import", tmp_path / name)
    assert done.code == 2
    assert str(tmp_path) in done.err


# --- where, schema


def test_schema(command: Command) -> None:
    assert command("schema").json == json.loads(json.dumps(json_format.schema()))
