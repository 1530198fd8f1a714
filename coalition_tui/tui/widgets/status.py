"""The line above everything: where you are, how it stands, and whether it is kept."""

from textual.content import Content
from textual.reactive import reactive

from coalition_tui.tui.layout import fit
from coalition_tui.tui.widgets.one_line import OneLine


class StatusLine(OneLine):
    """Where you are on the left, how it stands on the right."""

    place: reactive[Content] = reactive(Content)
    facts: reactive[tuple[Content, ...]] = reactive[tuple[Content, ...]](())
    saving: reactive[Content] = reactive(Content)

    def render(self) -> Content:
        """One line; what does not fit is left out from the right, but never the saving state."""
        width = self.size.width
        facts = [self.saving, *self.facts]
        name = Content.styled(" coalition-tui ", "$accent bold")
        while True:
            right = Content("   ").join([each for each in facts if each]) + Content(" ")
            room = width - name.cell_length - right.cell_length - 1
            if room >= min(20, self.place.cell_length) or len(facts) == 1:
                break
            facts.pop()
        if room < 8:
            name, room = Content(" "), width - right.cell_length - 2
        return fit(
            name + fit(Content(" ") + self.place, max(room, 0)) + Content(" ") + right, width
        )
