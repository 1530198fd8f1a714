"""The briefs that draw on a coalition."""

from coalition_tui.fields import field
from coalition_tui.model import Brief
from coalition_tui.rules.coalition_network import Network
from coalition_tui.tui.layout import Column, text
from coalition_tui.tui.panes.grid import Line, grid, note
from coalition_tui.tui.panes.tables import MUTED, Scene
from coalition_tui.tui.widgets.row import Row
from coalition_tui.workspace import Place

COLUMNS = (Column("Brief", weight=1), Column("Status", most=22), Column("Landed", most=18))


def linked_rows(scene: Scene, net: Network) -> list[Row]:
    """Each brief with how far it has come; Enter leads there."""
    if not net.linked:
        return [note("No brief draws on it. A brief names its coalition under b, Properties.")]
    labels = field(Brief, "status").labels
    return grid(
        COLUMNS,
        [
            Line(
                each.id,
                (
                    text(each.title, "bold"),
                    text(labels[each.status], "$secondary"),
                    text(f"on {scene.day(each.landed_on)}" if each.landed_on else "", MUTED),
                ),
                place=Place("briefs", each.id),
            )
            for each in net.linked
        ],
    )
