"""The tour in the guides, key by key: what it says happens."""

import re
from pathlib import Path

from tests.tui.desk import Desk

TOUR = (Path(__file__).parents[2] / "docs" / "tour.md").read_text(encoding="utf-8")


def part(begin: str, end: str) -> list[str]:
    """The keys that a part of the tour names, in their order."""
    words = TOUR.partition(begin)[2].partition(end)[0]
    assert words
    return [
        {"Enter": "enter", "Esc": "escape"}.get(key, key) for key in re.findall("`(.*?)`", words)
    ]


def fails(desk: Desk) -> int:
    found = re.search(r"(\d+) fail", desk.text)
    assert found
    return int(found[1])


async def test_a_fear_is_answered_and_there_is_one_fail_fewer(with_samples):
    checks, mend, done, close, undo = part("it has twelve\nfails.", "\n\nPress `f`")
    async with with_samples() as desk:
        await desk.press("j", "j", "j")
        assert "Move from per-sensor to p" in desk.status
        begun = fails(desk)
        await desk.press(checks)
        assert "Four of\nthe six questions" in TOUR
        assert "4 of 6 questions open" in " ".join(desk.text.split())
        assert desk.text.count("neither") >= 5
        await desk.press(mend)
        assert desk.field.path[-1] == "integrated"
        await desk.type("Commission is held for two quarters")
        await desk.press(done)
        assert fails(desk) == begun - 1
        saved = desk.saved_brief("Move from per-sensor to per-lane pricing")
        (fear, *_) = (each for each in saved["parties"][2]["interests"] if each["stance"] == "fear")
        assert fear["integrated"] == "Commission is held for two quarters"
        await desk.press(close)
        assert f"{begun - 1} fail" in desk.status
        await desk.press(undo)
        assert f"{begun} fail" in desk.status
