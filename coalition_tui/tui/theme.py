"""The program's own two themes: calm surfaces and one accent."""

from textual.theme import Theme

DARK = Theme(
    name="coalition-dark",
    dark=True,
    primary="#5fb3a8",
    secondary="#8fa3bf",
    accent="#5fb3a8",
    foreground="#d7dce2",
    background="#12161b",
    surface="#171c22",
    panel="#212830",
    success="#8fbc74",
    warning="#d9a650",
    error="#e27d6d",
    variables={
        "border": "#5fb3a8",
        "border-blurred": "#333c47",
        "block-cursor-background": "#24504b",
        "block-cursor-foreground": "#f2f5f7",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#212830",
        "block-cursor-blurred-foreground": "#d7dce2",
        "footer-key-foreground": "#5fb3a8",
        "input-cursor-background": "#d7dce2",
        "input-cursor-foreground": "#12161b",
        "text-muted": "#8b95a1",
    },
)

LIGHT = Theme(
    name="coalition-light",
    dark=False,
    primary="#17756a",
    secondary="#4d5f7a",
    accent="#17756a",
    foreground="#272c33",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#e7e4dd",
    success="#467326",
    warning="#8f6200",
    error="#ad3526",
    variables={
        "border": "#17756a",
        "border-blurred": "#c9c4ba",
        "block-cursor-background": "#cfe6e1",
        "block-cursor-foreground": "#11161c",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e7e4dd",
        "block-cursor-blurred-foreground": "#272c33",
        "footer-key-foreground": "#17756a",
        "input-cursor-background": "#272c33",
        "input-cursor-foreground": "#fbfaf7",
        "text-muted": "#6a6f76",
    },
)

THEMES = (DARK, LIGHT)
