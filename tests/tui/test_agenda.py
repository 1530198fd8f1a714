"""The Agenda place: what is due, and what one key does about it."""

from datetime import date

from msgspec.structs import replace

from coalition_tui.model import Forum
from coalition_tui.tui.screens.agenda import AgendaScreen, as_done
from tests.tui.desk import TODAY, USUAL, Desk


def _rows(desk: Desk) -> list[str]:
    screen = desk.app.screen
    assert isinstance(screen, AgendaScreen)
    return desk.rows(screen.list, 140)


async def _to(desk: Desk, words: str) -> None:
    for _ in range(60):
        if words in desk.here:
            return
        await desk.press("j")
    raise AssertionError(words)


async def test_what_is_late_comes_first_and_says_so_in_words(with_samples):
    async with with_samples() as desk:
        await desk.press("A")
        rows = _rows(desk)
        assert rows[0] == "Overdue 5"
        assert rows[1].startswith(
            "45 days late 31 Aug contact Be in touch, with no ask Ewan Brodie"
        )
        assert any(row.startswith("in 4 days 19 Oct contact") for row in rows)
        assert "✗ 5 overdue" in desk.status
        assert "14 days ahead" in desk.status
        count = len(rows)
        await desk.press("+")
        assert "30 days ahead" in desk.status
        assert len(_rows(desk)) > count
        await desk.press("-", "-", "-")
        assert "today" in desk.status


async def test_one_key_logs_the_contact_and_the_line_is_gone(with_samples):
    async with with_samples() as desk:
        await desk.press("A")
        await _to(desk, "Ewan Brodie")
        await desk.press("a")
        await desk.type("Rang him at the depot\n")
        logged = desk.saved("coalitions")[0]["interactions"][-1]
        assert logged["people"] == ["ewan-brodie"]
        assert logged["kind"] == "social"
        assert logged["on"] == TODAY.isoformat()
        assert not any("Ewan Brodie" in row for row in _rows(desk))
        await desk.press("u")
        assert any("Ewan Brodie" in row for row in _rows(desk))


async def test_one_key_marks_a_commitment_kept(with_samples):
    async with with_samples() as desk:
        await desk.press("A", "+", "+", "+")
        row = next(row for row in _rows(desk) if " commitment " in row)
        await _to(desk, row)
        await desk.press("m")
        assert desk.toasts[-1].startswith("Kept: ")
        kept = [
            each
            for brief in desk.saved()
            for each in brief["commitments"]
            if each["closed_on"] == TODAY.isoformat()
        ]
        assert [each["state"] for each in kept] == ["kept"]
        assert row not in _rows(desk)


async def test_enter_opens_the_place(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("A")
        await _to(desk, "Nine verbal approvals")
        await desk.press("enter")
        assert desk.app.place.PLACE == "Briefs"
        assert "Nine verbal approvals" in desk.here


async def test_a_line_about_a_brief_says_what_to_do_instead_of_logging(with_samples):
    async with with_samples() as desk:
        await desk.press("A")
        await _to(desk, "Nine verbal approvals")
        await desk.press("a")
        assert "m marks it done" in desk.toasts[-1]
        await desk.press("m")
        assert desk.toasts[-1].startswith("Dealt with: Nine verbal approvals")


async def test_nothing_due_is_said(with_blank):
    async with with_blank() as desk:
        await desk.press("A")
        assert "Nothing is due" in desk.text
        await desk.press("a", "m", "enter")
        assert isinstance(desk.app.screen, AgendaScreen)


def test_a_forum_that_was_held_is_held_again_by_its_cadence():
    dinner = Forum(id="f", name="Dinner", cadence_days=30, next_on=TODAY)
    label, after = as_done(dinner, TODAY) or ("", dinner)
    assert label == "Held: Dinner, next 14 Nov 2026"
    assert after == replace(dinner, next_on=date(2026, 11, 14))
    late = replace(dinner, next_on=date(2026, 8, 1))
    assert as_done(late, TODAY) == (
        "Held: Dinner, next 30 Oct 2026",
        replace(dinner, next_on=date(2026, 10, 30)),
    )
    once = replace(dinner, cadence_days=0)
    assert as_done(once, TODAY) == (
        "Held: Dinner, next not settled",
        replace(once, next_on=None),
    )


async def test_m_on_a_forum_sets_its_next_date(with_samples):
    async with with_samples() as desk:
        await desk.press("A", "+", "+", "+")
        await _to(desk, "forum")
        name = desk.here
        before = desk.saved("coalitions")
        await desk.press("m")
        assert desk.toasts[-1].startswith("Held: ")
        after = desk.saved("coalitions")
        moved = [
            (old["next_on"], new["next_on"])
            for old, new in zip(before[0]["forums"], after[0]["forums"], strict=True)
            if old != new
        ]
        assert len(moved) == 1, name
        assert moved[0][1] > moved[0][0]
        await desk.press("u")
        assert desk.saved("coalitions") == before
