"""Control characters leave every text."""

import pytest

from coalition_tui.clean import clean, clean_values, count_controls, one_line

CONTROLS = [
    *map(chr, range(32)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "\ud800",
    "\udfff",
]


@pytest.mark.parametrize("control", [each for each in CONTROLS if each not in "\t\n\r"], ids=ascii)
def test_a_control_character_is_taken_out_and_counted(control: str) -> None:
    assert clean(f"a{control}b") == "ab"
    assert count_controls(f"a{control}b") == 1


@pytest.mark.parametrize("kept", ["\t", "\n", " ", "\xa0", "\u2028", "\u200d", "é", "法", "🙂"])
def test_everything_else_stays(kept: str) -> None:
    assert clean(f"a{kept}b") == f"a{kept}b"
    assert count_controls(f"a{kept}b") == 0


def test_line_ends_become_line_feeds_and_are_not_counted() -> None:
    assert clean("a\r\nb\rc\nd") == "a\nb\nc\nd"
    assert count_controls("a\r\nb\rc") == 0


def test_one_line_has_single_spaces() -> None:
    assert one_line("  a\t\tb\r\n c\x1b ") == "a b c"


def test_decoded_json_is_cleaned_everywhere() -> None:
    value = {"a": ["x\x1by", {"b": "\u202ez"}], "n": 1, "t": True, "none": None}
    cleaned = {"a": ["xy", {"b": "z"}], "n": 1, "t": True, "none": None}
    assert clean_values(value) == (cleaned, 2)
