"""An app that is left open overnight counts from the new day."""

from datetime import UTC, datetime, timedelta

from textual import events

from coalition_tui.model import Brief, Coalition, Commitment, Interaction, Member, Party, Person
from coalition_tui.tui import days
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW, TODAY, WIDE, Desk

DUE = TODAY + timedelta(days=1)
PARTIES = (Party(id="me", name="Product", me=True), Party(id="it", name="Finance"))
COMMITMENT = Commitment(id="c", by="it", to="me", what="Budget", due=DUE, state="accepted")
BRIEF = Brief(id="b", title="Launch", parties=PARTIES, commitments=(COMMITMENT,))
MET = TODAY - timedelta(days=13)
CIRCLE = Coalition(
    id="k",
    name="Circle",
    members=(Member(id="m", person="p", cadence_days=14, joined_on=MET),),
    interactions=(Interaction(id="i", on=MET, kind="social", people=("p",), note="Coffee"),),
)
WORKSPACE = Workspace({"b": BRIEF}, {"k": CIRCLE}, {"p": Person(id="p", name="Ada")})


class Clock:
    """The time, which moves only when it is told to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def overnight(desk: Desk, days: int = 2) -> Clock:
    """Let some days go by."""
    clock = Clock()
    clock.now = NOW + timedelta(days=days)
    desk.app.session.now = clock
    return clock


async def test_the_next_key_counts_from_the_new_day(opening):
    async with opening(WORKSPACE, WIDE) as desk:
        await desk.press("A")
        assert "nothing overdue" in desk.status
        await desk.press("C", "2")
        assert "13 days" in desk.text
        await desk.press("B", "6")
        assert "overdue" not in {each.rule for each in desk.app.place.findings}
        before = desk.text
        overnight(desk)
        await desk.press("left")
        assert desk.text != before
        assert "overdue" in {each.rule for each in desk.app.place.findings}
        await desk.press("A")
        assert "2 overdue" in desk.status
        await desk.press("C")
        assert "15 days" in desk.text


async def test_a_window_that_is_looked_at_again_needs_no_key(opening):
    async with opening(WORKSPACE, WIDE) as desk:
        await desk.press("A")
        overnight(desk)
        desk.post(events.AppFocus())
        await desk.settle()
        assert "2 overdue" in desk.status


async def test_midnight_is_noticed_where_nobody_does_anything(opening, monkeypatch):
    monkeypatch.setattr(days, "JUST_AFTER", 0.0)
    async with opening(WORKSPACE, WIDE) as desk:
        await desk.press("A")
        clock = Clock()
        local = NOW.astimezone()
        midnight = local.replace(hour=0, minute=0, second=0) + timedelta(days=2)
        clock.now = midnight.astimezone(UTC) - timedelta(seconds=0.05)
        desk.app.session.now = clock
        desk.app._wait()
        clock.now += timedelta(seconds=1)
        await desk.wait(lambda: "2 overdue" in desk.status)


async def test_the_heat_map_ends_with_the_month_that_has_begun(opening):
    async with opening(WORKSPACE, WIDE) as desk:
        await desk.press("C", "8")
        before = desk.seen(desk.pane("8"))
        overnight(desk, 40)
        await desk.press("down")
        assert desk.seen(desk.pane("8")) != before
        assert desk.app.place.network.today == TODAY + timedelta(days=40)


async def test_a_form_that_stayed_open_counts_from_the_new_day(opening):
    async with opening(WORKSPACE, WIDE) as desk:
        await desk.press("6", "e")
        await desk.go("due")
        overnight(desk)
        await desk.press("ctrl+u")
        await desk.type("today")
        await desk.press("escape")
        saved = desk.saved_brief("Launch")["commitments"][0]["due"]
        assert saved == (TODAY + timedelta(days=2)).isoformat()
