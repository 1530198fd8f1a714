"""The front matter: the brief's small fields, one a line, as YAML that any tool reads."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from coalition_tui.exchange.markdown import values
from coalition_tui.exchange.markdown.fault import Line, MarkdownFault, hint, quoted
from coalition_tui.exchange.markdown.layout import folded, front_fields, title_field
from coalition_tui.exchange.markdown.names import Names
from coalition_tui.fields import Field, Kind, Problem
from coalition_tui.model import Brief

FENCE = "---"
KEY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")

_ITEM = re.compile(r"[ \t]*-(?:[ \t]+(.*))?")


def write(brief: Brief, names: Names) -> list[str]:
    """The lines of the front matter; none when every small field has its default."""
    shown = [
        (item, value)
        for item in front_fields()
        if (value := getattr(brief, item.name)) != item.default
    ]
    lines = [f"{item.name}: {_written(item, value, names)}" for item, value in shown]
    return [FENCE, *lines, FENCE, ""] if lines else []


def read(lines: Sequence[Line], names: Names) -> dict[str, Any]:
    """The values by field name. MarkdownFault for an unknown key, a second one, or no value."""
    found: dict[str, Any] = {}
    for line, item, text in pairs(lines):
        if item.name in found:
            raise MarkdownFault(line.number, f"{item.name} stands here twice")
        try:
            word = text if item.kind is Kind.TEXTS else values.unscalar(text)
            found[item.name] = values.read(item, word, names) if word else item.default
        except Problem as problem:
            raise MarkdownFault(line.number, f"{item.name}: {problem}") from None
    return found


def _written(item: Field, value: Any, names: Names) -> str:
    text = values.write(item, value, names)
    return text if item.kind in (Kind.TEXTS, Kind.DATE, Kind.MOMENT) else values.scalar(text)


def pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Field, str]]:
    """Each key with its value; the items of a list that stands below its key become one value."""
    pair: tuple[Line, Field, str] | None = None
    items: list[str] = []
    for line in lines:
        text = line.text.rstrip(" \t")
        if not text or text.startswith("#"):
            continue
        if pair and (item := _ITEM.fullmatch(text)):
            items.append(item[1] or '""')
        elif match := KEY.fullmatch(text):
            if pair:
                yield _joined(pair, items)
            pair, items = (line, _field(line, match[1]), match[2] or ""), []
        else:
            raise MarkdownFault(line.number, 'expected "key: value", or "---" after the last one')
    if pair:
        yield _joined(pair, items)


def _joined(pair: tuple[Line, Field, str], items: list[str]) -> tuple[Line, Field, str]:
    line, item, _ = pair
    return (line, item, f"[{', '.join(items)}]") if items else pair


def _field(line: Line, key: str) -> Field:
    known = (*front_fields(), title_field())
    for item in known:
        if folded(key) in (folded(item.name), folded(item.title)):
            return item
    names = [item.name for item in known]
    raise MarkdownFault(
        line.number,
        f"no key {quoted(key)} in the front matter{hint(key, names)} (one of: {', '.join(names)})",
    )
