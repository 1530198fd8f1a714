"""The app: screens, panes, forms and keys, in Textual."""
