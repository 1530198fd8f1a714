"""The Briefs place: the list, and the open brief in panes."""

from typing import ClassVar, cast

from textual.binding import BindingType

from coalition_tui import edits, sections
from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.sections import SECTIONS, filled
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.messages import Edited, Leaving
from coalition_tui.tui.modals.picker import Choice, Picker
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.screens.paned import PanedScreen
from coalition_tui.workspace import Place


class BriefsScreen(PanedScreen):
    """Briefs on the left, the sections of the open one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PANED, *keys.BRIEFS]
    PLACE = "Briefs"
    TABLE = "briefs"
    SECTIONS = sections.ALL
    PANES = ("12", "3", "45", "6", "7890L")
    TOGETHER = ("12",)
    ROWS = ((0, 1), (2,), (3, 4))
    BEGINS_WITH = ("title", "tags", "outcome", "why_now")

    def make_list(self) -> TopList:
        """The briefs, with how many of ten sections are filled."""
        return TopList(
            self.TABLE, self.PLACE, lambda brief: f"{filled(cast('Brief', brief))}/{len(SECTIONS)}"
        )

    @property
    def brief(self) -> Brief | None:
        """The open brief."""
        return self.workspace.briefs.get(self.opened)

    def draw_top(self) -> None:
        """Show the open brief."""
        super().draw_top()
        brief = self.brief
        if brief is None:
            self.describe()
            return
        label = field(Brief, "status").labels[brief.status]
        count = f"{filled(brief)} of {len(SECTIONS)} filled"
        self.describe(brief.title, text(count, "$text-muted"), text(label, "$secondary"))

    def new_top(self) -> Brief:
        """A brief with nothing in it."""
        return Brief(id=self.new_id(), title="")

    def action_status(self) -> None:
        """Move the brief to another status."""
        brief = self.brief
        if brief is None:
            return
        labels = field(Brief, "status").labels

        def chosen(status: str | None) -> None:
            if status and status != brief.status:
                place = Place("briefs", brief.id, ("status",))
                self.post_message(
                    Edited(lambda workspace, now: edits.put(workspace, place, status, now))
                )

        choices = [Choice(value, label) for value, label in labels.items()]
        self.app.push_screen(Picker("Status", choices, brief.status), chosen)

    def action_copy(self) -> None:
        """Copy the brief as Markdown."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id]))

    def action_export(self) -> None:
        """Export the brief, or copy it in another form."""
        if self.brief is not None:
            self.post_message(Leaving([self.brief.id], ask=True))
