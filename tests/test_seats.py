"""Five seats: over all coalitions, as one edit, with one purpose."""

from datetime import date
from itertools import count

from coalition_tui.edits import apply, inverse
from coalition_tui.model import Coalition, Member, Person
from coalition_tui.rules.coalition_network import current_members
from coalition_tui.seats import NAME, choose, chosen, home
from coalition_tui.workspace import Workspace
from tests.conftest import NOW

TODAY = date(2026, 11, 20)
LEFT = date(2026, 1, 1)
PEOPLE = {key: Person(id=key, name=key.title()) for key in ("ada", "ben", "cid", "dee", "eve")}


def _coalition(key: str, *people: str, purpose: str = "", gone: str = "") -> Coalition:
    return Coalition(
        id=key,
        name=key.title(),
        purpose=purpose,
        members=tuple(
            Member(id=f"m-{each}", person=each, left_on=LEFT if each == gone else None)
            for each in people
        ),
    )


ONE = _coalition("one", "ada", "ben", "cid", purpose="Ours")
TWO = _coalition("two", "ada", "dee", "eve", gone="eve")
START = Workspace(people=PEOPLE, coalitions={"one": ONE, "two": TWO})


def _choose(workspace: Workspace, seats: list[str], investing: set[str], purpose: str) -> Workspace:
    numbers = count(1)
    edit = choose(
        workspace,
        seats,
        investing,
        purpose,
        "two",
        today=TODAY,
        now=NOW,
        new_id=lambda: f"n{next(numbers)}",
    )
    assert edit is not None
    after = apply(workspace, edit)
    assert apply(after, inverse(edit)) == workspace
    return after


def test_every_membership_of_a_person_says_the_same() -> None:
    after = _choose(START, ["ada", "ben"], {"ada"}, "Ours")
    assert {
        (each.person, each.five_seat, each.investing) for each in current_members(after, TODAY)
    } == {
        ("ada", True, True),
        ("ben", True, False),
        ("cid", False, False),
        ("dee", False, False),
    }
    assert chosen(after, TODAY) == (["ada", "ben"], {"ada"})
    assert set(after.coalitions) == {"one", "two"}


def test_the_purpose_is_that_of_the_coalition_that_holds_them_all() -> None:
    assert home(START, ["ada", "ben"], "two", TODAY) == "one"
    assert home(START, ["ada"], "two", TODAY) == "two"
    assert home(START, ["ben", "dee"], "two", TODAY) == ""
    assert home(START, [], "two", TODAY) == ""
    after = _choose(START, ["ada", "ben"], set(), "Sharper")
    assert after.coalitions["one"].purpose == "Sharper"
    assert after.coalitions["two"].purpose == ""


def test_five_from_everywhere_get_a_coalition_once() -> None:
    after = _choose(START, ["ben", "dee", "eve"], {"eve"}, "Beyond")
    made = next(each for each in after.coalitions.values() if each.name == NAME)
    assert made.purpose == "Beyond"
    assert [(each.person, each.investing) for each in made.members] == [
        ("ben", False),
        ("dee", False),
        ("eve", True),
    ]
    gone = next(each for each in after.coalitions["two"].members if each.person == "eve")
    assert not gone.five_seat, "whoever left has no seat there"
    again = _choose(after, ["ben", "ada"], set(), "Beyond")
    assert len(again.coalitions) == 3
    assert chosen(again, TODAY)[0] == ["ada", "ben"]


def test_members_of_different_coalitions_need_no_new_one_without_a_purpose() -> None:
    after = _choose(START, ["ben", "dee"], set(), "")
    assert set(after.coalitions) == {"one", "two"}


def test_nothing_changed_is_no_edit() -> None:
    after = _choose(START, ["ada", "ben"], {"ada"}, "Ours")
    same = choose(
        after, ["ada", "ben"], {"ada"}, "Ours", "two", today=TODAY, now=NOW, new_id=lambda: "x"
    )
    assert same is None
