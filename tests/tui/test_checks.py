"""Findings: counted, marked where their records stand, explained, and mended from there."""

import time

import pytest

from coalition_tui.model import Brief, Interest, Party
from coalition_tui.rules.brief import BRIEF_RULES, check_brief
from coalition_tui.rules.finding import tally
from coalition_tui.rules.strengths import strengths
from coalition_tui.tui.modals.checks import ChecksDialog
from coalition_tui.tui.panes.check_rows import finding_of
from coalition_tui.tui.panes.checks import ChecksPane
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW, SMALL, TODAY, USUAL, WIDE, Desk, samples, workspace_of

PRICING = next(each for each in samples().briefs.values() if "pricing" in each.title)
FOUND = check_brief(PRICING, samples(), TODAY)
COUNTS = tally(FOUND)

TWO = Brief(
    id="two",
    title="Night desk",
    status="asking",
    outcome="Nobody waits at night.",
    parties=(
        Party(id="me", name="Ops", me=True),
        Party(
            id="legal",
            name="Legal",
            interests=(
                Interest(id="a", stance="fear", text="Night work by contract"),
                Interest(id="b", stance="fear", text="The council walks out", confidential=True),
            ),
        ),
    ),
    created_at=NOW,
    updated_at=NOW,
)


async def to_pricing(desk: Desk) -> None:
    """Open the pricing brief."""
    desk.place.open(PRICING.id)
    await desk.settle()
    assert PRICING.title[:6] in desk.status


def flags(desk: Desk, key: str) -> list[str]:
    """The signs before the rows of a pane; empty where a row has none."""
    rows = desk.pane(key).list.rows
    return [row.flag.plain.strip() if row.flag else "" for row in rows]


@pytest.fixture
def with_two(opening):
    """Opens the app on one brief with two concerns that nobody has answered."""
    return lambda size=WIDE: opening(workspace_of(TWO), size)


async def test_status_and_pane_carry_the_counts(with_samples):
    async with with_samples() as desk:
        await to_pricing(desk)
        counts = f"{COUNTS['fail']} fail · {COUNTS['warn']} warn"
        assert counts in desk.status
        pane = desk.place.query_one(ChecksPane)
        assert f"Checks {counts}" in desk.seen(pane)[0]
        assert len(pane.rows) == len(FOUND)


async def test_each_record_is_marked_where_it_stands(with_samples):
    async with with_samples() as desk:
        await to_pricing(desk)
        await desk.press("4")
        worst = {"": 0, "·": 1, "!": 2, "✗": 3}
        signs = {"fail": "✗", "warn": "!", "hint": "·", "unknown": ""}
        wanted = [""] * len(PRICING.parties)
        for each in FOUND:
            if each.path[0] == "parties" and len(each.path) > 1:
                position = int(each.path[1])
                sign = signs[each.severity]
                wanted[position] = max(wanted[position], sign, key=worst.__getitem__)
        assert "✗" in wanted
        assert flags(desk, "4") == wanted
        assert desk.seen(desk.pane("4").list)[wanted.index("✗")].lstrip("▌│ ").startswith("✗")


async def test_the_headings_of_lists_are_marked_too(with_samples):
    async with with_samples() as desk:
        await to_pricing(desk)
        await desk.press("9")
        headings = [row for row in desk.pane("9").list.rows if row.key.startswith("list-")]
        signs = {row.key: row.flag.plain if row.flag else "" for row in headings}
        assert signs == {"list-credits": "✗", "list-accountabilities": ""}
        await desk.press("5")
        assert "✗" in flags(desk, "5")


async def test_titles_count_what_is_found_in_their_sections(with_samples):
    async with with_samples() as desk:
        await to_pricing(desk)
        assert "3 Core tradeoffs ✗1" in desk.text
        concerns = sum(each.rule == "overpowered-concern" for each in FOUND)
        assert f"5 Interests ✗{concerns}" in desk.text
        assert "9 Credit✗" in desk.text


@pytest.mark.parametrize("size", [USUAL, SMALL], ids=["usual", "small"])
async def test_where_room_is_scarce_the_checks_are_a_key_away(with_two, size):
    async with with_two(size) as desk:
        await desk.press("c")
        assert "2 fail" in desk.text
        assert "To mend" in desk.text


async def test_the_list_of_sections_counts_them_where_there_are_no_panes(with_samples):
    async with with_samples(USUAL) as desk:
        await to_pricing(desk)
        shown = desk.seen("#sections")
        assert any("3 Core tradeoffs" in line and "✗1" in line for line in shown), shown


async def test_findings_follow_an_edit(with_two):
    async with with_two() as desk:
        assert "no measure" in " ".join(desk.rows(desk.place.query_one(ChecksPane))).lower()
        assert flags(desk, "1")[1] == "!"
        await desk.press("1", "j", "enter")
        await desk.type("Calls answered in a minute")
        await desk.press("escape")
        assert "no measure" not in " ".join(desk.rows(desk.place.query_one(ChecksPane))).lower()
        assert flags(desk, "1")[1] == ""
        await desk.press("u")
        assert flags(desk, "1")[1] == "!"


async def test_all_of_them_are_shown_with_the_idea_and_how_to_mend_it(with_samples):
    async with with_samples() as desk:
        await to_pricing(desk)
        await desk.press("c")
        assert len(desk.rows(desk.app.screen.list)) == len(FOUND)
        for _ in range(6):
            assert isinstance(desk.app.screen, ChecksDialog)
            finding = desk.app.screen._finding
            assert finding is not None
            rule = BRIEF_RULES.rules[finding.rule]
            shown = " ".join(" ".join(desk.seen("#checks--why")).split())
            assert rule.title in shown
            assert rule.idea in shown
            assert f"To mend: {rule.mend}" in shown
            await desk.press("j", "j", "j", "j")


async def test_one_after_another_is_mended_without_leaving(with_two):
    async with with_two() as desk:
        await desk.press("c", "enter")
        assert desk.field.path == ("integrated",)
        await desk.type("Volunteers only")
        await desk.press("escape")
        interest = desk.saved()[0]["parties"][1]["interests"][0]
        assert interest["integrated"] == "Volunteers only"
        assert isinstance(desk.app.screen, ChecksDialog)
        assert "1 fail" in desk.text
        assert "a confidence" in desk.here
        await desk.press("enter")
        assert desk.field.path == ("integrated",)
        await desk.type("Told them first")
        await desk.press("escape")
        assert " fail " not in " ".join(desk.seen("#dialog")[:3])
        await desk.press("escape")
        assert desk.saved()[0]["parties"][1]["interests"][1]["integrated"] == "Told them first"
        assert desk.app.focused is desk.pane("5").list
        assert "The council walks out" in desk.here


async def test_o_goes_to_the_record_and_no_further(with_two):
    async with with_two() as desk:
        await desk.press("c", "o")
        assert not desk.is_form
        assert desk.app.focused is desk.pane("5").list
        assert "Night work by contract" in desk.here


async def test_enter_in_the_pane_leads_to_the_same_place(with_two):
    async with with_two() as desk:
        desk.place.query_one(ChecksPane).focus()
        await desk.press("enter")
        assert desk.field.path == ("integrated",)
        await desk.press("escape")
        assert desk.app.focused is desk.pane("5").list


async def test_every_kind_of_finding_in_the_samples_opens_what_can_be_written(with_samples):
    """A kind is a rule and what it points at: the same field of another record is no other one."""
    async with with_samples(USUAL) as desk:
        before = desk.saved()
        opened = set()
        for brief in samples().briefs.values():
            desk.place.open(brief.id)
            await desk.press("c")
            dialog = desk.app.screen
            assert isinstance(dialog, ChecksDialog)
            for position, row in enumerate(dialog.list.rows):
                finding = finding_of(row, desk.place.findings)
                assert finding is not None
                assert finding.path
                kind = finding.rule, *(each for each in finding.path if isinstance(each, str))
                if kind not in opened:
                    opened.add(kind)
                    dialog.list.cursor = position
                    await desk.press("enter")
                    assert desk.is_form, finding
                    assert desk.hint, finding
                    await desk.press("escape")
                    assert desk.app.screen is dialog
                    assert dialog.list.cursor == position
            await desk.press("escape")
        assert len({rule for rule, *_ in opened}) > 8
        assert desk.saved() == before, "nothing is written by looking"


async def test_a_confidence_stands_in_no_finding_no_summary_and_no_export(with_two, path):
    async with with_two() as desk:
        secret = "walks out"
        assert secret not in " ".join(desk.rows(desk.place.query_one(ChecksPane)))
        await desk.press("c")
        assert "a confidence" in desk.text
        assert secret not in " ".join(desk.rows(desk.app.screen.list))
        await desk.press("escape", "x", "tab", "right")
        assert "1 confidence withheld" in desk.text
        assert secret not in desk.text
        await desk.press("enter")
        exported = path.with_name("night-desk.md").read_text()
        assert "Night work by contract" in exported
        assert secret not in exported


async def test_nothing_found_is_said_so(opening):
    async with opening(workspace_of(Brief(id="b", title="B", created_at=NOW))) as desk:
        assert "no fail or warn" in desk.status


def test_an_edit_is_checked_in_a_few_milliseconds():
    workspace = Workspace(briefs=samples().briefs)

    def seconds() -> float:
        begin = time.perf_counter()
        for brief in workspace.briefs.values():
            check_brief(brief, workspace, TODAY)
            strengths(brief)
        return (time.perf_counter() - begin) / len(workspace.briefs)

    # 2 ms are promised; five times as much leaves room for a busy machine.
    assert min(seconds() for _ in range(20)) < 0.01
