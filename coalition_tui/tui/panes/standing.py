"""How a coalition stands: a word for the list, five gates beside it, and what is missing."""

import operator
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from coalition_tui.model import Coalition
from coalition_tui.rules.coalition_network import is_current
from coalition_tui.rules.standing import Gate, Standing, standing
from coalition_tui.tui import keys
from coalition_tui.tui.layout import fit, text, wrapped
from coalition_tui.tui.panes.tables import CARE, GOOD, MUTED
from coalition_tui.tui.panes.top_list import TopList
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import plural
from coalition_tui.workspace import Top, Workspace

WORDS = {
    "alliance": ("○", MUTED),
    "evolving": ("◐", CARE),
    "coalition": ("●", GOOD),
}


def word(found: Standing) -> Content:
    """The standing as glyph and word."""
    glyph, style = WORDS[found.state]
    return Content.styled(f"{glyph} {found.state}", style)


class Standings:
    """The standing of coalitions, asked anew only for what has changed."""

    def __init__(self, today: date) -> None:
        """Args: today: the day it is asked for."""
        self.today = today
        self._kept: dict[str, tuple[tuple[object, ...], Standing]] = {}

    def of(self, coalition: Coalition, workspace: Workspace) -> Standing:
        """How a coalition stands now."""
        seen = (coalition, workspace.people, workspace.briefs, self.today)
        kept = self._kept.get(coalition.id)
        if kept is None or not all(map(operator.is_, kept[0], seen)):
            kept = (seen, standing(coalition, workspace, self.today))
            self._kept[coalition.id] = kept
        return kept[1]


class CoalitionList(TopList):
    """The coalitions, each with its standing and how many belong to it."""

    HEIGHT = 2

    def __init__(self, standings: Standings) -> None:
        """Args: standings: of all coalitions."""
        super().__init__("coalitions", "Coalitions")
        self._standings = standings
        self._workspace = Workspace()

    def refresh_from(self, workspace: Workspace) -> None:
        """Show the coalitions of a workspace; their standing when it is seen."""
        changed = workspace.people is not self._workspace.people or (
            workspace.briefs is not self._workspace.briefs
        )
        self._workspace = workspace
        if changed:
            self.redraw()
        super().refresh_from(workspace)

    def drawn(self, top: Top, width: int) -> Sequence[Content]:
        """The name, and below it how it stands."""
        coalition = cast("Coalition", top)
        current = sum(is_current(each, self._standings.today) for each in coalition.members)
        below = word(self._standings.of(coalition, self._workspace)) + Content.styled(
            f" · {plural(current, 'member')}", MUTED
        )
        return [fit(text(coalition.name), width), fit(Content("  ") + below, width)]


class StandingPane(RowList):
    """The five gates between an alliance and a coalition that lasts."""

    BORDER_TITLE = "Standing"
    IDEA = """\
Five gates between people who are allied for now and a coalition that lasts: a purpose, trust that \
was tested, give and take, different people, and no one on whom all of it hangs."""
    BINDINGS: ClassVar[list[BindingType]] = [*keys.FILTER, *keys.STRENGTH]

    def show_standing(self, found: Standing | None) -> None:
        """Show which gates are met."""
        self.subtitle(word(found) if found else Content(""))
        self.show(gate_rows(found.gates) if found else [])


def gate_rows(gates: Sequence[Gate], *, full: bool = False) -> list[Row]:
    """Gates as glyph and word; in full with what is missing."""
    return [
        Row(each.name, _full(each) if full else _short(each), (), 0 if full else 1)
        for each in gates
    ]


def _name(gate: Gate) -> Content:
    glyph = Content.styled("✓ ", GOOD) if gate.met else Content.styled("○ ", CARE)
    return glyph + text(gate.name.capitalize())


def _short(gate: Gate) -> Callable[[int], Sequence[Content]]:
    state = Content.styled("met", GOOD) if gate.met else Content.styled("missing", CARE)

    def lines(width: int) -> Sequence[Content]:
        return [fit(_name(gate), width - state.cell_length) + state]

    return lines


def _full(gate: Gate) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        words = "met" if gate.met else gate.missing
        body = wrapped(words, width - 16, MUTED)
        head = fit(_name(gate), 16)
        return [
            (head if not number else Content(" " * 16)) + line for number, line in enumerate(body)
        ]

    return lines
