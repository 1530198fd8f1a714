"""A file taken apart by its outline: briefs, sections, parts, list items; nothing is read yet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coalition_tui.clean import clean
from coalition_tui.exchange.markdown import escapes, fences, front
from coalition_tui.exchange.markdown.fault import Line, MarkdownFault, quoted

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*))?")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})[ \t]*")
_COMMENT = re.compile(r"[ \t]*<!--.*-->[ \t]*")
_TITLE, _SECTION, _PART = 1, 2, 3


@dataclass(slots=True)
class Block:
    """A heading and what stands under it: lines, and blocks of the next level."""

    line: int
    title: str
    lines: list[Line] = field(default_factory=list)
    inner: list["Block"] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One brief of the file: its front matter, its title where it has a heading, its sections."""

    line: int
    front: list[Line] = field(default_factory=list)
    title: str | None = None
    sections: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: the text of its own line, and the lines below it without their indent."""

    line: int
    text: str
    body: list[Line]


def sheets(text: str) -> list[Sheet]:
    """The briefs of a file. MarkdownFault when a line stands outside the outline."""
    texts = clean(text.removeprefix("\ufeff")).split("\n")
    lines = [Line(number, each) for number, each in enumerate(texts, start=1)]
    found: list[Sheet] = []
    nesting = fences.Nesting()
    position = 0
    while position < len(lines):
        line = lines[position]
        if _opens_front(lines, position, first=not found):
            end = _end_of_front(lines, position)
            found.append(Sheet(line.number, front=lines[position + 1 : end]))
            position = end
        elif heading := _HEADING.fullmatch(line.text):
            _add_heading(found, line.number, len(heading[1]), heading[2] or "")
            nesting = fences.Nesting()
        elif fence := nesting.fence(line.text):
            end = _end_of_fence(lines, position, fence)
            _add_line(found, line)
            for each in lines[position + 1 : end + 1]:
                _add_line(found, each._replace(is_code=True))
            position = end
        elif not (_RULE.fullmatch(line.text) or _COMMENT.fullmatch(line.text)):
            _add_line(found, line)
        position += 1
    return found


def items(lines: Sequence[Line]) -> tuple[list[Line], list[Item]]:
    """The lines before the first list item, and the items. MarkdownFault for a stray line."""
    before: list[Line] = []
    found: list[Item] = []
    outer = width = 0
    after_blank = False
    for line in lines:
        bullet = None if line.is_code else escapes.bullet(line.text)
        if bullet and (not found or bullet[0] <= outer):
            outer, width, text = bullet
            found.append(Item(line.number, text, []))
        elif not found:
            before.append(line)
        else:
            blank = not line.text.strip(escapes.BLANKS)
            is_outside = not (blank or line.is_code) and escapes.indent(line.text) <= outer
            if after_blank and is_outside:
                raise MarkdownFault(
                    line.number,
                    f'{quoted(line.text)} stands outside the list; begin it with "- ", '
                    "or indent it by two spaces to go on with the item above",
                )
            found[-1].body.append(line._replace(text=escapes.dedented(line.text, width)))
        after_blank = not line.text.strip(escapes.BLANKS)
    return before, found


def _opens_front(lines: Sequence[Line], position: int, *, first: bool) -> bool:
    """A rule with a key below it; at the top of the file, with another rule below it too."""
    if lines[position].text.rstrip(escapes.BLANKS) != front.FENCE or position + 1 == len(lines):
        return False
    below = lines[position + 1].text.rstrip(escapes.BLANKS)
    return bool(front.KEY.fullmatch(below)) or (first and below == front.FENCE)


def _end_of_front(lines: Sequence[Line], position: int) -> int:
    for end in range(position + 1, len(lines)):
        if lines[end].text.rstrip(escapes.BLANKS) == front.FENCE:
            return end
    raise MarkdownFault(lines[position].number, 'the front matter has no end; expected "---"')


def _end_of_fence(lines: Sequence[Line], position: int, fence: fences.Fence) -> int:
    for end in range(position + 1, len(lines)):
        if fence.is_left_by(lines[end].text):
            break
        if fence.is_closed_by(lines[end].text):
            return end
    raise MarkdownFault(
        lines[position].number,
        f"the fence has no end; expected {quoted(fence.mark)} below it, "
        f'or, when it is none, "\\{fence.mark[:3]}"',
    )


def _add_heading(found: list[Sheet], line: int, level: int, title: str) -> None:
    if level == _TITLE:
        if not found or found[-1].title is not None or found[-1].sections:
            found.append(Sheet(line))
        found[-1].line, found[-1].title = line, title
        return
    if not found:
        raise MarkdownFault(line, 'expected the title of the brief first: "# Title"')
    sections = found[-1].sections
    if level == _SECTION:
        sections.append(Block(line, title))
    elif level == _PART and sections:
        sections[-1].inner.append(Block(line, title))
    elif level == _PART:
        raise MarkdownFault(line, 'expected a section first: "## Outcome"')
    else:
        raise MarkdownFault(line, 'headings have one to three "#"; in a text, write it as "\\#"')


def _add_line(found: list[Sheet], line: Line) -> None:
    if found and found[-1].sections:
        section = found[-1].sections[-1]
        (section.inner[-1] if section.inner else section).lines.append(line)
    elif line.text.strip(escapes.BLANKS):
        raise MarkdownFault(
            line.number,
            f"{quoted(line.text)} stands in no section; expected "
            + ('a heading like "## Outcome"' if found else 'the title of the brief: "# Title"'),
        )
