"""Forms: every field kept as it is left, records added one after another, choices by keys."""

import asyncio

from textual import events

from coalition_tui.sections import SECTIONS
from tests.tui.desk import USUAL


async def test_a_new_brief_is_open_when_its_form_is_left(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.begin("Night desk in Rotterdam")
        assert "Night des" in desk.status
        assert desk.place.opened == desk.saved_brief("Night desk in Rotterdam")["id"]
        assert desk.pane("1").list.has_focus


async def test_an_empty_brief_after_an_empty_brief_shows_what_belongs_there(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.begin("Another blank page")
        for section in SECTIONS:
            await desk.press(section.key)
            assert any(desk.rows(desk.pane(section.key))), section.title


async def test_records_added_one_after_another_stand_in_that_order(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("3", "a")
        for statement in ("First", "Second"):
            await desk.type(statement)
            await desk.press("f5")
        await desk.type("Third")
        await desk.press("escape")
        statements = [each["statement"] for each in desk.saved()[0]["tradeoffs"]]
        assert statements == ["First", "Second", "Third"]
        assert desk.here.startswith("Third")


async def test_space_takes_and_leaves_a_choice(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("4", "a")
        await desk.fill(name="Legal")
        await desk.go("brings")
        await desk.press("space", "right", "right", "space")
        await desk.press("left", "space", "space")
        await desk.press("escape")
        assert desk.saved()[0]["parties"][0]["brings"] == ["authority", "resources"]


async def test_arrows_and_letters_take_one_of_several(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("3", "a")
        await desk.fill(statement="Lock-in exit")
        await desk.go("kind")
        await desk.press("right")
        assert desk.saved()[0]["tradeoffs"][0]["kind"] == "stop"
        await desk.press("r")
        assert desk.saved()[0]["tradeoffs"][0]["kind"] == "risk"
        assert "(•) risk" in desk.text


async def test_enter_goes_on_from_a_line_to_the_next_field(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("n", "enter")
        await desk.type("Close the depot\n")
        assert "tags" in desk.field.path
        await desk.press("escape")
        await desk.press("8", "a")
        await desk.type("Friday note\nWhat moved")
        await desk.press("escape")
        channel = desk.saved_brief("Close the depot")["channels"][0]
        assert (channel["name"], channel["purpose"]) == ("Friday note", "What moved")


async def test_a_text_that_is_there_goes_on_where_it_ends(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("1", "e")
        await desk.fill(outcome="One", measure="Two")
        await desk.press("shift+tab")
        await desk.press("escape", "1", "e")
        await desk.fill(outcome=" more", measure=" more")
        await desk.press("escape")
        brief = desk.saved()[0]
        assert (brief["outcome"], brief["measure"]) == ("One more", "Two more")


async def test_a_text_that_fills_its_line_comes_to_rest_beside_a_scroll_bar(with_samples):
    async with with_samples(USUAL) as desk:
        what = "Tell four resellers before August"
        brief, number = next(
            (brief, number)
            for brief in desk.app.session.workspace.briefs.values()
            for number, each in enumerate(brief.commitments)
            if each.what == what
        )
        desk.place.open(brief.id, ("commitments", number))
        await desk.press("e", "tab", "tab")
        async with asyncio.timeout(20):
            for character in " until they know":  # in one of these widths the bar comes
                await desk.press(character)
                desk.post(events.Paste("\nMore."))
                await desk.settle()
                await desk.press("ctrl+z")
        assert desk.app.focused.text == f"{what} until they know"
