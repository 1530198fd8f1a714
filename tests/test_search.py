"""Every text of everything, searched for words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_tui.clean import one_line
from coalition_tui.matching import plain
from coalition_tui.model import Brief, Coalition, Conversation, Interest, Party, Person
from coalition_tui.search import Hit, search
from coalition_tui.workspace import Place, Workspace, trashed
from tests.conftest import NOW

WORKSPACE = Workspace(
    briefs={
        "b": Brief(
            id="b",
            title="Night desk",
            parties=(
                Party(
                    id="p",
                    name="Support",
                    interests=(Interest(id="i", stance="fear", text="Nobody  sleeps\nat night"),),
                ),
            ),
            conversations=(Conversation(id="c", kind="listen", heard="Straße in the night"),),
        )
    },
    coalitions={"k": Coalition(id="k", name="Evening", values=("candour", "a night's sleep"))},
    people={"x": Person(id="x", name="Nightingale"), "y": Person(id="y", name="Åsa of Malmö")},
    trash={
        "t": trashed(Brief(id="gone", title="Gone quay"), id="t", deleted_at=NOW, links=()),
    },
)


def places(words: str) -> list[Place]:
    return [hit.place for hit in search(WORKSPACE, words)]


def test_words_are_found_in_every_text_in_the_order_of_the_file() -> None:
    assert places("NIGHT") == [
        Place("briefs", "b", ("title",)),
        Place("briefs", "b", ("parties", 0, "interests", 0, "text")),
        Place("briefs", "b", ("conversations", 0, "heard")),
        Place("coalitions", "k", ("values",)),
        Place("people", "x", ("name",)),
    ]


def test_white_space_and_line_ends_are_one_space() -> None:
    assert places("sleeps at") == [Place("briefs", "b", ("parties", 0, "interests", 0, "text"))]


def test_a_hit_stands_in_its_context() -> None:
    hit = next(search(WORKSPACE, "candour"))
    assert (hit.top, hit.title, hit.before, hit.words, hit.after) == (
        "Evening",
        "Values",
        "",
        "candour",
        "",
    )


def test_words_that_json_writes_otherwise_are_found_too() -> None:
    assert places("straße") == [Place("briefs", "b", ("conversations", 0, "heard"))]
    assert places("night's") == [Place("coalitions", "k", ("values",))]


@pytest.mark.parametrize("words", ["malmo", "MALMÖ", "malmo\u0308", "asa", "malmo of", "ÅSA malmö"])
def test_accents_and_case_make_no_difference(words: str) -> None:
    assert places(words) == [Place("people", "y", ("name",))]


def found(text: str, words: str) -> tuple[str, str, str]:
    (hit,) = search(Workspace(people={"z": Person(id="z", name=text)}), words)
    return hit.before, hit.words, hit.after


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Åsa of Malmö, Skåne", "malmo", ("Åsa of ", "Malmö", ", Skåne")),
        ("Åsa of Malmo\u0308, Skåne", "malmo", ("Åsa of ", "Malmo\u0308", ", Skåne")),
        ("Große Straße 5", "strasse", ("Große ", "Straße", " 5")),
        ("Große Straße 5", "stras", ("Große ", "Straß", "e 5")),
        ("the ﬁrst oﬃce", "office", ("the ﬁrst ", "oﬃce", "")),
        ("東京 désk", "DESK", ("東京 ", "désk", "")),
        ("the desk at night", "night the", ("the desk at ", "night", "")),
        ("a desk. The night desk", "night desk", ("a desk. The ", "night desk", "")),
    ],
)
def test_a_hit_is_shown_as_it_is_written(
    text: str, words: str, marked: tuple[str, str, str]
) -> None:
    assert found(text, words) == marked


def test_every_word_stands_in_one_text() -> None:
    assert places("night nobody") == [Place("briefs", "b", ("parties", 0, "interests", 0, "text"))]
    assert places("desk nobody") == []


def test_what_was_deleted_is_found_last() -> None:
    assert places("quay") == [Place("trash", "t", ("title",))]


@given(text=st.text(max_size=40), data=st.data())
def test_what_is_written_is_found_and_marked_as_it_is_written(
    text: str, data: st.DataObject
) -> None:
    line = one_line(text)
    begin = data.draw(st.integers(0, len(line)))
    words = one_line(line[begin : data.draw(st.integers(begin, len(line)))])
    if not plain(words).split():
        return
    hits: list[Hit] = list(search(Workspace(people={"z": Person(id="z", name=line)}), words))
    assert len(hits) == 1
    assert hits[0].before + hits[0].words + hits[0].after == line
    assert plain(words).split()[0] in plain(hits[0].words)


def test_nothing_is_found_for_nothing() -> None:
    assert places("") == places("  ") == places("zebra") == []
