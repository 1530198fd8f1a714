"""What is sent to the terminal takes the same cells in every one of them."""

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from coalition_tui.cells import width
from coalition_tui.tui.guard import ControlGuard
from tests.tui.desk import BLANK, USUAL, WIDE, workspace_of


def sent(text: str) -> str:
    """What becomes of a text."""
    (segment,) = ControlGuard().apply([Segment(text)], Color(0, 0, 0))
    return segment.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("👩\u200d👩\u200d👧\u200d👦 Family", "👩 Family"),
        ("🏳\ufe0f\u200d🌈.", "🏳 ."),
        ("👍🏽!", "👍!"),
        ("❤\ufe0f.", "❤ ."),
        ("1\ufe0f\u20e3.", "1 ."),
        ("🇩🇪🇫🇷", "DEFR"),
        ("株式会社 한국어 😀", "株式会社 한국어 😀"),
        ("a\u202eb\x1bc", "abc"),
    ],
)
def test_an_emoji_of_several_characters_becomes_its_first_in_the_same_cells(text, shown):
    assert sent(text) == shown
    assert width(shown) == cell_len(shown)
    if "\x1b" not in text:
        assert cell_len(shown) == cell_len(text)


def test_letters_that_are_joined_stay_so():
    assert sent("क्\u200dष and é") == "क्\u200dष and é"


NAMES = (
    "株式会社データ基盤移行プロジェクト推進室の名前",
    "👩\u200d👩\u200d👧\u200d👦 🇩🇪 👍🏽 ❤\ufe0f of a family with flags",
    "שלום עולם מחלקת הכספים",
    "مرحبا بالفريق المالي الكبير",
    "한국어 팀 이름이 아주 길어요 정말로",
    "c\u0327o\u0301mbi\u0301ni\u0301ng",
)


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_no_name_breaks_a_column(opening, size):
    """Counted as a terminal counts that looks at one character at a time."""
    briefs = [replace(BLANK, id=str(n), title=name) for n, name in enumerate(NAMES)]
    async with opening(workspace_of(*briefs), size) as desk:
        await desk.press("h")
        guard = ControlGuard()
        strips = desk.strips
        for strip in strips:
            line = "".join(text for text, _, _ in guard.apply(list(strip), Color(0, 0, 0)))
            assert width(line) == size[0]
        listed = [line for line in desk.seen("#list") if "0/10" in line]
        assert len(listed) == len(NAMES)
