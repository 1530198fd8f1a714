"""Briefs as Markdown: what a colleague reads, and `parse` reads back without loss."""

from collections.abc import Iterator, Mapping
from typing import Any

from coalition_tui.exchange.markdown import escapes, front, lead, values
from coalition_tui.exchange.markdown.layout import (
    INNER,
    JOINT,
    Plan,
    parts,
    plan,
)
from coalition_tui.exchange.markdown.names import Names, slug
from coalition_tui.fields import Field, Kind, headline
from coalition_tui.integrity import INSIDE
from coalition_tui.model import Brief, Bundle, Coalition, Person, Record
from coalition_tui.sections import ALL, Section
from coalition_tui.work import steps


def render(bundle: Bundle) -> str:
    """Every brief of a bundle, one after another.

    Coalitions and people have no place in Markdown: only their names are taken.
    """
    known: tuple[Person | Coalition, ...] = (*bundle.people, *bundle.coalitions)
    names = {each.id: each.name for each in known}
    return "\n".join(render_brief(brief, names) for brief in steps(bundle.briefs))


def render_brief(brief: Brief, names: Mapping[str, str] | None = None) -> str:
    """A brief as a document that ends with a line feed.

    Args:
        brief: a valid brief.
        names: of people and coalitions by id, for the references to them; without a name, a
            reference is shown by its id.
    """
    book = Names.of(brief, names or {})
    lines = [*front.write(brief, book), f"# {_title(brief.title)}" if brief.title else "#"]
    for section in ALL:
        body = list(_inner(brief, section, book) if section.inner else _parts(brief, section, book))
        if body:
            lines += ["", f"## {section.title}", *body]
    return "\n".join(lines) + "\n"


def _title(title: str) -> str:
    """Escaped, also the `#` at its end, which Markdown would take for the heading's own."""
    line = escapes.inline(title)
    bare = line.rstrip("#")
    return f"{bare}\\{line[len(bare) :]}" if bare != line and bare[-1:] in ("", " ", "\t") else line


def _parts(brief: Brief, section: Section, names: Names) -> Iterator[str]:
    for part in parts(section):
        value = getattr(brief, part.item.name)
        if value != part.item.default:
            yield ""
            if part.heading:
                yield from (f"### {part.heading}", "")
            yield from _part(part.item, value, names)


def _part(item: Field, value: Any, names: Names) -> Iterator[str]:
    match item.kind:
        case Kind.RECORDS:
            for position, record in enumerate(value):
                has_heading = item.name in INNER and names.heading(_TARGETS[item.name], position)
                yield from record_lines(record, names, INNER[item.name] if has_heading else "")
        case Kind.TEXT | Kind.LINE:
            yield from escapes.escaped(value)
        case _:
            yield values.write(item, value, names)


def _inner(brief: Brief, section: Section, names: Names) -> Iterator[str]:
    """The records held by the records of the section's field, each owner under a heading."""
    (outer,) = section.fields
    for position, owner in enumerate(getattr(brief, outer)):
        heading = names.heading(_TARGETS[outer], position)
        records = getattr(owner, section.inner)
        if heading and records:
            yield from ("", f"### {heading}", "")
            for record in records:
                yield from record_lines(record, names)


_TARGETS = {name: target for target, name in INSIDE.items()}


def record_lines(record: Record, names: Names, elsewhere: str = "") -> Iterator[str]:
    """A record as a list item; the field named `elsewhere` is left to its own section."""
    layout = plan(type(record))
    own, *more = _headline(record, layout)
    opening = lead.write(record, layout, names)
    if not opening and lead.split(layout, own)[0]:
        own = f"\\{own}"
    pieces = ("-", opening, own, _mark(record, layout))
    yield " ".join(piece for piece in pieces if piece)
    yield from _indented(more)
    yield from _indented(_fields(record, layout, names, elsewhere))


def _called(record: Record, layout: Plan) -> str:
    return headline(record) if layout.headline else ""


def _headline(record: Record, layout: Plan) -> list[str]:
    text = _called(record, layout)
    if not text or layout.headline is None:
        return [""]
    if layout.headline.kind is Kind.LINE:
        return [f"**{escapes.inline(text, stars=True)}**"]
    return [escapes.without_bullet(line) for line in escapes.escaped(text, fences=False)]


def _mark(record: Record, layout: Plan) -> str:
    """The id, in a comment that only the source shows, when the headline doesn't say it."""
    key = getattr(record, "id", "")
    return "" if key and key == slug(_called(record, layout)) else f"<!-- #{key} -->"


def _fields(record: Record, layout: Plan, names: Names, elsewhere: str = "") -> Iterator[str]:
    """The items below a record: its facts on one line, then each longer field."""
    facts = [
        _fact(item, value, names)
        for item in layout.facts
        if (value := getattr(record, item.name)) != item.default
    ]
    if facts:
        yield f"- {JOINT.join(facts)}"
    for item in layout.blocks:
        value = getattr(record, item.name)
        if value != item.default and item.name != elsewhere:
            yield from _block(item, value, names)


def _fact(item: Field, value: Any, names: Names) -> str:
    if item.kind is Kind.FLAG and value:
        return item.title
    text = values.write(item, value, names)
    if "…" in item.title:
        return item.title.replace("…", text)
    return f"{item.title}{'' if item.title.endswith('?') else ':'} {text}"


def _block(item: Field, value: Any, names: Names) -> Iterator[str]:
    match item.kind:
        case Kind.RECORDS:
            yield f"- {item.title}"
            for record in value:
                yield from _indented(record_lines(record, names))
        case Kind.GROUP:
            yield from _group(item, value, names)
        case Kind.TEXTS:
            yield f"- {item.title}: {values.write(item, value, names)}"
        case _:
            own, *more = escapes.escaped(value)
            if more:
                yield f"- {item.title}:"
                yield from _indented([own, *more])
            else:
                yield f"- {item.title}: {own}"


def _group(item: Field, value: Record, names: Names) -> Iterator[str]:
    """A group's choices on one line, as they need no more than a word each."""
    layout = plan(type(value))
    words = [
        f"{inner.title.lower()} {values.write(inner, part, names)}"
        for inner in layout.words
        if (part := getattr(value, inner.name)) != inner.default
    ]
    yield f"- {item.title}: {', '.join(words)}" if words else f"- {item.title}"
    yield from _indented(_fields(value, layout, names))


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)
