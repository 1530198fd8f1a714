"""Long work, seen and stopped from outside: whoever does it goes in steps, and knows nobody."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

OFTEN = 0.1
"""Seconds between two reports of how far it has come."""

Report = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""


class Cancelled(Exception):  # noqa: N818 - somebody wanted it, and nothing failed
    """The work was to stop; nothing of it remains."""


class Work:
    """One piece of work; `cancel` may be called from any thread."""

    def __init__(self, report: Report) -> None:
        """Args: report: called where the work is done, now and then."""
        self._report = report
        self._cancelled = False
        self._reported = time.monotonic()

    def cancel(self) -> None:
        """Let it end at its next step."""
        self._cancelled = True

    def step(self, done: int, of: int) -> None:
        """So much is done. Cancelled when it is to go no further."""
        if self._cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= OFTEN:
            self._reported = now
            self._report(done, of)

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """What is done inside, in this thread, are its steps."""
        token = _CURRENT.set(self)
        try:
            yield
            self.step(1, 1)  # the last chance to stop it
        finally:
            _CURRENT.reset(token)


_CURRENT: ContextVar[Work | None] = ContextVar("work", default=None)


def steps(items: Sequence[T]) -> Iterator[T]:
    """The items, each a step of the work that is going on, if any is."""
    work = _CURRENT.get()
    for done, each in enumerate(items):
        if work is not None:
            work.step(done, len(items))
        yield each
