"""What can't be kept: said at its field, and the text stays."""

import msgspec
import pytest
from textual import events

from coalition_tui import edits
from coalition_tui.model import LINE_LIMIT, TEXT_LIMIT, Brief, Commitment, Party
from coalition_tui.workspace import Place
from tests.tui.desk import BLANK, USUAL, WIDE, Desk, workspace_of

TWO = msgspec.structs.replace(
    BLANK, parties=(Party(id="me", name="Ops", me=True), Party(id="legal", name="Legal"))
)
PROMISE = msgspec.structs.replace(BLANK, commitments=(Commitment(id="c", what="Review"),))


def complaint(desk: Desk) -> str:
    """What is said below the fields, as it is seen."""
    return " ".join(row.problem for row in desk.form._rows if row.problem)


async def paste(desk: Desk, text: str) -> None:
    desk.post(events.Paste(text))
    await desk.settle()


@pytest.mark.parametrize("typed", ["2026-13-01", "soon", "31 feb", "1/2/26", "+99999y"])
async def test_a_wrong_date(opening, typed):
    async with opening(workspace_of(PROMISE), WIDE) as desk:
        await desk.press("6", "e")
        await desk.fill(due=typed)
        await desk.press("tab")
        assert "day" in complaint(desk) or "date" in complaint(desk)
        assert complaint(desk)[:20] in desk.text
        assert typed in desk.text, "the text is kept"
        assert desk.saved()[0]["commitments"][0]["due"] is None
        await desk.press("shift+tab", *["backspace"] * 12)
        await desk.type("30 sep")
        await desk.press("tab")
        assert complaint(desk) == ""
        assert desk.saved()[0]["commitments"][0]["due"] == "2026-09-30"


async def test_a_wrong_number(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("8", "a")
        await desk.fill(name="Friday note", cadence_days="often")
        await desk.press("tab")
        assert "whole number" in desk.text
        assert desk.saved()[0]["channels"][0]["cadence_days"] == 0


async def test_a_name_twice_is_refused_whatever_its_case(opening):
    async with opening(workspace_of(TWO), USUAL) as desk:
        await desk.press("4", "a")
        await desk.fill(name="LEGAL")
        await desk.press("tab")
        assert "There is a party of that name already." in desk.text
        assert len(desk.saved()[0]["parties"]) == 2
        await desk.press("shift+tab")
        await desk.type(" Nordics")
        await desk.press("tab")
        assert [each["name"] for each in desk.saved()[0]["parties"]][2] == "LEGAL Nordics"


async def test_a_second_side_of_ones_own_is_refused_with_the_name_of_the_first(opening):
    async with opening(workspace_of(TWO), WIDE) as desk:
        await desk.press("4", "j", "e")
        await desk.go("me")
        await desk.press("left")
        assert "Ops is your side already" in desk.text
        assert [each["me"] for each in desk.saved()[0]["parties"]] == [True, False]


async def test_a_required_field_left_empty_holds_the_form_once(opening):
    async with opening(workspace_of(TWO), WIDE) as desk:
        await desk.press("4", "a")
        await desk.fill(function="Counsel")
        await desk.press("escape")
        assert desk.is_form
        assert "Name can't be empty." in desk.text
        assert "Esc again leaves without it." in desk.text
        assert desk.field.path == ("name",)
        await desk.press("escape")
        assert not desk.is_form
        assert len(desk.saved()[0]["parties"]) == 2


async def test_a_name_can_not_be_emptied(opening):
    async with opening(workspace_of(TWO), WIDE) as desk:
        await desk.press("4", "e", "home")
        await desk.press(*["delete"] * 5)
        await desk.press("tab")
        assert "Name can't be empty." in desk.text
        assert desk.saved()[0]["parties"][0]["name"] == "Ops"
        await desk.press("escape")
        assert desk.is_form
        await desk.press("escape")
        assert not desk.is_form
        assert desk.saved()[0]["parties"][0]["name"] == "Ops"


async def test_the_form_holds_again_for_a_new_mistake(opening):
    async with opening(workspace_of(PROMISE), WIDE) as desk:
        await desk.press("6", "e")
        await desk.fill(due="x")
        await desk.press("escape")
        assert desk.is_form
        await desk.type("y")
        await desk.press("escape")
        assert desk.is_form, "what was typed since then was not warned of"
        await desk.press("escape")
        assert not desk.is_form


async def test_an_untouched_form_leaves_at_once_and_adds_nothing(with_blank):
    async with with_blank(USUAL) as desk:
        for key in "34678":
            await desk.press(key, "a", "escape")
            assert not desk.is_form
        await desk.press("n", "enter", "escape")
        assert not desk.is_form
        (brief,) = desk.saved()
        assert not any(value for value in brief.values() if isinstance(value, list))


async def test_a_text_above_the_limit_is_kept_in_its_field_but_not_in_the_file(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("1", "e")
        await paste(desk, "x" * (TEXT_LIMIT + 1))
        await desk.press("tab")
        assert "20,001 characters; at most 20,000 fit here." in desk.text
        assert desk.saved()[0]["outcome"] == ""
        await desk.press("shift+tab", "backspace", "tab")
        assert complaint(desk) == ""
        assert desk.saved()[0]["outcome"] == "x" * TEXT_LIMIT


async def test_a_line_above_the_limit(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("n", "enter")
        await paste(desk, "x" * (LINE_LIMIT + 1))
        await desk.press("tab")
        assert "201 characters; at most 200 fit here." in desk.text
        assert len(desk.saved()) == 1


async def test_line_breaks_in_a_pasted_title_become_spaces(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("n", "enter")
        await paste(desk, "One\nname\r\nonly")
        await desk.press("escape")
        assert desk.saved()[1]["title"] == "One name only"


async def test_control_characters_are_left_out_of_what_is_pasted_and_counted(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("1", "e")
        await paste(desk, "Red\x1b[31m alert\x07\r\n\u202eback")
        await desk.press("tab")
        assert desk.saved()[0]["outcome"] == "Red[31m alert\nback"
        assert desk.toasts == ["3 control characters left out of what was pasted"]


async def test_a_record_that_is_gone_meanwhile_is_no_crash(opening):
    brief = msgspec.structs.replace(TWO, id="b", title="B")
    async with opening(workspace_of(brief), USUAL) as desk:
        await desk.press("4", "e")
        await desk.type("!")
        first = Place("briefs", "b", ("parties", 0))
        for _ in range(2):
            desk.app.perform(lambda workspace, now: edits.remove(workspace, first, now))
        await desk.press("escape", "escape")
        assert "gone" in " ".join(desk.toasts)
        brief_now = desk.app.session.workspace.briefs["b"]
        assert isinstance(brief_now, Brief)
        assert brief_now.parties == ()
