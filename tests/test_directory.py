"""What a new role leaves in a person's history, and where people appear."""

from datetime import UTC, date, datetime
from itertools import count

import pytest
from msgspec.structs import replace

from coalition_tui import directory
from coalition_tui.directory import Appearances, pointing_at
from coalition_tui.edits import apply
from coalition_tui.model import Person, RoleChange
from coalition_tui.workspace import Place, Workspace

NOW = datetime(2026, 10, 15, 12, tzinfo=UTC)
TODAY = date(2026, 10, 15)
EARLIER = datetime(2025, 1, 1, tzinfo=UTC)

ADA = Person(id="ada", name="Ada", organisation="Firm", role="Analyst", created_at=EARLIER)


def _put(person: Person, field: str, value: str, today: date = TODAY) -> Person:
    numbers = count(1)
    workspace = Workspace(people={person.id: person})
    edit = directory.put(
        workspace,
        Place("people", person.id, (field,)),
        value,
        NOW,
        today=today,
        new_id=lambda: f"new-{next(numbers)}",
    )
    return apply(workspace, edit).people[person.id]


def _history(person: Person) -> list[tuple[date | None, str, str]]:
    return [(each.on, each.organisation, each.role) for each in person.changes]


def test_the_position_before_stays_and_the_new_one_has_its_day() -> None:
    after = _put(ADA, "role", "Director")
    assert after.role == "Director"
    assert _history(after) == [(None, "Firm", "Analyst"), (TODAY, "Firm", "Director")]


def test_role_and_organisation_of_one_day_are_one_change() -> None:
    after = _put(_put(ADA, "role", "Director"), "organisation", "Other")
    assert _history(after) == [(None, "Firm", "Analyst"), (TODAY, "Other", "Director")]


def test_going_back_on_the_same_day_leaves_no_change() -> None:
    after = _put(_put(ADA, "role", "Director"), "role", "Analyst")
    assert _history(after) == [(None, "Firm", "Analyst")]


def test_a_history_that_ends_with_the_position_before_is_not_repeated() -> None:
    entry = RoleChange(id="c", on=date(2024, 2, 1), organisation="Firm", role="Analyst")
    after = _put(replace(ADA, changes=(entry,)), "role", "Director")
    assert _history(after) == [
        (date(2024, 2, 1), "Firm", "Analyst"),
        (TODAY, "Firm", "Director"),
    ]


@pytest.mark.parametrize(
    ("person", "field", "value"),
    [
        (replace(ADA, role=""), "role", "Director"),
        (replace(ADA, created_at=NOW), "role", "Director"),
        (ADA, "note", "Likes trains"),
        (ADA, "role", "Analyst"),
    ],
    ids=["filled in", "entered today", "another field", "the same"],
)
def test_what_is_no_change_of_position_leaves_the_history(
    person: Person, field: str, value: str
) -> None:
    after = _put(person, field, value)
    assert getattr(after, field) == value
    assert after.changes == ()


def test_everybody_who_is_named_is_found(samples: Workspace) -> None:
    found = Appearances(samples.briefs, samples.coalitions)
    assert [each.id for each, _ in found.members["hanne-solberg"]] == ["day-200"]
    assert len(found.parties["hanne-solberg"]) == 3
    promised = list(found.commitments("hanne-solberg"))
    assert promised
    for brief, position, commitment in promised:
        assert brief.commitments[position] is commitment
    assert pointing_at(samples, "hanne-solberg") == (1, 3)
    assert pointing_at(samples, "nobody") == (0, 0)
