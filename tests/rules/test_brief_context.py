"""What is written down, and who knew what before being asked."""

import pytest

from coalition_tui.model import (
    Accountability,
    Brief,
    Channel,
    Credit,
    DecisionRight,
    Guardrail,
    Party,
    Room,
    Signal,
)
from tests.rules.briefing import (
    ago,
    brief,
    interest,
    legal,
    me,
    promise,
    sales,
    seen,
    talk,
    tradeoff,
    where,
)

FULL = brief(
    outcome="x",
    why_now="x",
    tradeoffs=(tradeoff(),),
    parties=(me(), legal(interests=(interest("own"),))),
    commitments=(promise("legal"),),
    decision_rights=(DecisionRight(id="d"),),
    channels=(Channel(id="c", name="c"),),
    credits=(Credit(id="k", contribution="cost"),),
    guardrails=(Guardrail(id="g"),),
)


def test_each_empty_section_is_named_at_its_first_field():
    assert seen("empty-section", Brief(title="B")) == [
        ("hint", "/outcome", "Outcome is empty."),
        ("hint", "/why_now", "Why now is empty."),
        ("hint", "/tradeoffs", "Core tradeoffs is empty."),
        ("hint", "/parties", "Required parties is empty."),
        ("hint", "/parties", "Interests is empty."),
        ("hint", "/commitments", "Mutual commitments is empty."),
        ("hint", "/decision_rights", "Decision rights is empty."),
        ("hint", "/channels", "Communication path is empty."),
        ("hint", "/credits", "Credit and accountability is empty."),
        ("hint", "/guardrails", "Ethical guardrails is empty."),
    ]
    assert seen("empty-section", FULL) == []


def test_an_empty_section_is_worse_after_the_draft():
    assert {severity for severity, _, _ in seen("empty-section", brief(status="sharing"))} == {
        "warn"
    }


def test_one_of_a_sections_fields_fills_it():
    def empty(**more: object) -> list[str]:
        return where("empty-section", brief(**more))

    assert "/outcome" in empty(outcome=" \n\t\u00a0")
    assert "/outcome" not in empty(measure="x")
    assert "/channels" not in empty(rooms=(Room(id="r", name="r"),))
    assert "/credits" not in empty(accountabilities=(Accountability(id="a"),))
    assert empty(parties=(legal(),)).count("/parties") == 1
    assert empty(signals=(Signal(id="s"),)) == empty()


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"outcome": "x"}, ["/measure"]),
        ({"outcome": "x", "measure": "  "}, ["/measure"]),
        ({"outcome": "x", "measure": "y"}, []),
        ({"outcome": " "}, []),
    ],
)
def test_an_outcome_wants_a_measure(fields, found):
    assert where("no-measure", brief(**fields)) == found


LATE = ("fail", "/parties/1", "Legal was asked before any context.")


@pytest.mark.parametrize(
    ("talks", "found"),
    [
        ([talk("ask", "legal", days=9)], [LATE]),
        ([talk("ask", "legal", days=9), talk("context", "legal", days=8)], [LATE]),
        ([talk("ask", "legal", days=9), talk("context", "legal", days=None)], [LATE]),
        (
            [talk("context", "legal", days=9), talk("ask", "legal", days=9)],
            [("warn", "/parties/1", "Legal had 0 days between context and ask.")],
        ),
        (
            [talk("ask", "legal", days=8), talk("context", "legal", days=9)],
            [("warn", "/parties/1", "Legal had 1 day between context and ask.")],
        ),
        ([talk("context", "legal", days=9), talk("ask", "legal", days=7)], []),
        ([talk("context", "legal", days=5), talk("context", "legal", days=9),
          talk("ask", "legal", days=7)], []),
        ([talk("ask", "legal", days=None)], []),
        ([talk("update", "legal"), talk("listen", "legal")], []),
        ([talk("ask", "me", days=9)], []),
    ],
)  # fmt: skip
def test_context_comes_before_the_ask(talks, found):
    assert seen("recruited-late", brief(conversations=tuple(talks))) == found


@pytest.mark.parametrize("state", ["proposed", "declined", "withdrawn"])
def test_to_be_asked_for_a_commitment_is_to_be_asked(state):
    late = brief(
        conversations=(talk("context", "legal", days=3), talk("ask", "legal", days=1)),
        commitments=(promise("legal", state, asked_on=ago(4)),),
    )
    assert seen("recruited-late", late) == [LATE]


def test_what_was_never_explained_comes_before_what_was_explained_in_haste():
    both = brief(
        conversations=(
            talk("context", "legal"),
            talk("ask", "legal", "sales"),
        )
    )
    assert [(severity, pointer) for severity, pointer, _ in seen("recruited-late", both)] == [
        ("fail", "/parties/2"),
        ("warn", "/parties/1"),
    ]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (None, ["/parties/1", "/parties/2"]),
        (4, ["/parties/1", "/parties/2"]),
        (5, ["/parties/2"]),
        (6, ["/parties/2"]),
    ],
)
def test_a_decision_without_context_is_disguised(days, found):
    decided = brief(decided_on=ago(5), conversations=(talk("context", "legal", days=days),))
    assert where("disguised-decision", decided) == found


def test_a_disguised_decision_is_a_fail_with_its_day():
    assert seen("disguised-decision", brief(decided_on=ago(0)))[0] == (
        "fail",
        "/parties/1",
        "Decided on 2026-11-21, before Legal had context.",
    )
    assert seen("disguised-decision", brief()) == []


ASKED = talk("ask", "legal", told=("work",))


@pytest.mark.parametrize(
    ("talks", "parts"),
    [
        ([talk("context", "sales", told=("why", "work"))], "why it matters"),
        ([talk("ask", "sales", days=None, told=("their_side", "tradeoffs"))],
         "the tradeoffs, the question how it looks from their side"),
        ([talk("update", "sales", told=("why",))], ""),
        ([talk("context", "me", told=("why",))], ""),
        ([talk("context", "legal", told=("why",))], ""),
        ([talk("context", "sales", told=("why",)),
          talk("listen", "legal", days=None, told=("why",))], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_all_hear_the_same(talks, parts):
    message = f"Legal was asked without hearing: {parts}."
    found = seen("selective-telling", brief(conversations=(ASKED, *talks)))
    assert [each for each in found if each[1] == "/parties/1"] == (
        [("warn", "/parties/1", message)] if parts else []
    )


def test_who_was_not_asked_may_have_heard_less():
    told = talk("context", "sales", told=("why",))
    assert where("selective-telling", brief(conversations=(told,))) == []


def talks(*answers: tuple[str, str]) -> Brief:
    return brief(
        conversations=tuple(
            talk("update", disclosable=disclosable, effect=effect)
            for disclosable, effect in answers
        )
    )


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([], [("unknown", "Not enough data: no conversation is on record.")]),
        ([("no", "more"), ("unsure", "more")],
         [("fail", "Would not survive the room: 1 conversation.")]),
        ([("no", "more"), ("no", "same")],
         [("fail", "Would not survive the room: 2 conversations.")]),
        ([("unsure", "less"), ("yes", "more")], [("warn", "Untested: 1 conversation.")]),
        ([("yes", "unanswered"), ("unanswered", "more")],
         [("warn", "Untested: 2 conversations.")]),
        ([("yes", "less")], [("fail", "The work becomes less legitimate in the open.")]),
        ([("yes", "less"), ("yes", "more")], []),
        ([("yes", "same")], []),
        ([("yes", "more")], []),
    ],
)  # fmt: skip
def test_the_transparency_verdict_is_a_finding(answers, found):
    expected = [(severity, "/conversations", message) for severity, message in found]
    assert seen("transparency", talks(*answers)) == expected


def test_a_name_is_told_whole():
    name = "L" * 200
    late = brief(
        parties=(sales(), Party(id="long", name=name)), conversations=(talk("ask", "long"),)
    )
    ((_, _, message),) = seen("recruited-late", late)
    assert message == f"{name} was asked before any context."
