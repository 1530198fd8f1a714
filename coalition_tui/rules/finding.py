"""Findings, the rules that make them, and the catalogue they register in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from coalition_tui import pointer
from coalition_tui.clean import one_line
from coalition_tui.model import Brief, Coalition
from coalition_tui.pointer import Path
from coalition_tui.workspace import Workspace

Severity = Literal["fail", "warn", "hint", "unknown"]
SEVERITIES: tuple[Severity, ...] = ("fail", "warn", "hint", "unknown")
"""Worst first."""

TEXT_LIMIT = 60
CONFIDENCE = "a confidence"
"""Stands in a message where the text is confidential."""

S = TypeVar("S", Brief, Coalition)


class Finding(Struct, frozen=True):
    """What a rule found: how bad, in words, and the record or field to mend."""

    rule: str
    severity: Severity
    message: str
    path: Path = ()

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer from the brief or coalition."""
        return pointer.to_text(self.path)


class Case(Struct, Generic[S], frozen=True):
    """What a rule looks at: a record, everything around it, and the day it is asked for."""

    subject: S
    workspace: Workspace
    today: date


Found = Iterator[tuple[Severity, str, Path]]


class Rule(Struct, Generic[S], frozen=True):
    """One rule, and what the check pane, the help and the docs say of it.

    `idea` is the thought it guards, `mend` how to make it content; one sentence each.
    """

    id: str
    title: str
    idea: str
    mend: str
    find: Callable[[Case[S]], Found]

    def check(self, case: Case[S]) -> Iterator[Finding]:
        """The findings about one record, in the order of the rule's rows."""
        for severity, message, path in self.find(case):
            yield Finding(self.id, severity, message, path)


class Catalogue(Struct, Generic[S], frozen=True):
    """Rules in the order in which they are asked; `rule` adds the function below it."""

    rules: dict[str, Rule[S]]

    def rule(
        self, key: str, title: str, *, idea: str, mend: str
    ) -> Callable[[Callable[[Case[S]], Found]], Callable[[Case[S]], Found]]:
        """Register a function as the rule of this id."""

        def register(find: Callable[[Case[S]], Found]) -> Callable[[Case[S]], Found]:
            if key in self.rules:
                raise ValueError(f"two rules called {key}")
            self.rules[key] = Rule(key, title, idea, mend, find)
            return find

        return register

    def check(self, case: Case[S]) -> list[Finding]:
        """The findings of all rules, in order."""
        return [found for rule in self.rules.values() for found in rule.check(case)]


def quoted(text: str) -> str:
    """A person's text as a message holds it: one line, at most 60 characters."""
    line = one_line(text)
    return line if len(line) <= TEXT_LIMIT else f"{line[: TEXT_LIMIT - 1]}…"


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, worst first."""
    counts = Counter(each.severity for each in findings)
    return {each: counts[each] for each in SEVERITIES}
