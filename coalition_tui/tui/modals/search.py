"""Search over every text of everything, with the hits in their context."""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from coalition_tui.model import LINE_LIMIT
from coalition_tui.search import Hit, search
from coalition_tui.tui import keys
from coalition_tui.tui.layout import text
from coalition_tui.tui.modals.dialog import Dialog
from coalition_tui.tui.widgets.line import Line
from coalition_tui.tui.widgets.row import Row
from coalition_tui.tui.widgets.row_list import RowList
from coalition_tui.wording import plural
from coalition_tui.workspace import Place, Workspace

MOST = 200
"""Hits that are shown; with more, other words are quicker than reading on."""


class SearchDialog(Dialog[Place]):
    """Results as you type; the result is the place to go to."""

    BINDINGS: ClassVar[list[BindingType]] = list(keys.PICK)
    LETS_GO = True
    AUTO_FOCUS = "Input"
    heading = "Search everything"

    def __init__(self, workspace: Workspace) -> None:
        """Args: workspace: what is searched."""
        super().__init__()
        self.workspace = workspace
        self.list = RowList()
        self.list.can_focus = False
        self._count = Static("", classes="search--count", markup=False)
        self._hits: list[Hit] = []

    def content(self) -> ComposeResult:
        """The words, how often they were found, and where."""
        yield Line(
            placeholder="words in any text of everything", compact=True, max_length=LINE_LIMIT
        )
        yield self._count
        yield self.list

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, words: str) -> None:
        worker = get_current_worker()
        found: list[Hit] = []
        for hit in islice(search(self.workspace, words), MOST + 1):
            if worker.is_cancelled:
                return
            found.append(hit)
        self.app.call_from_thread(self._show, words, found)

    def _show(self, words: str, found: list[Hit]) -> None:
        self._hits = found[:MOST]
        self.list.show([Row(str(number), _lines(hit)) for number, hit in enumerate(self._hits)])
        if not words.strip():
            self._count.update("")
        elif len(found) > MOST:
            self._count.update(f"more than {MOST} hits; the first are shown")
        else:
            self._count.update(plural(len(found), "hit"))
        self.fit()

    @on(RowList.Opened)
    def _clicked(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Go to the hit under the cursor."""
        row = self.list.row
        if row is not None:
            self.dismiss(self._hits[int(row.key)].place)

    def action_next(self) -> None:
        """Next hit."""
        self.list.action_cursor_down()

    def action_previous(self) -> None:
        """Previous hit."""
        self.list.action_cursor_up()


def _lines(hit: Hit) -> Callable[[int], Sequence[Content]]:
    trash = " · in the trash" if hit.place.table == "trash" else ""
    where = text(hit.top, "bold") + Content.styled(f"  {hit.title}{trash}", "$text-muted")
    found = Content.assemble(
        Content(hit.before), Content.styled(hit.words, "$accent bold underline"), Content(hit.after)
    )

    def lines(width: int) -> Sequence[Content]:
        return [where.truncate(width, ellipsis=True), *(Content("  ") + found).wrap(width)]

    return lines
