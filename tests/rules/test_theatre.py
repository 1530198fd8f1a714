"""Phrases of politics theatre: which texts are searched, and what is a match."""

import pytest

from coalition_tui.model import Brief, Credit, Guardrail, Party
from coalition_tui.pointer import put
from coalition_tui.rules.theatre import PHRASES, found
from tests.rules.briefing import brief, interest, legal, me, seen, talk
from tests.rules.whole import EVERYTHING, text_places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *((phrase, phrase) for phrase in PHRASES),
        ("Let us WIN  over\tthem", "WIN over"),
        ("they\nare on\nour\u00a0side", "on our side"),
        ("Don’t tell Legal", "Don’t tell"),
        ("(off the record)", "off the record"),
        ("use them, then win over the rest", "use them"),
    ],
)
def test_a_phrase_is_found_as_it_stands(text, words):
    assert list(found(brief(outcome=text))) == [(("outcome",), words)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a window overlooks",
        "we win overall",
        "neutralised",
        "the hour side",
        "reuse them",
        "use themes",
        "he owes usually",
        "don t tell",
        "on our-side",
        "win, over",
    ],
)
def test_what_only_looks_like_a_phrase_is_none(text):
    assert list(found(brief(outcome=text))) == []


def test_no_phrase_reaches_from_one_text_into_the_next():
    assert list(found(brief(outcome="we win", measure="over"))) == []


def test_every_text_of_the_model_is_searched_in_its_order():
    places = text_places(EVERYTHING)
    loud = EVERYTHING
    for place in places:
        loud = put(loud, place, "Owes us and owes us")
    assert [path for path, _ in found(loud)] == places


def test_names_and_guardrails_are_left_out():
    loud = Brief(
        title="owes us",
        tags=("owes us",),
        parties=(Party(name="owes us", function="owes us"),),
        credits=(Credit(contribution="cost", person="owes us"),),
        guardrails=(Guardrail(text="owes us"),),
    )
    assert list(found(loud)) == []


def test_one_finding_a_text_also_in_confidence():
    parties = (me(), legal(interests=(interest("own", text="Keep quiet", confidential=True),)))
    talks = (talk("ask", said="win over, then neutralise"), talk("ask", heard="they owes us"))
    assert seen("theatre-words", brief(parties=parties, conversations=talks)) == [
        (
            "hint",
            "/parties/1/interests/0/text",
            'Would you say "Keep quiet" in the room?',
        ),
        ("hint", "/conversations/0/said", 'Would you say "win over" in the room?'),
        ("hint", "/conversations/1/heard", 'Would you say "owes us" in the room?'),
    ]
