"""The People place: the directory, where each person appears, and what a new role leaves behind."""

from typing import Any

from coalition_tui.fields import headline
from coalition_tui.model import Person
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW, Desk

EARLIER = NOW.replace(year=2025)


def _person(desk: Desk, name: str) -> dict[str, Any]:
    return next(each for each in desk.saved("people") if each["name"] == name)


async def _go(desk: Desk, name: str) -> None:
    await desk.press("P")
    for _ in range(60):
        if desk.place.top is not None and headline(desk.place.top) == name:
            return
        await desk.press("j")
    raise AssertionError(name)


async def test_the_directory_is_in_the_order_of_names(with_samples):
    async with with_samples() as desk:
        await desk.press("P")
        names = [row.split(" ")[0] for row in desk.rows(desk.place.list, 60)]
        assert names == sorted(names)
        assert desk.status.startswith("coalition-tui  People › Alastair Boyne")


async def test_enter_leads_to_every_coalition_brief_and_commitment_of_a_person(with_samples):
    async with with_samples() as desk:
        await _go(desk, "Hanne Solberg")
        rows = desk.rows(desk.pane("3"))
        assert rows[0].startswith("Coalitions")
        assert any("The Day 200 Table" in row and "member since 26 Jun" in row for row in rows)
        assert sum("as Legal" in row for row in rows) == 3
        assert any("Vendor contract with liability" in row and "accepted" in row for row in rows)
        await desk.press("3", "enter")
        assert desk.app.place.PLACE == "Coalitions"
        assert desk.here.startswith("Hanne Solberg")
        await desk.press("P", "3", "G")
        promised = desk.here.split(" ")[0]
        await desk.press("enter")
        assert desk.app.place.PLACE == "Briefs"
        assert promised in desk.here


async def test_a_new_role_goes_into_the_history_and_one_undo_takes_both_back(opening):
    ada = Person(id="ada", name="Ada", role="Analyst", organisation="Firm", created_at=EARLIER)
    async with opening(Workspace(people={"ada": ada})) as desk:
        await desk.press("escape", "P", "1", "e")
        await desk.press("end", *["backspace"] * len("Analyst"))
        await desk.type("Director")
        await desk.press("tab")
        await desk.press("escape")
        changes = _person(desk, "Ada")["changes"]
        assert [(each.get("on"), each["role"]) for each in changes] == [
            (None, "Analyst"),
            ("2026-10-15", "Director"),
        ]
        assert desk.rows(desk.pane("2")) == ["before Analyst Firm", "since 15 Oct Director Firm"]
        await desk.press("u")
        assert _person(desk, "Ada")["role"] == "Analyst"
        assert not _person(desk, "Ada").get("changes")


async def test_filling_in_and_putting_right_today_are_no_changes(opening):
    async with opening(Workspace()) as desk:
        await desk.press("escape", "P", "n")
        await desk.type("Ben")
        await desk.go("role")
        await desk.type("Clerk")
        await desk.press("tab", "shift+tab")
        await desk.type(" of works")
        await desk.press("escape")
        ben = _person(desk, "Ben")
        assert ben["role"] == "Clerk of works"
        assert not ben.get("changes")


async def test_deleting_a_person_who_is_named_elsewhere_says_where_and_comes_back_at_once(
    with_samples,
):
    async with with_samples() as desk:
        await _go(desk, "Hanne Solberg")
        before = desk.app.session.workspace
        await desk.press("d")
        assert "Hanne Solberg stands in 1 coalition and 3 briefs" in " ".join(desk.text.split())
        await desk.press("enter")
        assert desk.app.session.workspace is before
        await desk.press("d", "j", "enter")
        assert "Delete person Hanne Solberg" in desk.toasts[-1]
        assert not any(each["name"] == "Hanne Solberg" for each in desk.saved("people"))
        await desk.press("u")
        assert desk.app.session.workspace.people == before.people
        assert desk.app.session.workspace.coalitions == before.coalitions


async def test_somebody_whom_nobody_names_is_deleted_at_once(opening):
    ada = Person(id="ada", name="Ada", created_at=EARLIER)
    async with opening(Workspace(people={"ada": ada})) as desk:
        await desk.press("escape", "P", "d")
        assert desk.saved("people") == []
        assert "No person yet" in desk.text


async def test_a_party_is_linked_to_a_person_made_on_the_spot_as_one_edit(with_samples):
    async with with_samples() as desk:
        before = desk.app.session.workspace
        await desk.press("4", "e")
        await desk.go("person")
        await desk.press("space")
        await desk.type("Ida Nordmann")
        assert "+ new person: Ida Nordmann" in desk.text
        await desk.press("enter", "escape")
        ida = _person(desk, "Ida Nordmann")
        party = desk.saved_brief("Launch Lane Guarantee for pharma shippers")["parties"][0]
        assert party["person"] == ida["id"]
        await desk.press("u")
        assert desk.app.session.workspace.people == before.people
        assert desk.app.session.workspace.briefs == before.briefs


async def test_whoever_is_there_is_not_offered_as_new(with_samples):
    async with with_samples() as desk:
        await desk.press("4", "e")
        await desk.go("person")
        await desk.press("space")
        await desk.type("hanne solberg")
        assert "new person" not in desk.text
