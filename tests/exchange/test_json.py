"""The file that travels, as JSON: lossless, in order, and its schema true."""

import json as stdlib

import pytest
from hypothesis import given, settings

from coalition_tui.edits import apply
from coalition_tui.exchange import json
from coalition_tui.exchange.audience import bundle_of, everything
from coalition_tui.exchange.importing import Reading, import_edit, read_bundle
from coalition_tui.model import Brief, Bundle
from coalition_tui.workspace import Workspace
from tests.conftest import NOW
from tests.strategies import bundles


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a bundle is large
@settings(max_examples=20, deadline=None)
@given(bundle=bundles())
def test_what_is_rendered_reads_back_the_same(bundle: Bundle) -> None:
    assert json.parse(json.render(bundle)) == (bundle, 0)


def test_a_workspace_comes_back_from_its_export(samples: Workspace) -> None:
    reading = read_bundle(json.render(everything(samples)).encode(), "all.json")
    edit = import_edit(Workspace(), [reading], replace=False, now=NOW, new_id=lambda: "never")
    assert apply(Workspace(), edit) == samples


def test_fields_stand_in_the_order_of_the_model(samples: Workspace) -> None:
    decoded = stdlib.loads(json.render(everything(samples)))
    assert list(decoded) == ["format", "version", "briefs", "coalitions", "people"]
    assert list(decoded["briefs"][0]) == list(Brief.__struct_fields__)


def test_it_is_readable_text() -> None:
    text = json.render(Bundle(briefs=(Brief(id="a", title="Größe 法務"),)))
    assert '      "title": "Größe 法務",\n' in text
    assert text.endswith("}\n")


def test_the_schema_names_every_record_and_its_questions() -> None:
    schema = json.schema()
    brief = schema["$defs"]["Brief"]
    assert schema["$ref"] == "#/$defs/Bundle"
    assert list(brief["properties"]) == list(Brief.__struct_fields__)
    assert brief["required"] == ["title"]
    assert brief["additionalProperties"] is False
    assert brief["properties"]["why_now"]["description"].startswith("Why does it deserve")


def test_one_brief_travels_anywhere(samples: Workspace) -> None:
    for key in samples.briefs:
        bundle = bundle_of(samples, [key])
        edit = import_edit(
            Workspace(), [Reading("", bundle)], replace=False, now=NOW, new_id=lambda: "never"
        )
        arrived = apply(Workspace(), edit)
        assert arrived.briefs == {key: samples.briefs[key]}
        assert arrived.people.items() <= samples.people.items()
