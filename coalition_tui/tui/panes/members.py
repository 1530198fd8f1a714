"""The members of a coalition: what they see, what they carry, and the last contact."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from coalition_tui.model import Coalition, Member
from coalition_tui.rules.coalition_network import Network
from coalition_tui.tui.layout import Column, fit, joined, text, widths
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.grid import note
from coalition_tui.tui.panes.rows import details
from coalition_tui.tui.panes.tables import CARE, MUTED, Scene
from coalition_tui.tui.panes.view import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.wording import plural

COLUMNS = (
    Column("Member", most=24),
    Column("Sees what the others don't", weight=1, least=12),
    Column("Carries", most=22, from_width=76),
    Column("Seat", most=12, from_width=96),
    Column("Contact · every", most=18),
)
STACKED = 64
NAME, SEES = 0, 1


def member_rows(scene: Scene, net: Network) -> list[Row]:
    """The members in their order; those who left keep their place."""
    coalition = net.subject
    if not coalition.members:
        return [_empty()]
    table = _Members(coalition, scene, net)
    rows = []
    for position, member in enumerate(coalition.members):
        path = ("members", position)
        severity = scene.marks.get(path)
        rows.append(
            Row(
                member.id,
                partial(table.lines, member),
                path,
                head=1 if scene.full else 0,
                flag=sign(severity) if severity else None,
            )
        )
    return rows


def member_header(scene: Scene, net: Network) -> Line | None:
    """The titles of the columns."""
    if not net.subject.members or scene.full:
        return None
    return _Members(net.subject, scene, net).header


def _empty() -> Row:
    words = note(
        "Who belongs to it?\na adds the first member: type a part of a name, or a new one."
    )
    return Row("empty-members", words.lines, ("members",))


class _Members:
    """The cells of all members, and their widths for each width of the pane."""

    def __init__(self, coalition: Coalition, scene: Scene, net: Network) -> None:
        self.scene = scene
        self.net = net
        self.cells = {each.id: tuple(self._cells(each)) for each in coalition.members}
        self._sizes: dict[int, list[int]] = {}

    def header(self, width: int) -> Content:
        if width < STACKED:
            return Content("")
        titles = [Content.styled(column.title, MUTED) for column in COLUMNS]
        return joined(titles, self._fit(width))

    def lines(self, member: Member, width: int) -> Sequence[Content]:
        cells = self.cells[member.id]
        if width >= STACKED:
            first = [joined(cells, self._fit(width))]
        else:
            contact = cells[-1]
            name = fit(cells[NAME], width - contact.cell_length - 1)
            first = [name + Content(" ") + contact]
            if cells[SEES]:
                first.append(fit(Content("  ") + cells[SEES].stylize(MUTED), width))
        if self.scene.full:
            return [*first, *details(member, self.scene, width), Content("")]
        return first

    def _fit(self, width: int) -> list[int]:
        if width not in self._sizes:
            self._sizes[width] = widths(COLUMNS, list(self.cells.values()), width)
        return self._sizes[width]

    def _cells(self, member: Member) -> Iterator[Content]:
        gone = member.left_on is not None and member.left_on <= self.scene.today
        name = self.scene.words(member, "person") or "nobody"
        yield text(name, MUTED if gone else "bold")
        yield text(member.perspective, MUTED if gone else "")
        yield text(" · ".join(_carries(member)), MUTED)
        yield text(_seat(member), "$secondary")
        if gone:
            yield text(f"– left {self.scene.day(member.left_on)}", MUTED)
        else:
            yield self._contact(member)

    def _contact(self, member: Member) -> Content:
        contacts = self.net.contacts_with(member.person)
        if not contacts:
            return Content.styled("○ none yet", CARE)
        ago = min(each.ago for each in contacts)
        days = "today" if not ago else plural(ago, "day")
        if not member.cadence_days:
            return text(f"● {days}", MUTED)
        late = ago > member.cadence_days
        glyph, style = ("○", CARE) if late else ("●", MUTED)
        return text(f"{glyph} {days} · {member.cadence_days}", style)


def _carries(member: Member) -> Iterator[str]:
    if member.formal_authority:
        yield "authority"
    if member.informal_influence:
        yield "influence"


def _seat(member: Member) -> str:
    if member.investing:
        return "◆ investing"
    return "◇ one of 5" if member.five_seat else ""
