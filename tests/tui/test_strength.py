"""The seven strengths: bars with figures beside the brief, and what is missing by name."""

from coalition_tui.rules.strengths import strengths
from coalition_tui.tui.panes.checks import StrengthPane
from tests.tui.desk import USUAL, samples

LAUNCH = next(iter(samples().briefs.values()))
SEVEN = strengths(LAUNCH)


async def test_seven_bars_stand_beside_the_brief(with_samples):
    async with with_samples() as desk:
        shown = desk.seen(desk.place.query_one(StrengthPane))
        for each in SEVEN:
            line = next(line for line in shown if each.title in line)
            assert f"{each.have}/{each.of}" in line
            assert "━" in line or "─" in line
        met = sum(each.state == "met" for each in SEVEN)
        assert f"{met} of 7 met" in shown[-1]
        assert f"strength {met}/7" in desk.status


async def test_what_is_missing_is_named_on_demand(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("S")
        for each in SEVEN:
            assert f"{each.have}/{each.of}  {each.state}" in desk.text
            shown = " ".join(" ".join(desk.seen("#checks--why")).split())
            wanted = ", ".join(each.missing_words)
            assert (f"Missing: {wanted}" if wanted else "Nothing is missing.") in shown
            await desk.press("j")
        await desk.press("escape")
        assert desk.app.screen is desk.place


async def test_enter_on_a_bar_says_what_that_one_lacks(with_samples):
    async with with_samples() as desk:
        pane = desk.place.query_one(StrengthPane)
        pane.focus()
        index = next(index for index, each in enumerate(SEVEN) if each.missing)
        await desk.press(*["j"] * index, "enter")
        assert SEVEN[index].missing_words[0] in desk.text


async def test_strengths_follow_an_edit(with_blank):
    async with with_blank() as desk:
        pane = desk.place.query_one(StrengthPane)
        assert "no data" in desk.rows(pane)[1]
        await desk.press("4", "a")
        await desk.fill(name="Legal", outcome_confirmed_on="today")
        await desk.press("escape")
        assert desk.rows(pane)[1].endswith("1/1")


async def test_the_tradeoffs_lack_questions_by_their_titles(with_blank):
    async with with_blank() as desk:
        await desk.press("S", "j", "j")
        shown = " ".join(" ".join(desk.seen("#checks--why")).split())
        assert "Missing: Moves down, Absorbed by, Risk accepted, Standard" in shown


async def test_what_is_missing_is_that_of_the_row_also_with_a_filter(with_samples):
    async with with_samples() as desk:
        each = next(each for each in SEVEN[1:] if each.missing)
        await desk.press("S", "/", *each.title.lower())
        shown = " ".join(" ".join(desk.seen("#checks--why")).split())
        assert f"{each.title} {each.state}" in shown
        assert f"Missing: {', '.join(each.missing_words)}" in shown
        await desk.press(*"zzz")
        assert "Nothing here matches." in desk.text
        assert not "".join(desk.seen("#checks--why")).strip("│ ─")
