"""What flows both ways, as a picture: bars to the left and right, and the kinds in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import zip_longest

from textual.content import Content

from coalition_tui.rules.coalition_network import Network
from coalition_tui.rules.pictures import Flow, flows
from coalition_tui.tui.layout import fit, text, wrapped
from coalition_tui.tui.panes.check_rows import sign
from coalition_tui.tui.panes.grid import note
from coalition_tui.tui.panes.tables import MUTED, Scene
from coalition_tui.tui.panes.view import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.workspace import Place

BLOCK = "■"
WORDS = {
    "give": "support",
    "receive": "support",
    "defend": "defended",
    "introduce": "introductions",
    "celebrate": "celebrated",
}
"""What flows, said so that it reads from either side."""
NAME = 22
ROOMY = 72
"""From this width on the words stand below their own side."""


def flow_rows(scene: Scene, net: Network) -> list[Row]:
    """A bar to each side for each member, one block for each time; never a balance."""
    found = flows(net.subject, scene.workspace, scene.today)
    if not found:
        return [note("No members yet, so nothing flows.")]
    return [_row(scene, each) for each in found]


def flow_header(_: Scene, net: Network) -> Line | None:
    """Which side is which."""
    if not net.members:
        return None

    def line(width: int) -> Content:
        name, half = _sides(width)
        left = Content.styled("you gave", MUTED)
        right = Content.styled("you received", MUTED)
        return fit(Content(""), name) + _right(left, half) + Content("   ") + right

    return line


def _sides(width: int) -> tuple[int, int]:
    name = NAME if width >= ROOMY else 16
    return name, max(4, (width - name - 3) // 2)


def _right(content: Content, width: int) -> Content:
    cut = content.truncate(width, ellipsis=True)
    return cut.pad_left(width - cut.cell_length)


def _row(scene: Scene, flow: Flow) -> Row:
    severity = scene.marks.get(flow.seat.path)
    return Row(
        flow.seat.member.id,
        partial(_lines, flow),
        (),
        flag=sign(severity) if severity else None,
        place=Place("coalitions", scene.top.id, flow.seat.path),
    )


def _lines(flow: Flow, width: int) -> Sequence[Content]:
    name, half = _sides(width)
    given = Content.styled(_bar(flow.from_me, half), "$accent")
    received = Content.styled(_bar(flow.to_me, half), "$secondary")
    middle = Content.styled(" │ ", MUTED)
    bars = fit(text(flow.seat.name, "bold"), name) + _right(given, half) + middle + received
    gave, got = _words(flow.from_me), _words(flow.to_me)
    nothing = Content.styled("nothing on record", MUTED)
    if not gave and not got and width >= ROOMY:
        return [fit(text(flow.seat.name, "bold"), name) + _right(nothing, half) + middle]
    if not gave and not got:
        return [bars, fit(Content("  ") + nothing, width)]
    if width >= ROOMY:
        left = wrapped(gave or "nothing", half, MUTED)
        right = wrapped(got or "nothing", half, MUTED)
        return [
            bars,
            *(
                Content(" " * name) + _right(one, half) + middle + other
                for one, other in zip_longest(left, right, fillvalue=Content(""))
            ),
        ]
    below = (f"  from you: {gave or 'nothing'}", f"  to you: {got or 'nothing'}")
    return [bars, *(fit(Content.styled(each, MUTED), width) for each in below)]


def _bar(counts: Mapping[str, int], room: int) -> str:
    """One block for each time; a + where there is no room for all."""
    total = sum(counts.values())
    return BLOCK * total if total <= room else f"{BLOCK * (room - 1)}+"


def _words(counts: Mapping[str, int]) -> str:
    """What it was in words, each with how often."""
    found: Counter[str] = Counter()
    for kind, count in counts.items():
        found[WORDS[kind]] += count
    return ", ".join(
        word + (f" {count}×" if count > 1 else "") for word, count in found.items() if count
    )
