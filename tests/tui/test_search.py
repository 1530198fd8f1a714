"""Search over everything: words as they are typed, and Enter goes there."""

import pytest
from textual import events

from coalition_tui.model import Brief
from coalition_tui.tui.screens.trash import TrashScreen
from tests.tui.desk import workspace_of

BRIEFS = workspace_of(
    Brief(id="a", title="Harbour", outcome="Every night has a name on it."),
    Brief(id="b", title="The quay of Malmö", outcome="A name stands beside every crane."),
)


async def test_accents_and_the_order_of_words_make_no_difference(opening):
    async with opening(BRIEFS) as desk:
        await desk.press("ctrl+f")
        await desk.type("malmo")
        await desk.wait(lambda: "1 hit" in desk.text)
        assert "The quay of Malmö  Title" in desk.text
        await desk.press("ctrl+u")
        await desk.type("crane name")
        await desk.wait(lambda: "beside every crane." in desk.text)
        await desk.wait(lambda: "1 hit" in desk.text)
        await desk.press("enter")
        assert "The quay of Malmö" in desk.status
        assert desk.here.endswith("A name stands beside every crane.")


async def test_what_was_deleted_is_found_in_the_trash(opening):
    async with opening(BRIEFS) as desk:
        await desk.press("d", "d", "ctrl+f")
        await desk.type("quay")
        await desk.wait(lambda: "1 hit" in desk.text)
        assert "The quay of Malmö  Title · in the trash" in desk.text
        await desk.press("enter")
        assert isinstance(desk.app.screen, TrashScreen)
        assert desk.here.startswith("brief The quay")
        await desk.press("enter")
        assert [each["title"] for each in desk.saved()] == ["The quay of Malmö"]


@pytest.mark.parametrize("key", ["ctrl+f", "ctrl+p"])
async def test_several_pasted_lines_are_one(with_samples, key):
    async with with_samples() as desk:
        await desk.press(key)
        desk.post(events.Paste("night\nalarms"))
        await desk.settle()
        assert "night alarms" in desk.text
