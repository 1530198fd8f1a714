"""The log, entered fast: a conversation with the party under the cursor, a conflict, a signal."""

import pytest

from coalition_tui.fields import field
from coalition_tui.model import Brief, Conversation, Party
from tests.tui.desk import NOW, TODAY, USUAL, WIDE, workspace_of

TWO = Brief(
    id="two",
    title="Night desk",
    parties=(
        Party(id="me", name="Ops", me=True),
        Party(id="legal", name="Legal"),
        Party(id="council", name="Works council"),
    ),
    created_at=NOW,
    updated_at=NOW,
)


@pytest.fixture
def with_two(opening):
    """Opens the app on a brief of two others."""
    return lambda size=WIDE: opening(workspace_of(TWO), size)


async def test_one_key_begins_a_conversation_with_the_party_under_the_cursor(with_two):
    async with with_two(USUAL) as desk:
        await desk.press("4", "j", "t")
        assert desk.field.path == ("kind",)
        assert "[x] Legal" in desk.text
        await desk.press("l")
        await desk.fill(said="Why the desk moves", heard="Contracts end in May")
        await desk.go("told")
        await desk.press("space", "right", "space")
        await desk.press("escape")
        (talk,) = desk.saved()[0]["conversations"]
        assert talk["on"] == TODAY.isoformat()
        assert talk["kind"] == "listen"
        assert talk["parties"] == ["legal"]
        assert talk["said"] == "Why the desk moves"
        assert talk["heard"] == "Contracts end in May"
        assert talk["told"] == ["work", "why"]
        assert desk.app.focused is desk.pane("4").list
        assert desk.here.startswith("Legal")


async def test_an_interest_belongs_to_a_party_as_well(with_two):
    async with with_two() as desk:
        await desk.press("5", "j", "j", "t")
        assert "[x] Works council" in desk.text


async def test_context_comes_first_and_then_the_ask(with_two):
    async with with_two() as desk:
        await desk.press("4", "j", "t")
        assert "(•) context" in desk.text
        await desk.fill(said="The whole of it")
        await desk.press("escape", "t")
        assert "(•) ask" in desk.text


async def test_nothing_is_logged_when_nothing_is_written(with_two):
    async with with_two() as desk:
        await desk.press("4", "j", "t", "escape")
        assert desk.saved()[0]["conversations"] == []


async def test_without_a_party_the_form_asks_with_whom(with_two):
    async with with_two() as desk:
        await desk.press("t")
        assert "[x]" not in desk.text
        await desk.go("parties")
        await desk.press("right", "space", "right", "space")
        await desk.fill(said="All of it")
        await desk.press("escape")
        assert desk.saved()[0]["conversations"][0]["parties"] == ["legal", "council"]


@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["wide", "usual"])
async def test_the_two_questions_of_the_test_stand_there_in_full(with_two, size):
    async with with_two(size) as desk:
        await desk.press("t")
        shown = " ".join(desk.text.replace("│", " ").split())
        for name in ("disclosable", "effect"):
            words = field(Conversation, name).question.split()
            assert " ".join(words[:8]) in shown
        await desk.go("disclosable")
        await desk.press("n")
        await desk.go("effect")
        await desk.press("l")
        await desk.press("escape")
        talk = desk.saved()[0]["conversations"][0]
        assert (talk["disclosable"], talk["effect"]) == ("no", "less")
        assert "1 fail" in desk.status


async def test_conversations_follow_one_another_by_f5(with_two):
    async with with_two() as desk:
        await desk.press("L", "a")
        for word in ("First", "Second"):
            await desk.fill(said=word)
            await desk.press("f5")
        await desk.press("escape")
        assert [each["said"] for each in desk.saved()[0]["conversations"]] == ["First", "Second"]


async def test_conflicts_and_signals_have_their_place_in_the_log(with_two):
    async with with_two() as desk:
        await desk.press("L")
        while desk.here.split()[0] != "Conflicts":
            await desk.press("j")
        await desk.press("a")
        await desk.fill(about="Who pays the nights")
        await desk.press("escape")
        assert "Who pays the nights" in desk.here
        assert "1 fail" in desk.status, "it has no decider"
        while desk.here.split()[0] != "Signals":
            await desk.press("j")
        await desk.press("a")
        await desk.fill(what="Two people asked to leave")
        await desk.press("escape")
        brief = desk.saved()[0]
        assert brief["conflicts"][0]["about"] == "Who pays the nights"
        assert brief["conflicts"][0]["on"] == TODAY.isoformat()
        assert brief["signals"][0]["what"] == "Two people asked to leave"
