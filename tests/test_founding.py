"""A landed brief passes on what is on record, and nothing more."""

from datetime import date
from itertools import count
from typing import Any

from coalition_tui.edits import apply, inverse
from coalition_tui.founding import Founding, found, nameless
from coalition_tui.integrity import faults
from coalition_tui.model import Brief, Commitment, Conversation, Credit, Party, Person
from coalition_tui.workspace import Workspace
from tests.conftest import NOW

TODAY = date(2026, 11, 20)
DAY = date(2026, 9, 1)
PEOPLE = {"ada": Person(id="ada", name="Ada"), "ben": Person(id="ben", name="Ben")}
PARTIES = (
    Party(id="me", name="Us", me=True, person="ben"),
    Party(id="legal", name="Legal", person="ada", brings=("authority", "trust")),
    Party(id="ops", name="Ops", function="Operations", level="lead"),
)


def _found(*, with_nameless: bool = False, **fields: Any) -> Founding:
    brief = Brief(id="b", title="Move", status="landed", landed_on=DAY, parties=PARTIES, **fields)
    numbers = count(1)
    workspace = Workspace(briefs={"b": brief}, people=PEOPLE)
    return found(brief, workspace, TODAY, lambda: f"n{next(numbers)}", with_nameless=with_nameless)


def test_parties_with_a_person_become_members_and_mine_does_not() -> None:
    founding = _found()
    (member,) = founding.coalition.members
    assert (member.person, member.formal_authority, member.informal_influence) == (
        "ada",
        True,
        True,
    )
    assert member.joined_on == TODAY
    assert founding.coalition.purpose == ""
    assert founding.brief.coalition == founding.coalition.id
    assert [each.id for each in nameless(founding.brief)] == ["ops"]


def test_parties_without_a_person_come_along_when_asked() -> None:
    founding = _found(with_nameless=True)
    (person,) = founding.people
    assert (person.name, person.function, person.level) == ("Ops", "Operations", "lead")
    assert founding.brief.parties[2].person == person.id
    assert [each.person for each in founding.coalition.members] == ["ada", person.id]


def test_conversations_come_as_what_they_were() -> None:
    talks = (
        Conversation(kind="ask", on=DAY, parties=("legal", "ops"), said="Would you?", heard="Yes"),
        Conversation(kind="listen", parties=("legal",), said="Their week", confidential=True),
        Conversation(kind="update", on=DAY, parties=("ops",), said="Nobody of them is a person"),
    )
    listened, asked = _found(conversations=talks).coalition.interactions
    assert (asked.kind, asked.on, asked.people, asked.brief) == ("ask", DAY, ("ada",), "b")
    assert asked.note == "Would you?\nHeard: Yes"
    assert (listened.kind, listened.on, listened.confidential) == ("social", None, True)


def test_only_what_was_kept_for_us_or_for_all_is_evidence() -> None:
    kept = {"state": "kept", "closed_on": DAY}
    commitments = (
        Commitment(id="1", by="legal", to="me", what="Clause", **kept),  # type: ignore[arg-type]
        Commitment(id="2", by="legal", to="", what="Text", **kept),  # type: ignore[arg-type]
        Commitment(id="3", by="legal", to="ops", what="For others", **kept),  # type: ignore[arg-type]
        Commitment(id="4", by="legal", to="me", what="Broken", state="broken", closed_on=DAY),
        Commitment(id="5", by="me", to="legal", what="Mine", **kept),  # type: ignore[arg-type]
    )
    made = _found(commitments=commitments).coalition.interactions
    assert [each.note for each in made] == ["Clause", "Text"]
    assert all(each.kind == "receive" and each.evidence == ("delivered",) for each in made)
    assert all(each.held for each in made)


def test_a_credit_that_was_shown_is_a_celebration() -> None:
    shown = date(2026, 9, 9)
    credits_ = (
        Credit(
            party="legal",
            contribution="cost",
            what="Nights",
            shown_where="All hands",
            shown_on=shown,
        ),
        Credit(party="legal", contribution="trust", what="Vouched"),
        Credit(party="legal", person="Zoe", contribution="time", what="A stranger's weeks"),
        Credit(party="ops", person="Ben", contribution="time", what="Known by name"),
        Credit(party="ops", contribution="time", what="Of nobody"),
    )
    made = _found(credits=credits_).coalition.interactions
    assert [(each.kind, each.on, each.people, each.note) for each in made] == [
        ("receive", DAY, ("ada",), "Vouched"),
        ("receive", DAY, ("ben",), "Known by name"),
        ("celebrate", shown, ("ada",), "Nights\nShown: All hands"),
    ]
    assert not any(each.evidence for each in made)


def test_it_is_one_valid_edit_and_one_undo(samples: Workspace) -> None:
    numbers = count(1)
    for brief in samples.briefs.values():
        founding = found(brief, samples, TODAY, lambda: f"n{next(numbers)}", with_nameless=True)
        edit = founding.edit(samples, NOW)
        after = apply(samples, edit)
        known = {
            "person": set(after.people),
            "brief": set(after.briefs),
            "coalition": set(after.coalitions),
        }
        for top in (founding.coalition, founding.brief):
            assert list(faults(top, known)) == []
        assert apply(after, inverse(edit)) == samples
