"""The records of a brief as tables and lists."""

from collections.abc import Iterable, Mapping, Sequence

from coalition_tui.clean import clean, one_line
from coalition_tui.exchange.html.markup import Element, element, joined
from coalition_tui.exchange.outline import Entry, Fact
from coalition_tui.fields import Field, Kind, field, fields, headline_field, is_content
from coalition_tui.model import (
    Accountability,
    Channel,
    Commitment,
    Credit,
    DecisionRight,
    Interest,
    Party,
    Record,
    Room,
)
from coalition_tui.wording import Names, in_words

COLUMNS: Mapping[type[Record], tuple[str, ...]] = {
    Party: ("must_believe", "responsibilities", "alignment", "early_warning"),
    Commitment: ("by", "to", "due", "state", "backup"),
    DecisionRight: ("deciders", "consulted", "informed", "accepted_by", "due", "state"),
    Channel: ("purpose", "members"),
    Room: ("advocates",),
    Credit: ("party", "person", "contribution", "shown_where", "shown_on"),
    Accountability: ("party", "consequence"),
}
"""The columns after the first, which is what the record is called; the last holds the rest."""

_REST = "More"


def listed(entries: Sequence[Entry], names: Names, label: str) -> Element:
    """Records of one kind: a table where that reads well, else a list."""
    columns = COLUMNS.get(type(entries[0].record))
    if columns is None:
        return element("ul", *map(_item, entries), class_="entries")
    return _table(entries, columns, names, label)


def matrix(lists: Sequence[tuple[str, Sequence[Entry]]], label: str) -> Element:
    """The interests: a row for each party, a column for what it needs, fears, owns, protects."""
    stance = field(Interest, "stance")
    titles = {value: words.capitalize() for value, words in stance.labels.items()}
    rows = []
    for owner, entries in lists:
        by_stance: dict[str, list[Entry]] = {value: [] for value in titles}
        for each in entries:
            by_stance[getattr(each.record, stance.name)].append(each)
        cells = [
            (
                titles[value],
                element("ul", *(_item(each, lead=False) for each in held)) if held else "",
            )
            for value, held in by_stance.items()
        ]
        rows.append(_row(owner, cells))
    return _framed(("Party", *titles.values()), rows, label)


def words(text: str, tag: str = "p", **attributes: str) -> Element:
    """A person's text, in the direction of its own script, with its own line breaks."""
    return element(tag, clean(text).strip(), dir="auto", **attributes)


def facts(found: Iterable[Fact]) -> Element:
    """Fields in a row, each title before its value."""
    return joined(*map(_fact, found))


def _fact(fact: Fact) -> Element:
    if not fact.value:
        return joined(element("span", element("b", fact.title), class_="fact"), " ")
    said = (element("b", fact.label), " ", words(fact.value, "span"))
    return joined(element("span", *said, class_="fact"), " ")


def _item(each: Entry, *, lead: bool = True) -> Element:
    opening = joined(words(each.lead, "b", class_="lead"), " ") if lead and each.lead else ""
    rest = (*each.facts, *each.texts)
    below = joined(" ", element("span", facts(rest), class_="rest")) if rest else ""
    return element("li", opening, words(each.headline or "…", "span"), below)


def _table(entries: Sequence[Entry], columns: Sequence[str], names: Names, label: str) -> Element:
    kind = type(entries[0].record)
    used = [
        item
        for item in fields(kind)
        if item.name in columns
        and any(
            is_content(item, getattr(each.record, item.name)) or item.choices for each in entries
        )
    ]
    used.sort(key=lambda item: columns.index(item.name))
    shown = {item.name for item in used}
    rests = [
        [fact for fact in (*each.facts, *each.texts) if fact.item.name not in shown]
        for each in entries
    ]
    rows = []
    for each, rest in zip(entries, rests, strict=True):
        cells = [(item.title, words(_value(each.record, item, names), "span")) for item in used]
        more = [(_REST, element("span", facts(rest), class_="rest") if rest else Element())]
        cells += more if any(rests) else []
        rows.append(_row(each.headline or "…", cells, **_state(each.record)))
    titles = [headline_field(kind).title, *(item.title for item in used)]
    return _framed([*titles, *([_REST] if any(rests) else [])], rows, label)


def _state(record: Record) -> dict[str, str]:
    state = getattr(record, "state", "")
    return {"data_state": state} if state else {}


def _value(record: Record, item: Field, names: Names) -> str:
    value = getattr(record, item.name)
    if item.kind is not Kind.GROUP:
        return in_words(item, value, names)
    by_value: dict[str, list[str]] = {}
    for inner in fields(item.item):
        part = getattr(value, inner.name)
        by_value.setdefault(in_words(inner, part, names), []).append(inner.title.lower())
    return "; ".join(f"{one_line(said)}: {', '.join(held)}" for said, held in by_value.items())


def _framed(titles: Sequence[str], rows: Sequence[Element], label: str) -> Element:
    """A table whose roles are said, as they would be lost where it is laid out as cards."""
    heads = (element("th", title, scope="col", role="columnheader") for title in titles)
    return element(
        "table",
        element("caption", label),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *rows, role="rowgroup"),
        role="table",
    )


def _row(head: str, cells: Iterable[tuple[str, str]], **attributes: str) -> Element:
    name = element("th", words(head, "span"), scope="row", role="rowheader")
    others = (
        joined("\n", element("td", value, role="cell", data_title=title)) for title, value in cells
    )
    return element("tr", name, *others, role="row", **attributes)
