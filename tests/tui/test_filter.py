"""A list made shorter by typing: what is left, where the cursor is, and how it ends."""

from textual.events import Paste

from coalition_tui.model import Brief, Person
from coalition_tui.workspace import Workspace
from tests.tui.desk import NOW, USUAL, WIDE, Desk, workspace_of

TITLES = ("Launch platform", "Hiring pause", "Platform for launches", "Prices", "Żabka rollout")
BRIEFS = workspace_of(
    *(
        Brief(id=f"b{number}", title=title, created_at=NOW, updated_at=NOW, tags=("spring",))
        if number == 3
        else Brief(id=f"b{number}", title=title, created_at=NOW, updated_at=NOW)
        for number, title in enumerate(TITLES)
    )
)


def names(desk: Desk) -> list[str]:
    """The titles that are listed."""
    return [row.removesuffix(" 0/10") for row in desk.rows(desk.place.list)]


def frame(desk: Desk) -> str:
    """What the list's frame says below."""
    return desk.seen(desk.place.list)[-1].strip("╰╯─ ")


async def test_typing_leaves_what_matches_and_opens_the_nearest(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"plat")
        assert names(desk) == ["Launch platform", "Platform for launches"]
        assert desk.here == "Platform for launches 0/10"
        assert "Platform for launches" in desk.status
        assert frame(desk) == "/plat▏  2 of 5"
        assert "enter Keep" in desk.key_bar
        assert "esc Show all" in desk.key_bar
        assert "e Edit" not in desk.key_bar
        await desk.press("backspace", "backspace", "backspace", "backspace")
        assert names(desk) == list(TITLES)
        assert desk.place.list.typing
        await desk.press("backspace")
        assert not desk.place.list.typing


async def test_letters_in_their_order_and_other_spellings_are_enough(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"hrpse")
        assert names(desk) == ["Hiring pause"]
        await desk.press("escape", "/", *"zabka")
        assert names(desk) == ["Żabka rollout"]
        await desk.press("escape", "/", *"spring")
        assert names(desk) == ["Prices"]


async def test_enter_goes_on_in_what_is_left_and_escape_shows_all_from_there(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"launch", "enter")
        assert frame(desk) == "/launch  2 of 5"
        await desk.press("j")
        assert desk.here == "Platform for launches 0/10"
        await desk.press("j", "escape")
        assert names(desk) == list(TITLES)
        assert desk.here == "Platform for launches 0/10"
        assert frame(desk) == ""
        await desk.press("escape")
        assert desk.app.focused is desk.place.list


async def test_every_character_is_typed_while_it_is_typed(opening):
    async with opening(BRIEFS, WIDE) as desk:
        before = desk.saved()
        await desk.press("/", *"d1?q BT/:")
        assert desk.place.list.filtered_by == "d1?q BT/:"
        assert "Nothing here matches." in desk.text
        await desk.press("enter", "d", "y", "space", "m", "x", "b")
        assert desk.app.is_running
        await desk.press("escape", "escape", "escape")
        assert desk.saved() == before
        assert names(desk) == list(TITLES)


async def test_what_is_pasted_is_typed(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/")
        desk.post(Paste("hiring\npause\x07"))
        await desk.settle()
        assert names(desk) == ["Hiring pause"]


async def test_a_new_brief_and_one_from_elsewhere_end_a_filter_that_hides_them(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"prices", "enter")
        await desk.begin("Something else")
        assert "Something else" in desk.status
        assert names(desk) == [*TITLES, "Something else"]
        await desk.press("B", "/", *"prices", "enter", "ctrl+p", *"hiring", "enter")
        assert "Hiring pause" in desk.status
        assert names(desk) == [*TITLES, "Something else"]


async def test_an_edit_keeps_the_filter(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"launch", "enter", "d")
        assert names(desk) == ["Platform for launches"]
        assert frame(desk) == "/launch  1 of 4"
        await desk.press("u")
        assert names(desk) == ["Launch platform", "Platform for launches"]


async def test_what_is_called_otherwise_stays_until_the_filter_changes(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"launch", "enter", "e")
        await desk.press("home", "ctrl+k")
        await desk.type("Take-off")
        await desk.press("escape")
        assert names(desk) == ["Take-off", "Platform for launches"]
        assert desk.here == "Take-off 0/10"
        assert "Take-off" in desk.status
        assert frame(desk) == "/launch  2 of 5"
        await desk.press("/", *"es", "enter")
        assert names(desk) == ["Platform for launches"]


async def test_a_pane_keeps_the_heading_of_what_is_left(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("5", "/", *"price sheet")
        rows = desk.rows(desk.pane("5"))
        assert len(rows) == 2
        assert rows[0] == "Enterprise sales"
        assert "A price sheet before" in rows[1]
        assert "A price sheet before" in desk.here
        assert "/price sheet" in desk.text
        await desk.press("enter", "d")
        assert "price sheet" in desk.toasts[-1]
        await desk.press("u", "B", "j")
        assert not desk.pane("5").list.filtered_by


async def test_a_heading_that_matches_keeps_all_below_it(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("5")
        every = desk.rows(desk.pane("5"))
        await desk.press("/", *"enterprise sales")
        left = desk.rows(desk.pane("5"))
        assert left[0] == "Enterprise sales"
        assert 1 < len(left) < len(every)


async def test_every_place_has_the_filter(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("d")
        for place in "CPAT":
            await desk.press(place, "/", *"zzzz")
            assert "/zzzz" in desk.text
            assert "Nothing here matches." in desk.text
            await desk.press("escape")
            assert "/zzzz" not in desk.text


async def test_checks_are_filtered_where_they_stand(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("tab", "tab")
        await desk.press("/", *"forum")
        rows = desk.rows(desk.place.checks)
        assert rows
        assert all("forum" in each.lower() for each in rows)
        assert "/forum" in desk.seen(desk.place.checks)[-1]


async def test_names_of_people_are_no_markup_in_the_frame(opening):
    workspace = Workspace(briefs=BRIEFS.briefs, people={"p": Person(id="p", name="[red]Ann[/]")})
    async with opening(workspace, WIDE) as desk:
        await desk.press("P", "/", *"[red]a")
        assert names(desk) == ["[red]Ann[/]"]
        assert "/[red]a" in desk.text


async def test_a_question_has_answers_and_no_filter(opening):
    async with opening(Workspace(), WIDE) as desk:
        assert "/ Filter" not in desk.key_bar
        await desk.press("/", "x")
        assert "Look around in the samples" in desk.text


async def test_when_what_was_found_is_deleted_nothing_else_is_offered(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("C", "2", "/", *"ewan", "enter")
        pane = desk.pane("2")
        assert len(desk.rows(pane)) == 1
        await desk.press("d")
        assert desk.toasts[-1].startswith("Delete member Ewan ")
        assert desk.rows(pane) == ["Nothing here matches. Esc shows all again."]
        after = desk.saved("coalitions")
        await desk.press("d")
        assert desk.saved("coalitions") == after
        await desk.press("u")
        assert "Ewan" in desk.rows(pane)[0]
        await desk.press("d", "/", "backspace", *"n")
        assert pane.list.row is not None, "what is typed anew is looked for by its letters too"


async def test_what_is_found_by_letters_stays_so(opening):
    async with opening(BRIEFS, WIDE) as desk:
        await desk.press("/", *"lch", "enter")
        found = names(desk)
        assert len(found) > 1
        await desk.press("d")
        assert set(names(desk)) < set(found)
        assert len(names(desk)) == len(found) - 1


async def test_a_list_to_choose_from_says_when_nothing_matches(opening):
    async with opening(BRIEFS, USUAL) as desk:
        for key in ("m", "f9"):
            before, theme = desk.saved(), desk.app.theme
            await desk.press(key, *"zzzz")
            assert "Nothing here matches." in desk.text
            await desk.press("down", "enter")
            assert "Nothing here matches." in desk.text, "there is nothing to take"
            await desk.press("backspace", "backspace", "backspace", "backspace")
            assert "Nothing here matches." not in desk.text
            await desk.press("escape")
            assert (desk.saved(), desk.app.theme) == (before, theme)


async def test_nothing_is_offered_for_what_the_filter_does_not_leave(with_samples):
    async with with_samples() as desk:
        assert "e Edit" in desk.key_bar
        await desk.press("/", *"zzz", "enter")
        assert "Nothing here matches." in desk.text
        assert not any(word in desk.key_bar for word in ("Edit", "Delete", "Mark"))
        await desk.press("escape")
        assert "e Edit" in desk.key_bar


async def test_an_empty_list_has_no_filter(opening):
    async with opening(None) as desk:
        await desk.press("escape")
        assert "Filter" not in desk.key_bar
        await desk.press("/", "x")
        assert "0 of 1" not in desk.text
