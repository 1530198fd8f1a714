"""Import: every fault is one line with its place, and nothing comes in by halves."""

import json as stdlib
import time
from collections.abc import Iterator
from itertools import count
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_tui.edits import Edit, apply
from coalition_tui.exchange import json
from coalition_tui.exchange.audience import everything
from coalition_tui.exchange.importing import ImportFault, Reading, import_edit, read_bundle
from coalition_tui.model import Brief, Bundle, Coalition, Person
from coalition_tui.workspace import Workspace
from tests.conftest import NOW

WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    1.5,
    "\x1b",
    "x" * 30_000,
    [],
    {},
    [[]],
    {"x": 1},
    ["", ""],
)


def _read(value: Any) -> Reading:
    data = value if isinstance(value, bytes) else stdlib.dumps(value).encode()
    return read_bundle(data, "a.json")


def _import(*values: Any, into: Workspace | None = None, replace: bool = False) -> Edit:
    ids = (f"new-{number}" for number in count(1))
    return import_edit(
        into or Workspace(),
        [_read(each) for each in values],
        replace=replace,
        now=NOW,
        new_id=lambda: next(ids),
    )


def _brief(**fields: Any) -> dict[str, Any]:
    return {"briefs": [{"title": "T", **fields}]}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (b"", "there is nothing in it"),
        (b" \n", "there is nothing in it"),
        (b"\n\xff", "line 2: this is no UTF-8 text"),
        (b"{", "not valid JSON at line 1, column 2: expecting property name"),
        (b'{"briefs": [\n,]}', "not valid JSON at line 2, column 1: expecting value"),
        (b'{"briefs": []} x', "not valid JSON at line 1, column 16: extra data"),
        (b"[" * 100_000, "lists and objects stand too deep in one another"),
        (b'{"a":' * 100_000, "lists and objects stand too deep in one another"),
        (b'{"briefs": [{"title": NaN}]}', "briefs[0].title: NaN is no JSON number"),
        (b'{"version": Infinity}', "version: Infinity is no JSON number"),
        (b'{"version": ' + b"9" * 5000 + b"}", "version: a number of 5,000 digits"),
        (b'{"version": 1e999}', "version: expected 1, not inf"),
        (
            b'{"briefs": [{"title": "a", "title": "b"}]}',
            "briefs[0].title: stands twice in one object",
        ),
        (b'{"briefs": [], "briefs": []}', "briefs: stands twice in one object"),
        ([], "expected an object, not a list"),
        (b'"x"', 'expected an object, not "x"'),
        ({"format": "x"}, 'format: expected "coalition-tui", not "x"'),
        ({"format": 3}, 'format: expected "coalition-tui", not 3'),
        ({"version": 2}, "version: version 2 needs a newer coalition-tui"),
        ({"version": True}, "version: expected 1, not true"),
        ({"version": "1"}, 'version: expected 1, not "1"'),
        ({"meta": {"1": {"schema": 1}}, "briefs": {}}, "this is a workspace; open it with --db"),
        ({"brief": []}, 'there is no field "brief"; did you mean "briefs"?'),
        ({"briefs": {}}, "briefs: expected a list, not an object"),
        ({"briefs": [None]}, "briefs[0]: expected an object, not null"),
        ({"briefs": [{}]}, "briefs[0].title: missing"),
        (_brief(titel="x"), 'briefs[0]: there is no field "titel"; did you mean "title"?'),
        (_brief(title=""), "briefs[0].title: title can't be empty"),
        (_brief(title=" \t "), "briefs[0].title: title can't be empty"),
        ({"coalitions": [{"name": ""}]}, "coalitions[0].name: name can't be empty"),
        (
            {"people": [{"name": "Ada"}, {"name": "\u3000"}]},
            "people[1].name: name can't be empty",
        ),
        (_brief(title=5), "briefs[0].title: expected one line of at most 200 characters, not 5"),
        (
            _brief(title="x\ny"),
            'briefs[0].title: expected one line of at most 200 characters, not "x y"',
        ),
        (
            _brief(outcome=["x"]),
            "briefs[0].outcome: expected a text of at most 20,000 characters, not a list",
        ),
        (
            _brief(id="A b"),
            'briefs[0].id: expected an id (a-z, 0-9 and -, at most 40 characters), not "A b"',
        ),
        (
            _brief(approved_on="2026-02-30"),
            'briefs[0].approved_on: expected a day like 2026-09-30, or null, not "2026-02-30"',
        ),
        (_brief(created_at="2026-01-01T00:00:00"), "briefs[0].created_at: expected a moment like"),
        (
            _brief(created_at="0001-01-01T00:00:00+14:00"),
            "briefs[0].created_at: the year is out of range",
        ),
        (
            _brief(status="done"),
            "briefs[0].status: expected one of draft, sharing, asking, moving, landed, stopped",
        ),
        (_brief(tags="x"), 'briefs[0].tags: expected a list, not "x"'),
        (_brief(tags=[1]), "briefs[0].tags[0]: expected one line of at most 200 characters, not 1"),
        (
            _brief(parties=[{"name": "P", "me": 1}]),
            "briefs[0].parties[0].me: expected true or false, not 1",
        ),
        (
            _brief(parties=[{"name": "P", "brings": ["x"]}]),
            "briefs[0].parties[0].brings[0]: expected one of authority,",
        ),
        (
            _brief(parties=[{"name": "P", "alignment": []}]),
            "briefs[0].parties[0].alignment: expected an object, not a list",
        ),
        (
            _brief(parties=[{"name": "P", "alignment": {"x": 1}}]),
            'briefs[0].parties[0].alignment: there is no field "x"',
        ),
        (
            _brief(parties=[{"name": "P", "interests": [{}]}]),
            "briefs[0].parties[0].interests[0].stance: missing",
        ),
        (
            _brief(channels=[{"name": "C", "cadence_days": -1}]),
            "briefs[0].channels[0].cadence_days: expected a whole number from 0 to 100,000, not -1",
        ),
        (
            _brief(channels=[{"name": "C", "members": ["X Y"]}]),
            "briefs[0].channels[0].members[0]: expected an id",
        ),
        (_brief(**{"\x1b]0;x\x07": 1}), 'briefs[0]: there is no field "]0;x"'),
        (
            _brief(sponsor="legl", parties=[{"id": "legal", "name": "L"}]),
            'briefs[0].sponsor: no party "legl"; did you mean "legal"?',
        ),
        (_brief(commitments=[{"by": "x"}]), 'briefs[0].commitments[0].by: no party "x"'),
        (_brief(coalition="x"), 'briefs[0].coalition: no coalition "x"'),
        (
            _brief(parties=[{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]),
            'briefs[0].parties[1].id: the id "a" stands here twice',
        ),
        (
            _brief(parties=[{"name": "A", "me": True}, {"name": "B", "me": True}]),
            "briefs[0].parties[1].me: ",
        ),
        (
            {"coalitions": [{"name": "C", "interactions": [{"kind": "ask", "brief": "b"}]}]},
            'coalitions[0].interactions[0].brief: no brief "b"',
        ),
        (
            {"people": [{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]},
            'people[1].id: the id "a" stands in a.json too',
        ),
    ],
)
def test_a_fault_is_one_line_with_its_place(value: Any, message: str) -> None:
    with pytest.raises(ImportFault) as caught:
        _import(value)
    said = str(caught.value)
    assert said.startswith("a.json: ")
    assert message in said
    assert said.isprintable()
    assert len(said) < 300


def test_a_byte_order_mark_is_skipped() -> None:
    assert _read(b"\xef\xbb\xbf" + stdlib.dumps(_brief()).encode()).bundle.briefs[0].title == "T"


def test_control_characters_are_taken_out_and_counted() -> None:
    reading = _read(_brief(title="a\x1b[1m\u202eb", outcome="x\r\ny\rz\x00\ud83d"))
    assert reading.bundle.briefs[0].title == "a[1mb"
    assert reading.bundle.briefs[0].outcome == "x\ny\nz"
    assert reading.removed == 4


def test_raw_control_characters_are_counted_too() -> None:
    reading = _read('{"briefs": [{"title": "a\u202e\x7fb"}]}'.encode())
    assert (reading.bundle.briefs[0].title, reading.removed) == ("ab", 2)


def test_line_ends_are_not_counted() -> None:
    assert _read(b'{\r\n"briefs": [{"title": "a",\r\n "outcome": "x\\r\\ny"}]}').removed == 0


def test_missing_ids_and_moments_are_made() -> None:
    value = _brief(parties=[{"name": "P", "interests": [{"stance": "need"}]}])
    (change,) = _import(value).changes
    brief = change.after
    assert isinstance(brief, Brief)
    assert {brief.id, brief.parties[0].id, brief.parties[0].interests[0].id} == {
        "new-1",
        "new-2",
        "new-3",
    }
    assert (brief.created_at, brief.updated_at) == (NOW, NOW)


def test_moments_are_kept_in_utc() -> None:
    (change,) = _import(_brief(created_at="2026-01-01T01:00:00+02:00")).changes
    assert isinstance(change.after, Brief)
    assert msgspec.json.encode(change.after.created_at) == b'"2025-12-31T23:00:00Z"'


def test_references_lead_to_any_file_and_to_the_workspace() -> None:
    there = Workspace(people={"ada": Person(id="ada", name="Ada")})
    first = _brief(coalition="table", parties=[{"name": "P", "person": "ada"}])
    second = {"coalitions": [{"id": "table", "name": "Table"}]}
    assert _import(first, second, into=there).label == "Import 1 brief, 1 coalition"
    with pytest.raises(ImportFault, match=r'briefs\[0\].coalition: no coalition "table"'):
        _import(first, into=there)


def test_one_id_in_two_files_is_refused() -> None:
    with pytest.raises(ImportFault, match=r'briefs\[0\].id: the id "a" stands in a.json too'):
        _import(_brief(id="a"), _brief(id="a"))


def test_an_id_that_is_there_is_refused_or_replaced() -> None:
    there = Workspace(briefs={"a": Brief(id="a", title="Old"), "b": Brief(id="b", title="B")})
    with pytest.raises(ImportFault, match=r'briefs\[0\].id: "a" is in the workspace already'):
        _import(_brief(id="a"), into=there)
    after = apply(there, _import(_brief(id="a"), into=there, replace=True))
    assert [(each.id, each.title) for each in after.briefs.values()] == [("a", "T"), ("b", "B")]


def test_the_same_id_in_different_tables_is_no_clash() -> None:
    value = {"briefs": [{"id": "a", "title": "A"}], "people": [{"id": "a", "name": "A"}]}
    assert _import(value).label == "Import 1 brief, 1 person"


def test_replacing_by_the_same_changes_nothing(samples: Workspace) -> None:
    reading = Reading("", everything(samples))
    edit = import_edit(samples, [reading], replace=True, now=NOW, new_id=lambda: "never")
    assert (edit.label, edit.changes) == ("Import nothing", ())


def test_markdown_is_known_by_its_ending_or_its_first_character() -> None:
    text = b"---\nstatus: draft\n---\n\n# Launch\n"
    for name in ("a.md", "stdin"):
        assert read_bundle(text, name).bundle.briefs[0].title == "Launch"
    with pytest.raises(ImportFault, match=r"^a\.md: line "):
        read_bundle(b"---\nstatus: nowhere\n---\n\n# Launch\n", "a.md")
    assert read_bundle(b'\n {"briefs": []}', "stdin").bundle == Bundle()


def _trimmed(value: Any) -> Any:
    """The value with one item in each of its lists."""
    if isinstance(value, dict):
        return {key: _trimmed(inner) for key, inner in value.items()}
    return [_trimmed(each) for each in value[:1]] if isinstance(value, list) else value


def _mutations(value: Any) -> Iterator[Any]:
    """The value with each thing in it taken away, or replaced by each kind of wrong one."""
    yield from WRONG
    if isinstance(value, dict):
        for key in value:
            yield {each: value[each] for each in value if each != key}
            yield from (value | {key: inner} for inner in _mutations(value[key]))
    if isinstance(value, list):
        yield from ([inner] for each in value for inner in _mutations(each))


def _outcome(data: bytes) -> Reading | str:
    try:
        return read_bundle(data, "x.json")
    except ImportFault as fault:
        return str(fault)


def test_wrong_types_at_every_path_are_refused_or_valid(samples: Workspace) -> None:
    """Each of many broken files ends in one line, or holds nothing that is not valid."""
    whole = _trimmed(stdlib.loads(json.render(everything(samples))))
    outcomes = [_outcome(stdlib.dumps(broken).encode()) for broken in _mutations(whole)]
    lines = [each for each in outcomes if isinstance(each, str)]
    read = [each for each in outcomes if isinstance(each, Reading)]
    assert len(lines) > 1500
    assert all(each.isprintable() and len(each) < 400 for each in lines)
    for each in read:
        assert json.parse(json.render(each.bundle)) == (each.bundle, 0)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    outcome = _outcome(data)
    assert isinstance(outcome, Reading) or outcome.isprintable()


@pytest.mark.slow
def test_fifty_megabytes_come_in_within_five_seconds(samples: Workspace) -> None:
    one = samples.briefs["lane-guarantee-launch"]
    one = msgspec.structs.replace(
        one,
        coalition="",
        parties=tuple(msgspec.structs.replace(each, person="") for each in one.parties),
    )
    size = len(json.render(Bundle(briefs=(one,))))
    copies = [msgspec.structs.replace(one, id=f"b{n}") for n in range(50_000_000 // size)]
    data = json.render(Bundle(briefs=tuple(copies))).encode()
    began = time.process_time()
    reading = read_bundle(data, "big.json")
    edit = import_edit(Workspace(), [reading], replace=False, now=NOW, new_id=lambda: "never")
    taken = time.process_time() - began
    assert len(edit.changes) == len(copies)
    assert taken < 5


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 5_000_000,
        b"9" * 5_000_000,
        b'{"a": ' + b"9" * 5_000_000 + b"}",
        b'"' + b"x" * 5_000_000 + b'"',
        b'{"' + b"k" * 5_000_000 + b'": 1}',
        b'{"briefs": [' + b'{"title": "x"},' * 100_000 + b"1]}",
        b'{"briefs": [{"title": "' + b"\\u001b" * 800_000 + b'\\n"}]}',
        b'{"people": [' + b'{"id": "a", "name": "x"},' * 100_000 + b'{"name": "x"}]}',
    ],
    ids=["depth", "number", "field", "text", "key", "records", "escapes", "clashes"],
)
def test_hostile_files_end_within_a_second(data: bytes) -> None:
    began = time.process_time()
    with pytest.raises(ImportFault):
        _import(data)
    assert time.process_time() - began < 1


def test_kinds_of_records_that_have_no_id_yet_never_clash() -> None:
    edit = _import({"people": [{"name": "A"}, {"name": "A"}], "coalitions": [{"name": "C"}]})
    kinds = [type(each.after) for each in edit.changes]
    assert kinds == [Coalition, Person, Person]
