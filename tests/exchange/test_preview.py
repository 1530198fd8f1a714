"""What an import would change, a line for each record."""

from datetime import UTC, datetime

from coalition_tui.edits import apply
from coalition_tui.exchange.importing import Reading, import_edit
from coalition_tui.exchange.preview import preview
from coalition_tui.model import Brief, Bundle, Guardrail, Person
from coalition_tui.workspace import Workspace

NOW = datetime(2026, 10, 3, 9, tzinfo=UTC)
LATER = datetime(2026, 10, 4, 9, tzinfo=UTC)


def lines(workspace: Workspace, bundle: Bundle) -> list[str]:
    edit = import_edit(
        workspace, [Reading("x", bundle)], replace=True, now=LATER, new_id=lambda: "new"
    )
    return list(preview(edit))


def kept(brief: Brief) -> Workspace:
    """A workspace with this brief."""
    edit = import_edit(
        Workspace(),
        [Reading("x", Bundle(briefs=(brief,)))],
        replace=False,
        now=NOW,
        new_id=lambda: "new",
    )
    return apply(Workspace(), edit)


def test_new_records_are_named() -> None:
    bundle = Bundle(briefs=(Brief(title="Launch"),), people=(Person(id="ada", name="Ada"),))
    assert lines(Workspace(), bundle) == ["Add brief Launch", "Add person Ada"]


def test_of_a_record_that_is_there_the_fields_are_named_that_change() -> None:
    brief = Brief(id="b", title="Launch", outcome="It works.", created_at=NOW, updated_at=NOW)
    other = Brief(
        id="b",
        title="Launch",
        measure="12",
        guardrails=(Guardrail(id="g", text="No"),),
        created_at=NOW,
        updated_at=LATER,
    )
    assert lines(kept(brief), Bundle(briefs=(other,))) == [
        "Replace brief Launch: outcome, measure, ethical guardrails"
    ]
    assert lines(kept(brief), Bundle(briefs=(brief,))) == []
