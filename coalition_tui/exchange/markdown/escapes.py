r"""A person's text as lines of Markdown that can't be taken for the document's own, and back.

A text is Markdown already: emphasis, links and lists in it stay as they are. Escaped is only what
would end it or swallow what follows: headings, rules, fences without an end and HTML. One rule
reads all of it back: a backslash keeps the punctuation mark, blank or line end after it as it is.
"""

import re
import string
from collections.abc import Sequence

from coalition_tui.exchange.markdown.fault import Line

BLANKS = " \t"  # all that is stripped; a wider blank is a character of the text

_KEPT = rf"[{re.escape(string.punctuation)} \t]"
_ESCAPED = re.compile(rf"\\({_KEPT}|\Z)")
_TAKEN = re.compile(rf"\\(?={_KEPT}|\Z)|<(?=[A-Za-z/!?])")
_OPENING = re.compile(
    r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*+"  # inside a quote or a list of the text
    r"[ \t]*(?="
    r"#{1,6}(?:[ \t]|\Z)"  # a heading
    r"|```|~~~"  # a fence
    r"|(?:(?:-[ \t]*)+|=+[ \t]*|(?:\*[ \t]*)+|(?:_[ \t]*){3,})\Z"  # a rule, an underline
    r"|\[[^\]]*\]:"  # a link's definition, which no reader would see
    r")"
)
_FENCED = re.compile(
    r"^(?P<mark>(?P<each>[`~])(?P=each){2,})[\w.+#-]*"
    r"(?:\n(?! {0,3}(?P=mark)(?P=each)*[ \t]*$)(?:.*[^ \t\n])?$)*+"  # no blanks that get lost
    r"\n(?P=mark)(?P=each)*$",
    re.MULTILINE,
)
_BULLET = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])(?=[ \t]|\Z)")


def escaped(text: str, *, fences: bool = True) -> list[str]:
    """The lines that `unescaped` reads back as the text; never none.

    Fences that are opened and closed stay as they are, if the text begins a line.
    """
    code = _code(text) if fences else ()
    lines = [
        line if position in code else _with_end(_closed(_taken(line)))
        for position, line in enumerate(text.split("\n"))
    ]
    lines[0] = _with_start(lines[0])
    for end in (0, -1):
        lines[end] = lines[end] or "\\"
    return lines


def inline(text: str, *, stars: bool = False) -> str:
    """One line that stands behind something else, so that only its marks need an escape."""
    line = _taken(text)
    return _with_end(_with_start(line.replace("*", "\\*") if stars else line))


def unescaped(lines: Sequence[Line]) -> str:
    """The text in these lines; empty ones around it and blanks at their ends are no part of it."""
    bare = [line.text if line.is_code else line.text.rstrip(BLANKS) for line in lines]
    first, last = 0, len(bare)
    while first < last and not bare[first]:
        first += 1
    while first < last and not bare[last - 1]:
        last -= 1
    if first < last:
        bare[first] = bare[first].lstrip(BLANKS)
    return "\n".join(
        each if line.is_code or "\\" not in each else _ESCAPED.sub(r"\1", each)
        for line, each in zip(lines[first:last], bare[first:last], strict=True)
    )


def without_bullet(line: str) -> str:
    """An escaped line that is no list item."""
    match = _BULLET.match(line)
    if match is None:
        return line
    mark = match.end() - 1
    return f"{line[:mark]}\\{line[mark:]}"


def bullet(line: str) -> tuple[int, int, str] | None:
    """A list item's indent, the width up to its text, and its text; None for another line."""
    match = _BULLET.match(line)
    if match is None:
        return None
    before = columns(match[1])
    return before, before + len(match[2]) + 1, line[match.end() :].lstrip(BLANKS)


def columns(blanks: str) -> int:
    """How wide a line's indent is; a tab is four columns."""
    return sum(4 if each == "\t" else 1 for each in blanks)


def indent(line: str) -> int:
    """How far a line is indented, in columns."""
    return columns(line[: len(line) - len(line.lstrip(BLANKS))])


def dedented(line: str, width: int) -> str:
    """The line without its first columns of indent, as many as it has."""
    position = 0
    while width > 0 and line[position : position + 1] in (" ", "\t"):
        width -= columns(line[position])
        position += 1
    return line[position:]


def _code(text: str) -> set[int]:
    """The positions of the lines of its fences."""
    found: set[int] = set()
    for match in _FENCED.finditer(text):
        first = text.count("\n", 0, match.start())
        found.update(range(first, first + match[0].count("\n") + 1))
    return found


def _taken(line: str) -> str:
    return _TAKEN.sub(r"\\\g<0>", line)


def _closed(line: str) -> str:
    opening = _OPENING.match(line)
    return f"{opening[0]}\\{line[opening.end() :]}" if opening else line


def _with_start(line: str) -> str:
    return f"\\{line}" if line.startswith((" ", "\t")) else line


def _with_end(line: str) -> str:
    return f"{line}\\" if line.endswith((" ", "\t")) else line
