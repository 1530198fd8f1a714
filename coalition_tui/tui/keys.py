"""Every key of the program, by the scope in which it works.

The footer, the help, the palette, the keymap in the configuration and the documentation all
read this list. An id never changes: a person's configuration names it.
"""

from collections.abc import Iterable

from textual.binding import Binding
from textual.keys import _character_to_key

from coalition_tui.sections import ALL, COALITION_SECTIONS, PERSON_SECTIONS, Section

LETTERS = frozenset(_character_to_key(chr(code)) for code in range(0x20, 0x7F))
"""The names of the keys that type a character."""

EDITING: set[str] = set()
"""The ids of the keys that change something: in a read-only file nobody is offered them."""

ALWAYS: set[str] = set()
"""The ids of the keys that the line below names however narrow it is."""


def _key(
    id: str,  # noqa: A002 - Textual's own name for it
    key: str,
    action: str,
    label: str,
    tooltip: str,
    *,
    show: bool = False,
    shown_as: str | None = None,
    priority: bool = False,
    edits: bool = False,
    always: bool = False,
) -> Binding:
    if edits:
        EDITING.add(id)
    if always:
        ALWAYS.add(id)
    return Binding(
        key,
        action,
        label,
        show=show,
        key_display=shown_as,
        priority=priority,
        tooltip=tooltip,
        id=id,
    )


APP = (
    _key("app.briefs", "B", "place('briefs')", "Briefs", "Go to the briefs"),
    _key("app.coalitions", "C", "place('coalitions')", "Coalitions", "Go to the coalitions"),
    _key("app.people", "P", "place('people')", "People", "Go to the directory of people"),
    _key("app.agenda", "A", "place('agenda')", "Agenda", "Go to what is due, across everything"),
    _key("app.trash", "T", "place('trash')", "Trash", "Go to what was deleted"),
    _key("app.import", "I", "import", "Import", "Bring in JSON or Markdown files", edits=True),
    _key(
        "app.undo",
        "u",
        "undo",
        "Undo",
        "Take back the last edit, whatever it was",
        show=True,
        edits=True,
    ),
    _key("app.redo", "r", "redo", "Redo", "Make the last undone edit again", edits=True),
    _key(
        "app.search",
        "ctrl+f,f3",
        "search",
        "Search",
        "Find words in any text of everything",
        shown_as="f3",
    ),
    _key(
        "app.help",
        "question_mark,f1",
        "help",
        "Help",
        "What you can do here",
        show=True,
        shown_as="?",
        always=True,
    ),
    _key(
        "app.palette",
        "ctrl+p,colon",
        "palette",
        "Palette",
        "Find a command, or a record, by its name",
        show=True,
        shown_as="^p",
    ),
    _key("app.theme", "f9", "theme", "Theme", "Choose the colours, and see them at once"),
    _key("app.quit", "q", "quit", "Quit", "Leave; every edit is kept already"),
    _key(
        "app.quit_anywhere",
        "ctrl+q",
        "quit",
        "Quit anywhere",
        "Leave, also from a text; it is kept",
        priority=True,
    ),
)

MOVE = (
    _key("move.down", "down,j", "cursor_down", "Down", "Next row"),
    _key("move.up", "up,k", "cursor_up", "Up", "Previous row"),
    _key("move.first", "home,g", "first", "First", "First row"),
    _key("move.last", "end,G", "last", "Last", "Last row"),
    _key("move.page_down", "pagedown", "page_down", "Page down", "A page further"),
    _key("move.page_up", "pageup", "page_up", "Page up", "A page back"),
)

FILTER = (
    _key(
        "filter.begin",
        "slash",
        "filter",
        "Filter",
        "Show only what matches; letters in their order are enough",
        show=True,
        shown_as="/",
    ),
    _key("filter.keep", "enter", "keep_filter", "Keep", "Go on in what is left", show=True),
    _key(
        "filter.all",
        "escape",
        "show_all",
        "Show all",
        "Show all rows again, and take marks away",
        show=True,
        shown_as="esc",
    ),
    _key("filter.shorter", "backspace", "shorten_filter", "Shorter", "Take a character back"),
)

PANED = (
    _key("paned.new", "n", "new", "New", "Begin a new one", show=True, edits=True),
    _key(
        "paned.properties",
        "b",
        "properties",
        "Properties",
        "What stands in no section: title, tags, status and dates",
        edits=True,
    ),
    _key("paned.zoom", "z", "zoom", "Zoom", "This pane full size, everything in full"),
    _key("paned.left", "left,h", "neighbour('left')", "Left", "Pane to the left"),
    _key("paned.right", "right,l", "neighbour('right')", "Right", "Pane to the right"),
    _key("paned.next", "tab", "app.focus_next", "Next pane", "Next pane"),
    _key("paned.previous", "shift+tab", "app.focus_previous", "Previous pane", "Previous pane"),
    _key("paned.back", "escape", "back", "Back", "Leave the zoom, or go to the list"),
)


def _sections(scope: str, sections: Iterable[Section]) -> tuple[Binding, ...]:
    return tuple(
        _key(
            f"{scope}.{each.name}",
            each.key,
            f"section('{each.key}')",
            each.title,
            f"Go to {each.title}",
        )
        for each in sections
    )


BRIEFS = (
    *_sections("briefs", ALL),
    _key(
        "briefs.checks",
        "c",
        "checks",
        "Checks",
        "All findings, why, and how to mend them",
        show=True,
    ),
    _key("briefs.strength", "S", "strength", "Strength", "What the seven strengths lack, by name"),
    _key("briefs.rehearse", "f", "rehearse", "Rehearse", "What is lost when somebody drops out"),
    _key("briefs.pitch", "p", "pitch", "Pitch", "The honest pitch for a party, ready to copy"),
    _key(
        "briefs.talk",
        "t",
        "talk",
        "Talk",
        "Log a conversation of today, with the party under the cursor",
        show=True,
        edits=True,
    ),
    _key("briefs.summary", "s", "summary", "Summary", "Every conversation, as told to the room"),
    _key(
        "briefs.interview",
        "i",
        "interview",
        "Interview",
        "The ten questions, one by one",
        edits=True,
    ),
    _key(
        "briefs.status",
        "m",
        "status",
        "Status",
        "Move the brief, or the marked ones, to another status",
        edits=True,
    ),
    _key(
        "briefs.found",
        "M",
        "found",
        "Make a coalition",
        "Make a lasting coalition of the parties, once the brief has landed",
        edits=True,
    ),
    _key(
        "briefs.editor",
        "E",
        "editor",
        "Editor",
        "Edit the whole brief in your own editor",
        edits=True,
    ),
    _key(
        "briefs.copy",
        "y",
        "copy",
        "Copy",
        "Copy the brief, or the marked ones, as Markdown",
        show=True,
    ),
    _key(
        "briefs.export",
        "x",
        "export",
        "Export",
        "Write the brief, or the marked ones, to a file",
        show=True,
    ),
)

COALITIONS = (
    *_sections("coalitions", COALITION_SECTIONS),
    _key(
        "coalitions.log",
        "i",
        "log",
        "Log",
        "Log an interaction in one line: who, what happened, when, and a note",
        show=True,
        edits=True,
    ),
    _key(
        "coalitions.checks",
        "c",
        "checks",
        "Checks",
        "All findings, why, and how to mend them",
        show=True,
    ),
    _key("coalitions.standing", "S", "strength", "Standing", "What each of the five gates lacks"),
    _key(
        "coalitions.review",
        "v",
        "review",
        "Review",
        "Look back step by step, and decide how it goes on",
        show=True,
        edits=True,
    ),
    _key(
        "coalitions.seats",
        "f",
        "seats",
        "Five seats",
        "The five people for the next five years",
        edits=True,
    ),
)

PEOPLE = _sections("people", PERSON_SECTIONS)

REVIEW = (
    _key(
        "review.close",
        "escape",
        "close",
        "Leave",
        "Leave; what is answered is kept, and v goes on with it",
        show=True,
        shown_as="esc",
    ),
    _key("review.next", "tab,ctrl+n", "go(1)", "Next", "Next question", show=True, shown_as="tab"),
    _key(
        "review.previous",
        "shift+tab,ctrl+p",
        "go(-1)",
        "Back",
        "Previous question",
        show=True,
        shown_as="shift+tab",
    ),
    _key("review.take", "enter", "take", "Decide", "Take this decision", show=True),
)

SEATS = (
    _key(
        "seats.close", "escape", "close", "Close", "Leave it as it was", show=True, shown_as="esc"
    ),
    _key(
        "seats.other",
        "tab,shift+tab",
        "other",
        "Purpose",
        "To the purpose, and back",
        show=True,
        shown_as="tab",
    ),
    _key(
        "seats.take",
        "enter",
        "seat",
        "Seat",
        "Give a seat, invest, or take both back",
        show=True,
        priority=True,
    ),
    _key("seats.next", "down,ctrl+n", "next", "Next", "Next person", show=True, shown_as="↓"),
    _key("seats.previous", "up,ctrl+p", "previous", "Previous", "Previous person"),
    _key(
        "seats.keep",
        "ctrl+s,f5",
        "keep",
        "Keep",
        "Keep the seats as one edit",
        show=True,
        shown_as="f5",
    ),
)

AGENDA = (
    _key("agenda.open", "enter", "open", "Open", "Go to what is due", show=True),
    _key(
        "agenda.log",
        "a",
        "log",
        "Log",
        "Log the contact, or hold the review",
        show=True,
        edits=True,
    ),
    _key(
        "agenda.done",
        "m",
        "done",
        "Done",
        "Mark it kept, decided or dealt with",
        show=True,
        edits=True,
    ),
    _key(
        "agenda.more",
        "plus,greater_than_sign",
        "days(1)",
        "Further",
        "Look further ahead",
        show=True,
        shown_as="+",
    ),
    _key("agenda.less", "minus,less_than_sign", "days(-1)", "Less far", "Look less far ahead"),
)

TRASH = (
    _key(
        "trash.restore",
        "enter",
        "restore",
        "Restore",
        "Bring it back, with what pointed at it",
        show=True,
        edits=True,
    ),
    _key(
        "trash.purge",
        "d",
        "purge",
        "Delete for good",
        "Delete it for good; asks for the word",
        show=True,
        edits=True,
    ),
    _key(
        "trash.empty",
        "D",
        "empty",
        "Empty",
        "Delete everything that is listed for good; asks for the word",
        show=True,
        edits=True,
    ),
)

PURGE = (
    _key("purge.close", "escape", "close", "Close", "Delete nothing", show=True, shown_as="esc"),
)

LOG_LINE = (
    _key(
        "log.close", "escape", "close", "Close", "Close without logging", show=True, shown_as="esc"
    ),
    _key(
        "log.take",
        "enter",
        "take",
        "Take",
        "Take what is marked, then log",
        show=True,
        priority=True,
    ),
    _key(
        "log.note",
        "tab,shift+tab",
        "other",
        "Note",
        "To the note, and back",
        show=True,
        shown_as="tab",
    ),
    _key("log.next", "down,ctrl+n", "next", "Next", "Next choice", show=True, shown_as="↓"),
    _key("log.previous", "up,ctrl+p", "previous", "Previous", "Previous choice"),
    _key("log.now", "ctrl+s,f5", "keep", "Log", "Log it as it stands", show=True, shown_as="f5"),
)

CHECKS = (
    _key(
        "checks.mend",
        "enter,e",
        "mend",
        "Mend",
        "Go to the record of the finding",
        show=True,
        shown_as="enter",
        edits=True,
    ),
)

STRENGTH = (
    _key(
        "strength.detail",
        "enter",
        "screen.strength",
        "Missing",
        "What is missing, by name",
        show=True,
    ),
)

LIST = (
    _key("list.open", "enter", "open", "Open", "Go into the record"),
    _key("list.edit", "e", "edit", "Edit", "Edit what stands in no section", show=True, edits=True),
    _key(
        "list.delete",
        "d",
        "delete",
        "Delete",
        "Move it to the trash, or what is marked",
        show=True,
        edits=True,
    ),
    _key(
        "list.mark",
        "space",
        "mark",
        "Mark",
        "Mark it, for what is to be done to several at once",
        show=True,
    ),
    _key("list.mark_all", "asterisk", "mark_all", "Mark all", "Mark all that are listed, or none"),
)

SECTIONS = (_key("sections.open", "enter", "open", "Open", "Go into the section", show=True),)

PANE = (
    _key(
        "pane.edit",
        "e,enter",
        "edit",
        "Edit",
        "Edit what the cursor is on",
        show=True,
        shown_as="e",
        edits=True,
    ),
    _key("pane.add", "a", "add", "Add", "Add a record here", show=True, edits=True),
    _key(
        "pane.delete",
        "d",
        "delete",
        "Delete",
        "Delete the record, and what points at it",
        show=True,
        edits=True,
    ),
    _key("pane.down", "J", "move(1)", "Move down", "Move the record down its list", edits=True),
    _key("pane.up", "K", "move(-1)", "Move up", "Move the record up its list", edits=True),
    _key("pane.unfold", "o", "unfold", "Unfold", "Show every record in full, or in brief"),
)

VIEW = (_key("view.go", "enter", "go", "Go there", "Go to what the row is about", show=True),)

FORM = (
    _key(
        "form.done",
        "ctrl+s,escape",
        "done",
        "Done",
        "Leave the form; everything is kept",
        show=True,
        shown_as="esc",
        priority=True,
        always=True,
    ),
    _key(
        "form.next", "tab,enter,down", "next_field", "Next", "Next field", show=True, shown_as="tab"
    ),
    _key("form.previous", "shift+tab,up", "previous_field", "Previous", "Previous field"),
    _key(
        "form.another",
        "ctrl+n,f5",
        "another",
        "Another",
        "Done, and add another one",
        show=True,
        shown_as="f5",
    ),
)

CHOICES = (
    _key("choices.next", "right", "step(1)", "Next choice", "Next choice"),
    _key("choices.previous", "left", "step(-1)", "Previous choice", "Previous choice"),
    _key(
        "choices.toggle",
        "space",
        "choose",
        "Choose",
        "Take or leave it",
        show=True,
        shown_as="space",
    ),
)

PICKED = (
    _key("picked.choose", "space", "pick", "Choose", "Choose from the list", show=True),
    _key("picked.drop", "delete,backspace", "drop", "None", "Choose none"),
)

BOX = (_key("box.help", "f1", "help", "Help", "What works here"),)

MODAL = (
    _key(
        "modal.close", "escape", "close", "Close", "Close", show=True, shown_as="esc", always=True
    ),
    _key("modal.quit", "q", "app.quit", "Quit", "Leave; every edit is kept already"),
)

WORK = (
    _key(
        "work.cancel",
        "escape",
        "close",
        "Stop",
        "Stop it; nothing of it remains",
        show=True,
        shown_as="esc",
    ),
)

CHOOSE = (
    *MODAL,
    _key("choose.take", "enter", "take", "Choose", "Take what the cursor is on", show=True),
)

FINDINGS = (
    *MODAL,
    _key(
        "findings.mend",
        "enter,e",
        "mend",
        "Mend",
        "Write what mends it; then the next",
        show=True,
        shown_as="enter",
        edits=True,
    ),
    _key("findings.go", "o", "go", "Go there", "Leave the checks, for the record", show=True),
)

REHEARSAL = (
    *MODAL,
    _key(
        "rehearsal.tick",
        "space,enter",
        "tick",
        "Drop out",
        "Let the party drop out, or back in",
        show=True,
        shown_as="space",
    ),
    _key(
        "rehearsal.backup",
        "b",
        "backup",
        "Step in",
        "Choose who steps in for what is lost",
        show=True,
        edits=True,
    ),
    _key(
        "rehearsal.next",
        "tab",
        "app.focus_next",
        "Other list",
        "To what is lost, and back",
        show=True,
    ),
)

READING = (
    *MODAL,
    *MOVE,
    _key("reading.copy", "y", "copy", "Copy", "Copy the text", show=True),
    _key("reading.export", "x", "export", "Export", "Write the text to a file", show=True),
    _key(
        "reading.log",
        "l",
        "log",
        "Log it",
        "Log the conversation that this was for",
        show=True,
        edits=True,
    ),
    _key("reading.next", "tab", "app.focus_next", "Other text", "To the text beside, and back"),
)

INTERVIEW = (
    *MODAL,
    _key("interview.next", "n,tab,right", "go(1)", "Next", "Next question", show=True),
    _key(
        "interview.previous", "p,shift+tab,left", "go(-1)", "Back", "Previous question", show=True
    ),
    _key(
        "interview.write",
        "w",
        "write",
        "Write",
        "Write the answer, or one more record",
        show=True,
        edits=True,
    ),
)

TEXT = (
    _key("text.editor", "f4", "editor", "Editor", "Write this text in your own editor", show=True),
)

IMPORT = (
    _key(
        "import.close",
        "escape",
        "close",
        "Close",
        "Close without importing",
        show=True,
        shown_as="esc",
        always=True,
    ),
    _key(
        "import.go",
        "ctrl+s,enter",
        "go",
        "Import",
        "Import now",
        show=True,
        shown_as="enter",
        always=True,
    ),
    _key(
        "import.next",
        "tab",
        "complete",
        "Complete",
        "Take the name that is suggested, or go to the next field",
        show=True,
        priority=True,
    ),
    _key("import.previous", "shift+tab", "previous_field", "Previous", "Previous field"),
)

EXPORT = (
    _key(
        "export.close",
        "escape",
        "close",
        "Close",
        "Close without exporting",
        show=True,
        shown_as="esc",
        always=True,
    ),
    _key(
        "export.go",
        "ctrl+s,enter",
        "go",
        "Export",
        "Export now",
        show=True,
        shown_as="enter",
        always=True,
    ),
    _key("export.next", "tab,down", "next_field", "Next", "Next choice", show=True, shown_as="tab"),
    _key("export.previous", "shift+tab,up", "previous_field", "Previous", "Previous choice"),
)

SAVE = EXPORT[:2]

PICK = (
    _key(
        "pick.close",
        "escape",
        "close",
        "Close",
        "Close without choosing",
        show=True,
        shown_as="esc",
        always=True,
    ),
    _key("pick.take", "enter", "take", "Choose", "Take what is marked", show=True, priority=True),
    _key("pick.next", "down,ctrl+n", "next", "Next", "Next choice", show=True, shown_as="↓"),
    _key("pick.previous", "up,ctrl+p", "previous", "Previous", "Previous choice"),
)


SCOPES: dict[str, tuple[Binding, ...]] = {
    "app": APP,
    "move": MOVE,
    "filter": FILTER,
    "paned": PANED,
    "briefs": BRIEFS,
    "coalitions": COALITIONS,
    "people": PEOPLE,
    "log": LOG_LINE,
    "review": REVIEW,
    "seats": SEATS,
    "agenda": AGENDA,
    "trash": TRASH,
    "purge": PURGE,
    "checks": CHECKS,
    "strength": STRENGTH,
    "list": LIST,
    "sections": SECTIONS,
    "pane": PANE,
    "view": VIEW,
    "form": FORM,
    "choices": CHOICES,
    "picked": PICKED,
    "box": BOX,
    "modal": MODAL,
    "work": WORK,
    "choose": CHOOSE,
    "findings": FINDINGS,
    "rehearsal": REHEARSAL,
    "reading": READING,
    "interview": INTERVIEW,
    "text": TEXT,
    "import": IMPORT,
    "export": EXPORT,
    "pick": PICK,
}
