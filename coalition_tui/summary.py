"""The honest summary for the room: what was said to whom, and what telling it does to the work."""

from dataclasses import dataclass
from datetime import date

from coalition_tui.clean import clean, one_line
from coalition_tui.fields import field
from coalition_tui.model import Brief, Conversation
from coalition_tui.rules.facts import Facts
from coalition_tui.rules.transparency import Transparency, sentence, transparency
from coalition_tui.wording import day, plural


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation as the room may read it: without the writer's own judgment of it."""

    on: date | None
    kind: str
    parties: tuple[str, ...]
    said: str
    heard: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The conversations that are no confidence, in date order, and how many are withheld.

    The verdict is over all of them, the withheld ones included.
    """

    title: str
    transparency: Transparency
    conversations: tuple[Told, ...]
    withheld: int

    @property
    def verdict(self) -> str:
        """The verdict in a sentence."""
        return sentence(self.transparency)


def summarise(brief: Brief) -> Summary:
    """The summary of a brief's conversations; those without a date stand last."""
    facts = Facts(brief)
    open_ones = [each for each in brief.conversations if not each.confidential]
    return Summary(
        clean(brief.title),
        transparency(brief),
        tuple(_told(facts, each) for each in sorted(open_ones, key=_when)),
        len(brief.conversations) - len(open_ones),
    )


def to_markdown(summary: Summary) -> str:
    """The summary as Markdown, for the decision meeting."""
    count = plural(len(summary.conversations), "conversation")
    withheld = f"{summary.withheld} withheld, told in confidence"
    lines = [f"# {summary.title}: what was said to whom", summary.verdict, f"{count}, {withheld}."]
    return "\n\n".join((*lines, *map(_paragraph, summary.conversations))) + "\n"


def _when(each: Conversation) -> date:
    return each.on or date.max


def _told(facts: Facts, each: Conversation) -> Told:
    titles = field(Conversation, "told").labels
    return Told(
        each.on,
        field(Conversation, "kind").labels[each.kind],
        tuple(map(facts.name, each.parties)),
        clean(each.said).strip(),
        clean(each.heard).strip(),
        tuple(title for part, title in titles.items() if part in each.told),
    )


def _paragraph(each: Told) -> str:
    lead = " · ".join(filter(None, (day(each.on), each.kind, ", ".join(each.parties))))
    texts = {"said": each.said, "heard": each.heard, "told": ", ".join(each.parts)}
    lines = (
        f"- {field(Conversation, name).title}: {one_line(text)}"
        for name, text in texts.items()
        if text
    )
    return "\n".join((f"## {lead}\n", *lines))
