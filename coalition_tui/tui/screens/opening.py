"""A place where one record of a table is open: begun, described, deleted."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.reactive import var

from coalition_tui.pointer import Path
from coalition_tui.sections import Section
from coalition_tui.several import delete_all
from coalition_tui.tui.messages import Edited
from coalition_tui.tui.screens.place import PlaceScreen
from coalition_tui.workspace import Table, Top


class OpenScreen(PlaceScreen):
    """One of a table's records is open.

    A place says its `TABLE`, the `SECTIONS` of its records, and the fields a new one
    `BEGINS_WITH`.
    """

    TABLE: ClassVar[Table]
    SECTIONS: ClassVar[Sequence[Section]]
    BEGINS_WITH: ClassVar[Sequence[str]] = ()
    ABOUT: ClassVar[Sequence[Binding]] = ()
    """Keys that are about the open record, and ways to its sections."""

    opened = var("", init=False)
    _bare = False
    _open = True

    @property
    def top(self) -> Top | None:
        """The open record."""
        return self.workspace.table(self.TABLE).get(self.opened)  # type: ignore[return-value]  # no place shows the trash in panes

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no record is open there is none to do anything with; one may be begun."""
        if self.top is None and action != "section":
            about = {each.action.partition("(")[0] for each in self.ABOUT}
            if action == "properties" or action in about:
                return False
        return super().check_action(action, parameters)

    def list_nothing(self) -> None:
        """Where the list is hidden, it shows itself as long as nothing is in it: it says why."""
        if self._open != (self.top is not None):
            self._open = not self._open
            self.refresh_bindings()
        bare = self.top is None and not self.is_wide
        if bare != self._bare:
            self._bare = bare
            self.set_class(bare, "-listing")
            self.call_after_refresh(self.keep_focus)

    def open(self, key: str, path: Path = ()) -> None:
        """Open a record, and go to a place in it."""
        raise NotImplementedError

    def action_section(self, key: str) -> None:
        """Go to a section."""
        raise NotImplementedError

    def action_new(self) -> None:
        """Begin a new record."""
        self.begin(self.new_top())

    def begin(self, made: Top) -> None:
        """Write a new record, beginning with its name, and open it."""
        from coalition_tui.tui.modals.form import Form

        def written(_: object) -> None:
            if made.id in self.workspace.table(self.TABLE):
                self.open(made.id)
                self.action_section(self.SECTIONS[0].key)
                self.begun(made.id)

        subject = self.forms.top(made, self.BEGINS_WITH, exists=False)
        self.app.push_screen(Form(subject), written)

    def begun(self, key: str) -> None:
        """A new record is there and open."""

    def new_top(self) -> Top:
        """A record with nothing in it."""
        raise NotImplementedError

    def action_properties(self) -> None:
        """Edit the fields that stand in no section: title, tags, status, dates."""
        from coalition_tui.tui.records import properties

        if self.top is not None:
            in_sections = [name for each in self.SECTIONS for name in each.fields]
            self.push_form(self.forms.top(self.top, properties(type(self.top), in_sections)))

    @property
    def chosen(self) -> list[str]:
        """The ids of the records that a key is about: the open one's, if no others are marked."""
        return [self.opened] if self.top is not None else []

    def delete_chosen(self) -> None:
        """Move the records that are chosen to the trash."""
        ids = {each: self.new_id() for each in self.chosen}
        if ids:
            self.post_message(
                Edited(
                    lambda workspace, now: delete_all(workspace, self.TABLE, ids, now), tell=True
                )
            )
