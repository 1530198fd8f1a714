"""Briefs as Markdown, both ways and without loss: `parse(render_brief(brief)) == (brief,)`.

`docs/markdown.md` explains the form to those who write it by hand.
"""

from coalition_tui.exchange.markdown.fault import MarkdownFault
from coalition_tui.exchange.markdown.parse import parse
from coalition_tui.exchange.markdown.places import line_of
from coalition_tui.exchange.markdown.render import render, render_brief

__all__ = ["MarkdownFault", "line_of", "parse", "render", "render_brief"]
