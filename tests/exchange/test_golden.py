"""Each format as it was read and liked by a person: `golden/launch.*`.

When a format changes on purpose, delete its file and run this test once: it writes the file anew
and fails. Read the difference before it is committed.
"""

from pathlib import Path

import pytest

from coalition_tui.clean import one_line
from coalition_tui.exchange.audience import bundle_of
from coalition_tui.exchange.formats import AUDIENCES, FORMATS, written
from coalition_tui.workspace import Workspace

GOLDEN = Path(__file__).parent / "golden"
BRIEF = "lane-guarantee-launch"


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_as_it_was(samples: Workspace, name: str) -> None:
    kind = FORMATS[name]
    text = kind.render(bundle_of(samples, [BRIEF]))
    golden = GOLDEN / f"launch{kind.suffix}"
    if not golden.exists():
        golden.write_bytes(text.encode())
        pytest.fail(f"{golden.name} was not there and is written now: read it")
    assert text == golden.read_bytes().decode()


@pytest.mark.parametrize("name", FORMATS)
def test_the_room_reads_nothing_that_was_told_in_confidence(samples: Workspace, name: str) -> None:
    kind = FORMATS[name]
    bundle = bundle_of(samples, [BRIEF])
    told = [each.said for each in bundle.briefs[0].conversations if each.confidential]
    told += [
        each.text
        for party in bundle.briefs[0].parties
        for each in party.interests
        if each.confidential
    ]
    full, none = written(bundle, kind)
    room, withheld = written(bundle, kind, "room")
    assert none == 0
    assert len(told) == 2
    assert withheld >= 2 if kind.whole else withheld == 2
    for each in told:
        assert each not in one_line(room)
        assert (each in one_line(full)) == (name != "csv")


def test_there_are_two_audiences() -> None:
    assert AUDIENCES == ("full", "room")
