"""Markdown holds a brief without loss, and a reader of it sees the outline that was meant."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coalition_tui.exchange.markdown import parse, render, render_brief
from coalition_tui.exchange.markdown.blocks import sheets
from coalition_tui.model import (
    Brief,
    Bundle,
    Commitment,
    Guardrail,
    Interest,
    Party,
    Person,
    Tradeoff,
)
from coalition_tui.paths import resource_folder
from tests.strategies import briefs, bundles, lines, texts

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted(resource_folder("sample_data").glob("*.json"))

hard = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
NAMES = st.dictionaries(st.sampled_from(["ada-lovelace", "k3j5h2g8d9s1", "legal"]), lines())


def bundle_of(path: Path) -> Bundle:
    return msgspec.json.decode(path.read_bytes(), type=Bundle)


def test_golden():
    expected = (GOLDEN / "brief.md").read_text("utf-8")
    assert render(bundle_of(GOLDEN / "brief.json")) == expected


def test_golden_reads_back():
    text = (GOLDEN / "brief.md").read_text("utf-8")
    assert parse(text) == bundle_of(GOLDEN / "brief.json").briefs


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_round_trip(path: Path):
    bundle = bundle_of(path)
    assert parse(render(bundle)) == bundle.briefs


@hard
@given(briefs(), NAMES)
def test_every_brief_round_trips(brief: Brief, names: dict[str, str]):
    assert parse(render_brief(brief, names)) == (brief,)


@settings(hard, max_examples=25)
@given(bundles())
def test_every_file_of_briefs_round_trips(bundle: Bundle):
    assert parse(render(bundle)) == bundle.briefs


@settings(hard, max_examples=200)
@given(texts(), lines())
def test_every_text_round_trips_wherever_it_stands(text: str, name: str):
    brief = texts_everywhere(text, name)
    assert parse(render_brief(brief)) == (brief,)


@settings(hard, max_examples=50)
@given(briefs())
def test_windows_line_ends_and_stripped_blanks_change_nothing(brief: Brief):
    text = "\n".join(line.rstrip(" \t") for line in render_brief(brief).split("\n"))
    assert parse("\ufeff" + text.replace("\n", "\r\n")) == (brief,)


@settings(hard, max_examples=100)
@example("* **", "Name")
@given(texts(), lines())
def test_no_text_changes_the_outline_that_a_reader_sees(text: str, name: str):
    source = render_brief(texts_everywhere(text, name))
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    assert [token.tag for token in tokens if token.type == "heading_open"] == [
        tag
        for sheet in sheets(source)
        for section in (None, *sheet.sections)
        for tag in (["h2", *("h3" for _ in section.inner)] if section else ["h1"])
    ]
    assert not [token for token in tokens if token.type == "hr"]
    assert all(re.fullmatch(r"<!-- #[a-z0-9-]* -->\n?", each.content) for each in html(tokens))


def test_an_empty_bundle_is_an_empty_file():
    assert render(Bundle()) == ""
    assert parse("") == parse("\n \n") == ()


def test_sections_without_content_are_left_out():
    assert render_brief(Brief(title="Blank")) == "# Blank\n"


def test_people_are_shown_by_name_and_kept_by_id():
    brief = Brief(title="T", parties=(Party(id="law", name="Legal", person="k3j5h2g8d9s1"),))
    bundle = Bundle(briefs=(brief,), people=(Person(id="k3j5h2g8d9s1", name="Ada Marsh"),))
    assert "  - Person: [Ada Marsh](#k3j5h2g8d9s1)\n" in render(bundle)
    assert "  - Person: k3j5h2g8d9s1\n" in render_brief(brief)
    assert "  - Person: Ada Marsh\n" in render_brief(
        Brief(title="T", parties=(Party(name="Legal", person="ada-marsh"),)),
        {"ada-marsh": "Ada Marsh"},
    )


def test_an_id_that_the_headline_says_is_not_marked():
    brief = Brief(title="T", guardrails=(Guardrail(id="no-promise", text="No promise!"),))
    assert render_brief(brief).endswith("\n- No promise!\n")


def test_one_edit_changes_the_lines_of_its_record_only():
    brief = bundle_of(GOLDEN / "brief.json").briefs[0]
    first, *rest = brief.commitments
    due = msgspec.structs.replace(first, due=None)
    edited = msgspec.structs.replace(brief, commitments=(due, *rest))
    before, after = render_brief(brief).split("\n"), render_brief(edited).split("\n")
    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def texts_everywhere(text: str, name: str) -> Brief:
    return Brief(
        title=name,
        outcome=text,
        measure=text,
        tradeoffs=(Tradeoff(id="t", statement=text, moves_down=text, standard=f"{text}\n"),),
        parties=(
            Party(
                id="p",
                name=name,
                must_believe=text,
                interests=(Interest(stance="need", text=text, tradeoff="t"),),
            ),
            Party(name=name, interests=(Interest(stance="own", text=text),)),
        ),
        commitments=(Commitment(by="p", what=text), Commitment(what=text)),
        guardrails=(Guardrail(text=text), Guardrail(text=f"{text}\n\n{text}")),
    )


FENCES = (
    "```diff\n---\n<!-- keep -->\n- old\n# install\n\n  \\# b: 2\n\n```",
    "Before\n~~~~\n~~~\n```\n~~~~~\n\nAfter # and\n```py\n```",
    "- in a list\n```\n- x\n```",
)


@pytest.mark.parametrize("text", FENCES)
def test_a_closed_fence_is_written_as_it_is_where_a_text_begins_a_line(text: str):
    brief = Brief(title="T", outcome=text)
    source = render_brief(brief)
    assert source == f"# T\n\n## Outcome\n\n{text}\n"


@pytest.mark.parametrize("text", FENCES)
def test_a_reader_sees_the_fences_of_a_text(text: str):
    def code(source: str) -> list[str]:
        tokens = MarkdownIt("commonmark").parse(source)
        return [each.content for each in tokens if each.type == "fence"]

    party = Party(id="p", name="P", must_believe=text)
    brief = Brief(id="b", title="T", outcome=text, parties=(party,))
    assert code(render_brief(brief)) == code(text) * 2
    assert parse(render_brief(brief)) == (brief,)


@pytest.mark.parametrize(
    "text", ["```", "```\nx", "~~~\nx \n~~~", "```a`b\nx\n```", "  ```\nx\n```", "```\n ```\n```"]
)
def test_what_is_no_closed_fence_is_escaped(text: str):
    brief = Brief(title="T", outcome=text, why_now="x")
    assert parse(render_brief(brief)) == (brief,)
    assert "\\" in render_brief(brief)


def html(tokens: list[Token]) -> list[Token]:
    inner = [child for token in tokens for child in token.children or []]
    return [token for token in (*tokens, *inner) if token.type.startswith("html")]
