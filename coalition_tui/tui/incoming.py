"""What comes in: texts out of a person's own editor, and files."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import SuspendNotSupported

from coalition_tui.session import StoreError
from coalition_tui.tui.messages import BriefInEditor, Build, TextInEditor
from coalition_tui.tui.outgoing import OutgoingApp

if TYPE_CHECKING:
    from coalition_tui.edits import Edit

T = TypeVar("T")


class IncomingApp(OutgoingApp):
    """An app that lends its terminal to an editor, and brings files into the workspace."""

    def perform(self, build: Build, *, tell: bool = False) -> None:
        """Make an edit, keep it, and show what there is then."""
        raise NotImplementedError

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal, and take it back whatever happens meanwhile.

        Textual's leaves the terminal lent when an error passes through it.

        Raises:
            SuspendNotSupported: this terminal can't be lent.
        """
        happened: Exception | None = None
        with super().suspend():
            try:
                yield
            except Exception as error:
                happened = error
        if happened is not None:
            raise happened

    def in_editor(self, text: str, title: str, read: Callable[[str], T]) -> T | None:
        """What a text became in the editor; None when it did not change, or that is told.

        Args:
            text: what to begin with.
            title: what the file is called after.
            read: turns the text into what it means; Problem brings the editor back.
        """
        from coalition_tui import editor
        from coalition_tui.exchange.files import slug

        try:
            with self.suspend():
                return editor.edited(text, f"{slug(title) or 'text'}.md", read)
        except SuspendNotSupported:
            self.tell("This terminal can't be lent to an editor.", problem=True)
        except editor.EditorFault as fault:
            self.notify(str(fault), severity="error", timeout=20, markup=False)
        except OSError as error:
            self.tell(f"No editor: {error.filename or ''} {error.strerror}", problem=True)
        except Exception as error:  # a text that does not come back is no reason to end
            from coalition_tui.crash import mistake

            self.tell(f"No editor: {mistake(error)}", problem=True)
        return None

    @on(BriefInEditor)
    def _brief_in_editor(self, event: BriefInEditor) -> None:
        """Edit a whole brief as Markdown: one edit, with one undo."""
        from coalition_tui.exchange import editing

        event.stop()
        session = self.session
        brief = session.workspace.briefs.get(event.brief)
        if brief is None:
            return
        if self.refuses_edits():
            return

        def read(text: str) -> "Edit | None":
            workspace = session.workspace
            return editing.from_text(
                workspace, brief, text, now=session.now(), new_id=session.new_id
            )

        edit = self.in_editor(editing.to_text(session.workspace, brief), brief.title, read)
        if edit is not None:
            self.perform(lambda workspace, now: edit, tell=True)

    @on(TextInEditor)
    def _text_in_editor(self, event: TextInEditor) -> None:
        """Edit the text of one field; it goes back into its form."""
        event.stop()
        today = self.today

        def read(text: str) -> str:
            from coalition_tui.clean import clean
            from coalition_tui.typed import parse

            parse(event.item, clean(text), today)
            return clean(text).strip("\n")

        text = self.in_editor(f"{event.text}\n", event.item.title, read)
        if text is not None:
            event.done(text)

    def action_import(self) -> None:
        """Choose files, see what they would change, and bring them in."""
        from coalition_tui.tui.modals.importing import ImportDialog

        if self.refuses_edits():
            return

        def chosen(edit: "Edit | None") -> None:
            if edit is None:
                return
            try:
                if Path(self.session.store.location).exists():
                    self.session.store.backup()
            except StoreError as error:
                self.tell(f"Not imported: no backup could be made before: {error}", problem=True)
                return
            self.perform(lambda workspace, now: edit, tell=True)

        self.push_screen(ImportDialog(self.session, Path.cwd()), chosen)
