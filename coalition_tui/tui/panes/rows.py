"""A record's sections as rows, derived from their declarations."""

from collections.abc import Callable, Iterator, Sequence

from textual.content import Content

from coalition_tui.fields import Field, Kind, field, fields, headline, is_content, noun
from coalition_tui.integrity import INSIDE
from coalition_tui.model import Brief, Record
from coalition_tui.pointer import Path
from coalition_tui.sections import Section
from coalition_tui.tui.layout import Column, fit, joined, labelled, text, widths, wrapped
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.coalition_tables import COALITION_TABLES
from coalition_tui.tui.panes.tables import MUTED, TABLES, Scene, Table
from coalition_tui.tui.widgets.row import Row
from coalition_tui.wording import in_words
from coalition_tui.workspace import Top, Workspace

LABEL = 9
"""Room for the title of a text, at least."""
LONG_LABEL = 14
ROOM_BESIDE = 50
"""From this width on a longer title than that stands beside its text, not above it."""
DETAIL = 18
INDENT = "  "


def section_rows(section: Section, scene: Scene) -> list[Row]:
    """The rows of a section, in the order of the record."""
    if section.inner:
        return list(_inner_lists(section, scene))
    several = len(section.fields) > 1
    rows: list[Row] = []
    for item in section.declared:
        if item.kind is Kind.RECORDS:
            rows.extend(_list(item, (item.name,), scene, headed=several))
        else:
            label = max(LABEL, *(len(each.title) + 2 for each in section.declared))
            rows.append(_text(item, scene, label))
    return rows


def table(record: type[Record]) -> Table:
    """The columns of a kind of record; its headline when it has none."""
    found = TABLES.get(record) or COALITION_TABLES.get(record)
    return found or Table((Column("", weight=1),), lambda each, _: (text(headline(each)),))


def is_titled(section: Section) -> bool:
    """Whether the columns of a section need a line above them."""
    item = section.declared[0]
    return not section.inner and item.kind is Kind.RECORDS and table(item.item).titled


def header(section: Section, scene: Scene) -> Callable[[int], Content] | None:
    """The line above the columns, where they need one."""
    if not is_titled(section):
        return None
    item = section.declared[0]
    records = getattr(scene.top, item.name)
    if not records:
        return None
    line = _Lines(records, table(item.item), scene)
    return line.header


def _text(item: Field, scene: Scene, label: int) -> Row:
    value = getattr(scene.top, item.name)

    def lines(width: int) -> Sequence[Content]:
        above = label > LONG_LABEL and width < ROOM_BESIDE
        room = width - (len(INDENT) if above else label)
        if not is_content(item, value):
            found = wrapped(item.question, room, f"{MUTED} italic")
        elif item.kind is Kind.TEXTS:
            found = wrapped("\n".join(value), room)
        else:
            found = wrapped(in_words(item, value, scene.names), room)
        if above:
            return [Content.styled(item.title, MUTED), *(Content(INDENT) + each for each in found)]
        return labelled(item.title, found, width, label)

    return Row(item.name, lines, (item.name,), flag=_flag(scene, (item.name,)))


def _flag(scene: Scene, path: Path) -> Content | None:
    severity = scene.marks.get(path)
    return sign(severity) if severity else None


def _list(item: Field, path: Path, scene: Scene, *, headed: bool) -> Iterator[Row]:
    records = getattr(scene.top, item.name)
    if headed:
        yield _heading(item, len(records), path, scene)
    elif not records:
        yield _empty(item, path, scene)
    yield from _records(records, path, _Lines(records, table(item.item), scene))


def _records(records: Sequence[Record], path: Path, lines: "_Lines") -> Iterator[Row]:
    for position, record in enumerate(records):
        yield Row(
            _key(record, (*path, position)),
            lines.of(record),
            (*path, position),
            head=1 if lines.scene.full else 0,
            flag=_flag(lines.scene, (*path, position)),
        )


def _inner_lists(section: Section, scene: Scene) -> Iterator[Row]:
    """The lists that the records of a list hold, each below the name of its owner."""
    outer = section.declared[0]
    owners: Sequence[Record] = getattr(scene.top, outer.name)
    if not owners:
        words = f"{section.title} belong to a {noun(outer.item)}, and there is none yet."
        yield _note((outer.name,), words)
    item = field(outer.item, section.inner)
    lines = _Lines(
        [each for owner in owners for each in getattr(owner, section.inner)],
        table(item.item),
        scene,
    )
    for position, owner in enumerate(owners):
        path: Path = (outer.name, position, section.inner)
        held = getattr(owner, section.inner)
        line = _owner_line(owner, item, held)
        flag = _flag(scene, path)
        yield Row(f"of-{_key(owner, path)}", line, path, 1, flag=flag, heading=True)
        yield from _records(held, path, lines)


def _owner_line(
    owner: Record, item: Field, held: Sequence[Record]
) -> Callable[[int], Sequence[Content]]:
    none = "" if held else f"  no {item.title.lower()} yet: a adds one"

    def lines(width: int) -> Sequence[Content]:
        return [(text(headline(owner), "bold") + Content.styled(none, MUTED)).truncate(width)]

    return lines


def _heading(item: Field, count: int, path: Path, scene: Scene) -> Row:
    note = f"  {count}" if count else "  none yet: a adds one"

    def lines(width: int) -> Sequence[Content]:
        title = Content.styled(item.title, "$secondary bold") + Content.styled(note, MUTED)
        return [title.truncate(width)]

    return Row(f"list-{item.name}", lines, path, 1, flag=_flag(scene, path), heading=True)


def _empty(item: Field, path: Path, scene: Scene) -> Row:
    words = f"{item.question}\na adds the first {noun(item.item)}."
    return _note(path, words, _flag(scene, path))


def empty_row(section: Section) -> Row:
    """What a section asks, while there is nothing to show it of."""
    return _note((), f"{section.title}: {section.question}")


def _note(path: Path, words: str, flag: Content | None = None) -> Row:
    def lines(width: int) -> Sequence[Content]:
        return wrapped(words, width, f"{MUTED} italic")

    return Row(f"empty-{words[:20]}", lines, path, flag=flag)


def _key(record: Record, path: Path) -> str:
    return str(getattr(record, "id", "")) or "-".join(map(str, path))


class _Lines:
    """The lines of a list's records, their columns measured together once for each width."""

    def __init__(self, records: Sequence[Record], layout: Table, scene: Scene) -> None:
        self.scene = scene
        self.layout = layout
        self.cells = {id(each): self._cells(each) for each in records}
        self._sizes: dict[int, list[int]] = {}

    def _cells(self, record: Record) -> Sequence[Content]:
        drawn = self.scene.cells
        if id(record) not in drawn:
            drawn[id(record)] = self.layout.cells(record, self.scene)
        return drawn[id(record)]

    def sizes(self, width: int) -> list[int]:
        if width not in self._sizes:
            self._sizes[width] = widths(self.layout.columns, list(self.cells.values()), width)
        return self._sizes[width]

    def _short(self, cells: Sequence[Content], width: int) -> list[Content]:
        if width >= self.layout.stacked:
            return [joined(cells, self.sizes(width))]
        main = self.layout.main
        others = [
            self._named(column, cell)
            for index, (column, cell) in enumerate(zip(self.layout.columns, cells, strict=True))
            if index != main and cell and column.from_width <= width
        ]
        # The state comes first; of what else there is, what has a title stays in its order.
        ordered = [others[-1], *others[:-1]] if self.layout.titled else others[::-1]
        below = Content.styled(" · ", MUTED).join(ordered)
        return [fit(cells[main], width), fit(Content(INDENT) + below, width)]

    def _named(self, column: Column, cell: Content) -> Content:
        """A cell with its column's title, where the titles stand above no column."""
        named = self.layout.titled and column.weight
        return Content.styled(f"{column.title}: ", MUTED) + cell if named else cell

    def header(self, width: int) -> Content:
        if width < self.layout.stacked:
            return Content("")
        titles = [Content.styled(column.title, MUTED) for column in self.layout.columns]
        return joined(titles, self.sizes(width))

    def of(self, record: Record) -> Callable[[int], Sequence[Content]]:
        def lines(width: int) -> Sequence[Content]:
            first = self._short(self.cells[id(record)], width)
            if not self.scene.full:
                return first
            return [*first, *details(record, self.scene, width), Content("")]

        return lines


def details(record: Record, scene: Scene, width: int) -> list[Content]:
    """Every field of a record that says something, each with its title."""
    found: list[Content] = []
    for item in fields(type(record)):
        value = getattr(record, item.name)
        if item.kind is Kind.ID or not is_content(item, value):
            continue
        if item.kind is Kind.RECORDS:
            lines = [
                line
                for each in value
                for line in wrapped(_inner(each, scene), width - DETAIL - len(INDENT))
            ]
        else:
            words = in_words(item, value, scene.names)
            lines = wrapped(words, width - DETAIL - len(INDENT))
        indented = labelled(item.title, lines, width - len(INDENT), DETAIL)
        found.extend(Content(INDENT) + line for line in indented)
    return found


def _inner(record: Record, scene: Scene) -> str:
    parts = [
        in_words(item, getattr(record, item.name), scene.names)
        for item in fields(type(record))
        if item.kind in (Kind.CHOICE, Kind.DATE, Kind.TEXT, Kind.LINE)
    ]
    return " · ".join(part for part in parts if part)


def count_label(top: Record, section: Section) -> str:
    """What a section holds, in a word: `3`, `1/2`, or `–` for nothing."""
    if not section.fields:
        return ""
    if section.inner:
        owners = getattr(top, section.fields[0])
        total = sum(len(getattr(owner, section.inner)) for owner in owners)
        return str(total) if total else "–"
    lists = [item for item in section.declared if item.kind is Kind.RECORDS]
    if lists:
        total = sum(len(getattr(top, item.name)) for item in lists)
        return str(total) if total else "–"
    done = sum(is_content(item, getattr(top, item.name)) for item in section.declared)
    return f"{done}/{len(section.fields)}" if done else "–"


def drawn_from(
    workspace: Workspace, top: Top | None, shown: Sequence[Section]
) -> tuple[object, ...]:
    """Everything that a pane draws: when none of it is replaced, nothing is drawn again."""
    if top is None:
        return (None,)
    own = [name for section in shown for name in section.fields]
    names = INSIDE.values() if isinstance(top, Brief) else ()
    around = (
        (workspace.people, workspace.coalitions)
        if isinstance(top, Brief)
        else (workspace.people, workspace.briefs)
    )
    return (*(getattr(top, name) for name in (*own, *names)), *around)
