"""`docs/rules.md`, written from the catalogues: `python -m coalition_tui.rules.docs`."""

import inspect
import sys
from collections.abc import Iterator

from coalition_tui.rules.brief import BRIEF_RULES
from coalition_tui.rules.coalition import COALITION_RULES
from coalition_tui.rules.finding import Catalogue, S

INTRODUCTION = """\
# The rules

What the program says of a brief and of a coalition, in the order in which it says it. Each
finding is a `fail`, a `warn` or a `hint`; `unknown` means that there is not enough data to tell,
which is no praise. It names the record to mend. Every rule guards one idea, and says how to mend
what it found.

This page is written by `python -m coalition_tui.rules.docs`.
"""


def render() -> str:
    """The whole page as Markdown."""
    return "\n".join(
        (
            INTRODUCTION,
            *_chapter("A brief", BRIEF_RULES),
            *_chapter("A coalition", COALITION_RULES),
        )
    )


def _chapter(title: str, catalogue: Catalogue[S]) -> Iterator[str]:
    yield f"## {title}\n"
    for rule in catalogue.rules.values():
        yield f"### {rule.title}\n"
        yield f"`{rule.id}` · {inspect.getdoc(rule.find)}\n"
        yield f"{rule.idea}\n"
        yield f"*To mend it:* {rule.mend}\n"


if __name__ == "__main__":
    sys.stdout.write(render())
