"""The pitch: what goes to a party, what stays with the writer, and the four late questions."""

from typing import Any

import pytest

from coalition_tui.model import Conversation, DecisionRight
from coalition_tui.pitch import Pitch, compose, for_you, to_send
from tests.rules.briefing import (
    ago,
    brief,
    interest,
    legal,
    me,
    promise,
    sales,
    talk,
    tradeoff,
)

HEADINGS = [
    "The work",
    "Why it matters",
    "The tradeoffs",
    "What we need",
    "How does this look from your side?",
]


def pitch(**more: object) -> Pitch:
    """The pitch for Legal."""
    subject = brief(**more)
    return compose(subject, next(each for each in subject.parties if each.id == "legal"))


def answers(found: Pitch) -> list[tuple[str, ...]]:
    return [each.answers for each in found.questions]


def test_it_has_the_five_parts():
    found = pitch(outcome="Twelve signed", measure="Contracts", why_now="Audits")
    assert [each.title for each in found.parts] == HEADINGS
    assert [each.name for each in found.parts] == ["work", "why", "tradeoffs", "need", "their_side"]
    assert found.parts[0].text == "Twelve signed\n\nMeasure: Contracts"
    assert found.parts[1].text == "Audits"


def test_what_is_not_written_has_no_answer_yet():
    found = pitch()
    assert [each.text for each in found.parts[:3]] == ["No answer yet."] * 3
    assert "Nothing new" in found.parts[3].text


def test_every_tradeoff_is_told_with_what_it_answers():
    found = pitch(tradeoffs=(tradeoff(absorbed_by=("sales", "legal"), stop_condition="A\nleak"),))
    assert found.parts[2].text.splitlines() == [
        "- **This before that**",
        "  - Absorbed by: Sales, Legal",
        "  - Stop condition: A leak",
    ]


def test_the_ask_is_what_is_asked_and_what_comes_back():
    found = pitch(
        commitments=(
            promise("legal", "asked", what="A clause", due=ago(0)),
            promise("legal", "accepted", what="A review"),
            promise("legal", "declined", what="Nights"),
            promise("legal", "kept", what="A cap"),
            promise("me", "accepted", "legal", what="The data"),
            promise("sales", "proposed", what="No side promises"),
            promise("sales", "accepted", "me", what="A list"),
        )
    )
    assert found.parts[3].text.splitlines() == [
        "- A clause, by 21 Nov 2026",
        "",
        "You have agreed to:",
        "",
        "- A review",
        "",
        "What you get:",
        "",
        "- Ops: The data",
        "- Sales: No side promises",
    ]


def test_nobodys_interests_and_no_notes_go_to_the_party():
    found = pitch(
        parties=(
            me(interests=(interest("fear", text="MINE"),)),
            legal(
                must_believe="BELIEVE",
                early_warning="WARNING",
                interests=(interest("fear", text="THEIRS", confidential=True),),
            ),
            sales(
                must_believe="BELIEVE",
                interests=(interest("fear", text="OTHERS", integrated="OTHERS"),),
            ),
        ),
        conversations=(talk("ask", "sales", said="SAID", heard="HEARD"),),
    )
    message, notes = to_send(found), for_you(found)
    for private in ("MINE", "THEIRS", "BELIEVE", "WARNING", "OTHERS", "SAID", "HEARD"):
        assert private not in message
    assert "- Fear: THEIRS (told in confidence)" in notes
    assert "BELIEVE" in notes
    for others in ("MINE", "OTHERS", "SAID", "HEARD"):
        assert others not in notes


def test_the_message_is_markdown_of_the_parts_alone():
    message = to_send(pitch(why_now="Audits"))
    headings = [line[3:] for line in message.splitlines() if line.startswith("## ")]
    assert message.startswith("# B\n")
    assert headings == HEADINGS


def test_what_was_not_heard_is_noted():
    talks = (
        talk("update", "legal", told=("work",), days=None),
        talk("ask", "sales", told=("why",)),
    )
    found = pitch(conversations=talks)
    assert [each.name for each in found.unheard] == ["why", "tradeoffs", "need", "their_side"]
    assert "why it matters, the tradeoffs, what we need" in for_you(found)
    everything = Conversation(
        kind="context",
        parties=("legal",),
        told=("work", "why", "tradeoffs", "need", "their_side"),
    )
    assert "All five parts were heard." in for_you(pitch(conversations=(everything,)))


DECIDED: dict[str, Any] = {"id": "d", "decision": "Vendor", "state": "decided"}


@pytest.mark.parametrize(
    ("right", "days_of_context", "is_told"),
    [
        ({}, 9, True),
        ({"deciders": ("legal",)}, 9, False),
        ({"consulted": ("legal",)}, 9, False),
        ({"informed": ("legal",)}, 9, True),
        ({"consulted": ("legal",), "decided_on": ago(9)}, 9, False),
        ({"consulted": ("legal",), "decided_on": ago(10)}, 9, True),
        ({"consulted": ("legal",)}, None, True),
        ({"state": "open"}, None, False),
    ],
)
def test_what_was_decided_without_them(right, days_of_context, is_told):
    decision = DecisionRight(**{**DECIDED, **right})
    talks = () if days_of_context is None else (talk("context", "legal", days=days_of_context),)
    found = pitch(decision_rights=(decision,), conversations=talks)
    assert bool(found.questions[0].answers) is is_told


def test_the_four_answers_come_from_the_brief():
    found = pitch(
        decision_rights=(DecisionRight(**DECIDED, result="Vaskell", decided_on=ago(1)),),
        tradeoffs=(
            tradeoff(absorbed_by=("legal",), risk_accepted="A leak"),
            tradeoff(id="u", statement="Mine", absorbed_by=("me",), risk_accepted="Mine"),
            tradeoff(id="v", statement="Posts", absorbed_by=("legal", "me"), risk_accepted=" "),
        ),
        parties=(
            me(),
            legal(
                interests=(
                    interest("fear", text="Nights", integrated="Paid"),
                    interest("own", text="Cap", tradeoff="u"),
                    interest("need", text="Time"),
                )
            ),
        ),
    )
    assert answers(found) == [
        ("Vendor · Vaskell · 20 Nov 2026",),
        ("This before that", "Posts"),
        ("A leak",),
        ("Nights: Paid", "Cap: named as a tradeoff, Mine"),
    ]
    assert "- Which risk is handed to them?\n  - A leak" in for_you(found)


def test_without_an_answer_that_is_said():
    found = pitch()
    assert answers(found) == [(), (), (), ()]
    assert for_you(found).count("?\n  - no answer yet") == 4
