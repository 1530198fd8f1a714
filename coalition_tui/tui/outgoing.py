"""What leaves the program: copies to the clipboard and exports to files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.binding import Binding

from coalition_tui.tui import keys
from coalition_tui.tui.messages import SaveWanted
from coalition_tui.tui.starting import StartingApp

FEW = 10
"""Briefs that are written sooner than a person notices."""

if TYPE_CHECKING:
    from coalition_tui.config import Config
    from coalition_tui.exchange.formats import Format
    from coalition_tui.model import Bundle
    from coalition_tui.tui.modals.export import Export
    from coalition_tui.tui.modals.working import WorkDialog


class OutgoingApp(StartingApp):
    """An app that copies and exports briefs, and tells the truth about where they went."""

    config: "Config | None"
    _writing: "WorkDialog[tuple[str, int]] | None" = None
    _leaves_then = False

    def may_leave(self) -> bool:
        """Nothing is being written; what is, is finished first, unless Esc stops it."""
        if self._writing is None:
            return super().may_leave()
        self._leaves_then = True
        self._writing.then_leave()
        return False

    def tell(self, message: str, *, problem: bool = False) -> None:
        """Show a message for a few seconds; a person's text in it is never read as markup.

        Only the last one stands, and problems beside it: more would cover what it is about.
        """
        for each in list(self._notifications):
            if each.severity == "information":
                self._unnotify(each, refresh=False)
        self.notify(message, severity="error" if problem else "information", markup=False)

    def refuses_edits(self) -> bool:
        """Whether nothing can be changed here, and then say why."""
        why = self.session.store.read_only
        if why:
            self.tell(f"Not changed: {why}", problem=True)
        return bool(why)

    def offers(self, binding: Binding) -> bool:
        """What changes nothing; where changes are kept, everything."""
        return not (self.session.store.read_only and binding.id in keys.EDITING)

    def copy_briefs(self, ids: list[str]) -> None:
        """Copy briefs as Markdown."""
        from coalition_tui.exchange.formats import FORMATS, FULL

        self._written(ids, FORMATS["markdown"], FULL, lambda text, _: self.copy_text(text))

    def export_briefs(self, ids: list[str]) -> None:
        """Ask for format, audience and destination, and export."""
        from coalition_tui.tui.modals.export import ExportDialog

        def chosen(export: "Export | None") -> None:
            if export is not None:
                self._written(ids, export.kind, export.audience, partial(send, export.path))

        def send(path: Path | None, text: str, withheld: int) -> None:
            if withheld and len(ids) > FEW:
                self.tell(f"Told in confidence, and left out: {withheld:,}")
            if path is None:
                self.copy_text(text)
            else:
                self._write(path, text)

        begun = self._bundle(ids[:FEW])
        self.push_screen(ExportDialog(begun, Path.cwd(), len(ids)), chosen)

    def _written(
        self, ids: list[str], kind: "Format", audience: str, send: Callable[[str, int], object]
    ) -> None:
        """Write briefs in a format, at once or, where it takes long, in a thread; then send it."""
        from coalition_tui.exchange.formats import written

        def write() -> tuple[str, int]:
            return written(self._bundle(ids), kind, audience)

        if len(ids) <= FEW:
            send(*write())
            return
        from coalition_tui.tui.modals.working import WorkDialog

        def done(result: Callable[[], tuple[str, int]] | None) -> None:
            self._writing = None
            if result is not None:
                send(*result())
            else:
                self._leaves_then = False
                self.tell("Stopped: nothing has left.")

        self._writing = WorkDialog(f"{len(ids):,} briefs as {kind.title}", write)
        self.push_screen(self._writing, done)

    def _sent(self, message: str, *, problem: bool = False) -> None:
        """Tell what has left; then the app may be left, if somebody waits for that alone."""
        self.tell(message, problem=problem)
        leaving, self._leaves_then = self._leaves_then, False
        if leaving and not problem:
            self.leave()

    @on(SaveWanted)
    def _save_wanted(self, event: SaveWanted) -> None:
        """Ask for the file's name, and write a text to it."""
        from coalition_tui.exchange.files import slug
        from coalition_tui.tui.modals.save import SaveDialog

        event.stop()

        def named(path: Path | None) -> None:
            if path is not None:
                self._write(path, event.text)

        name = f"{slug(event.title) or 'text'}.md"
        self.push_screen(SaveDialog(Path.cwd() / name), named)

    @work(thread=True, group="copy")
    def copy_text(self, text: str) -> None:
        """Copy a text; where there is no clipboard, save it to a file."""
        from coalition_tui import clipboard, paths
        from coalition_tui.crash import mistake

        try:
            configured = self.config.clipboard if self.config else clipboard.Setting.AUTO
            result = clipboard.copy(text, self._to_terminal, clipboard.chosen(configured))
            if result.way is None:
                saved = clipboard.save_copy(text, paths.copies_folder(), self.session.now())
                result = result.saved(saved)
            message, problem = result.sentence, False
        except (OSError, ValueError) as error:
            message, problem = f"Not copied: {error}", True
        except Exception as error:  # a copy that fails is no reason to end
            message, problem = f"Not copied: {mistake(error)}", True
        self.call_from_thread(self._sent, message, problem=problem)

    def _to_terminal(self, characters: str) -> None:
        driver: Any = self._driver
        self.call_from_thread(driver.write, characters)

    def _bundle(self, ids: list[str]) -> "Bundle":
        from coalition_tui.exchange.audience import bundle_of

        return bundle_of(self.session.workspace, ids)

    def _write(self, path: Path, text: str, *, force: bool = False) -> None:
        from coalition_tui.exchange.files import write_export
        from coalition_tui.tui.modals.dialog import confirm

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._write(path, text, force=True)
            else:
                self._leaves_then = False

        try:
            write_export(path, text, force=force)
        except FileExistsError:
            words = f"There is already a file {path}."
            self.push_screen(confirm("Replace the file?", words, "Yes, replace it"), answered)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            self._sent(f"Not exported to {path}: {why}", problem=True)
        else:
            self._sent(f"Exported to {path}")
