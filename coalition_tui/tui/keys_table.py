"""The list of keys as Markdown: `python -m coalition_tui.tui.keys_table [README.md]`.

Without a file it prints the whole reference, which is `docs/keys.md`; with one, it puts the short
table between that file's two marks.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from textual.binding import Binding
from textual.keys import format_key

from coalition_tui.tui import keys

BEGIN = "<!-- keys: written by `python -m coalition_tui.tui.keys_table README.md` -->"
END = "<!-- /keys -->"

TITLES = {
    "app": "In every place",
    "move": "In every list",
    "filter": "Making a list shorter",
    "paned": "In a place with panes",
    "briefs": "Briefs",
    "coalitions": "Coalitions",
    "people": "People",
    "log": "Logging a contact in one line",
    "review": "In a review",
    "seats": "Choosing the five seats",
    "agenda": "Agenda",
    "trash": "Trash",
    "purge": "Before something is deleted for good",
    "checks": "On a finding",
    "strength": "On a strength",
    "list": "On the list of a place",
    "sections": "On the list of sections",
    "pane": "In a pane",
    "view": "In a picture or a reading pane",
    "form": "In a form",
    "choices": "On choices in a form",
    "picked": "On a choice of one among many",
    "box": "In every box",
    "modal": "In a box that is read",
    "work": "While something takes long",
    "choose": "In a box with answers",
    "findings": "In the checks",
    "rehearsal": "In the rehearsal",
    "reading": "In a text to read",
    "interview": "In the interview",
    "text": "In a text of a form",
    "import": "In the import",
    "export": "In the export",
    "pick": "In a list that is typed into",
}
"""What each scope is called; one that is missing here is called by its name."""

SHORT = ("app", "move", "filter", "paned", "briefs", "list", "pane", "form")
"""The scopes of the README's table."""

WORDS = {
    "ctrl": "Ctrl",
    "shift": "Shift",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "space": "Space",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
}


def key_name(key: str) -> str:
    """A key as documentation writes it: `Ctrl+F`, `G`, `?`."""
    *held, last = key.split("+")
    shown = WORDS.get(last) or format_key(last)
    if held or (last[0] == "f" and last[1:].isdecimal()):
        shown = shown.upper() if last not in WORDS else shown
    return "+".join([*(WORDS.get(each, each) for each in held), shown])


def reference() -> str:
    """Every key of every scope, with its id."""
    parts = [
        "# Keys",
        "",
        "Each key can be changed in the configuration by its id. This page is written by",
        "`python -m coalition_tui.tui.keys_table`.",
    ]
    for scope, bindings in keys.SCOPES.items():
        parts += ["", f"## {TITLES.get(scope, scope)}", "", "| key | does | id |", "|---|---|---|"]
        parts += [f"| {_keys(each)} | {each.tooltip} | `{each.id}` |" for each in _own(bindings)]
    return "\n".join(parts) + "\n"


def short() -> str:
    """The keys that one meets first, for the README."""
    parts = []
    for scope in SHORT:
        parts += ["", f"**{TITLES[scope]}**", "", "| key | does |", "|---|---|"]
        parts += [f"| {_keys(each)} | {each.tooltip} |" for each in _own(keys.SCOPES[scope])]
    return "\n".join(parts[1:]) + "\n"


def fill(text: str) -> str:
    """A file's text with the short table between its marks. ValueError when it has none."""
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    if BEGIN not in text or END not in text:
        raise ValueError("the file has no place for the keys")
    return f"{before}{BEGIN}\n{short()}{END}{after}"


def _own(bindings: Iterable[Binding]) -> list[Binding]:
    """A scope's bindings, each id once."""
    return list({each.id: each for each in bindings}.values())


def _keys(binding: Binding) -> str:
    return " ".join(f"`{key_name(key)}`" for key in binding.key.split(","))


def main(arguments: list[str]) -> None:
    """Print the reference, or fill a file."""
    if not arguments:
        sys.stdout.write(reference())
        return
    path = Path(arguments[0])
    path.write_text(fill(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
