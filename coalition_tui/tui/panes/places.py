"""Where a person appears: coalitions, briefs, and what they promised there."""

from collections.abc import Iterator

from textual.content import Content

from coalition_tui.directory import Appearances
from coalition_tui.fields import field
from coalition_tui.model import Brief, Coalition, Member
from coalition_tui.tui.layout import Column, text
from coalition_tui.tui.panes.grid import Line, grid, heading, note
from coalition_tui.tui.panes.tables import MUTED, Scene, state
from coalition_tui.tui.widgets.row import Row
from coalition_tui.workspace import Place

_WHERE = Column("Where", weight=2, least=12)
_AS = Column("As", weight=2, least=10)
_SINCE = Column("Since", most=38, from_width=56)
_PROMISES = (
    Column("What", weight=1),
    Column("Where", most=30, from_width=70),
    Column("Due", most=11, from_width=56),
    Column("State", most=11),
)


def place_rows(scene: Scene, found: Appearances) -> list[Row]:
    """Each place of a person; Enter leads there."""
    person = scene.top.id
    members = found.members.get(person, [])
    parties = found.parties.get(person, [])
    if not members and not parties:
        return [note("In no coalition and no brief yet. A brief's party, or a member, names them.")]
    rows = []
    if members:
        rows.append(heading("Coalitions"))
        rows += grid((_WHERE, _AS, _SINCE), _members(scene, members))
    if parties:
        rows.append(heading("Briefs"))
        rows += grid((_WHERE, _AS, _SINCE), _parties(parties))
    commitments = list(_commitments(scene, found))
    if commitments:
        rows.append(heading("Commitments"))
        rows += grid(_PROMISES, commitments)
    return rows


def _members(scene: Scene, members: list[tuple[Coalition, int]]) -> Iterator[Line]:
    for coalition, position in members:
        member = coalition.members[position]
        yield Line(
            f"member-{coalition.id}-{member.id}",
            (text(coalition.name, "bold"), text(member.perspective), _since(scene, member)),
            place=Place("coalitions", coalition.id, ("members", position)),
        )


def _since(scene: Scene, member: Member) -> Content:
    if member.left_on is not None:
        return text(f"– left {scene.day(member.left_on)}", MUTED)
    seat = " · one of five" if member.five_seat else ""
    since = f"member since {scene.day(member.joined_on)}" if member.joined_on else "member"
    return text(since + seat, MUTED)


def _parties(parties: list[tuple[Brief, int]]) -> Iterator[Line]:
    labels = field(Brief, "status").labels
    for brief, position in parties:
        party = brief.parties[position]
        yield Line(
            f"party-{brief.id}-{party.id}",
            (
                text(brief.title, "bold"),
                text(f"as {party.name}"),
                text(labels[brief.status], MUTED),
            ),
            place=Place("briefs", brief.id, ("parties", position)),
        )


def _commitments(scene: Scene, found: Appearances) -> Iterator[Line]:
    for brief, position, each in found.commitments(scene.top.id):
        yield Line(
            f"commitment-{brief.id}-{each.id}",
            (
                text(each.what),
                text(brief.title, MUTED),
                text(scene.day(each.due), MUTED),
                state(each.state),
            ),
            place=Place("briefs", brief.id, ("commitments", position)),
        )
