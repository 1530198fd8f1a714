"""Keys typed faster than the screens follow: each goes where it was meant, and none is lost."""

import asyncio
import time

from textual import events

from coalition_tui.edits import Edit
from coalition_tui.store import TinyStore
from tests.tui.desk import BLANK, USUAL, WIDE, keep, opened, workspace_of


async def test_a_whole_brief_in_one_burst(with_blank):
    async with with_blank(WIDE) as desk:
        desk.send(
            "n", "enter", *"Cold chain", "tab", *"pharma", "tab", *"Live by May", "tab", *"Audits",
            "escape",
            "3", "a", *"Speed over depth", "f5", *"Three countries", "escape",
            "4", "a", *"Legal", "tab", *"Claims data", "tab", *"A suit", "escape",
            "1", "j", "e", *"12 shippers", "escape",
            "L", "a", "escape", "B",
        )  # fmt: skip
        await desk.settle()
        brief = desk.saved_brief("Cold chain")
        assert brief["tags"] == ["pharma"]
        assert brief["outcome"] == "Live by May"
        assert brief["why_now"] == "Audits"
        assert brief["measure"] == "12 shippers"
        assert [each["statement"] for each in brief["tradeoffs"]] == [
            "Speed over depth",
            "Three countries",
        ]
        (party,) = brief["parties"]
        assert party["name"] == "Legal"
        assert [(each["stance"], each["text"]) for each in party["interests"]] == [
            ("need", "Claims data"),
            ("fear", "A suit"),
        ]
        assert desk.app.focused is desk.place.list
        assert len(desk.saved()) == 2


async def test_a_paste_keeps_its_place_among_the_keys(with_blank):
    async with with_blank(USUAL) as desk:
        desk.send("1", "e", *"before ")
        desk.post(events.Paste("pasted"))
        desk.send(*" after", "tab", *"next field", "escape")
        await desk.settle()
        (brief,) = desk.saved()
        assert brief["outcome"] == "before pasted after"
        assert brief["measure"] == "next field"


async def test_a_slow_disk_mixes_nothing_up(path):
    class SlowStore(TinyStore):
        def commit(self, edit: Edit) -> None:
            time.sleep(0.05)
            super().commit(edit)

    keep(path, workspace_of(BLANK))
    async with opened(path, USUAL, SlowStore(path)) as desk:
        words = ["One", "Two", "Three", "Four"]
        desk.send("3")
        for word in words:
            desk.send("a", *word, "escape")
        desk.send("d", "u", "K")
        await desk.settle()
        statements = [each["statement"] for each in desk.saved()[0]["tradeoffs"]]
        assert statements == ["One", "Two", "Four", "Three"]


async def test_letters_meant_for_a_box_do_nothing_behind_it(with_samples):
    async with with_samples(USUAL) as desk:
        before = desk.saved()
        desk.send("m", *"ddd", "escape", "x", "escape", "n", *"dd", "escape", "?", "escape")
        await desk.settle()
        assert desk.saved() == before


async def test_the_last_letter_before_quitting_is_kept(with_blank, path):
    async with with_blank(USUAL) as desk:
        desk.send("1", "e", *"Kept to the last letter", "ctrl+q")
        async with asyncio.timeout(5):
            while not desk.app._exit:
                await asyncio.sleep(0.01)
    assert TinyStore(path, "looking").load().briefs["blank"].outcome == "Kept to the last letter"


async def test_a_held_key_ends_where_it_is_let_go(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("6")
        count = len(desk.pane("6").list.rows)
        desk.send(*"j" * 200, *"k" * 3)
        await desk.settle()
        assert desk.pane("6").list.cursor == count - 4
