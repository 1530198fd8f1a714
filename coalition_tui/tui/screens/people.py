"""The People place: the directory, and where each person appears."""

from collections.abc import Iterable, Mapping
from typing import ClassVar, cast

from textual.binding import BindingType

from coalition_tui.clean import one_line
from coalition_tui.directory import Appearances, pointing_at
from coalition_tui.model import Person
from coalition_tui.sections import PERSON_SECTIONS
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit_text, text
from coalition_tui.tui.modals.dialog import confirm
from coalition_tui.tui.panes.places import place_rows
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.panes.view import View
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.wording import plural
from coalition_tui.workspace import Entry


class DirectoryList(TopList):
    """People by name."""

    def ordered(self, records: Mapping[str, Entry]) -> Iterable[str]:
        """By name, whatever the case."""
        people = cast("Mapping[str, Person]", records)
        return sorted(people, key=lambda each: one_line(people[each].name).casefold())


class PeopleScreen(PanedScreen):
    """People on the left; role, history and places of the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANED, *keys.PEOPLE]
    ABOUT = keys.PEOPLE
    PLACE = "People"
    TABLE = "people"
    SECTIONS = PERSON_SECTIONS
    PANES = ("1", "2", "3")
    ROWS = ((0, 1), (2,))
    BEGINS_WITH = ("name", "role", "organisation", "function", "level")

    _found = Appearances({}, {})

    def make_list(self) -> TopList:
        """The people, with where they work."""
        return DirectoryList(
            self.TABLE,
            self.PLACE,
            lambda top: fit_text(one_line(cast("Person", top).organisation), 10),
        )

    def views(self) -> Mapping[str, View]:
        """Where a person appears is gathered from everything."""
        return {"3": View(lambda scene: place_rows(scene, self.found))}

    @property
    def found(self) -> Appearances:
        """Where people appear, read anew when a brief or a coalition has changed."""
        now, found = self.workspace, self._found
        if found.briefs is not now.briefs or found.coalitions is not now.coalitions:
            self._found = Appearances(now.briefs, now.coalitions)
        return self._found

    @property
    def person(self) -> Person | None:
        """The open person."""
        return self.workspace.people.get(self.opened)

    def draw_top(self) -> None:
        """Show the open person."""
        super().draw_top()
        person = self.person
        if person is None:
            self.describe()
            return
        position = ", ".join(filter(None, (one_line(person.role), one_line(person.organisation))))
        self.describe(person.name, text(position, "$text-muted"))

    def new_top(self) -> Person:
        """A person without a name."""
        return Person(id=self.new_id(), name="")

    def delete_chosen(self) -> None:
        """Move people to the trash; when others point at one of them, ask first."""
        people = [self.workspace.people[each] for each in self.chosen]
        where = [words for each in people if (words := self._stands_in(each))]
        if not where:
            super().delete_chosen()
            return

        def answered(answer: str | None) -> None:
            if answer == "yes":
                PanedScreen.delete_chosen(self)

        words = (
            f"{'; '.join(where)}. Their places stay there without a name; one undo brings "
            "everything back. Whoever only changed the organisation keeps their place: change it "
            "in the form instead."
        )
        heading = "Delete a person?" if len(people) == 1 else f"Delete {len(people)} people?"
        self.app.push_screen(confirm(heading, words, "Yes, to the trash"), answered)

    def _stands_in(self, person: Person) -> str:
        """Who points at a person, in words; empty when nobody does."""
        coalitions, briefs = pointing_at(self.workspace, person.id)
        counts = ((coalitions, "coalition"), (briefs, "brief"))
        where = " and ".join(plural(count, noun) for count, noun in counts if count)
        return where and f"{one_line(person.name)} stands in {where}"
