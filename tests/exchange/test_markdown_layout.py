"""The layout follows the declared fields: what is declared is written and read, unambiguously."""

from collections.abc import Iterator
from typing import Annotated

import pytest

from coalition_tui.exchange.markdown.fault import Line
from coalition_tui.exchange.markdown.layout import JOINT, LEADS, folded, front_fields, parts, plan
from coalition_tui.exchange.markdown.names import Names, slug
from coalition_tui.exchange.markdown.records import entries, record_of
from coalition_tui.exchange.markdown.render import record_lines
from coalition_tui.fields import Kind, fields
from coalition_tui.model import Brief, Record, declare
from coalition_tui.sections import ALL


class Note(Record, frozen=True, kw_only=True):
    """A record of no section, as if it had just been declared."""

    id: declare.Id = ""
    about: Annotated[str, declare.text("About", headline=True)] = ""
    colour: Annotated[str, declare.text("Favourite colour")] = "red"
    depth: Annotated[int, declare.number("Deep as … boats")] = 3
    loud: Annotated[bool, declare.about("Loud")] = True
    words: Annotated[tuple[declare.Text, ...], declare.about("Words")] = ()
    notes: Annotated[tuple["Note", ...], declare.about("Notes")] = ()


def reachable(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for item in fields(record):
        if item.record:
            yield from reachable(item.record)


RECORDS = sorted(set(reachable(Brief)) - {Brief}, key=lambda record: record.__name__)


@pytest.mark.parametrize(
    "note",
    [
        Note(about="A", colour="blue\n- and green", depth=0, loud=False),
        Note(about="A", colour="", words=("", "a, b", "c · d", "e\nf")),
        Note(id="n", notes=(Note(about="B", notes=(Note(about="C", depth=4),)), Note(about="D"))),
    ],
)
def test_a_new_record_is_written_and_read_by_its_declaration(note: Note):
    names = Names({}, {})
    lines = [Line(number, text) for number, text in enumerate(record_lines(note, names))]
    assert [record_of(Note, each, names) for each in entries(Note, lines)] == [note]


def test_every_field_of_a_brief_stands_somewhere():
    placed = [item.name for item in front_fields()]
    placed += [part.item.name for section in ALL if not section.inner for part in parts(section)]
    assert sorted([*placed, "title"]) == sorted(item.name for item in fields(Brief))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_title_opens_one_field_and_never_holds_what_parts_them(record: type[Record]):
    layout = plan(record)
    words = [word for item in layout.titled for word in {folded(item.title), folded(item.name)}]
    assert len(words) == len(set(words))
    for item in layout.titled:
        assert ":" not in item.title
        assert JOINT.strip() not in item.title
        opened = layout.label.match(item.title.replace("…", "7"))
        assert opened is not None
        assert opened.lastgroup == item.name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_labels_hold_nothing_that_parts_them_and_differ(record: type[Record]):
    for item in fields(record):
        labels = [folded(label) for label in item.labels.values()]
        assert len(labels) == len(set(labels))
        assert not [label for label in item.labels.values() if set(label) & set(",·→*:")]


@pytest.mark.parametrize("record", LEADS, ids=lambda record: record.__name__)
def test_in_a_lead_only_the_last_fields_take_any_word(record: type[Record]):
    kinds = [item.kind for item in plan(record).lead]
    if LEADS[record].joint == JOINT:
        assert not {Kind.REF, Kind.REFS} & set(kinds[:-1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Legal", "legal"),
        ("  Zoë & Łukasz, 2nd ", "zoe-ukasz-2nd"),
        ("法務", ""),
        ("x" * 50, "x" * 40),
        ("one sentence that goes on and on for ever", "one-sentence-that-goes-on-and-on-for"),
    ],
)
def test_the_id_that_a_headline_stands_for(text: str, expected: str):
    assert slug(text) == expected
