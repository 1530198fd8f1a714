"""What matches what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_tui.matching import matching, nearest, nearest_first, plain

TITLES = [
    plain(each)
    for each in (
        "Launch platform",
        "Hiring pause",
        "Platform for launches",
        "Żabka rollout",
        "15% ceiling",
    )
]


def titles(query: str) -> list[str]:
    return [TITLES[position] for position in matching(query, TITLES)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", TITLES),
        ("  ", TITLES),
        ("launch", [TITLES[0], TITLES[2]]),
        ("LAUNCH", [TITLES[0], TITLES[2]]),
        ("form launches", [TITLES[2]]),
        ("zabka", [TITLES[3]]),
        ("Żab", [TITLES[3]]),
        ("15%", [TITLES[4]]),
        ("lpl", [TITLES[0]]),
        ("hrpse", [TITLES[1]]),
        ("[^", []),
        ("xyz", []),
    ],
)
def test_words_first_and_only_without_them_letters_in_their_order(query, found):
    assert titles(query) == found


def test_letters_that_stand_far_apart_do_not_match():
    assert matching("az", ["a" + "-" * 11 + "z", "a" + "-" * 12 + "z"]) == [0]


def test_what_begins_like_the_query_comes_first():
    found = [TITLES[position] for position in nearest_first("platform", TITLES)]
    assert found == [TITLES[2], TITLES[0]]
    assert nearest("platform", TITLES) == 2
    assert nearest("nothing", TITLES) == 0


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=8))
def test_every_match_holds_the_words_or_the_letters(texts, query):
    plains = [plain(each) for each in texts]
    words = plain(query).split()
    found = matching(query, plains)
    assert found == sorted(set(found))
    holding = [at for at, each in enumerate(plains) if all(word in each for word in words)]
    if holding:
        assert found == holding
    for position in found:
        letters = iter(plains[position])
        assert holding or all(letter in letters for letter in "".join(words))
    assert sorted(nearest_first(query, plains)) == found


def test_what_is_longer_than_every_text_is_not_even_looked_for(monkeypatch):
    """A pattern of a long paste takes seconds to make, at each key."""

    def refused(letters: str) -> None:
        raise AssertionError(letters[:9])

    monkeypatch.setattr("coalition_tui.matching._in_order", refused)
    assert matching("y" * 25_000, TITLES) == []
    with pytest.raises(AssertionError):
        matching("lpl", TITLES)
