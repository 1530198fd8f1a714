"""What an import would change, a line for each record."""

from collections.abc import Iterator

from coalition_tui.edits import Edit
from coalition_tui.fields import Kind, fields
from coalition_tui.integrity import describe
from coalition_tui.model import Record


def preview(edit: Edit) -> Iterator[str]:
    """Each record that an edit adds or replaces, and the fields that would be others."""
    for change in edit.changes:
        before, after = change.before, change.after
        if isinstance(before, Record) and isinstance(after, Record):
            titles = [
                item.title.lower()
                for item in fields(type(after))
                if item.kind is not Kind.MOMENT
                and getattr(before, item.name) != getattr(after, item.name)
            ]
            yield f"Replace {describe(after)}: {', '.join(titles) or 'only its dates'}"
        elif isinstance(after, Record):
            yield f"Add {describe(after)}"
