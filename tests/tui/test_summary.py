"""The honest summary for the room: verdict, number withheld, copied and exported."""

import pytest

from coalition_tui.model import Brief, Conversation, Party
from coalition_tui.summary import summarise, to_markdown
from tests.tui.desk import NOW, TODAY, USUAL, WIDE, Desk, workspace_of

BRIEF = Brief(
    id="b",
    title="Night desk",
    parties=(Party(id="me", name="Ops", me=True), Party(id="legal", name="Legal")),
    conversations=(
        Conversation(
            id="a",
            on=TODAY,
            kind="context",
            parties=("legal",),
            said="Showed the plan [bold]as it is[/bold]",
            disclosable="yes",
            effect="more",
        ),
        Conversation(
            id="b",
            on=TODAY,
            kind="listen",
            parties=("legal",),
            heard="The lawsuit of 2019",
            disclosable="yes",
            effect="same",
            confidential=True,
        ),
    ),
    created_at=NOW,
    updated_at=NOW,
)
TEXT = to_markdown(summarise(BRIEF))


@pytest.fixture
def with_talks(opening):
    """Opens the app on a brief with an open conversation and a confidential one."""
    return lambda size=WIDE: opening(workspace_of(BRIEF), size)


def words(desk: Desk) -> str:
    return " ".join(desk.text.replace("│", " ").split())


@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["wide", "usual"])
async def test_it_says_the_verdict_and_how_many_are_withheld(with_talks, size):
    async with with_talks(size) as desk:
        await desk.press("s")
        assert "The work becomes more legitimate in the open." in words(desk)
        assert "1 withheld, told in confidence." in words(desk)
        assert "Showed the plan [bold]as it is[/bold]" in words(desk), "no text is markup"
        assert "lawsuit" not in desk.app.screen.text


async def test_y_copies_it(with_talks, path):
    async with with_talks() as desk:
        await desk.press("s", "y")
        await desk.wait(lambda: bool(desk.toasts))
        (copy,) = (each for each in path.parent.rglob("copies/*") if each.is_file())
        assert copy.read_text() == TEXT
        assert "lawsuit" not in TEXT


async def test_x_writes_it_and_never_over_another_file_unasked(with_talks, path):
    file = path.with_name("night-desk-summary.md")
    async with with_talks() as desk:
        await desk.press("s", "x")
        assert desk.app.screen.path.value == str(file)
        await desk.press("enter")
        assert file.read_text() == TEXT
        assert "1 withheld" in file.read_text()
        file.write_text("mine")
        await desk.press("x", "enter")
        assert "Replace the file?" in desk.text
        await desk.press("enter")
        assert file.read_text() == "mine"
        await desk.press("x", "enter", "j", "enter")
        assert file.read_text() == TEXT


async def test_another_name_can_be_given_and_a_wrong_one_is_told(with_talks, path):
    async with with_talks() as desk:
        await desk.press("s", "x", "end", "ctrl+u", "enter")
        assert "A file needs a name." in desk.text
        await desk.type("for-the-room.md")
        await desk.press("enter")
        assert path.with_name("for-the-room.md").read_text() == TEXT
        await desk.press("x", "end", "ctrl+u")
        await desk.type("nowhere/x.md")
        await desk.press("enter")
        assert "There is no folder nowhere." in desk.text


async def test_without_a_conversation_it_says_that_there_is_none(with_blank):
    async with with_blank() as desk:
        await desk.press("s")
        assert "no conversation is on record" in words(desk)
