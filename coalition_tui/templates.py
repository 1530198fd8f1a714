"""Briefs to begin with: the parties a kind of work usually needs, and what to ask each of them.

A template knows nothing about the work at hand. Its interests are questions to be replaced by
what the party says; everything else stays empty.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from coalition_tui.integrity import with_ids
from coalition_tui.model import Brief, Interest, Party

Stance = Literal["need", "fear", "own", "protect"]


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of work: its parties in order, each with questions about its interests."""

    name: str
    title: str
    parties: dict[str, tuple[tuple[Stance, str], ...]]

    def brief(self, title: str, new_id: Callable[[], str]) -> Brief:
        """A new brief from this template.

        Args:
            title: what the work is called.
            new_id: makes an id.
        """
        parties = tuple(
            Party(
                name=name,
                interests=tuple(Interest(stance=stance, text=text) for stance, text in asked),
            )
            for name, asked in self.parties.items()
        )
        return with_ids(Brief(title=title, parties=parties), new_id)


TEMPLATES = {
    each.name: each
    for each in (
        Template(
            "launch",
            "Product launch",
            {
                "Product": (
                    ("own", "Which promise does this launch make, and to whom?"),
                    ("fear", "Where would it pull the strategy off course?"),
                ),
                "Engineering": (
                    ("need", "How much time, and free of what else?"),
                    ("fear", "Which complexity would have to be carried for years?"),
                ),
                "Design": (
                    ("protect", "Which part of the experience must not be cut for the date?"),
                    ("need", "What has to be tested with users before it is built?"),
                ),
                "Marketing": (
                    ("need", "What can be said in public, and from which day?"),
                    ("fear", "Which claim might have to be taken back?"),
                ),
                "Sales": (
                    ("need", "Which deals does it open, and what must be there to close them?"),
                    ("protect", "Which promises to customers must survive it?"),
                ),
                "Customer success": (
                    ("protect", "Which customers will feel it first?"),
                    ("need", "What do they have to be able to explain on the first day?"),
                ),
                "Support": (
                    ("fear", "How many more requests, at which hours?"),
                    ("need", "What has to be written and trained before it is live?"),
                ),
                "Legal": (
                    ("own", "Which terms and claims need a review, and how long does it take?"),
                    ("fear", "Which claim in a contract could we not keep?"),
                ),
                "Finance": (
                    ("protect", "Which margin must it keep?"),
                    ("need", "Which figures, how often, to stand behind the spending?"),
                ),
                "Leadership": (
                    ("own", "Which priority gives way to it?"),
                    ("need", "What must be known before saying go?"),
                ),
            },
        ),
        Template(
            "pricing",
            "Pricing change",
            {
                "Strategy": (
                    ("own", "Which position in the market should the price express?"),
                    ("need", "What would show that the change has worked?"),
                ),
                "RevOps": (
                    ("need", "Which data has to be clean before anybody is quoted?"),
                    ("fear", "Which exceptions would be counted by hand?"),
                ),
                "Sales": (
                    ("fear", "Which deals and which pay would it cost?"),
                    ("need", "What may be offered to a customer who objects, and by whom?"),
                ),
                "Billing": (
                    ("own", "Which systems must carry both prices, and for how long?"),
                    ("fear", "Which invoices could be wrong on the first day?"),
                ),
                "Customer communication": (
                    ("need", "Who hears it first, how long before, in whose name?"),
                    ("protect", "Which promise to customers must not be broken?"),
                ),
                "Executive sponsor": (
                    ("own", "Which losses are acceptable, and who says so aloud?"),
                    ("need", "What has to be seen before it goes to everybody?"),
                ),
            },
        ),
        Template(
            "ai-adoption",
            "AI adoption",
            {
                "Operators": (
                    ("need", "Which part of the day should it make easier?"),
                    ("fear", "Which mistakes would land on their desk?"),
                ),
                "IT": (
                    ("own", "Which systems and accounts does it touch?"),
                    ("fear", "What would have to be kept running besides?"),
                ),
                "Security": (
                    ("protect", "Which data must never leave?"),
                    ("need", "What has to be reviewed, and how long does it take?"),
                ),
                "Legal": (
                    ("own", "Which contract, law or agreement has a say in it?"),
                    ("fear", "Whose decision might a machine be said to have taken?"),
                ),
                "Managers": (
                    ("need", "How much time to redesign the work, and who covers meanwhile?"),
                    ("fear", "What would they have to answer for without understanding it?"),
                ),
                "Process owners": (
                    ("own", "Which steps change, and who signs that off?"),
                    ("protect", "Which check must stay with a person?"),
                ),
                "People doing the work": (
                    ("fear", "What do they expect to happen to their jobs?"),
                    ("own", "Which judgment do they have that is written nowhere?"),
                ),
            },
        ),
    )
}
