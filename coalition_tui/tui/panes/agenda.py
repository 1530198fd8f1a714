"""What is due as rows: how late or how soon in words, what, who, and where."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from coalition_tui.fields import headline
from coalition_tui.rules.agenda import AgendaLine, in_words
from coalition_tui.tui.layout import Column, text
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.grid import Line, grid, heading, note
from coalition_tui.tui.panes.tables import BAD, CARE, MUTED
from coalition_tui.tui.widgets.row import Row
from coalition_tui.wording import day, plural
from coalition_tui.workspace import Workspace

KINDS = {
    "commitment": "commitment",
    "decision": "decision",
    "forum": "forum",
    "contact": "contact",
    "review": "review",
    "landed": "defend",
    "signal": "signal",
}
"""What each kind is called here."""

COLUMNS = (
    Column("When", most=16),
    Column("Date", most=11, from_width=90),
    Column("Kind", most=10),
    Column("What", weight=3, least=12),
    Column("Who", weight=2, least=10),
    Column("Where", most=22, from_width=100),
)


def agenda_rows(lines: Sequence[AgendaLine], workspace: Workspace, today: date) -> list[Row]:
    """What is late, what is due today, and what is ahead, each below its heading."""
    if not lines:
        return [note("Nothing is due. + looks further ahead.")]
    groups: dict[str, list[Line]] = {"Overdue": [], "Today": [], "Ahead": []}
    for number, line in enumerate(lines):
        group = "Overdue" if line.on < today else "Today" if line.on == today else "Ahead"
        groups[group].append(
            Line(
                _key(line),
                tuple(_cells(line, workspace, today)),
                (number,),
                flag=sign("fail") if group == "Overdue" else None,
            )
        )
    rows = []
    table = iter(grid(COLUMNS, [each for group in groups.values() for each in group]))
    for title, members in groups.items():
        if members:
            rows.append(heading(title, str(len(members))))
            rows += [next(table) for _ in members]
    return rows


def _key(line: AgendaLine) -> str:
    return f"{line.kind}-{line.place.table}-{line.place.id}-{'-'.join(map(str, line.place.path))}"


def _cells(line: AgendaLine, workspace: Workspace, today: date) -> Iterator[Content]:
    days = (line.on - today).days
    if days < 0:
        yield text(f"{plural(-days, 'day')} late", BAD)
    elif days == 0:
        yield Content.styled("today", CARE)
    else:
        yield text(f"in {plural(days, 'day')}", MUTED)
    yield text(day(line.on, today), MUTED)
    yield text(KINDS[line.kind], "$secondary")
    yield text(in_words(line), "bold")
    yield text(line.who)
    yield text(_where(line, workspace), MUTED)


def _where(line: AgendaLine, workspace: Workspace) -> str:
    key = line.coalition or line.brief
    top = workspace.coalitions.get(key) or workspace.briefs.get(key)
    return headline(top) if top is not None else ""
