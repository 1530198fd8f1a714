"""Briefs as one self-contained page: no script, nothing from elsewhere, ready for paper."""

from coalition_tui.exchange.html.page import render

__all__ = ["render"]
