"""What the strategies draw is valid: as JSON, and in its references."""

import msgspec
from hypothesis import HealthCheck, given, settings

from coalition_tui.integrity import faults, without_controls
from coalition_tui.model import Brief, Coalition
from coalition_tui.workspace import Workspace
from tests.strategies import briefs, coalitions, workspaces

few = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@few
@given(briefs())
def test_briefs_are_valid(brief: Brief):
    assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief
    assert without_controls(brief) is brief
    assert not list(faults(brief, {}))


@few
@given(coalitions({"person": ["a", "b"], "brief": ["c"]}))
def test_coalitions_are_valid(coalition: Coalition):
    assert msgspec.json.decode(msgspec.json.encode(coalition), type=Coalition) == coalition
    assert not list(faults(coalition, {"person": {"a", "b"}, "brief": {"c"}}))


@few
@given(workspaces())
def test_workspaces_are_valid(workspace: Workspace):
    known = {
        "brief": set(workspace.briefs),
        "coalition": set(workspace.coalitions),
        "person": set(workspace.people),
    }
    for record in (*workspace.briefs.values(), *workspace.coalitions.values()):
        assert not list(faults(record, known))
    for table in ("briefs", "coalitions", "people", "trash"):
        assert all(key == record.id for key, record in workspace.table(table).items())
