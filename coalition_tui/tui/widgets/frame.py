"""What only holds others, which cover it whole: nothing of it is seen, so nothing is drawn."""

from textual.containers import Horizontal, Vertical


class Across(Horizontal):
    """Widgets side by side."""

    BLANK = True


class Down(Vertical):
    """Widgets below one another."""

    BLANK = True
