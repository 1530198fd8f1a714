"""What is wrong with a Markdown file, and in which of its lines."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from coalition_tui.clean import one_line


class MarkdownFault(ValueError):  # noqa: N818 - a person made it, and no program failed
    """A line that is no part of a brief; `line` counts from 1, `message` says what is expected."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


class Line(NamedTuple):
    """A line of the file, and its number in it; `is_code` inside a fence, where all is text."""

    number: int
    text: str
    is_code: bool = False


def quoted(text: str) -> str:
    """A person's words inside a message: one line, in quotes, at most 40 characters."""
    words = one_line(text[:200])
    return f'"{words}"' if len(words) <= 40 else f'"{words[:39]}…"'


def hint(word: str, known: Iterable[str]) -> str:
    """`; did you mean "Due"?` when a known word is near; else nothing."""
    by_fold = {each.casefold(): each for each in list(known)[:1000]}
    close = get_close_matches(word.strip()[:60].casefold(), by_fold, n=1)
    return f"; did you mean {quoted(by_fold[close[0]])}?" if close else ""
