"""Findings and strengths as rows: glyph, word, and what is missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from textual.content import Content

from coalition_tui.pointer import Path
from coalition_tui.rules.finding import SEVERITIES, Finding, Severity
from coalition_tui.rules.strengths import Strength
from coalition_tui.sections import Section, home
from coalition_tui.tui.layout import text, wrapped
from coalition_tui.tui.panes.tables import BAD, CARE, GOOD, MUTED
from coalition_tui.tui.widgets.row import Row

SIGNS: dict[Severity, tuple[str, str]] = {
    "fail": ("✗", BAD),
    "warn": ("!", CARE),
    "hint": ("·", MUTED),
    "unknown": ("?", MUTED),
}
"""Each severity's glyph and style; the word stands beside it."""

COUNTED: tuple[Severity, ...] = ("fail", "warn")
"""What is counted in titles and in the status line, worst first."""

BAR = 8

Marks = dict[Path, Severity]
"""The worst severity that is found at each path, and at the paths that hold it."""

Tallies = dict[str, tuple[Severity, int]]
"""By a section's key: the worst severity that is found there, and how often."""


def sign(severity: Severity) -> Content:
    """A severity's glyph."""
    glyph, style = SIGNS[severity]
    return Content.styled(glyph, style)


def counts(findings: Iterable[Finding]) -> Content:
    """How many findings of each severity, worst first: `2 fail · 3 warn`."""
    listed = list(findings)
    parts = []
    for severity in COUNTED:
        number = sum(each.severity == severity for each in listed)
        if number:
            parts.append(Content.styled(f"{number} {severity}", SIGNS[severity][1]))
    if not parts:
        return Content.styled("✓ no fail or warn", GOOD)
    return Content.styled(" · ", MUTED).join(parts)


def marks(findings: Iterable[Finding]) -> Marks:
    """Where findings stand, for the rows of the records they concern."""
    found: Marks = {}
    for each in findings:
        if each.severity == "unknown":
            continue
        for length in range(1, len(each.path) + 1):
            path = each.path[:length]
            worst = min(each.severity, found.get(path, each.severity), key=SEVERITIES.index)
            found[path] = worst
    return found


def tallies(findings: Iterable[Finding], sections: Sequence[Section]) -> Tallies:
    """What is found in each section, for its title; hints are no more than marks."""
    found: Tallies = {}
    for each in findings:
        section = home(sections, each.path)
        if section is None or each.severity not in COUNTED:
            continue
        worst, number = found.get(section.key, (each.severity, 0))
        if each.severity == worst:
            found[section.key] = (worst, number + 1)
        elif COUNTED.index(each.severity) < COUNTED.index(worst):
            found[section.key] = (each.severity, 1)
    return found


def tally_sign(tallies: Tallies, key: str, *, counted: bool = True) -> Content:
    """A section's tally as glyph and number, after a space; nothing where nothing is found.

    Where room is scarce it is not `counted`: then it is the glyph alone.
    """
    if key not in tallies:
        return Content("")
    severity, number = tallies[key]
    glyph, style = SIGNS[severity]
    return Content.styled(f" {glyph}{number}" if counted else glyph, style)


def finding_rows(findings: Sequence[Finding]) -> list[Row]:
    """Findings in their order, worst first; each message on as many lines as it needs."""
    ordered = sorted(
        range(len(findings)), key=lambda index: SEVERITIES.index(findings[index].severity)
    )
    if not findings:
        return [Row("none", lambda width: wrapped("Nothing found.", width, MUTED))]
    keys = _keys(findings)
    return [Row(keys[index], _finding(findings[index]), findings[index].path) for index in ordered]


def finding_of(row: Row | None, findings: Sequence[Finding]) -> Finding | None:
    """The finding that a row shows; None for none."""
    if row is None:
        return None
    return dict(zip(_keys(findings), findings, strict=True)).get(row.key)


def _keys(findings: Sequence[Finding]) -> list[str]:
    """A key for each finding, that stays while others come and go."""
    seen: Counter[str] = Counter()
    keys = []
    for each in findings:
        key = f"{each.rule} {each.pointer}"
        seen[key] += 1
        keys.append(f"{key} {seen[key]}")
    return keys


def strength_rows(strengths: Sequence[Strength], *, full: bool = False) -> list[Row]:
    """The seven strengths as bars, each with its figure; in full with the word for it."""
    return [Row(each.name, _strength(each, full=full), (), 1) for each in strengths]


def _finding(finding: Finding) -> Callable[[int], Sequence[Content]]:
    def lines(width: int) -> Sequence[Content]:
        head = sign(finding.severity) + Content(" ")
        body = wrapped(finding.message, width - 2)
        return [(head if not number else Content("  ")) + line for number, line in enumerate(body)]

    return lines


def _strength(strength: Strength, *, full: bool) -> Callable[[int], Sequence[Content]]:
    style = {"met": GOOD, "partial": CARE, "missing": BAD, "unknown": MUTED}[strength.state]
    if strength.state == "unknown":
        figure = Content.styled("no data", MUTED)
    else:
        word = f"  {strength.state}" if full else ""
        figure = Content.styled(f"{strength.have}/{strength.of}{word}", style)
    longest = 3 * BAR if full else BAR

    def lines(width: int) -> Sequence[Content]:
        least = 0 if strength.state == "unknown" else 2
        bar = max(least, min(longest, width - 19 - figure.cell_length))
        filled = bar * strength.have // strength.of if strength.of else 0
        drawn = Content.styled("━" * filled, style) + Content.styled("─" * (bar - filled), MUTED)
        name = text(strength.title)
        gap = Content(" " * max(1, 18 - name.cell_length))
        return [(name + gap + drawn + Content(" ") + figure).truncate(width)]

    return lines
