"""A brief as the Markdown that a person edits, and that Markdown as one edit of the brief."""

from datetime import datetime

import msgspec

from coalition_tui.clean import clean
from coalition_tui.edits import Edit
from coalition_tui.exchange import markdown
from coalition_tui.exchange.importing import ImportFault, Reading, import_edit
from coalition_tui.fields import Problem
from coalition_tui.integrity import describe, without_controls
from coalition_tui.model import Brief, Bundle
from coalition_tui.session import NewId
from coalition_tui.workspace import Workspace


class Changed(Exception):  # noqa: N818 - nothing failed, somebody was faster
    """The brief is not what it was when its text was made."""


def to_text(workspace: Workspace, brief: Brief) -> str:
    """The brief as Markdown, people and coalition by their names."""
    names = {each.id: each.name for each in workspace.people.values()}
    names |= {each.id: each.name for each in workspace.coalitions.values()}
    return markdown.render_brief(without_controls(brief), names)


def from_text(
    workspace: Workspace, brief: Brief, text: str, *, now: datetime, new_id: NewId
) -> Edit | None:
    """The edit that makes a brief what a text says; None when it says what the brief is.

    Args:
        workspace: where the brief is.
        brief: as it was when the text was made.
        text: `to_text`, edited.
        now: the moment.
        new_id: makes the ids of new records.

    Raises:
        Problem: the text is no brief, is several, or is another one.
        Changed: the brief is another one than then, or gone.
    """
    text = clean(text)
    read = _read(brief, text)
    if workspace.briefs.get(brief.id) != brief:
        raise Changed(f"{describe(brief)} was changed meanwhile")
    meant = msgspec.structs.replace(read, id=brief.id, updated_at=brief.updated_at)
    reading = Reading("", Bundle(briefs=(meant,)), text=text)
    try:
        made = import_edit(workspace, [reading], replace=True, now=now, new_id=new_id)
    except ImportFault as fault:
        raise Problem(fault.message, fault.line) from None
    changes = tuple(
        msgspec.structs.replace(each, after=msgspec.structs.replace(each.after, updated_at=now))
        for each in made.changes
        if isinstance(each.after, Brief)
    )
    return Edit(f"Edit {describe(brief)} in the editor", changes) if changes else None


def _read(brief: Brief, text: str) -> Brief:
    try:
        found = markdown.parse(text)
    except markdown.MarkdownFault as fault:
        raise Problem(fault.message, fault.line) from None
    if len(found) != 1:
        raise Problem(f"expected one brief, with one title; there are {len(found)}")
    if found[0].id not in ("", brief.id):
        raise Problem(f'the id must stay "{brief.id}"; it is "{found[0].id}" now')
    return found[0]
