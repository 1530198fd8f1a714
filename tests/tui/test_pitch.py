"""The pitch for a party: what it hears, what stands beside it, copied, exported and logged."""

import stat

import pytest

from coalition_tui.model import Brief, Commitment, Conversation, Interest, Party
from coalition_tui.pitch import compose, to_send
from tests.tui.desk import NOW, TODAY, USUAL, WIDE, Desk, workspace_of

LEGAL = Party(
    id="legal",
    name="Legal",
    must_believe="It can be stopped.",
    interests=(Interest(id="i", stance="fear", text="A claim we can't keep", confidential=True),),
)
BRIEF = Brief(
    id="b",
    title="Night desk",
    outcome="One desk for all nights.",
    why_now="The contract ends in May.",
    parties=(Party(id="me", name="Ops", me=True), LEGAL, Party(id="sales", name="Sales")),
    commitments=(Commitment(id="c", by="legal", what="Review the terms", state="asked"),),
    conversations=(
        Conversation(id="t", on=TODAY, kind="context", parties=("legal",), told=("work",)),
    ),
    created_at=NOW,
    updated_at=NOW,
)
PITCH = compose(BRIEF, LEGAL)


@pytest.fixture
def with_pitch(opening):
    """Opens the app on a brief that can be pitched."""
    return lambda size=WIDE: opening(workspace_of(BRIEF), size)


def words(desk: Desk) -> str:
    return " ".join(desk.text.replace("│", " ").split())


async def test_it_is_composed_for_the_party_under_the_cursor(with_pitch):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p")
        assert "Pitch for Legal" in desk.text
        for part in ("One desk for all nights.", "The contract ends in May.", "Review the terms"):
            assert part in words(desk)
        assert "How does this look from your side?" in words(desk)


async def test_an_item_goes_on_below_its_first_word_and_both_texts_are_as_high(with_pitch):
    async with with_pitch(USUAL) as desk:
        await desk.press("4", "j", "p")
        column = next(line.index("- Fear: ") for line in desk.lines if "- Fear: " in line)
        below = next(line for line in desk.lines if "confidence)" in line)
        assert below[column : column + 2].isspace()
        assert not below[column + 2].isspace()
        feet = [line.count("╰") for line in desk.lines if "not heard yet ─" in line]
        assert feet == [2]


async def test_beside_it_stand_its_interests_and_what_it_has_not_heard(with_pitch):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p")
        assert "A claim we can't keep (told in confidence)" in words(desk)
        assert "It can be stopped." in words(desk)
        assert "4 of 5 parts not heard yet" in words(desk)
        assert "why it matters, the tradeoffs, what we need" in words(desk)
        assert "What was decided without them?" in words(desk)


async def test_elsewhere_it_asks_for_whom(with_pitch):
    async with with_pitch(USUAL) as desk:
        await desk.press("p")
        assert "Pitch for" in desk.text
        assert "Ops" not in desk.rows(desk.app.screen.list), "nobody pitches to oneself"
        await desk.type("sal")
        await desk.press("enter")
        assert "Pitch for Sales" in desk.text


async def test_y_copies_only_what_the_party_may_read(with_pitch, path):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p", "y")
        await desk.wait(lambda: bool(desk.toasts))
        assert "Saved to" in desk.toasts[-1]
        (copy,) = (each for each in path.parent.rglob("copies/*") if each.is_file())
        assert copy.read_text() == to_send(PITCH)
        assert "claim" not in copy.read_text()


async def test_x_writes_it_to_a_private_file(with_pitch, path):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p", "x", "enter")
        file = path.with_name("night-desk-pitch-for-legal.md")
        assert file.read_text() == to_send(PITCH)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert "Exported to" in desk.toasts[-1]


async def test_l_logs_the_conversation_at_once_and_asks_what_was_heard(with_pitch):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p", "l")
        talk = desk.saved()[0]["conversations"][-1]
        assert talk["parties"] == ["legal"]
        assert talk["on"] == TODAY.isoformat()
        assert talk["kind"] == "ask", "it has had context"
        assert talk["told"] == ["work", "why", "need", "their_side"], "no tradeoffs are written yet"
        assert desk.field.path == ("heard",)
        await desk.type("June would be easier")
        await desk.press("escape")
        assert desk.saved()[0]["conversations"][-1]["heard"] == "June would be easier"
        await desk.press("4", "p")
        assert "1 of 5 parts not heard yet" in words(desk)


async def test_the_logged_conversation_is_taken_back_by_undo(with_pitch):
    async with with_pitch() as desk:
        await desk.press("4", "j", "p", "l", "escape", "u")
        assert len(desk.saved()[0]["conversations"]) == 1


async def test_without_a_party_it_says_what_is_missing(with_blank):
    async with with_blank() as desk:
        await desk.press("p")
        assert "party" in desk.toasts[-1]
