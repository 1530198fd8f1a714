"""Every key: unique ids, no clash where it works, an action behind it, and words that read well."""

import inspect
from collections import Counter
from typing import Any

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from coalition_tui.sections import ALL
from coalition_tui.tui.keys import SCOPES
from tests.tui.desk import USUAL, WIDE, Desk

EVERY = [(scope, each) for scope, bindings in SCOPES.items() for each in bindings]

SHARED = ("modal", "move")
"""Scopes that others take in whole."""

SAME = {"app.quit": "modal.quit"}
"""Two ids for one action: a box leaves the app as well."""

INSTEAD = {
    ("filter.keep", "list.open"),
    ("filter.keep", "sections.open"),
    ("filter.keep", "strength.detail"),
    ("filter.keep", "checks.mend"),
    ("filter.keep", "pane.edit"),
    ("filter.keep", "view.go"),
    ("filter.keep", "findings.mend"),
    ("filter.keep", "rehearsal.tick"),
    ("filter.keep", "choose.take"),
    ("filter.keep", "agenda.open"),
    ("filter.keep", "trash.restore"),
    ("filter.all", "paned.back"),
    ("filter.all", "modal.close"),
    ("pick.previous", "app.palette"),
    ("log.previous", "app.palette"),
    ("review.previous", "app.palette"),
    ("seats.previous", "app.palette"),
}
"""Keys that mean something else while a list is typed into, and what they mean otherwise."""


def keys_of(binding: Binding) -> list[str]:
    return [key.strip() for key in binding.key.split(",")]


def test_every_id_is_there_once_and_begins_with_its_scope():
    counts = Counter(each.id for _, each in EVERY)
    shared = {each.id for scope in SHARED for each in SCOPES[scope]}
    assert {name for name, count in counts.items() if count > 1} <= shared
    for scope, each in EVERY:
        assert each.id
        assert each.id.split(".")[0] in (scope, *SHARED)


@pytest.mark.parametrize("scope", SCOPES)
def test_no_key_means_two_things_in_one_scope(scope):
    counts = Counter(key for each in SCOPES[scope] for key in keys_of(each))
    assert {key for key, count in counts.items() if count > 1} == set()


@pytest.mark.parametrize("scope", SCOPES)
def test_words_read_well_and_no_action_needs_ctrl_alone(scope):
    for each in SCOPES[scope]:
        assert each.description[:1].isupper(), each
        assert each.tooltip[:1].isupper(), each
        assert not each.tooltip.endswith("."), each
        assert len(each.description) <= 36, each
        assert len(each.tooltip) <= 72, each
        same = [
            key for other in SCOPES[scope] if other.action == each.action for key in keys_of(other)
        ]
        assert not all(key.startswith("ctrl+") for key in same), each


def test_each_section_has_the_key_that_its_pane_shows():
    shown = {key for each in SCOPES["briefs"] for key in keys_of(each)}
    assert {section.key for section in ALL} <= shown


# Where they work


def chain(desk: Desk) -> list[tuple[DOMNode, list[Binding]]]:
    """What has the focus and all that holds it, each with its own keys that have an id."""
    screen: Screen[Any] = desk.app.screen
    first = screen.focused or screen
    nodes = list(first.ancestors_with_self)
    if desk.app not in nodes:
        nodes.append(desk.app)
    if screen.is_modal:
        nodes = nodes[: nodes.index(screen) + 1]
    return [
        (node, [each for _, each in node._bindings if each.id])
        for node in nodes
        if len(node._bindings.key_to_bindings)
    ]


def assert_keys_work(desk: Desk) -> None:
    """No key is covered by another one, and there is an action behind each."""
    taken: dict[str, str] = {}
    for node, bindings in chain(desk):
        here = {}
        for binding in bindings:
            assert binding.id
            other = taken.get(binding.key, binding.id)
            same = other == binding.id or SAME.get(binding.id) == other
            assert same or (other, binding.id) in INSTEAD, f"{binding.key}: {other}, {binding.id}"
            here[binding.key] = binding.id
            assert_action(desk, node, binding)
        taken |= here


def assert_action(desk: Desk, node: DOMNode, binding: Binding) -> None:
    namespace, name, arguments = parse(binding.action)
    owner: DOMNode = {"": node, "app": desk.app, "screen": desk.app.screen}[namespace]
    method = getattr(owner, f"action_{name}", None) or getattr(owner, f"_action_{name}", None)
    assert method is not None, f"{binding.id}: {type(owner).__name__} has no action {name}"
    inspect.signature(method).bind(*arguments)


WAYS = {
    "list": [],
    "sections": ["B", "enter"],
    "pane": ["3"],
    "parties": ["4"],
    "interests": ["5"],
    "log": ["L"],
    "checks": ["c"],
    "strength": ["S"],
    "rehearsal": ["f"],
    "pitch": ["4", "p"],
    "summary": ["s"],
    "interview": ["i"],
    "status": ["m"],
    "form": ["4", "e"],
    "choices": ["3", "e", "tab"],
    "picked": ["b", *["tab"] * 4],
    "export": ["x"],
    "help": ["?"],
    "new": ["n"],
    "coalitions": ["C"],
    "people": ["P"],
    "agenda": ["A"],
    "trash": ["T"],
}
"""How one gets to each part of the program, by keys."""


@pytest.mark.parametrize("way", WAYS)
async def test_no_key_covers_another_and_each_does_something(with_samples, way):
    async with with_samples(WIDE) as desk:
        await desk.press(*WAYS[way])
        assert_keys_work(desk)
        for _ in range(3):
            await desk.press("tab")
            assert_keys_work(desk)


async def test_the_help_names_every_key_that_works_here(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("3")
        works = {
            active.binding.tooltip
            for active in desk.app.screen.active_bindings.values()
            if active.binding.id and active.enabled
        }
        await desk.press("?")
        body = desk.app.screen.query_one("#help--body")
        told = " ".join(" ".join(str(each.render()) for each in body.children).split())
        assert works
        assert all(tooltip in told for tooltip in works)
        assert "Core tradeoffs" in told
        await desk.press("escape")
        assert desk.pane("3").list.has_focus


async def test_the_palette_finds_a_command_by_its_name(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press(":")
        await desk.type("go to mutual commitments")
        await desk.wait(lambda: "Mutual commitments" in desk.text)
        await desk.press("enter")
        await desk.wait(lambda: desk.pane("6").list.has_focus)


async def test_the_palette_survives_quick_hands(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("ctrl+p", "pagedown", "pageup", "down", "escape", "escape")
        await desk.press("ctrl+p", "ctrl+p", "escape", "enter", "escape")
        await desk.press("escape", "escape", "3")
        assert desk.pane("3").list.has_focus


async def test_the_mouse_does_what_the_key_bar_says(with_samples):
    async with with_samples(WIDE) as desk:
        await desk.press("3")
        bar = desk.place.query_one("KeyBar")
        at = desk.key_bar.index("a Add") + 1
        await desk.pilot.click(bar, offset=(at + 2, 0))
        await desk.settle()
        assert desk.is_form


async def test_the_palette_says_the_key_of_each_command(with_samples):
    async with with_samples() as desk:
        await desk.press("ctrl+p", *"properties")
        line = next(each for each in desk.lines if "Properties" in each)
        assert "What stands in no section: title, tags, status and dates" in line
        assert line.split("title, tags, status and dates")[-1].split()[0] == "b"


async def test_enter_is_named_where_it_does_the_most(with_samples):
    async with with_samples(USUAL) as desk:
        await desk.press("C", "i")
        assert "enter Take" in desk.text
        await desk.press("escape", "f")
        assert "enter Seat" in desk.text
        await desk.press("tab")
        assert "enter Seat" not in desk.text


async def test_a_section_with_headings_begins_on_its_first_record(with_samples):
    async with with_samples() as desk:
        await desk.press("L")
        assert not desk.pane("L").list.row.heading
        await desk.press("up")
        assert desk.pane("L").list.row.heading
