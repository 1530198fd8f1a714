"""The rehearsal: who drops out, what is lost with them, and who steps in."""

import pytest

from coalition_tui.model import Brief, Commitment, DecisionRight, Party, Room
from coalition_tui.tui.modals.rehearsal import RehearsalDialog
from tests.tui.desk import NOW, SMALL, USUAL, WIDE, Desk, workspace_of

BRIEF = Brief(
    id="b",
    title="Night desk",
    parties=(
        Party(id="me", name="Ops", me=True),
        Party(id="legal", name="Legal"),
        Party(id="sales", name="Sales"),
        Party(id="finance", name="Finance"),
    ),
    commitments=(
        Commitment(id="c1", by="legal", what="Review the terms", state="accepted"),
        Commitment(id="c2", by="legal", what="Train the desk", state="accepted", backup="finance"),
    ),
    decision_rights=(DecisionRight(id="d", decision="Go or no-go", deciders=("sales",)),),
    rooms=(Room(id="r", name="Board", advocates=("legal", "sales")),),
    created_at=NOW,
    updated_at=NOW,
)


@pytest.fixture
def with_stakes(opening):
    """Opens the app on a brief that could lose something."""
    return lambda size=WIDE: opening(workspace_of(BRIEF), size)


def lost(desk: Desk) -> list[str]:
    """What is lost, and what somebody else takes over."""
    dialog = desk.app.screen
    assert isinstance(dialog, RehearsalDialog)
    return desk.rows(dialog.lost)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=["wide", "usual", "small"])
async def test_what_is_lost_follows_each_tick(with_stakes, size):
    async with with_stakes(size) as desk:
        await desk.press("f")
        assert "Which absence would stop the work?" in " ".join(desk.text.split())
        await desk.press("j", "space")
        assert lost(desk)[0].startswith("✗ Review the terms")
        assert lost(desk)[1].startswith("✓ Train the desk")
        assert "Finance steps in" in lost(desk)[1]
        assert "breaks" in desk.text
        await desk.press("j", "space")
        assert [each[:12] for each in lost(desk)] == [
            "✗ Review the",
            "✗ Go or no-g",
            "✗ Board room",
            "✓ Train the ",
        ]
        await desk.press("k", "space")
        assert len(lost(desk)) == 1
        assert "Go or no-go" in lost(desk)[0]
        await desk.press("j", "space")
        assert lost(desk) == ["Tick somebody off with space."]
        assert desk.key_bar.endswith("Close")


async def test_it_says_what_each_alone_would_take(with_stakes):
    async with with_stakes() as desk:
        await desk.press("f")
        assert desk.rows(desk.app.screen.parties) == [
            "[ ] Ops",
            "[ ] Legal alone: 1 lost",
            "[ ] Sales alone: 1 lost",
            "[ ] Finance",
        ]


async def test_what_a_backup_would_save_is_said_and_set_from_there(with_stakes):
    async with with_stakes() as desk:
        await desk.press("f", "j", "space", "j", "space")
        shown = " ".join(desk.text.replace("│", " ").split())
        assert "3 things lost without Legal, Sales; a backup would save 2" in shown
        assert "another voice 1 room" in shown
        await desk.press("tab", "enter")
        assert "Who steps in?" in desk.text
        assert "Legal" not in desk.rows(desk.app.screen.list), "who is out can't step in"
        await desk.type("fin")
        await desk.press("enter")
        assert desk.saved()[0]["commitments"][0]["backup"] == "finance"
        assert "✓ Review the terms" in " ".join(lost(desk))
        await desk.press("g", "b")
        await desk.type("ops")
        await desk.press("enter")
        assert desk.saved()[0]["decision_rights"][0]["backup"] == "me"


async def test_a_room_gets_another_voice_that_is_not_the_writer(with_stakes):
    async with with_stakes() as desk:
        await desk.press("f", "j", "space", "j", "space", "tab", "j", "j", "b")
        assert "Who speaks there?" in desk.text
        assert desk.rows(desk.app.screen.list) == ["Finance"]
        await desk.press("enter")
        assert desk.saved()[0]["rooms"][0]["advocates"] == ["legal", "sales", "finance"]
        assert "Board" not in " ".join(lost(desk))


async def test_a_backup_that_is_out_as_well_saves_nothing(with_stakes):
    async with with_stakes() as desk:
        await desk.press("f", "j", "space", "G", "space")
        assert "Finance is out too" in " ".join(lost(desk))


async def test_a_rehearsal_changes_nothing_by_itself(with_stakes):
    async with with_stakes() as desk:
        before = desk.saved()
        await desk.press("f", "space", "j", "space", "escape")
        assert desk.saved() == before
        assert desk.app.screen is desk.place


async def test_too_little_to_rehearse_is_said(with_blank):
    async with with_blank() as desk:
        await desk.press("f")
        assert "Not enough data" in desk.text
        await desk.press("space", "b", "tab", "enter", "escape")
        assert desk.app.screen is desk.place
