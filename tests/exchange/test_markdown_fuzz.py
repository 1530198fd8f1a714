"""Whatever text comes in, it is a brief or a fault with a line; and it takes no time to tell."""

import time

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coalition_tui.clean import count_controls
from coalition_tui.exchange.markdown import MarkdownFault, line_of, parse, render, render_brief
from coalition_tui.integrity import references
from coalition_tui.model import Brief, Bundle, Credit
from coalition_tui.paths import resource_folder
from tests import strategies
from tests.strategies import NASTY

SAMPLE = render(
    msgspec.json.decode((resource_folder("sample_data") / "launch.json").read_bytes(), type=Bundle)
)
LINES = SAMPLE.split("\n")
PIECES = st.one_of(
    st.sampled_from([*NASTY, "- **", "  - ", "- ```", "  ~~~", "## 5", "---", "\0", "\x85", "\r"]),
    st.sampled_from(LINES),
    st.text(max_size=8),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A rendered sample in which a few lines are cut, moved, doubled or filled."""
    lines = LINES[: draw(st.integers(20, len(LINES)))]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, len(lines[at])))
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [lines[at], lines[at]],
                    [lines[at][:cut]],
                    [lines[at][:cut], lines[at][cut:]],
                    [f"  {lines[at]}"],
                    [lines[at][:cut] + draw(PIECES) + lines[at][cut:]],
                ]
            )
        )
    return "\n".join(lines)


fuzz = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@fuzz
@given(mutated())
def test_a_damaged_file_is_read_or_refused(text: str):
    assert_read_or_refused(text)


@fuzz
@given(st.lists(PIECES, max_size=12).map("\n".join).map("# T\n## 4\n".__add__))
def test_any_text_is_read_or_refused(text: str):
    assert_read_or_refused(text)


MEGABYTE = 1_000_000
LONG = {
    "samples": SAMPLE * (MEGABYTE // len(SAMPLE) + 1),
    "one line": "# T\n## 1\n" + "x" * MEGABYTE,
    "blanks": "# T\n## 6\n- x" + " " * MEGABYTE + "y",
    "blanks after a title": "# T\n## 6\n- x\n  - Due" + " " * MEGABYTE + "y",
    "backslashes": "# T\n## 1\n" + "\\" * MEGABYTE,
    "brackets": "# T\n## 8\n- x\n  - Members: " + "[," * (MEGABYTE // 2),
    "stars": "# T\n## 6\n- " + "*" * MEGABYTE,
    "quotes": "---\ntags: [" + "'\"a," * (MEGABYTE // 4) + "]\n---\n# T",
    "depth": "# T\n## 4\n" + "\n".join("  " * depth + "- a" for depth in range(1000)),
    "open fences": "# T\n## 1\n" + "```a\n" * (MEGABYTE // 5),
    "fences": "# T\n## 1\n" + "```a\n```\n" * (MEGABYTE // 9),
    "fences in a text": "# T\n## 1\n" + "\n```a\n- a\n  ```\n  ```" * 900,
    "open front matter": "---\n" + "id: x\n" * (MEGABYTE // 6),
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_megabyte_takes_about_a_second(text: str):
    began = time.perf_counter()
    read_or_refused(text)
    assert time.perf_counter() - began < 5  # a slow machine; what is not linear takes minutes


def read_or_refused(text: str) -> tuple[Brief, ...]:
    try:
        return parse(text)
    except MarkdownFault as caught:
        fault = caught
    assert 1 <= fault.line <= text.count("\n") + text.count("\r") + 1
    assert fault.message
    assert "\n" not in str(fault)
    assert count_controls(str(fault)) == 0
    return ()


def assert_read_or_refused(text: str) -> None:
    for brief in read_or_refused(text):
        assert msgspec.json.decode(msgspec.json.encode(brief), type=Brief) == brief
        assert parse(render_brief(brief)) == (brief,)


@settings(max_examples=40, deadline=None)
@example(
    Brief(
        id="b",
        title="B",
        credits=(
            Credit(id="c", party="legal", what="", contribution="cost", shown_where="# H a · b"),
        ),
    )
)
@given(strategies.briefs())
def test_every_reference_of_every_brief_has_a_line(brief: Brief) -> None:
    text = render_brief(brief)
    for found in references(brief):
        assert 1 <= line_of(text, ("briefs", 0, *found.path)) <= text.count("\n") + 1
