"""Titles on a widget's border that change without the rest of it being drawn again.

Setting Textual's `border_title` draws the whole widget again, with all that it holds.
"""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


def set_title(widget: Widget, title: Content) -> None:
    """Change the title on the upper border."""
    before = widget._border_title  # noqa: SLF001 - the only way to it
    if before is None or not title.is_same(before):
        widget._border_title = title  # noqa: SLF001
        _refresh(widget, 0)


def set_subtitle(widget: Widget, title: Content) -> None:
    """Change the title on the lower border."""
    before = widget._border_subtitle  # noqa: SLF001
    if before is None or not title.is_same(before):
        widget._border_subtitle = title  # noqa: SLF001
        _refresh(widget, widget.outer_size.height - 1)


def _refresh(widget: Widget, y: int) -> None:
    # A region is counted from the content's corner.
    line = Region(0, y, widget.outer_size.width, 1)
    widget.refresh(line.translate(-widget.content_offset))
