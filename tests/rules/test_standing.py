"""The five gates, each opened and closed by itself."""

from typing import Any

import msgspec
import pytest

from coalition_tui.model import Coalition, Forum, Person
from coalition_tui.rules.standing import Standing, standing
from tests.rules.circle import TODAY, ago, around, circle, landed, met

FAIR: dict[str, Any] = {"evidence": ("fair",)}
PEOPLE = [
    Person(id="ana", name="Ana", function="Legal", level="lead"),
    Person(id="bo", name="Bo", function="Sales", level="board"),
    Person(id="cy", name="Cy", function="Risk"),
]


def lasting(**changes) -> Coalition:
    """A coalition that meets all gates, but for what is changed."""
    alone = tuple(met("social", person, days=180) for person in ("ana", "bo", "cy"))
    flow = (met("give", "ana", "bo", "cy", days=365, **FAIR), met("receive", "ana", "bo", "cy"))
    fields = {
        "purpose": "Fewer relaunches",
        "values": (" ", "Fairness"),
        "forums": (Forum(name="Walk", next_on=TODAY),),
        "interactions": (*alone, *flow, *alone, *alone),
    }
    return circle("ana", "bo", "cy", **{**fields, **changes})


def stands(coalition: Coalition, *others) -> Standing:
    return standing(coalition, around(coalition, *PEOPLE, *others), TODAY)


def missing(coalition: Coalition, *others) -> dict[str, str]:
    """What each unmet gate lacks."""
    gates = stands(coalition, *others).gates
    assert [gate.name for gate in gates] == [
        "purpose", "trust", "reciprocity", "diversity", "resilience",
    ]  # fmt: skip
    assert all(gate.met == (gate.missing == "") for gate in gates)
    return {gate.name: gate.missing for gate in gates if not gate.met}


def without(coalition: Coalition, *kinds: str) -> Coalition:
    """The coalition without interactions of these kinds."""
    kept = tuple(each for each in coalition.interactions if each.kind not in kinds)
    return msgspec.structs.replace(coalition, interactions=kept)


def test_a_coalition_meets_all_gates():
    assert missing(lasting()) == {}
    assert stands(lasting()).state == "coalition"


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"purpose": " \n"}, "No shared purpose."),
        ({"values": ("", " ")}, "No value is named."),
        ({"purpose": "", "values": ()}, "No shared purpose. No value is named."),
    ],
)
def test_purpose_takes_a_text_and_a_value(changes, lacks):
    assert missing(lasting(**changes)) == {"purpose": lacks}


def test_the_outcome_of_a_brief_is_no_purpose():
    same = landed(1, outcome=" fewer RELAUNCHES\n")
    assert missing(lasting(), same) == {"purpose": 'The purpose is only the outcome of "Win".'}
    unlinked = msgspec.structs.replace(same, coalition="")
    assert missing(lasting(), unlinked) == {}


def test_trust_takes_evidence_of_three():
    weaker = met("give", "ana", "bo", days=365, **FAIR)
    flow = (weaker, met("give", "cy", held=True), met("receive", "cy", "ana", "bo"))
    coalition = without(lasting(), "give", "receive")
    coalition = msgspec.structs.replace(coalition, interactions=(*coalition.interactions, *flow))
    assert missing(coalition) == {"trust": "2 members of at least 3 with tested trust."}
    shown = (*coalition.interactions, met("seen", "ed", by="cy", days=5000, **FAIR))
    assert missing(msgspec.structs.replace(coalition, interactions=shown)) == {}


def test_broken_trust_closes_the_gate():
    events = (*lasting().interactions, met("seen", "cy", held=False, **FAIR))
    assert missing(lasting(interactions=events)) == {
        "trust": f"Cy: trust broken on {TODAY}, nothing has restored it."
    }


def test_two_members_are_enough_for_trust_when_there_are_only_two():
    pair = msgspec.structs.replace(lasting(), members=lasting().members[:2])
    assert set(missing(pair)) == {"reciprocity", "diversity", "resilience"}
    assert stands(pair).state == "evolving"


def test_nobody_trusts_in_an_empty_coalition():
    empty = msgspec.structs.replace(lasting(), members=())
    assert set(missing(empty)) == {"trust", "reciprocity", "diversity", "resilience"}
    assert stands(empty).state == "alliance"


@pytest.mark.parametrize("kind", ["give", "receive"])
def test_reciprocity_takes_both_ways_with_three_in_a_year(kind):
    events = tuple(
        msgspec.structs.replace(each, people=("ana", "bo")) if each.kind == kind else each
        for each in lasting().interactions
    )
    lacks = missing(lasting(interactions=(*events, met(kind, "cy", days=366, **FAIR))))
    assert lacks == {"reciprocity": "2 members of at least 3 with support both ways in a year."}


def test_diversity_takes_three_functions_and_two_levels():
    alike = Person(id="cy", name="Cy", function=" SALES ")
    assert missing(lasting(), alike) == {"diversity": "2 functions of at least 3."}
    alike = Person(id="bo", name="Bo", function=" ", level="lead")
    assert missing(lasting(), alike) == {
        "diversity": "2 functions of at least 3. 1 level of at least 2."
    }


def test_resilience_takes_a_meeting_ahead():
    past = (Forum(name="Walk", next_on=ago(1)),)
    assert missing(lasting(forums=past)) == {"resilience": "No next meeting outside the projects."}


@pytest.mark.parametrize(
    "need",
    [met("ask", "ana"), met("social", "ana", brief="win"), met("seen", "ana"),
     met("social", "ana", days=181)],
)  # fmt: skip
def test_resilience_takes_contact_without_a_need_with_each(need):
    kept = without(lasting(), "receive").interactions
    others = [each for each in kept if "ana" not in each.people]

    def lacks(*events) -> str:
        return missing(lasting(interactions=(*others, *events))).get("resilience", "")

    assert lacks(need).endswith("No contact without a need in 180 days: Ana.")
    assert "without a need" not in lacks(need, met("social", by="ana", days=180))


def test_a_finding_of_glue_closes_resilience_also_when_data_are_missing():
    leaning = lasting(interactions=(*lasting().interactions, *[met("social", "ana")] * 20))
    assert missing(leaning)["resilience"].startswith("Leans on Ana")
    few = lasting(interactions=lasting().interactions[:4])
    assert missing(few)["resilience"].startswith("Not enough data")


@pytest.mark.parametrize(
    ("closed", "state"),
    [
        ({}, "coalition"),
        ({"purpose": ""}, "evolving"),
        ({"purpose": "", "forums": ()}, "evolving"),
        ({"interactions": ()}, "evolving"),
        ({"interactions": (), "purpose": ""}, "alliance"),
    ],
)
def test_states_by_the_number_of_gates(closed, state):
    assert stands(lasting(**closed)).state == state


def test_the_sample_is_on_its_way_and_the_alliance_is_fragile(samples):
    states = {each.id: standing(each, samples, TODAY).state for each in samples.coalitions.values()}
    assert states == {"day-200": "evolving", "ceiling-group": "alliance"}
