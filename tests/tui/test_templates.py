"""A new brief from a template: the usual parties, questions as prompts, nothing invented."""

import pytest

from coalition_tui.templates import TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
async def test_a_template_brings_its_parties_and_prompts(with_blank, template):
    async with with_blank() as desk:
        await desk.press("n")
        assert template.title in desk.text
        await desk.type(template.title)
        await desk.press("enter")
        await desk.type("Our own")
        await desk.press("escape")
        made = desk.saved_brief("Our own")
        assert [each["name"] for each in made["parties"]] == list(template.parties)
        for party, asked in zip(made["parties"], template.parties.values(), strict=True):
            assert [each["text"] for each in party["interests"]] == [text for _, text in asked]
        assert made["outcome"] == made["why_now"] == ""
        assert not made["tradeoffs"] + made["commitments"] + made["conversations"]
        assert "Our own" in desk.status
        await desk.press("4")
        assert next(iter(template.parties)) in desk.here


async def test_a_title_that_is_typed_at_once_begins_a_brief(with_blank):
    async with with_blank() as desk:
        await desk.press("n")
        await desk.type("Dynamic pricing")
        assert "+ new brief: Dynamic pricing" in desk.text
        await desk.press("enter")
        assert [each["title"] for each in desk.saved()] == ["Blank page", "Dynamic pricing"]
        await desk.type("pricing")
        await desk.press("escape")
        assert desk.saved()[-1]["tags"] == ["pricing"]
        assert "Dynamic pricing" in desk.status


async def test_nothing_is_made_when_the_title_is_left_empty(with_blank):
    async with with_blank() as desk:
        await desk.press("n")
        await desk.type("pricing")
        await desk.press("enter", "escape", "escape")
        assert [each["title"] for each in desk.saved()] == ["Blank page"]


async def test_a_prompt_is_replaced_by_what_the_party_says(with_blank):
    async with with_blank() as desk:
        await desk.press("n")
        await desk.type("launch")
        await desk.press("enter")
        await desk.type("Our own")
        await desk.press("escape", "5", "enter")
        await desk.go("text")
        await desk.press("f7")
        await desk.type("No claim before the audit")
        await desk.press("escape")
        interest = desk.saved_brief("Our own")["parties"][0]["interests"][0]
        assert interest["text"] == "No claim before the audit"
