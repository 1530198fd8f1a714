"""What helps a person find the way: help, the palette, and search."""

from dataclasses import replace
from typing import cast

from textual.binding import ActiveBinding, Binding

from coalition_tui.fields import headline, noun
from coalition_tui.lazy import names
from coalition_tui.tui.messages import GoTo
from coalition_tui.tui.resuming import ResumingApp
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.workspace import TYPES, Place, Table

TABLES: tuple[Table, ...] = ("briefs", "coalitions", "people")
"""Whose records the palette offers by name."""


class GuidedApp(ResumingApp):
    """An app that says what can be done, and finds commands, records and words."""

    def action_help(self) -> None:
        """Say what can be done here."""
        from coalition_tui.tui.modals.help import HelpDialog

        screen = self.screen
        intro = screen.help_words() if isinstance(screen, PlaceScreen) else []
        offered = [active.binding for active in self._offered().values()]
        self.push_screen(HelpDialog(intro, [(self._all_keys(each), each) for each in offered]))

    def _offered(self) -> dict[str, ActiveBinding]:
        """What can be done here and now, nearest to the focus first, by its id."""
        found: dict[str, ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.id and active.enabled and self.offers(binding):
                found.setdefault(binding.id, active)
        return found

    def _all_keys(self, binding: Binding) -> str:
        """Every key that does the same, as a person reads them."""
        same = [
            active.binding
            for active in self.screen.active_bindings.values()
            if active.binding.id == binding.id
        ]
        return " ".join(
            dict.fromkeys(self.get_key_display(replace(each, key_display=None)) for each in same)
        )

    def get_key_display(self, binding: Binding) -> str:
        """A key as a person reads it; in words where the sign is one that few fonts have."""
        return {"enter": "enter"}.get(binding.key) or super().get_key_display(binding)

    def action_search(self) -> None:
        """Find words in any text of everything, and go there."""
        from coalition_tui.tui.modals.search import SearchDialog

        def chosen(place: Place | None) -> None:
            if place is not None:
                self.post_message(GoTo(place))

        self.push_screen(SearchDialog(self.session.workspace), chosen)

    def action_theme(self) -> None:
        """Choose a theme, seen as the cursor moves."""
        from coalition_tui.tui.modals.themes import ThemePicker

        if self.no_color:
            self.tell("NO_COLOR is set: there are no colours to choose from.")
        else:
            self.push_screen(ThemePicker(self.theme))

    def action_palette(self) -> None:
        """Find a command, or a record, by its name.

        Not Textual's own palette: that of 8.2 ends the app when a key comes before its list.
        """
        from coalition_tui.tui.modals.picker import Choice, Picker

        commands = {
            key: active for key, active in self._offered().items() if not key.startswith("move.")
        }
        choices = [
            Choice(
                key,
                active.binding.description,
                active.binding.tooltip,
                self._all_keys(active.binding),
            )
            for key, active in commands.items()
            if key != "app.palette"
        ]
        for table in TABLES:
            found = names(self.session.workspace.table(table), headline)
            kind = noun(TYPES[table])
            choices += [Choice(f"{table}:{key}", name, kind) for key, name in found]

        def chosen(key: str | None) -> None:
            if key in commands:
                active = commands[key]
                self.call_later(self.run_action, active.binding.action, active.node)
            elif key:
                table, _, record = key.partition(":")
                self.post_message(GoTo(Place(cast("Table", table), record)))

        self.push_screen(Picker("Palette", choices, wide=True), chosen)
