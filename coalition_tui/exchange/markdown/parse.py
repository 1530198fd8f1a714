"""Markdown as briefs: what `render` wrote, and what a person wrote by hand."""

from collections.abc import Mapping
from typing import Any

import msgspec

from coalition_tui.exchange.markdown import escapes, front
from coalition_tui.exchange.markdown.blocks import Block, Sheet, sheets
from coalition_tui.exchange.markdown.fault import Line, MarkdownFault, hint, quoted
from coalition_tui.exchange.markdown.layout import folded, parts, title_field
from coalition_tui.exchange.markdown.names import Names
from coalition_tui.exchange.markdown.records import entries, limited, made, record_of, value_of
from coalition_tui.fields import Field, Kind, Problem, field
from coalition_tui.integrity import INSIDE
from coalition_tui.model import Brief
from coalition_tui.sections import ALL, Section


def parse(text: str) -> tuple[Brief, ...]:
    """The briefs of a Markdown file, in its order; none when it is blank.

    A record without a mark gets an id made from its headline; the brief itself has the id of its
    front matter, or none. Control characters are left out.

    Raises:
        MarkdownFault: a line that is no part of a brief, with what is expected there.
    """
    return tuple(_brief(sheet) for sheet in sheets(text))


def _brief(sheet: Sheet) -> Brief:
    found, inner = outline(sheet.sections)
    lists = {
        name: entries(item.item, block.lines)
        for name, (item, block) in found.items()
        if item.kind is Kind.RECORDS
    }
    names = Names(
        {
            target: [(each.headline, each.id) for each in lists.get(name, ())]
            for target, name in INSIDE.items()
        },
        {},
    )
    content = front.read(sheet.front, names)
    content[title_field().name] = _title(sheet, content)
    for name, (item, block) in found.items():
        if item.kind is Kind.RECORDS:
            content[name] = [record_of(item.item, each, names) for each in lists[name]]
        else:
            content[name] = _part(item, block, names)
    for section, block in inner:
        _inner(section, block, names, content)
    return made(Brief, content)


def outline(
    sections: list[Block],
) -> tuple[dict[str, tuple[Field, Block]], list[tuple[Section, Block]]]:
    """The brief's fields and where they stand; and the sections of records inside records."""
    found: dict[str, tuple[Field, Block]] = {}
    inner: list[tuple[Section, Block]] = []
    seen: dict[str, int] = {}
    for block in sections:
        section = _section(block)
        if section.name in seen:
            raise MarkdownFault(
                block.line,
                f"{section.title} stands here twice (first on line {seen[section.name]})",
            )
        seen[section.name] = block.line
        if section.inner:
            inner.append((section, block))
        else:
            _collect(section, block, found)
    return found, inner


def _title(sheet: Sheet, content: Mapping[str, Any]) -> str:
    """The title: that of the heading, or of the front matter."""
    item = title_field()
    given: str | None = content.get(item.name)
    if sheet.title is None:
        if given is None:
            raise MarkdownFault(sheet.line, 'this brief has no title; expected "# Title"')
        return given
    title = limited(item, escapes.unescaped([Line(sheet.line, sheet.title)]), sheet.line)
    if given not in (None, title):
        raise MarkdownFault(sheet.line, "the front matter holds another title; keep one of the two")
    return title


def _section(block: Block) -> Section:
    words = folded(block.title)
    bare = words.partition(" ")[2] if words[:1].isdecimal() else words
    for section in ALL:
        known = (folded(section.title), folded(section.name))
        if words == section.key.casefold() or words in known or bare in known:
            return section
    titles = [section.title for section in ALL]
    raise MarkdownFault(
        block.line,
        f"no section {quoted(block.title)}{hint(block.title, titles)}"
        f" (one of: {', '.join(titles)})",
    )


def _collect(section: Section, block: Block, found: dict[str, tuple[Field, Block]]) -> None:
    """The parts of a section, by the field they hold; what has no heading is the first."""
    known = [part.item for part in parts(section)]
    if any(line.text.strip(escapes.BLANKS) for line in block.lines):
        found[known[0].name] = (known[0], block)
    for part in block.inner:
        words = folded(part.title)
        item = next(
            (each for each in known if words in (folded(each.title), folded(each.name))), None
        )
        if item is None:
            titles = [each.title for each in known]
            raise MarkdownFault(
                part.line,
                f"no part {quoted(part.title)} in {section.title}{hint(part.title, titles)}"
                f" (one of: {', '.join(titles)})",
            )
        if item.name in found:
            raise MarkdownFault(part.line, f"{item.title} stands here twice")
        found[item.name] = (item, part)


def _part(item: Field, block: Block, names: Names) -> Any:
    text = escapes.unescaped(block.lines)
    if item.kind in (Kind.TEXT, Kind.LINE):
        return limited(item, text, block.line)
    return value_of(item, text, names, block.line)


def _inner(section: Section, block: Block, names: Names, content: dict[str, Any]) -> None:
    """The records of a section that belong to the records of another, each under its name."""
    (outer,) = section.fields
    target = next(target for target, name in INSIDE.items() if name == outer)
    item = field(field(Brief, outer).item, section.inner)
    for line in block.lines:
        if line.text.strip(escapes.BLANKS):
            raise MarkdownFault(line.number, f'expected a heading with a {target}: "### Name"')
    for part in block.inner:
        try:
            position = names.find(target, part.title.strip(escapes.BLANKS))
        except Problem as problem:
            raise MarkdownFault(part.line, str(problem)) from None
        owner = content[outer][position]
        added = (record_of(item.item, each, names) for each in entries(item.item, part.lines))
        before = getattr(owner, item.name)
        content[outer][position] = msgspec.structs.replace(owner, **{item.name: (*before, *added)})
