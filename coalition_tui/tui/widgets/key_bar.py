"""The line below everything: the keys that work here, as many as fit."""

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

ALWAYS = ("app.help", "form.done", "modal.close", "pick.close")


class KeyBar(Widget):
    """Keys and what they do, read from the bindings that are active. None is ever cut off."""

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def shown(self) -> list[Binding]:
        """The bindings to show, nearest to the focus first; each action once."""
        found: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                found.setdefault(active.binding.action, active.binding)
        return list(found.values())

    def fitting(self) -> list[tuple[Binding, Content]]:
        """The bindings that fit, with their texts; those for help and leaving always do."""
        parts = [(each, self._part(each)) for each in self.shown()]
        parts.sort(key=lambda part: part[0].id in ALWAYS)
        while parts and sum(part.cell_length for _, part in parts) > self.size.width - 1:
            optional = [part for part in parts if part[0].id not in ALWAYS]
            if not optional:
                break
            parts.remove(optional[-1])
        return parts

    def render(self) -> RenderResult:
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
