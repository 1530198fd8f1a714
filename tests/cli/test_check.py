"""`check`: what it prints, what it exits with, and files without a database."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from coalition_tui.cli.program import run
from coalition_tui.exchange import json as json_format
from coalition_tui.exchange.formats import FORMATS
from coalition_tui.model import Brief, Bundle, Commitment, Conversation, Party
from coalition_tui.paths import resource
from tests.cli.conftest import Done

DAY = "2026-11-21"


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], database: Path):
    """Run `check` on the test's own database, as of a day."""

    def call(*arguments: str | Path) -> Done:
        capsys.readouterr()
        code = run(["--db", str(database), "check", "--as-of", DAY, *map(str, arguments)])
        return Done(code, *capsys.readouterr())

    return call


def write(path: Path, *briefs: Brief) -> Path:
    path.write_text(json_format.render(Bundle(briefs=briefs)))
    return path


LATE = Brief(
    id="late",
    title="Late",
    parties=(Party(id="legal", name="Legal"),),
    conversations=(Conversation(id="c", kind="ask", on=None, parties=("legal",)),),
    commitments=(Commitment(id="k", by="legal", state="asked"),),
)


def test_everything_is_checked_without_a_name(check, filled, samples):
    done = check("--json")
    assert done.json == check("--all", "--json").json
    assert done.code == 1
    assert list(done.json) == ["as_of", "briefs", "coalitions"]
    assert done.json["as_of"] == DAY
    assert [each["id"] for each in done.json["briefs"]] == list(samples.briefs)
    assert [each["id"] for each in done.json["coalitions"]] == list(samples.coalitions)


def test_the_keys_of_the_document(check, filled):
    found = check("--json").json
    for brief in found["briefs"]:
        assert list(brief) == ["id", "title", "findings", "strengths", "transparency"]
        assert list(brief["transparency"]) == ["verdict", "untested"]
        for strength in brief["strengths"]:
            assert list(strength) == ["name", "state", "have", "of", "missing"]
    for coalition in found["coalitions"]:
        assert list(coalition) == ["id", "name", "findings", "standing"]
        assert list(coalition["standing"]) == ["state", "gates"]
        assert len(coalition["standing"]["gates"]) == 5
        for gate in coalition["standing"]["gates"]:
            assert list(gate) == ["name", "met", "missing"]
    for record in (*found["briefs"], *found["coalitions"]):
        for finding in record["findings"]:
            assert list(finding) == ["rule", "severity", "message", "path"]


def test_named_briefs_come_in_their_order_once_and_alone(check, filled, samples):
    first, second, *_ = samples.briefs
    done = check(second, first, second, "--json", "--fail-on", "never")
    assert [each["id"] for each in done.json["briefs"]] == [second, first]
    assert done.json["coalitions"] == []
    assert done.code == 0


def test_names_and_all_together_are_refused(check, filled, samples):
    done = check(next(iter(samples.briefs)), "--all")
    assert done.code == 2
    assert done.err.startswith("coalition-tui: ")


@pytest.mark.parametrize(
    ("fail_on", "code"), [("never", 0), ("fail", 0), ("warn", 0), ("hint", 1), (None, 0)]
)
def test_exit_codes_follow_the_worst_finding(check, tmp_path, fail_on, code):
    file = write(tmp_path / "late.json", LATE)
    options = () if fail_on is None else ("--fail-on", fail_on)
    done = check(file, "--json", *options)
    severities = {each["severity"] for each in done.json["briefs"][0]["findings"]}
    assert "hint" in severities
    assert severities <= {"hint", "warn", "unknown"}
    expected = 1 if fail_on == "warn" and "warn" in severities else code
    assert done.code == expected


def test_too_little_data_is_never_a_failure(check, tmp_path):
    titled = Brief(id="t", title="T")
    found = check(write(tmp_path / "t.json", titled), "--json", "--fail-on", "warn")
    severities = {each["severity"] for each in found.json["briefs"][0]["findings"]}
    assert severities == {"hint", "unknown"}
    assert found.code == 0


def test_a_file_needs_no_database(check, database):
    launch = resource("sample_data", "launch.json")
    done = check(launch, "--json")
    assert done.code == 0
    assert [each["id"] for each in done.json["briefs"]] == ["lane-guarantee-launch"]
    assert not database.parent.exists()


def test_markdown_and_json_files_give_the_same(check, tmp_path, samples):
    brief = next(iter(samples.briefs.values()))
    bundle = Bundle(briefs=(brief,))
    found: list[Any] = []
    for name in ("json", "markdown"):
        file = tmp_path / f"brief{FORMATS[name].suffix}"
        file.write_text(FORMATS[name].render(bundle))
        found.append(check(file, "--json").json)
    assert found[0] == found[1]


def test_references_out_of_the_file_are_no_error(check, tmp_path):
    party = Party(id="p", name="P", person="ada")
    file = write(tmp_path / "b.json", Brief(id="b", title="B", coalition="day", parties=(party,)))
    assert check(file).code == 0


def test_references_to_nothing_inside_are(check, tmp_path):
    file = write(tmp_path / "b.json", Brief(id="b", title="B", sponsor="legl"))
    done = check(file)
    assert done.code == 2
    assert done.err == f'coalition-tui: {file}: briefs[0].sponsor: no party "legl"\n'


def test_records_without_ids_are_told_apart(check, tmp_path):
    file = tmp_path / "b.json"
    parties = [{"name": "A"}, {"name": "B", "dependency_owner": True}]
    brief = {"title": "B", "approved_on": DAY, "parties": parties, "commitments": [{"what": "x"}]}
    file.write_text(json.dumps({"format": "coalition-tui", "version": 1, "briefs": [brief]}))
    (found,) = check(file, "--json").json["briefs"]
    assert found["id"] == ""
    assert [each["path"] for each in found["findings"] if each["severity"] == "fail"] == [
        "/parties"
    ]


@pytest.mark.parametrize("name", ["gone.md", "gone.json", "gone.markdown"])
def test_a_missing_file_is_bad_input(check, tmp_path, name):
    done = check(tmp_path / name)
    assert done.code == 2
    assert done.err == f"coalition-tui: {tmp_path / name}: No such file or directory\n"


def test_a_pipe_is_a_file(check, tmp_path):
    reader, writer = os.pipe()
    os.write(writer, json_format.render(Bundle(briefs=(LATE,))).encode())
    os.close(writer)
    done = check(f"/dev/fd/{reader}", "--json")
    os.close(reader)
    assert [each["id"] for each in done.json["briefs"]] == ["late"]


def test_an_unknown_brief_is_bad_input(check, filled):
    done = check("no such brief")
    assert (done.code, done.out) == (2, "")
    assert 'no brief "no such brief"' in done.err


def test_as_a_person_reads_it(check, tmp_path):
    done = check(write(tmp_path / "late.json", LATE))
    head, *lines = done.out.splitlines()
    assert head.startswith("Late: ")
    assert "hint" in head
    assert any(line.split()[:1] == ["hint"] and "/why_now" in line for line in lines)


def test_findings_hold_no_confidence(check, filled, samples):
    out = check("--json").out
    secrets = [
        each.text
        for brief in samples.briefs.values()
        for party in brief.parties
        for each in party.interests
        if each.confidential
    ]
    assert secrets
    assert not [each for each in secrets if each in out]


def test_records_that_cannot_be_read_are_said(check, database):
    database.parent.mkdir()
    briefs = {"1": {"id": "a", "title": "A", "status": "lost"}, "2": {"id": "b", "title": "B"}}
    meta = {"1": {"schema": 1, "seq": 0}}
    database.write_text(json.dumps({"meta": meta, "briefs": briefs}))
    done = check("--json")
    assert [each["id"] for each in done.json["briefs"]] == ["b"]
    assert done.err.startswith("Records that can't be read, and stand in the file only: 1; ")


def test_a_folder_is_told_from_a_brief(command, filled, tmp_path):
    (tmp_path / "briefs").mkdir()
    done = command("check", tmp_path / "briefs")
    assert done.code == 2
    assert "a folder; name the files in it" in done.err


def test_where_nothing_is_kept_it_says_so(command, database):
    done = command("check")
    assert (done.code, done.out) == (0, "")
    assert "nothing to check" in done.err
