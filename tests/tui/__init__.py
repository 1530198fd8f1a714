"""The app, by keys."""
