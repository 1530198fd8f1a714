"""Who connects whom: first on whom it hangs, then who met whom; the writer left out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from coalition_tui.rules.coalition_graph import Hinge
from coalition_tui.rules.coalition_network import Network, Seat, listed
from coalition_tui.rules.pictures import Connections, connections
from coalition_tui.tui.layout import labelled, packed, text, wrapped
from coalition_tui.tui.panes.contact import shade
from coalition_tui.tui.panes.grid import heading, note
from coalition_tui.tui.panes.tables import CARE, GOOD, MUTED, Scene
from coalition_tui.tui.widgets.row import Row
from coalition_tui.workspace import Place

NAME = 22


def tie_rows(scene: Scene, net: Network) -> list[Row]:
    """The people it all hangs on with what falls apart, then each member's ties."""
    if len(net.members) < 2:
        return [note("It takes two members to be connected.")]
    found = connections(net.subject, scene.workspace, scene.today)
    return [
        heading("On whom it hangs", "you left out"),
        *_hinge_rows(scene, found),
        heading("Who met whom", "times in a year, you left out"),
        *_tie_rows(scene, net, found),
    ]


def _hinge_rows(scene: Scene, found: Connections) -> Iterator[Row]:
    if not found.hinges:
        yield Row("no-hinge", lambda width: wrapped("✓ On nobody alone.", width, GOOD))
    for each in found.hinges:
        yield Row(
            f"hinge-{each.seat.member.id}",
            partial(_branches, each),
            place=Place("coalitions", scene.top.id, each.seat.path),
        )


def _branches(hinge: Hinge, width: int) -> Sequence[Content]:
    """A tree: the person, and the parts that lose each other without them."""
    lines = [
        (
            Content.styled("◆ ", CARE)
            + text(hinge.seat.name, "bold")
            + Content.styled("  without them these lose each other:", MUTED)
        ).truncate(width, ellipsis=True)
    ]
    for number, part in enumerate(hinge.parts):
        last = number == len(hinge.parts) - 1
        names = wrapped(listed(seat.name for seat in part), width - 5)
        for index, line in enumerate(names):
            branch = ("╰─ " if last else "├─ ") if index == 0 else ("   " if last else "│  ")
            lines.append(Content.styled(f"  {branch}", MUTED) + line)
    return lines


def _tie_rows(scene: Scene, net: Network, found: Connections) -> Iterator[Row]:
    ties: dict[str, list[tuple[int, Seat]]] = defaultdict(list)
    for each in found.ties:
        ties[each.one.person].append((each.times, each.other))
        ties[each.other.person].append((each.times, each.one))
    for seat in net.members:
        yield Row(
            f"tie-{seat.member.id}",
            partial(_ties, seat, ties[seat.person]),
            place=Place("coalitions", scene.top.id, seat.path),
        )


def _ties(seat: Seat, ties: Sequence[tuple[int, Seat]], width: int) -> Sequence[Content]:
    room = NAME if width >= 64 else 16
    if ties:
        order = sorted(ties, key=lambda tie: -tie[0])
        parts = [
            Content.styled(shade(times), "$accent") + Content(f"{times} ") + text(other.name)
            for times, other in order
        ]
        lines = packed(parts, width - room)
    else:
        lines = [Content.styled("○ met no other member", CARE)]
    return labelled(seat.name, lines, width, room)
