"""What leaves the program: copies to the clipboard and exports to files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on, work

from coalition_tui.tui.messages import SaveWanted
from coalition_tui.tui.starting import StartingApp

if TYPE_CHECKING:
    from coalition_tui.config import Config
    from coalition_tui.model import Bundle
    from coalition_tui.tui.modals.export import Export


class OutgoingApp(StartingApp):
    """An app that copies and exports briefs, and tells the truth about where they went."""

    config: "Config | None"

    def tell(self, message: str, *, problem: bool = False) -> None:
        """Show a message for a few seconds; a person's text in it is never read as markup."""
        self.notify(message, severity="error" if problem else "information", markup=False)

    def copy_briefs(self, ids: list[str]) -> None:
        """Copy briefs as Markdown."""
        from coalition_tui.exchange.formats import FORMATS

        self.copy_text(FORMATS["markdown"].render(self._bundle(ids)))

    def export_briefs(self, ids: list[str]) -> None:
        """Ask for format, audience and destination, and export."""
        from coalition_tui.tui.modals.export import ExportDialog

        def chosen(export: "Export | None") -> None:
            if export is None:
                return
            if export.path is None:
                self.copy_text(export.text)
            else:
                self._write(export.path, export.text)

        self.push_screen(ExportDialog(self._bundle(ids), Path.cwd()), chosen)

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
        self.call_from_thread(self.tell, message, problem=problem)

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

        try:
            write_export(path, text, force=force)
        except FileExistsError:
            words = f"There is already a file {path}."
            self.push_screen(confirm("Replace the file?", words, "Yes, replace it"), answered)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            self.tell(f"Not exported to {path}: {why}", problem=True)
        else:
            self.tell(f"Exported to {path}")
