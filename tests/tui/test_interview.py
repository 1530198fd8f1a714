"""The interview: ten questions, one by one; skipped, resumed, and every answer kept at once."""

import pytest

from coalition_tui.sections import SECTIONS
from coalition_tui.tui.modals.interview import InterviewDialog
from tests.tui.desk import SMALL, USUAL, WIDE, Desk


def asked(desk: Desk) -> str:
    """The question, with what a good answer holds."""
    return " ".join(" ".join(desk.seen("#interview--question")).split())


def step(desk: Desk) -> str:
    """How far it is."""
    return " ".join(" ".join(desk.seen("#interview--progress")).split())


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL], ids=["wide", "usual", "small"])
async def test_each_question_has_a_screen_and_says_what_a_good_answer_holds(with_blank, size):
    async with with_blank(size) as desk:
        await desk.press("i")
        for number, section in enumerate(SECTIONS, 1):
            assert f"{number} of 10: {section.title}" in step(desk)
            assert asked(desk) == f"{section.question} {section.good}"
            assert "esc Close" in desk.key_bar
            await desk.press("tab")
            if section.key == "1":
                await desk.press("tab")  # the measure
        assert desk.app.screen is desk.place
        assert "0 of 10 questions have an answer" in desk.toasts[-1]


async def test_texts_are_written_right_there_and_kept(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("i")
        await desk.type("One desk for all nights.")
        await desk.press("tab")
        assert desk.saved()[0]["outcome"] == "One desk for all nights."
        await desk.type("Calls answered within a minute")
        await desk.press("tab")
        assert desk.saved()[0]["measure"] == "Calls answered within a minute"
        await desk.type("The contract ends, quite soon: in May")
        await desk.press("escape")
        assert desk.saved()[0]["why_now"] == "The contract ends, quite soon: in May"
        assert desk.app.screen is desk.place


async def test_a_text_is_kept_while_the_person_thinks(with_blank):
    async with with_blank() as desk:
        await desk.press("i")
        await desk.type("Half a thought")
        await desk.wait(lambda: bool(desk.saved()[0]["outcome"]))
        assert desk.saved()[0]["outcome"] == "Half a thought"


async def test_one_goes_back_and_finds_what_was_written(with_blank):
    async with with_blank() as desk:
        await desk.press("i")
        await desk.type("One desk")
        await desk.press("tab", "tab", "shift+tab", "shift+tab")
        assert "1 of 10" in step(desk)
        await desk.type(" for all")
        await desk.press("escape")
        assert desk.saved()[0]["outcome"] == "One desk for all"


async def test_records_are_added_one_after_another(with_blank):
    async with with_blank() as desk:
        await desk.press("i", "tab", "tab", "tab")
        await desk.press("w")
        await desk.type("Speed over polish")
        await desk.press("f5")
        await desk.type("Nights before weekends")
        await desk.press("escape")
        assert isinstance(desk.app.screen, InterviewDialog)
        assert "●" in step(desk)
        statements = [each["statement"] for each in desk.saved()[0]["tradeoffs"]]
        assert statements == ["Speed over polish", "Nights before weekends"]
        await desk.press("n", "enter")
        await desk.fill(name="Legal")
        await desk.press("escape")
        assert desk.saved()[0]["parties"][0]["name"] == "Legal"


async def test_it_goes_on_at_the_first_question_without_an_answer(with_blank):
    async with with_blank() as desk:
        await desk.press("i")
        await desk.type("One desk")
        await desk.press("escape", "i")
        assert "2 of 10" in step(desk)
        await desk.press("tab", "w")
        await desk.type("Speed over polish")
        await desk.press("escape", "escape", "i")
        assert "2 of 10" in step(desk), "what was skipped is asked again"


async def test_a_new_brief_can_begin_with_it(with_blank):
    async with with_blank() as desk:
        await desk.press("n")
        await desk.type("interview")
        await desk.press("enter")
        await desk.type("Night desk")
        await desk.press("escape")
        assert isinstance(desk.app.screen, InterviewDialog)
        await desk.type("One desk")
        await desk.press("escape")
        assert desk.saved_brief("Night desk")["outcome"] == "One desk"


async def test_a_text_too_long_keeps_the_question(with_blank):
    async with with_blank() as desk:
        await desk.press("i")
        editor = desk.app.focused
        assert editor is not None
        editor.load_text("x" * 20_001)
        await desk.press("tab", "tab")
        assert "1 of 10" in step(desk)
        assert "20,000" in desk.text or "20000" in desk.text
        assert desk.saved()[0]["outcome"] == ""
