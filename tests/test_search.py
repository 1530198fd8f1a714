"""Every text of everything, searched for words."""

from coalition_tui.model import Brief, Coalition, Conversation, Interest, Party, Person
from coalition_tui.search import search
from coalition_tui.workspace import Place, Workspace

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
    people={"x": Person(id="x", name="Nightingale")},
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


def test_nothing_is_found_for_nothing() -> None:
    assert places("") == places("  ") == places("zebra") == []
