"""Contact by month as a picture: a row for each member, a cell for each of twelve months."""

from collections.abc import Callable, Sequence

from textual.content import Content

from coalition_tui.rules.coalition_network import Network, Seat
from coalition_tui.rules.pictures import MONTHS, ContactMap, contact_map
from coalition_tui.tui.layout import fit, short_name, text
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.grid import note
from coalition_tui.tui.panes.tables import MUTED, Scene
from coalition_tui.tui.panes.view import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.wording import MONTHS as MONTH_NAMES
from coalition_tui.workspace import Place

SHADES = ((5, "█"), (3, "▓"), (2, "▒"), (1, "░"))
CELL, WIDE_CELL = 3, 5
LEGEND = "░ 1   ▒ 2   ▓ 3 to 4   █ 5 and more contacts in a month   · none"


def contact_rows(scene: Scene, net: Network) -> list[Row]:
    """The members by month; shade and number say the same."""
    found = contact_map(net.subject, scene.workspace, scene.today)
    if not found.rows:
        return [note("No members yet, so there is no contact to show.")]
    rows = [_row(scene, seat, counts) for seat, counts in found.rows]
    return [*rows, Row("space", lambda width: [Content("")], (), 1), note(LEGEND)]


def contact_header(scene: Scene, net: Network) -> Line | None:
    """The months above the cells."""
    found = contact_map(net.subject, scene.workspace, scene.today)
    return _months(found) if found.rows else None


def shade(count: int) -> str:
    """The glyph for a number of contacts; a dot for none."""
    return next((glyph for least, glyph in SHADES if count >= least), "·")


def _cell(width: int) -> int:
    """How wide a month is: wide enough for its name where there is room."""
    return WIDE_CELL if width >= MONTHS * WIDE_CELL + 16 else CELL


def _months(found: ContactMap) -> Callable[[int], Content]:
    def line(width: int) -> Content:
        cell = _cell(width)
        names = [MONTH_NAMES[each.month - 1][: cell - 2] for each in found.months]
        cells = "".join(f"{name:<{cell}}" for name in names)
        return fit(Content(""), width - MONTHS * cell) + Content.styled(cells, MUTED)

    return line


def _row(scene: Scene, seat: Seat, counts: Sequence[int]) -> Row:
    def lines(width: int) -> Sequence[Content]:
        cell = _cell(width)
        cells = [_month(count, cell) for count in counts]
        room = width - MONTHS * cell - 1
        name = fit(text(short_name(seat.name, room), "bold"), room)
        return [name + Content(" ") + Content("").join(cells)]

    severity = scene.marks.get(seat.path)
    return Row(
        seat.member.id,
        lines,
        (),
        1,
        flag=sign(severity) if severity else None,
        place=Place("coalitions", scene.top.id, seat.path),
    )


def _month(count: int, width: int) -> Content:
    if not count:
        return Content.styled(f"{'·':<{width}}", MUTED)
    glyph = shade(count) * (2 if width == WIDE_CELL else 1)
    number = f"{min(count, 99)}"
    return Content.styled(glyph, "$accent") + Content(number.ljust(width - len(glyph)))
