"""A whole brief by keys, counted: at most one keystroke of navigation for ten of text."""

from collections.abc import Iterator, Mapping
from datetime import date
from statistics import mean
from typing import Any

import msgspec
import pytest

from coalition_tui.fields import Field, Kind, fields, is_content
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.tui.widgets.choice_editor import ChoiceEditor
from coalition_tui.tui.widgets.quick import QuickEditor
from coalition_tui.workspace import Workspace
from tests.tui.conftest import sample_workspace
from tests.tui.desk import USUAL, Desk
from tests.tui.whole_brief import BRIEF


class Hands:
    """Write at a desk, and count: what is typed into a text, and every other key."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.text = 0
        self.navigation = 0

    async def type(self, text: str) -> None:
        self.text += len(text)
        await self.desk.type_at_once(text)  # how a text grows on the screen is for other tests

    async def press(self, *keys: str) -> None:
        self.navigation += len(keys)
        self.desk.send(*keys)
        await self.desk.caught_up()

    # A form, field by field, in its own order

    async def write(self, record: Record) -> None:
        """Fill the open form with a record."""
        for row in list(self.desk.form._rows):
            value = _at(record, row.path)
            if isinstance(row.editor, QuickEditor):
                await self._write_quick(row.editor, value)
            elif _is_said(row.editor.item, value):  # type: ignore[attr-defined]  # every editor has one
                await self._go(row.path)
                await self._enter(row.editor, value)

    async def _go(self, path: Path) -> None:
        for _ in range(30):
            if self.desk.field.path == path:
                return
            await self.press("tab")
        raise AssertionError(f"no field {path}")

    async def _write_quick(self, editor: QuickEditor, records: tuple[Record, ...]) -> None:
        for kind, (_, line) in editor._editors.items():
            texts = [each.text for each in records if each.stance == kind]  # type: ignore[attr-defined]
            for number, text in enumerate(texts):
                while self.desk.app.focused is not line:
                    await self.press("tab")
                if number:
                    await self.press("enter")
                await self.type(text)

    async def _enter(self, editor: Any, value: Any) -> None:
        if not isinstance(editor, ChoiceEditor):
            await self.type(_as_typed(value))
        elif editor.many:
            for each in value:
                await self._pick(editor, each)
        else:
            wanted = value if not editor.flag else "yes" if value else "no"
            await self._pick(editor, wanted)

    async def _pick(self, editor: ChoiceEditor, value: str) -> None:
        """Choose by its first letter; of many, take it."""
        wanted = next(key for key in editor.options if _named(editor, key, value))
        for _ in range(10):
            if wanted in editor.taken:
                return
            if editor.many and editor.options[editor.cursor] == wanted:
                await self.press("space")
            else:
                await self.press(editor.labels[wanted][:1].lower())
        raise AssertionError(f"{value} can't be chosen")


PARTIES = {each.id: each.name for each in BRIEF.parties}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def _named(editor: ChoiceEditor, key: str, value: str) -> bool:
    return value == key or editor.labels[key] == PARTIES.get(value)


def _is_said(item: Field, value: Any) -> bool:
    """A person would say it: it is not what the form begins with."""
    return is_content(item, value) or (item.kind is Kind.CHOICE and item.required)


def _as_typed(value: Any) -> str:
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]}"
    return str(value)


def _at(record: Record, path: Path) -> Any:
    value: Any = record
    for step in path:
        value = getattr(value, str(step))
    return value


async def write_brief(hands: Hands, brief: Brief) -> None:
    """The whole brief, section by section; the parties first, as the others point at them."""
    desk = hands.desk
    await hands.press("n", "enter")
    await hands.write(brief)
    await hands.press("escape", "j", "e")
    await hands.type(brief.measure)
    await hands.press("escape")
    for section in sorted(SECTIONS[2:], key=lambda each: "parties" not in each.fields):
        for item in section.declared:
            if item.kind is not Kind.RECORDS or section.inner:
                continue
            if (
                desk.pane(section.key).section is not section
                or not desk.pane(section.key).list.has_focus
            ):
                await hands.press(section.key)
            for _ in range(20):
                if desk.pane(section.key).path[0] != item.name:
                    await hands.press("j")
            for number, record in enumerate(getattr(brief, item.name)):
                await hands.press("f5" if number else "a")
                await hands.write(record)
            await hands.press("escape")


def as_meant(saved: Mapping[str, Any], brief: Brief) -> dict[str, Any]:
    """What a person wrote, without the ids that the program made: parties are their names."""
    names = {each["id"]: each["name"] for each in saved["parties"]} | PARTIES

    def plain(value: Any, key: str = "") -> Any:
        match value:
            case dict():
                return {
                    name: plain(each, name)
                    for name, each in value.items()
                    if name not in ("id", "created_at", "updated_at")
                }
            case list() | tuple():
                return [plain(each, key) for each in value]
            case str():
                return names.get(value, value)
        return value

    defaults = msgspec.to_builtins(Brief(id="", title=""))
    return plain({**defaults, **saved})  # type: ignore[no-any-return]


def texts(record: Record, owner: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record that is not empty, with the field it stands in."""
    for item in fields(type(record)):
        value = getattr(record, item.name)
        if item.kind in (Kind.TEXT, Kind.LINE) and value:
            yield f"{type(record).__name__}.{item.name}", value
        elif item.kind is Kind.RECORDS:
            for each in value:
                yield from texts(each)


@pytest.mark.slow
async def test_a_whole_brief_takes_ten_times_as_much_text_as_navigation(opening):
    async with opening(Workspace(), USUAL) as desk:
        await desk.press("escape")
        hands = Hands(desk)
        await write_brief(hands, BRIEF)
        assert filled(BRIEF) == len(SECTIONS)
        (saved,) = desk.saved()
        assert as_meant(saved, BRIEF) == as_meant(msgspec.to_builtins(BRIEF), BRIEF)
        assert hands.navigation * 10 <= hands.text


def test_its_texts_are_no_longer_than_those_of_the_samples():
    """Field by field, on the average of what the samples say there."""
    theirs: dict[str, list[int]] = {}
    for brief in sample_workspace().briefs.values():
        for name, text in texts(brief):
            theirs.setdefault(name, []).append(len(text))
    usual = sum(mean(theirs[name]) for name, _ in texts(BRIEF))
    assert sum(len(text) for _, text in texts(BRIEF)) <= usual
