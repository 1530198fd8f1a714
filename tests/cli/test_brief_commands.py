"""`rehearse`, `pitch`, `summary`, `new --template`, and the counts in `list --json`."""

import json
from pathlib import Path

import pytest

from coalition_tui.cli.dates import today
from coalition_tui.rules.brief import check_brief
from coalition_tui.rules.finding import tally
from coalition_tui.rules.rehearsal import rehearse
from coalition_tui.store import TinyStore
from coalition_tui.store.snapshot import journal_of
from tests.cli.conftest import Command

LAUNCH = "lane-guarantee-launch"


def test_each_of_the_others_is_rehearsed(command: Command, filled, samples):
    done = command("rehearse", LAUNCH, "--json")
    parties = samples.briefs[LAUNCH].parties
    assert [(each["id"], each["name"]) for each in done.json["parties"]] == [
        (each.id, each.name) for each in parties if not each.me
    ]
    for each in done.json["parties"]:
        assert list(each) == ["id", "name", "survives", "lost"]
        assert list(each["lost"]) == ["commitments", "decision_rights", "rooms"]
        assert each["survives"] is not any(each["lost"].values())


def test_any_set_can_be_rehearsed_by_id_or_name(command: Command, filled, samples):
    options = ("--without", "legal", "--without", "Platform eng", "--without", "legal")
    done = command("rehearse", LAUNCH, *options, "--json")
    assert list(done.json) == ["without", "lost", "survives"]
    assert done.json["without"] == ["legal", "platform"]
    lost = rehearse(samples.briefs[LAUNCH], frozenset({"legal", "platform"}))
    assert done.json["lost"] == {
        "commitments": [each.id for each in lost.commitments],
        "decision_rights": [each.id for each in lost.decision_rights],
        "rooms": [each.id for each in lost.rooms],
    }
    assert done.json["survives"] is False


@pytest.mark.parametrize("word", ["me", "product-ops", "Product operations"])
def test_your_own_side_can_drop_out(command: Command, filled, word):
    assert command("rehearse", LAUNCH, "--without", word, "--json").json["without"] == [
        "product-ops"
    ]


def test_a_rehearsal_as_a_person_reads_it(command: Command, filled):
    out = command("rehearse", LAUNCH).out
    assert "Without Alastair Boyne: survives.\n" in out
    assert "Without Legal, lost:\n  " in out


def test_an_unknown_party_is_bad_input(command: Command, filled):
    assert command("rehearse", LAUNCH, "--without", "nobody").code == 2
    assert command("pitch", LAUNCH, "nobody").code == 2


def test_a_pitch_is_the_message_and_the_notes(command: Command, filled):
    whole = command("pitch", LAUNCH, "support").out
    message = command("pitch", LAUNCH, "support", "--message").out
    assert whole.startswith(message)
    assert "For you only" in whole
    assert "For you only" not in message
    assert message.startswith("# Launch Lane Guarantee")


def test_a_summary_withholds_confidences(command: Command, filled, samples):
    for brief in samples.briefs.values():
        out = command("summary", brief.id).out
        withheld = [each for each in brief.conversations if each.confidential]
        assert f"{len(withheld)} withheld" in out
        assert not [each for each in withheld if each.said and each.said in out]


def test_a_template_brings_its_parties(command: Command, database):
    key = command("new", "Ours", "--template", "pricing").out.strip()
    brief = TinyStore(database).load().briefs[key]
    assert brief.title == "Ours"
    assert [each.name for each in brief.parties][:2] == ["Strategy", "RevOps"]
    assert brief.created_at is not None
    assert command("new", "Ours", "--template", "other").code == 2


def test_list_counts_fails_and_warnings(command: Command, filled, samples):
    for each in command("list", "--json").json:
        brief = samples.briefs[each["id"]]
        counts = tally(check_brief(brief, samples, today()))
        assert (each["fail"], each["warn"]) == (counts["fail"], counts["warn"])
        assert list(each) == ["id", "title", "status", "filled", "fail", "warn", "updated_at"]


def test_a_brief_that_can_not_be_read_is_named_and_the_others_are_shown(
    command: Command, filled: Path
) -> None:
    document = json.loads(filled.read_text())
    for each in document["briefs"].values():
        each["status"] = "flying" if each["id"] == LAUNCH else each["status"]
    filled.write_text(json.dumps(document))
    journal_of(filled).unlink()
    found = command("show", LAUNCH)
    assert found.code == 2
    assert "can't be read" in found.err
    assert "$.status" in found.err
    assert command("show", "discount-ceiling").code == 0
