"""The Coalitions place: members, interactions in one line, standing, pictures, review, seats."""

from typing import Any

import pytest
from msgspec.structs import replace

from coalition_tui.model import Brief, Coalition, Party
from coalition_tui.workspace import Workspace
from tests.tui.conftest import sample_workspace
from tests.tui.desk import NOW, SMALL, TODAY, USUAL, Desk

TABLE = "The Day 200 Table"


def _coalition(desk: Desk, name: str = TABLE) -> dict[str, Any]:
    return next(each for each in desk.saved("coalitions") if each["name"] == name)


def _name(desk: Desk, person: str) -> str:
    return next(str(each["name"]) for each in desk.saved("people") if each["id"] == person)


async def test_the_list_says_how_each_stands_and_the_gates_what_is_missing(with_samples):
    async with with_samples() as desk:
        await desk.press("C")
        assert desk.rows(desk.place.list, 40) == [
            f"{TABLE} ◐ evolving · 10 members",
            "Discount ceiling group ○ alliance · 5 members",
        ]
        assert "4 of 5 gates" in desk.status
        assert desk.rows(desk.place.gates, 30)[-1] == "○ Resilience missing"
        await desk.press("S", "G")
        assert "Leans on Marisol Etcheverry" in " ".join(desk.text.split())
        await desk.press("escape", "j")
        assert "0 of 5 gates" in desk.status


async def test_a_finding_leads_to_its_record(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "c")
        assert "João Prates: no contact for 71 days" in " ".join(desk.text.split())
        await desk.press("enter")
        if desk.is_form:
            assert "Member: João Prates" in str(desk.form.query_one("#form").border_title)
        else:
            assert desk.here.startswith("João Prates")


async def test_a_member_is_chosen_by_a_part_of_the_name_and_nobody_twice(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "2", "a")
        await desk.type("marisol")
        assert "Marisol Etcheverry" not in desk.text.split("New member")[1].split("+ new")[0]
        for _ in "marisol":
            await desk.press("backspace")
        await desk.type("beata")
        await desk.press("enter")
        member = _coalition(desk)["members"][-1]
        assert _name(desk, member["person"]) == "Beata Lorenc"
        assert member["joined_on"] == TODAY.isoformat()
        assert desk.here.startswith("Beata Lorenc")
        await desk.press("e")
        await desk.press("space")
        await desk.type("hanne")
        await desk.press("enter")
        assert desk.field.problem == "Hanne Solberg is a member already."


async def test_a_new_person_becomes_a_member_in_one_edit(with_samples):
    async with with_samples() as desk:
        before = desk.app.session.workspace
        await desk.press("C", "2", "a")
        await desk.type("Ida Nordmann")
        await desk.press("enter")
        assert _name(desk, _coalition(desk)["members"][-1]["person"]) == "Ida Nordmann"
        await desk.press("u")
        assert desk.app.session.workspace.people == before.people
        assert desk.app.session.workspace.coalitions == before.coalitions


async def test_an_interaction_is_logged_in_few_keys(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "3", "a")
        await desk.type("joao\nlunch\n")
        await desk.press("escape")
        assert "Not logged yet: f5 keeps it, Esc again leaves without it." in desk.text
        await desk.press("escape")
        await desk.press("a")
        await desk.type("joao\n\nLunch at the depot\n")
        logged = _coalition(desk)["interactions"][-1]
        assert logged["on"] == TODAY.isoformat()
        assert logged["kind"] == "social"
        assert [_name(desk, each) for each in logged["people"]] == ["João Prates"]
        assert logged["note"] == "Lunch at the depot"
        assert desk.here.startswith("15 Oct met, no ask João Prates Lunch at the depot")
        assert "1 fail" in desk.status
        await desk.press("u")
        assert "Lunch at the depot" not in str(_coalition(desk)["interactions"])


async def test_the_line_understands_kinds_days_evidence_and_several_people(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "i")
        await desk.type("dele\nhanne\ngive\n-3\ndelivered\n\nWrote it for both\n")
        logged = _coalition(desk)["interactions"][-1]
        assert logged["kind"] == "give"
        assert logged["on"] == "2026-10-12"
        assert logged["evidence"] == ["delivered"]
        assert [_name(desk, each) for each in logged["people"]] == [
            "Dele Akinwande",
            "Hanne Solberg",
        ]
        await desk.press("i")
        assert "gave support" in desk.text, "the last kind is the default"


async def test_a_day_to_come_is_refused_in_the_line_and_in_the_form(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "3", "a")
        count = len(desk.app.session.workspace.coalitions["day-200"].interactions)
        await desk.type("tobias\ntomorrow\n")
        assert "That day is still to come" in desk.text
        await desk.press("f5")
        assert "That day is still to come" in desk.text
        await desk.press("escape", "escape")
        assert len(desk.app.session.workspace.coalitions["day-200"].interactions) == count
        await desk.press("3", "e")
        await desk.press("end", *["backspace"] * 10)
        await desk.type("+2")
        await desk.press("tab")
        assert "That day is still to come" in desk.field_row("on").problem


async def test_nobody_is_in_an_interaction_twice_and_backspace_takes_the_last_one_out(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "i")
        await desk.type("hanne\n")
        await desk.type("hanne")
        assert "member ·" not in desk.text
        for _ in "hanne":
            await desk.press("backspace")
        await desk.press("backspace")
        assert "with …" in desk.text
        await desk.press("f5")
        assert "Who was it with?" in desk.text


async def test_somebody_new_is_named_while_logging(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "i")
        await desk.type("Ida Nordmann\n\nFirst coffee\n")
        logged = _coalition(desk)["interactions"][-1]
        assert _name(desk, logged["people"][0]) == "Ida Nordmann"
        await desk.press("u")
        assert not any(each["name"] == "Ida Nordmann" for each in desk.saved("people"))


async def test_logging_on_a_member_begins_with_the_note(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "2", "j", "i")
        await desk.type("Walked home together\n")
        logged = _coalition(desk)["interactions"][-1]
        assert [_name(desk, each) for each in logged["people"]] == ["Tobias Renner"]


async def test_interactions_stand_with_the_latest_first(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "3")
        rows = desk.rows(desk.pane("3"))
        assert rows[0].startswith("19 Nov")
        assert rows[-1].startswith("15 May 2025")


async def test_a_forum_without_rhythm_or_date_says_so(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "4", "a")
        await desk.type("Kitchen table")
        await desk.press("escape")
        assert "Kitchen table no rhythm ○ no next date" in desk.rows(desk.pane("4"))
        await desk.press("e")
        await desk.go("next_on")
        await desk.type("2026-10-01")
        await desk.press("escape")
        assert "Kitchen table no rhythm ○ was 1 Oct" in desk.rows(desk.pane("4"))


@pytest.mark.parametrize("size", [(120, 40), USUAL, SMALL])
async def test_the_pictures_say_it_in_glyphs_and_words(with_samples, size):
    async with with_samples(size) as desk:
        await desk.press("C", "8")
        text = desk.text
        assert "▒" in text
        assert "·" in text
        await desk.press("9")
        assert "■" in desk.text
        assert "│" in desk.text
        assert "support" in desk.text
        assert "owe" not in desk.text
        await desk.press("0")
        assert "◆ Tobias Renner" in desk.text
        flat = " ".join(desk.text.split())
        assert "Ewan Brodie" in flat
        assert "Samuel" in flat


async def test_each_cell_of_the_heat_map_counts_a_month(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "8")
        marisol = desk.rows(desk.pane("8"), 80)[0]
        counts = [int("".join(filter(str.isdigit, cell)) or 0) for cell in marisol.split()[2:]]
        found = [0] * 12
        member = "marisol-etcheverry"
        for each in desk.app.session.workspace.coalitions["day-200"].interactions:
            ago = (TODAY.year - each.on.year) * 12 + TODAY.month - each.on.month
            taking = member in each.people or each.by == member
            if each.kind != "seen" and taking and 0 <= ago < 12 and each.on <= TODAY:
                found[11 - ago] += 1
        assert counts == found


async def test_enter_in_a_picture_leads_to_the_member(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "8", "j", "enter")
        assert desk.pane("2").section.key == "2"
        assert desk.here.startswith("Tobias Renner")
        await desk.press("7", "enter")
        assert desk.app.place.PLACE == "Briefs"


async def test_a_review_keeps_each_answer_as_typed_and_ends_in_a_decision(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "v")
        await desk.type("Still true.\nAnd shorter: day 200.")
        await desk.press("tab", "tab")
        assert "Greta Öberg, since 1 Sep" in desk.text
        await desk.type("Greta pays for training now.")
        await desk.press("escape")
        kept = _coalition(desk)["reviews"][-1]
        assert kept.get("on") is None
        assert kept["note"] == (
            "Purpose: Still true.\nAnd shorter: day 200.\n\nRoles: Greta pays for training now."
        )
        assert "v goes on with it" in desk.toasts[-1]
        await desk.press("5")
        assert any("○ not done" in row for row in desk.rows(desk.pane("5")))
        await desk.press("v")
        await desk.type("All ten, but Ewan.")
        await desk.press(*["tab"] * 5)
        assert "What follows for the coalition?" in desk.text
        await desk.press("j", "enter")
        done = _coalition(desk)["reviews"]
        assert len(done) == 3
        assert done[-1]["decision"] == "grow"
        assert done[-1]["on"] == TODAY.isoformat()
        assert "Members: All ten, but Ewan." in done[-1]["note"]
        assert desk.here.startswith("15 Oct grow")


async def test_the_five_seats_are_chosen_as_one_edit(with_samples):
    async with with_samples() as desk:
        before = desk.app.session.workspace
        await desk.press("C", "f")
        assert "4 of 5 seats" in desk.text
        assert "kept in The Day 200 Table" in desk.text
        await desk.type("dele\n\n")
        assert "5 of 5 seats" in desk.text
        assert "investing in 3" in desk.text
        await desk.type("ewan\n")
        assert "All five seats are taken" in desk.text
        await desk.press("f5")
        seats = [each for each in _coalition(desk)["members"] if each.get("five_seat")]
        assert len(seats) == 5
        dele = next(each for each in seats if each["person"] == "dele-akinwande")
        assert dele["investing"]
        await desk.press("u")
        assert desk.app.session.workspace.coalitions == before.coalitions


async def test_five_from_everywhere_get_a_coalition_for_their_purpose(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "f")
        await desk.type("gideon\n")
        assert 'a new coalition, "Five seats"' in desk.text
        await desk.press("tab")
        await desk.type("Work that outlives its launch.")
        await desk.press("f5")
        made = _coalition(desk, "Five seats")
        assert made["purpose"] == "Work that outlives its launch."
        assert {"gideon-strand", "hanne-solberg"} <= {each["person"] for each in made["members"]}
        assert len(made["members"]) == 5


async def test_a_landed_brief_becomes_a_coalition_with_its_people_and_history(opening):
    everything = sample_workspace()
    landed = next(each for each in everything.briefs.values() if each.status == "landed")
    alone = Workspace(briefs={landed.id: replace(landed, coalition="")}, people=everything.people)
    async with opening(alone) as desk:
        before = desk.app.session.workspace
        await desk.press("M")
        assert "With the 4 people linked" in desk.text
        await desk.press("enter")
        made = desk.saved("coalitions")[0]
        assert made["name"] == landed.title
        assert not made.get("purpose")
        assert [each["person"] for each in made["members"]] == [
            "torben-falk",
            "maud-keller",
            "lorenzo-vitale",
            "anneke-dijk",
        ]
        kinds = [each["kind"] for each in made["interactions"]]
        assert kinds.count("context") == 3
        assert kinds.count("ask") == 2
        assert kinds.count("celebrate") == 1
        confidential = [each for each in made["interactions"] if each.get("confidential")]
        assert [each["on"] for each in confidential] == ["2026-06-17"]
        assert desk.saved()[0]["coalition"] == made["id"]
        assert desk.app.place.PLACE == "Coalitions"
        await desk.press("u")
        assert desk.app.session.workspace.coalitions == {}
        assert desk.app.session.workspace.briefs == before.briefs


async def test_only_a_landed_brief_founds_and_parties_without_a_person_can_come_along(opening):
    brief = Brief(
        id="move",
        title="Move",
        status="moving",
        parties=(
            Party(id="me", name="Us", me=True),
            Party(id="legal", name="Legal", function="Law", level="lead", brings=("authority",)),
        ),
        created_at=NOW,
    )
    async with opening(Workspace(briefs={"move": brief})) as desk:
        await desk.press("M")
        assert "First it lands" in desk.toasts[-1]
        await desk.press("m")
        await desk.type("landed\n")
        await desk.press("M")
        assert "No person stands for: Legal." in desk.text
        await desk.press("enter")
        person = desk.saved("people")[0]
        assert (person["name"], person["function"], person["level"]) == ("Legal", "Law", "lead")
        assert desk.saved()[0]["parties"][1]["person"] == person["id"]
        assert desk.saved("coalitions")[0]["members"][0]["formal_authority"]
        await desk.press("B", "M")
        assert desk.app.place.PLACE == "Coalitions"


async def test_a_coalition_begins_from_nothing(opening):
    circle = Coalition(id="c", name="Circle", created_at=NOW)
    async with opening(Workspace(coalitions={"c": circle})) as desk:
        await desk.press("C")
        for key in "1234567890":
            await desk.press(key)
            assert any(desk.rows(desk.pane(key))), key
        await desk.press("n")
        await desk.type("Table of nine")
        await desk.press("escape")
        made = next(each for each in desk.saved("coalitions") if each["name"] == "Table of nine")
        assert made["started_on"] == TODAY.isoformat()
        assert "Table of nine" in desk.status


async def test_what_is_typed_of_the_five_seats_is_not_lost_by_one_escape(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "f", "escape")
        assert desk.app.screen is desk.place
        await desk.press("f", "tab")
        await desk.type("Shared loads")
        await desk.press("escape")
        assert "Not kept yet: f5 keeps it, Esc again leaves without it." in desk.text
        await desk.press("f5")
        assert "Shared loads" in _coalition(desk)["purpose"]


async def test_letters_in_their_order_find_somebody_in_the_line(with_samples):
    async with with_samples() as desk:
        await desk.press("C", "i")
        await desk.type("hnne")
        assert "▌Hanne Solberg" in desk.text
