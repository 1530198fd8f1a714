"""Coalition briefs and lasting coalitions, in the terminal."""

__version__ = "0.1.0"
