"""In which line something stands that is wrong only beside other records."""

from contextlib import suppress

from coalition_tui.exchange.markdown import front, lead
from coalition_tui.exchange.markdown.blocks import sheets
from coalition_tui.exchange.markdown.fault import MarkdownFault
from coalition_tui.exchange.markdown.parse import outline
from coalition_tui.exchange.markdown.records import entries, opened
from coalition_tui.fields import Kind
from coalition_tui.pointer import Path


def line_of(text: str, path: Path) -> int:
    """The line of what a path leads to, or of what is nearest around it.

    Args:
        text: one that `parse` takes.
        path: begins with `briefs` and a position.
    """
    _, position, *steps = path
    sheet = sheets(text)[int(position)]
    name, *inner = steps or [""]
    for line, item, _ in front.pairs(sheet.front):
        if item.name == name:
            return line.number
    found, _ = outline(sheet.sections)
    if name not in found:
        return sheet.line
    item, block = found[str(name)]
    if item.kind is not Kind.RECORDS or not inner:
        return block.line
    entry = entries(item.item, block.lines)[int(inner[0])]
    for each in entry.below:
        for fact in lead.pieces(each.text):
            with suppress(MarkdownFault):  # it goes on with the text before it
                if opened(item.item, fact, each.line)[0].name in inner:
                    return each.line
    return entry.line
