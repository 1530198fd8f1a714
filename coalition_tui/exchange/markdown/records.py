"""List items as records: first their own lines, so that others can refer to them, then all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from coalition_tui.exchange.markdown import escapes, lead, values
from coalition_tui.exchange.markdown.blocks import Item, items
from coalition_tui.exchange.markdown.fault import Line, MarkdownFault, hint, quoted
from coalition_tui.exchange.markdown.layout import Plan, plan
from coalition_tui.exchange.markdown.names import Names, slug
from coalition_tui.fields import Field, Kind, Problem, field, fields, noun
from coalition_tui.model import Record

R = TypeVar("R", bound=Record)

_MARK = re.compile(r"<!--[ \t]*#([a-z0-9-]{0,40})[ \t]*-->")


@dataclass(slots=True)
class Entry:
    """A record whose own line is read, and the items below it that are not yet.

    `mark` is the id that stands there, `id` that one or the one made from the headline.
    """

    line: int
    mark: str | None
    id: str
    headline: str
    lead: str
    below: list[Item]


def entries(record: type[Record], lines: Sequence[Line]) -> list[Entry]:
    """The records of a list, each with its id: marked, or made from its headline."""
    before, found = items(lines)
    what = noun(record)
    _expect_none(before, f'expected a list, each {what} begun with "- "')
    read = [_entry(plan(record), each) for each in found]
    marked: dict[str, int] = {}
    for entry in read:
        if entry.mark and entry.mark in marked:
            raise MarkdownFault(
                entry.line,
                f'the id "{entry.mark}" stands here twice (first on line {marked[entry.mark]});'
                " leave out the mark of a new record",
            )
        marked[entry.mark or ""] = entry.line
    taken = dict.fromkeys(marked, 1)
    for entry in read:
        if entry.mark is None:
            entry.id = _made_id(slug(entry.headline) or slug(what), taken)
    return read


def _made_id(word: str, taken: dict[str, int]) -> str:
    """The word, or with a number that makes it the only one of its list."""
    key = word
    while key in taken:
        taken[word] += 1
        suffix = f"-{taken[word]}"
        key = f"{word[: 40 - len(suffix)]}{suffix}"
    taken[key] = 1
    return key


def _entry(layout: Plan, item: Item) -> Entry:
    """A record's own line."""
    more, below = items(item.body)
    text, mark = _without_mark(item.text)
    opening, text = lead.split(layout, text)
    headline = ""
    if layout.headline is None:
        _expect_none([Line(item.line, text), *more], "expected nothing more on this line")
    else:
        if layout.headline.kind is Kind.LINE:
            text = _without_stars(text, item.line)
        headline = escapes.unescaped([Line(item.line, text), *more])
        headline = limited(layout.headline, headline, item.line)
    return Entry(item.line, mark, mark or "", headline, opening, below)


def _without_mark(text: str) -> tuple[str, str | None]:
    text = text.rstrip(escapes.BLANKS)
    start = text.rfind("<!--") if text.endswith("-->") else -1
    if start < 0 or text[start - 1 : start] not in ("", " ", "\t"):
        return text, None
    mark = _MARK.fullmatch(text, start)
    return (text[:start].rstrip(escapes.BLANKS), mark[1]) if mark else (text, None)


def _without_stars(text: str, line: int) -> str:
    if not text.startswith("**"):
        return text
    if len(text) < 5 or not text.endswith("**"):
        raise MarkdownFault(
            line, 'nothing follows a name; write more below it, indented: "  - Title: text"'
        )
    return text[2:-2]


def record_of(record: type[Record], entry: Entry, names: Names) -> Record:
    """The whole record. MarkdownFault for a field that it hasn't, or a value that is none."""
    layout = plan(record)
    content: dict[str, Any] = {"id": entry.id}
    if layout.headline:
        content[layout.headline.name] = entry.headline
    if entry.lead:
        try:
            content |= lead.read(layout, entry.lead, names)
        except Problem as problem:
            raise MarkdownFault(entry.line, str(problem)) from None
    _fields(record, entry.below, content, names)
    for item in fields(record):
        if item.required and item.name not in content:
            known = ", ".join(label for label in item.labels.values() if label)
            raise MarkdownFault(
                entry.line,
                f"this {noun(record)} has no {item.title.lower()}; "
                f"{_remedy(layout, item)} (one of: {known})",
            )
    return made(record, content)


def _remedy(layout: Plan, item: Field) -> str:
    word = next(label for label in item.labels.values() if label)
    if item in layout.lead:
        return f'begin it with "**{word.capitalize()}:**"'
    return f'add below it "- {item.title}: {word}"'


def _fields(
    record: type[Record], below: Sequence[Item], content: dict[str, Any], names: Names
) -> None:
    """The items below a record, put into its content."""
    blocks = plan(record).blocks
    for each in below:
        item, _ = opened(record, lead.pieces(each.text)[0], each.line)
        if item in blocks:
            _, text = opened(record, each.text, each.line)
            _put(content, item, _block(item, text, each, names), each.line)
            continue
        whole = " ".join([each.text, *(line.text for line in each.body)])
        for fact in lead.pieces(whole):
            item, text = opened(record, fact, each.line)
            if item.kind in (Kind.GROUP, Kind.RECORDS):
                raise MarkdownFault(each.line, f"{item.title} stands in an item of its own")
            _put(content, item, value_of(item, text, names, each.line), each.line)


def opened(record: type[Record], text: str, line: int) -> tuple[Field, str]:
    """The field whose title opens a text, and what follows it."""
    match = plan(record).label.match(text)
    if match is None:
        titles = [item.title for item in plan(record).titled]
        word = text.partition(":")[0]
        raise MarkdownFault(
            line,
            f"no field {quoted(word)} in this {noun(record)}{hint(word, titles)}"
            f" (one of: {', '.join(titles)})",
        )
    item = field(record, str(match.lastgroup))
    if "…" in item.title and (number := re.search("[0-9]+", match[0])):
        return item, number[0]
    return item, text[match.end() :].strip(escapes.BLANKS)


def _block(item: Field, text: str, each: Item, names: Names) -> Any:
    if item.kind in (Kind.TEXT, Kind.LINE):
        whole = escapes.unescaped([Line(each.line, text), *each.body])
        return limited(item, whole, each.line)
    if item.kind is Kind.RECORDS:
        _expect_none([Line(each.line, text)], f'expected nothing after "{item.title}"')
        return [record_of(item.item, inner, names) for inner in entries(item.item, each.body)]
    more, below = items(each.body)
    _expect_none(more, 'expected "- " and a field')
    if item.kind is Kind.TEXTS:
        return value_of(item, text, names, each.line)
    content: dict[str, Any] = {}
    for word in filter(None, text.split(",")):
        inner, choice = opened(item.item, word.strip(), each.line)
        _put(content, inner, value_of(inner, choice, names, each.line), each.line)
    _fields(item.item, below, content, names)
    return made(item.item, content)


def _put(content: dict[str, Any], item: Field, value: Any, line: int) -> None:
    if item.name in content:
        raise MarkdownFault(line, f"{item.title} stands here twice")
    content[item.name] = value


def value_of(item: Field, text: str, names: Names, line: int) -> Any:
    """The value of a text on one line. MarkdownFault when it is none."""
    try:
        if item.kind in (Kind.TEXT, Kind.LINE):
            text = escapes.unescaped([Line(line, text)])
        return values.read(item, text, names)
    except Problem as problem:
        raise MarkdownFault(line, f"{item.title}: {problem}") from None


def limited(item: Field, text: str, line: int) -> str:
    """The text. MarkdownFault when the field can't hold it."""
    try:
        return values.limited(item, text)
    except Problem as problem:
        raise MarkdownFault(line, str(problem)) from None


def made(record: type[R], content: Mapping[str, Any]) -> R:
    """The record, with its lists unchangeable."""
    return record(
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in content.items()
        }
    )


def _expect_none(lines: Sequence[Line], message: str) -> None:
    for line in lines:
        if line.text.strip(escapes.BLANKS):
            raise MarkdownFault(line.number, message)
