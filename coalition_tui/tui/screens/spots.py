"""Where a place with panes was left, and opening it there again."""

from typing import TYPE_CHECKING

from coalition_tui.memory import Spot

if TYPE_CHECKING:
    from coalition_tui.tui.screens.paned import PanedScreen


def spot_of(place: "PanedScreen") -> Spot:
    """What is open, and where in it."""
    active = place.active_pane
    others = [each.section.key for each in place.panes if each is not active]
    return Spot(
        place.opened,
        (*others, active.section.key),
        active.path,
        inside=place.focused is active.list,
        zoomed=place.has_class("-zoomed"),
        filter=place.list.filtered_by,
        inner_filter=active.list.filtered_by,
    )


def resume(place: "PanedScreen", spot: Spot) -> None:
    """Open what was open, before anything is drawn; without it, nothing is resumed."""
    if spot.opened not in place.workspace.table(place.TABLE):
        return
    place.set_reactive(type(place).opened, spot.opened)
    last = place.active_pane
    for key in spot.sections:
        for pane in place.panes:
            for section in pane.sections:
                if section.key == key:
                    pane.choose(section)
                    last = pane
    place.activate(last)
    place.set_class(spot.zoomed, "-zoomed")
    if spot.filter:
        place.list.filtered_by = spot.filter
    place.call_after_refresh(_go_into, place, spot)


def _go_into(place: "PanedScreen", spot: Spot) -> None:
    """Go to the row, unless a person was faster."""
    pane = place.active_pane
    if place.opened == spot.opened and place.focused in (None, place.list, place.home()):
        if spot.inner_filter:
            pane.list.filtered_by = spot.inner_filter
        pane.go_to(spot.path)
        if spot.inside:
            pane.list.focus()
