"""A review's note holds each answer as it was typed, and gives it back."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coalition_tui.fields import field
from coalition_tui.model import Review
from coalition_tui.review import DECISIONS, STEPS, answers_in, compose
from coalition_tui.rules.coalition_network import Network
from coalition_tui.workspace import Workspace

TODAY = date(2026, 11, 20)
TITLES = [step.title for step in STEPS]
ANSWERS = st.dictionaries(
    st.sampled_from(TITLES), st.text("abc :.\n", max_size=30).filter(lambda text: text.strip())
)


@given(ANSWERS)
def test_answers_come_back_as_they_were_typed(answers: dict[str, str]) -> None:
    kept = {title: text.strip("\n") for title, text in answers.items()}
    assert answers_in(compose(kept)) == kept


def test_a_note_that_nobody_composed_is_taken_for_the_first_answer() -> None:
    assert answers_in("Seen from afar.") == {"Purpose": "Seen from afar."}
    assert answers_in("") == {}
    assert compose({}) == ""


def test_the_six_decisions_are_those_of_the_model() -> None:
    assert list(DECISIONS) == list(field(Review, "decision").labels)


def test_each_step_says_what_is_on_record(samples: Workspace) -> None:
    net = Network(samples.coalitions["day-200"], samples, TODAY)
    known = {step.title: step.known(net) for step in STEPS}
    assert known["Purpose"][0].startswith("A change counts when")
    assert any("Ewan Brodie" in line and "141 days ago" in line for line in known["Members"])
    assert known["Roles"] == ["Greta Öberg, since 1 Sep: Head of the change office, Kelvara"]
    assert known["Shifts"] == ["6 Oct: 2027 plan cut from nine bets to four"]
    assert known["Missing"][0].startswith("Functions among you: ")


def test_a_confidence_is_not_told_in_a_review(samples: Workspace) -> None:
    for coalition in samples.coalitions.values():
        net = Network(coalition, samples, TODAY)
        told = "\n".join(line for step in STEPS for line in step.known(net))
        for each in coalition.interactions:
            if each.confidential and each.note:
                assert each.note not in told
