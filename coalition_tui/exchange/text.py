"""Briefs for mail and chat: plain text that reads well wherever it is pasted."""

from collections.abc import Iterable, Iterator

from coalition_tui.cells import width, wrapped
from coalition_tui.clean import clean, one_line
from coalition_tui.exchange import outline
from coalition_tui.exchange.markdown.layout import JOINT
from coalition_tui.exchange.outline import Chapter, Entry
from coalition_tui.model import Brief, Bundle
from coalition_tui.work import steps

WIDTH = 76
"""Cells in a line, so that a mail that quotes it twice still does not wrap it."""

_BULLET, _INDENT = "- ", "  "
_SHORT = 3
"""Lines of an entry that needs no air around it."""


def render(bundle: Bundle) -> str:
    """Every brief of a bundle, one after another."""
    return "\n\n".join(_brief(brief, bundle) for brief in steps(bundle.briefs))


def _brief(brief: Brief, bundle: Bundle) -> str:
    names = outline.names_of(bundle, brief)
    small = _row([fact.sentence for fact in outline.front(brief, names)])
    lines = [*_heading(one_line(brief.title), "="), *small]
    for chapter in outline.chapters(brief, names):
        lines += ["", "", *_heading(chapter.section.title, "-"), *_chapter(chapter)]
    return "\n".join(lines) + "\n"


def _heading(title: str, line: str) -> list[str]:
    lines = list(_wrapped(title))
    return [*lines, line * max(map(width, lines), default=0)]


def _chapter(chapter: Chapter) -> Iterator[str]:
    title = chapter.section.title
    for position, fact in enumerate(chapter.texts):
        if position:
            yield ""
        yield from _wrapped(fact.value if fact.title == title else fact.sentence)
    for position, (heading, entries) in enumerate(chapter.lists):
        if position or chapter.texts:
            yield ""
        if heading != title:
            yield from _wrapped(f"{heading}:")
        yield from _listed([list(_entry(each)) for each in entries])


def _entry(each: Entry) -> Iterator[str]:
    opening = f"{each.lead}: {each.headline}" if each.lead and each.headline else ""
    yield from _wrapped(opening or each.lead or each.headline or "…", _BULLET, _INDENT)
    yield from _row([fact.sentence for fact in each.facts], _INDENT)
    for fact in each.texts:
        yield from _wrapped(fact.sentence, _INDENT, _INDENT * 2)
    for inner in each.inner:
        yield from (f"{_INDENT}{line}" for line in _entry(inner))


def _listed(entries: list[list[str]]) -> Iterator[str]:
    """Entries below one another; with air between them where they are long."""
    airy = max(map(len, entries), default=0) > _SHORT
    for position, lines in enumerate(entries):
        if position and airy:
            yield ""
        yield from lines


def _row(facts: Iterable[str], indent: str = "") -> Iterator[str]:
    """Facts side by side, as many on a line as fit whole."""
    line = ""
    for fact in map(one_line, facts):
        joined = f"{line}{JOINT}{fact}" if line else fact
        if line and width(joined) > WIDTH - len(indent):
            yield from _wrapped(line, indent, indent)
            joined = fact
        line = joined
    if line:
        yield from _wrapped(line, indent, indent)


def _wrapped(text: str, first: str = "", others: str = "") -> Iterator[str]:
    """A text within the width, its own line breaks and their indents kept."""
    begin = first
    for paragraph in clean(text).strip("\n").split("\n"):
        line = paragraph.expandtabs(4)
        inset = " " * min(len(line) - len(line.lstrip()), 8) if line.strip() else ""
        for each in wrapped(line, WIDTH - len(others) - len(inset)):
            yield f"{begin}{inset}{each}".rstrip()
            begin = others
