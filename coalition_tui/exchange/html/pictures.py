"""The seven strengths and the first collision as pictures, each with the same in words."""

from collections.abc import Sequence

from coalition_tui.clean import clean, one_line
from coalition_tui.exchange.html.markup import Element, element
from coalition_tui.exchange.html.records import words
from coalition_tui.fields import headline, noun
from coalition_tui.model import Brief, Commitment, DecisionRight, Record, Room
from coalition_tui.rules.rehearsal import Lost, is_enough, rehearse_each
from coalition_tui.rules.strengths import Strength, strengths
from coalition_tui.wording import plural

_WIDTH, _HEIGHT, _GAP, _MARK, _MOST = 120, 10, 2, 12, 12
_NO_DATA = "Not enough data"

_SHAPES: dict[type[Record], str] = {
    Commitment: '<rect x="1" y="1" width="8" height="8" rx="1"/>',
    DecisionRight: '<path d="M5 0 10 5 5 10 0 5z"/>',
    Room: '<circle cx="5" cy="5" r="4.5"/>',
}
"""What is lost, told by shape and not by colour."""


def strengths_figure(brief: Brief) -> Element:
    """How much of each strength there is, and what it lacks."""
    return element("ul", *map(_strength, strengths(brief)), class_="bars strengths")


def rehearsal_figure(brief: Brief) -> Element:
    """What is lost when one of the others drops out."""
    if not is_enough(brief):
        return element("p", f"{_NO_DATA}: this needs two other parties, and something to lose.")
    legend = (
        element("span", _picture(_shape(kind, 0), 10, noun(kind)), f" {noun(kind)}", class_="fact")
        for kind in _SHAPES
    )
    rows = (_lost(one_line(party.name), lost) for party, lost in rehearse_each(brief))
    return element(
        "div",
        element("p", *legend, class_="legend"),
        element("ul", *rows, class_="bars losses"),
    )


def _strength(each: Strength) -> Element:
    said = f"{each.have} of {each.of}" if each.of else _NO_DATA.lower()
    state = _NO_DATA if each.state == "unknown" else f"{each.state}, {said}"
    missing = ", ".join(each.missing_words)
    lacks = words(f"Missing: {missing}", "span", class_="rest") if missing else Element()
    return element(
        "li",
        element("b", each.title),
        _picture(_segments(each), _WIDTH, f"{each.title}: {state}"),
        element("span", state, class_="said", aria_hidden="true"),
        lacks,
        data_state=each.state,
    )


def _segments(each: Strength) -> Element:
    """One bar in as many parts as there are things asked for; many run together."""
    count = max(each.of, 1)
    gap = _GAP if count * _GAP * 3 < _WIDTH else 0
    step = (_WIDTH + gap) / count
    return Element(
        "".join(
            f'<rect class="{"have" if place < each.have else "lack"}" x="{place * step:.2f}" '
            f'y="1" width="{step - gap:.2f}" height="{_HEIGHT - 2}"/>'
            for place in range(count)
        )
    )


def _lost(name: str, lost: Lost) -> Element:
    groups: tuple[tuple[type[Record], Sequence[Record]], ...] = (
        (Commitment, lost.commitments),
        (DecisionRight, lost.decision_rights),
        (Room, lost.rooms),
    )
    counts = [plural(len(held), noun(kind)) for kind, held in groups if held]
    said = f"loses {', '.join(counts)}" if counts else "survives"
    kinds = [kind for kind, held in groups for _ in held][:_MOST]
    shapes = "".join(_shape(kind, place) for place, kind in enumerate(kinds))
    what = "; ".join(clean(headline(each)).strip() or "…" for _, held in groups for each in held)
    picture = _picture(Element(shapes), len(kinds) * _MARK, f"Without {name}: {said}")
    return element(
        "li",
        words(name, "b"),
        element("span", *([picture, " "] if counts else []), said, class_="said"),
        words(what, "span", class_="rest") if what else Element(),
    )


def _shape(kind: type[Record], place: int) -> Element:
    return Element(f'<g class="lost" transform="translate({place * _MARK} 0)">{_SHAPES[kind]}</g>')


def _picture(drawn: str, width: int, label: str) -> Element:
    """A drawing with its meaning as text, for those who don't see it."""
    return element(
        "svg",
        element("title", one_line(label)),
        drawn,
        role="img",
        aria_label=one_line(label),
        viewBox=f"0 0 {width} {_HEIGHT}",
        width=width,
        height=_HEIGHT,
    )
