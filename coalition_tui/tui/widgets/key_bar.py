"""The line below everything: the keys that work here, as many as fit."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.keys import key_to_character
from textual.screen import Screen

from coalition_tui.tui import keys
from coalition_tui.tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from coalition_tui.tui.themed import ThemedApp

EVERYWHERE = ("filter.begin",)
"""Works in every list, so what only this one has comes first."""


class KeyBar(OneLine):
    """Keys and what they do, read from the bindings that are active. None is ever cut off."""

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def shown(self) -> list[Binding]:
        """The bindings to show, nearest to the focus first; each action once."""
        app = cast("ThemedApp[object]", self.app)
        found: dict[str, Binding] = {}
        typed: set[str] = set()
        focused = self.screen.focused
        for key, active in self.screen.active_bindings.items():
            binding = active.binding
            if focused is not None and focused.check_consume_key(key, key_to_character(key)):
                typed.add(binding.action)
            elif binding.show and active.enabled and app.offers(binding):
                # What is shown for both keys of an action is the one that is typed here.
                free = replace(binding, key_display=None) if binding.action in typed else binding
                found.setdefault(binding.action, free)
        return sorted(found.values(), key=lambda each: each.id in EVERYWHERE)

    def fitting(self) -> list[tuple[Binding, Content]]:
        """The bindings that fit, with their texts; those in `keys.ALWAYS` do."""
        parts = [(each, self._part(each)) for each in self.shown()]
        parts.sort(key=lambda part: part[0].id in keys.ALWAYS)
        while parts and sum(part.cell_length for _, part in parts) > self.size.width - 1:
            optional = [part for part in parts if part[0].id not in keys.ALWAYS]
            if not optional:
                break
            parts.remove(optional[-1])
        return parts

    def render(self) -> Content:
        """One line."""
        return Content(" ") + Content("").join([part for _, part in self.fitting()])

    async def on_click(self, event: Click) -> None:
        """Do what the key under the mouse does."""
        x = 1
        for binding, part in self.fitting():
            if x <= event.x < x + part.cell_length:
                self.app.simulate_key(binding.key)
                return
            x += part.cell_length

    def _part(self, binding: Binding) -> Content:
        key = self.app.get_key_display(binding)
        return Content.assemble((key, "$accent bold"), (f" {binding.description}  ", "$text-muted"))
