"""Pictures of the running app on its samples: `make pictures`."""

import asyncio
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coalition_tui.exchange.samples import sample_edit
from coalition_tui.session import Session, random_id
from coalition_tui.store import TinyStore
from coalition_tui.tui.app import CoalitionApp

FONT = re.compile(r"@font-face\s*{[^}]*}\s*")
"""A picture loads no font from anywhere: it is drawn in the reader's own."""

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Picture:
    """A picture: its file, the keys that lead to it, the window's size, the theme."""

    name: str
    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 40)
    theme: str = "coalition-dark"


PICTURES = (
    Picture("briefs", ("4", "j", "j")),
    Picture("checks", ("G", "c", "j")),
    Picture("pitch", ("4", "j", "j", "p")),
    Picture("coalition", ("C", "8")),
    Picture("light", ("5",), theme="coalition-light"),
    Picture("narrow", ("j", "j"), size=(80, 24)),
)


async def take(picture: Picture, folder: Path) -> None:
    """Open the app on the samples, press the keys, and keep what is seen."""
    session = Session(TinyStore(folder / f"{picture.name}.json"), now=lambda: NOW)
    session.perform(sample_edit(session.workspace, NOW, random_id))
    app = CoalitionApp(session)
    async with app.run_test(size=picture.size) as pilot:
        app.theme = picture.theme
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause(0.2)
        svg = FONT.sub("", app.export_screenshot(title="coalition-tui"))
    session.close()
    (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


async def main() -> None:
    """Take all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            await take(picture, Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
