"""What stands beside something on the screen."""

from collections.abc import Iterable

from textual.widget import Widget


def nearest(here: Widget, candidates: Iterable[Widget], side: str) -> Widget | None:
    """The candidate that shares most height with what is here, then the closest; None for none.

    Args:
        here: where one comes from.
        candidates: where one could go; those that are not shown are left out.
        side: `left` or `right`.
    """
    region = here.region
    beside = [
        each
        for each in candidates
        if each.display
        and each.region.width
        and (each.region.right <= region.x if side == "left" else each.region.x >= region.right)
    ]

    def distance(each: Widget) -> tuple[int, int]:
        shared = min(each.region.bottom, region.bottom) - max(each.region.y, region.y)
        return -max(0, shared), abs(each.region.x - region.x)

    return min(beside, key=distance, default=None)
