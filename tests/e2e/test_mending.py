"""Briefs mended step by step in the app, by following their findings only, until none fails."""

import json

import pytest

from coalition_tui import clipboard
from coalition_tui.cli.program import run
from coalition_tui.tui.modals.checks import ChecksDialog
from coalition_tui.tui.widgets.row_list import RowList
from tests.tui.desk import Desk, keep, opened, samples
from tests.tui.mending import WRITINGS

LONGEST = 40


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code of the program in a terminal, and what it writes."""
    try:
        code = run(list(arguments))
    except SystemExit as ended:
        code = int(str(ended.code or 0))
    return code or 0, capsys.readouterr().out


async def open_brief(desk: Desk, title: str) -> None:
    """Go down the list to a brief."""
    for _ in desk.place.list.rows:
        if title in desk.status:
            return
        await desk.press("j")
    raise AssertionError(f"no brief {title}")


async def mend_all(desk: Desk) -> list[str]:
    """Mend the worst finding until none fails; the rules, in the order in which they came."""
    mended: list[str] = []
    await desk.press("c")
    while len(mended) < LONGEST:
        assert isinstance(desk.app.screen, ChecksDialog)
        await desk.press("g")
        finding = desk.app.screen._finding
        if finding is None or finding.severity != "fail":
            await desk.press("escape")
            break
        assert "To mend: " in desk.text
        await desk.press("enter")
        assert desk.is_form, finding
        await WRITINGS[finding.rule](desk)
        await desk.press("escape")
        mended.append(finding.rule)
    return mended


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        (
            "Move from per-sensor",
            {"overpowered-concern", "not-aligned-enough", "mood", "motion", "sponsor-only-credit"},
        ),
        ("AI triage", {"recruited-late", "disguised-decision", "transparency", "motion"}),
    ],
    ids=["mood", "recruited-late"],
)
async def test_a_brief_is_mended_by_following_its_findings(
    title, rules, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv(clipboard.VARIABLE, "off")
    path = tmp_path / "coalition.json"
    keep(path, samples())
    check = ("--db", str(path), "check", title, "--as-of", "2026-10-15", "--json")
    code, before = told(capsys, *check)
    assert code == 1
    assert '"fail"' in before

    async with opened(path) as desk:
        await open_brief(desk, title)
        assert "fail" in desk.status
        mended = await mend_all(desk)
        assert "fail" not in desk.status, mended
        assert "✗" not in " ".join(desk.rows(desk.place.query_one("#checks", RowList)))

    assert rules <= set(mended)
    code, after = told(capsys, *check)
    assert code == 0
    (brief,) = json.loads(after)["briefs"]
    assert {each["severity"] for each in brief["findings"]} <= {"warn", "hint", "unknown"}
