"""The least that the Briefs screen could be in Textual: its panes as plain texts, in two versions.

A key shows the other version in all of them. What it takes is the floor of moving between briefs:
no rules, no rows, no wrapping, no cursor.
"""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

LINES = {"list": 10, "strength": 7, "checks": 15, "a": 10, "b": 10, "c": 15, "d": 10, "e": 10}


def page(version: int, lines: int) -> Content:
    """Lines as a pane has them: three styles each."""
    return Content("\n").join(
        Content.assemble(
            (f"{version}{line:3}", "bold"),
            (" some words of it ", "$text-muted"),
            ("● state", "$success"),
        )
        for line in range(lines)
    )


class BarePanes(App[None]):
    """Three panes beside five, as the Briefs screen has them."""

    BINDINGS = [Binding("up,down", "other", show=False)]  # noqa: RUF012 - as Textual has it
    CSS = """
    #side { width: 30; }
    Static { border: round $primary; height: 1fr; width: 1fr; }
    """
    version = 0

    def compose(self) -> ComposeResult:
        """The panes."""
        with Horizontal():
            with Vertical(id="side"):
                for name in ("list", "strength", "checks"):
                    yield Static(page(0, LINES[name]), id=name)
            with Vertical():
                for row in ("ab", "c", "de"):
                    with Horizontal():
                        for name in row:
                            yield Static(page(0, LINES[name]), id=name)

    def action_other(self) -> None:
        """The other version everywhere."""
        self.version = 1 - self.version
        for name, lines in LINES.items():
            self.query_one(f"#{name}", Static).update(page(self.version, lines), layout=False)


if __name__ == "__main__":
    BarePanes().run()
