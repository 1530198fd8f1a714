"""A workspace kept in one TinyDB file that other programs can read."""

from coalition_tui.store.tiny import TinyStore

__all__ = ["TinyStore"]
