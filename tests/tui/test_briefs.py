"""The Briefs place: what is seen, how one gets around, and records in every section."""

import pytest
from tinydb import TinyDB

from coalition_tui.fields import Field, Kind, headline_field
from coalition_tui.sections import ALL, LOG, SECTIONS, Section
from coalition_tui.tui.widgets.row_list import RowList
from tests.tui.desk import USUAL, WIDE, Desk, samples

TITLES = [brief.title for brief in samples().briefs.values()]
LISTS = [
    (section, item)
    for section in ALL
    if not section.inner
    for item in section.declared
    if item.kind is Kind.RECORDS
]


async def test_the_first_brief_is_open_with_all_its_panes(with_samples):
    async with with_samples(WIDE) as desk:
        assert [row.split()[-1] for row in desk.rows(desk.place.list)] == ["10/10"] * len(TITLES)
        assert TITLES[0] in desk.status
        assert "saved" in desk.status
        for pane in desk.place.panes:
            assert len("".join(desk.seen(pane))) > 100, pane.id
        assert "10/10" in desk.text
        assert desk.app.focused is desk.place.list


async def test_the_next_brief_is_shown_as_the_cursor_moves(with_samples):
    async with with_samples(WIDE) as desk:
        for key, position in [("j", 1), ("down", 2), ("k", 1), ("G", -1), ("g", 0), ("end", -1)]:
            await desk.press(key)
            brief = desk.place.top
            assert brief is not None
            assert brief.title == TITLES[position]
            assert TITLES[position][:20] in desk.status
            assert brief.outcome.split()[0] in " ".join(desk.seen(desk.pane("1")))


@pytest.mark.parametrize("size", [WIDE, (50, 20)], ids=["wide", "small"])
async def test_each_section_has_its_key(with_samples, size):
    async with with_samples(size) as desk:
        for section in ALL:
            await desk.press(section.key)
            pane = desk.pane(section.key)
            assert desk.app.focused is pane.list, section.title
            assert pane.section is section
            shown = " ".join(desk.seen(pane))
            assert f"{section.key} {section.title}" in shown or section.short in shown


async def test_tab_goes_around_all_panes_and_back(with_samples):
    async with with_samples(WIDE) as desk:
        lists = {pane.list for pane in desk.place.panes} | {desk.place.list}
        forth = []
        for _ in range(12):
            forth.append(desk.app.focused)
            await desk.press("tab")
        assert lists <= set(forth)
        for before in reversed(forth):
            await desk.press("shift+tab")
            assert desk.app.focused is before


async def test_left_and_right_go_to_what_stands_there(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("l")
        assert desk.app.focused is desk.pane("1").list
        await desk.press("right")
        assert desk.app.focused is desk.pane("3").list
        await desk.press("h", "left")
        assert desk.app.focused is desk.place.list


async def test_at_the_edge_right_goes_through_the_sections_of_a_pane(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("7", "l")
        assert desk.pane("7").section.key == "8"
        await desk.press("l", "l", "l", "l", "l")
        assert desk.pane("7").section is LOG


async def test_escape_and_the_capital_letter_go_to_the_list(with_samples):
    async with with_samples(WIDE) as desk:
        for key in ("escape", "B"):
            await desk.press("6", key)
            assert desk.app.focused is desk.place.list


async def test_zoom_shows_one_pane_with_everything_in_it(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("3", "z")
        assert "Moves down" in desk.text
        assert not desk.seen(desk.pane("6"))
        assert len(desk.seen(desk.pane("3"))) > 30
        await desk.press("escape")
        assert desk.seen(desk.pane("6"))
        assert "Moves down" not in desk.text


async def test_unfold_shows_every_field_that_says_something(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("3", "o")
        assert "Risk accepted" in " ".join(desk.rows(desk.pane("3")))
        await desk.press("o")
        assert "Risk accepted" not in " ".join(desk.rows(desk.pane("3")))


async def test_a_brief_is_renamed_from_the_list(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("j", "e")
        await desk.press("end")
        await desk.type(", take two")
        await desk.press("escape")
        title = f"{TITLES[1]}, take two"
        assert title in desk.status
        assert desk.saved()[1]["title"] == title


async def test_the_status_is_chosen_from_a_list(with_blank):
    async with with_blank(WIDE) as desk:
        assert "draft" in desk.status
        await desk.press("m")
        await desk.type("motion")
        await desk.press("enter")
        assert desk.saved()[0]["status"] == "moving"
        assert "in motion" in desk.status


async def test_a_deleted_brief_is_in_the_trash_and_comes_back_where_it_was(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("j", "d")
        assert [each["title"] for each in desk.saved()] == [TITLES[0], *TITLES[2:]]
        assert [each["brief"]["title"] for each in desk.saved("trash")] == [TITLES[1]]
        assert TITLES[1] not in desk.status
        await desk.press("u")
        assert [each["title"] for each in desk.saved()] == TITLES
        assert desk.saved("trash") == []
        assert len(desk.place.list.rows) == len(TITLES)


async def test_the_last_brief_deleted_leaves_a_place_that_says_how_to_begin(with_blank):
    async with with_blank(WIDE) as desk:
        await desk.press("d")
        assert desk.saved() == []
        assert "No brief yet" in desk.text
        for section in SECTIONS:
            await desk.press(section.key, *"aedJoz", "escape")
        assert desk.saved() == []
        await desk.begin("Begin again")
        assert [each["title"] for each in desk.saved()] == ["Begin again"]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda each: each.name)
async def test_an_empty_section_asks_its_question(with_blank, section: Section):
    async with with_blank(USUAL) as desk:
        await desk.press(section.key)
        rows = " ".join(desk.rows(desk.pane(section.key)))
        questions = [section.question, *(item.question for item in section.declared)]
        words = [*questions, "belong to a party", "none yet: a adds"]
        assert any(each in rows for each in words), rows


async def go_to_list(desk: Desk, section: Section, item: Field) -> None:
    """Put the cursor on a list of a section, as a person does: its key, then down."""
    await desk.press(section.key)
    rows = desk.app.focused
    assert isinstance(rows, RowList)
    while rows.row is not None and rows.row.path[0] != item.name:
        await desk.press("j")


@pytest.mark.parametrize(("section", "item"), LISTS, ids=lambda each: each.name)
async def test_records_are_added_edited_moved_and_deleted(with_blank, section, item):
    main = headline_field(item.item).name

    async with with_blank(USUAL) as desk:

        def held() -> list[str]:
            return [each[main] for each in desk.saved()[0][item.name]]

        for word in ("Alpha", "Beta"):
            await go_to_list(desk, section, item)
            await desk.press("a")
            await desk.fill(**{main: word})
            await desk.press("escape")
            assert word in desk.here
        assert held() == ["Alpha", "Beta"]
        await desk.press("K")
        assert held() == ["Beta", "Alpha"]
        assert "Beta" in desk.here, "the cursor stays with the record"
        await desk.press("J", "J")
        assert held() == ["Alpha", "Beta"]
        await desk.press("e")
        await desk.go(main)
        await desk.press("end")
        await desk.type(" two")
        await desk.press("escape")
        assert held() == ["Alpha", "Beta two"]
        assert "Beta two" in desk.here
        await desk.press("d")
        assert held() == ["Alpha"]
        await desk.press("u")
        assert held() == ["Alpha", "Beta two"]


async def test_interests_are_added_to_the_party_under_the_cursor(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("4", "a")
        await desk.fill(name="Legal")
        await desk.press("f5")
        await desk.fill(name="Finance")
        await desk.press("escape", "5", "j", "a")
        await desk.fill(text="Board pulls the budget")
        await desk.press("escape")
        assert "Board pulls the budget" in desk.here
        legal, finance = desk.saved()[0]["parties"]
        assert legal["interests"] == []
        assert [each["text"] for each in finance["interests"]] == ["Board pulls the budget"]


async def test_an_interest_needs_a_party_and_says_so(with_blank):
    async with with_blank(USUAL) as desk:
        await desk.press("5", "a")
        assert not desk.is_form
        assert desk.toasts
        assert "party" in desk.toasts[-1]


async def test_a_text_is_cleared_and_brought_back(with_samples):
    async with with_samples(USUAL) as desk:
        before = desk.saved()[0]["outcome"]
        await desk.press("1", "d")
        assert desk.saved()[0]["outcome"] == ""
        assert "What will be different in the world" in " ".join(desk.rows(desk.pane("1")))
        await desk.press("u")
        assert desk.saved()[0]["outcome"] == before


async def test_enter_on_a_text_edits_it_at_its_end(with_samples):
    async with with_samples(USUAL) as desk:
        before = desk.saved()[0]["outcome"]
        await desk.press("1", "enter")
        await desk.type(" And more.")
        await desk.press("escape")
        assert desk.saved()[0]["outcome"] == f"{before} And more."
        assert "And more." in " ".join(desk.rows(desk.pane("1")))


async def test_an_unreadable_record_is_listed_and_left_as_it_is(with_samples, path):
    async with with_samples(USUAL) as desk:
        assert desk.saved()
    text = path.read_text()
    broken = text.replace('"status":"moving"', '"status":"flying"', 1)
    assert broken != text
    path.write_text(broken)
    async with with_samples(USUAL) as desk:
        assert "unreadable" in " ".join(desk.rows(desk.place.list))
        for end in ("g", "G"):
            await desk.press("B", end, "e", "d", "enter", "escape")
        await desk.begin("Another")
    assert desk.saved_brief("Another")
    assert '"status":"flying"' in path.read_text()


async def test_any_program_reads_the_file_when_the_app_is_left(with_blank, path):
    async with with_blank(USUAL) as desk:
        await desk.press("1", "e")
        await desk.type("Read by everyone")
        await desk.press("escape")
    with TinyDB(path, access_mode="r") as database:
        (kept,) = database.table("briefs").all()
    assert kept["outcome"] == "Read by everyone"


async def test_without_a_brief_the_cursor_moves_through_every_pane(opening):
    async with opening() as desk:
        await desk.press("escape")
        for section in ALL:
            await desk.press(section.key, "G", "g", "j", "k", "enter", "escape")
        assert desk.app.screen is desk.place
