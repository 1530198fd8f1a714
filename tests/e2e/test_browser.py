"""The app in a real browser: its page, its keys, and nothing lost when a tab goes."""

import asyncio
import json
import os
import signal
import time
from pathlib import Path

import pytest

from coalition_tui.model import Brief
from coalition_tui.store import TinyStore
from tests.tui.desk import keep, workspace_of

pytest.importorskip("textual_serve", reason="the extra `web` is not installed")

from tests.browser import CHROMIUM, Tab, browsing
from tests.cli.test_serve import serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium"),
]
ESCAPE, ENTER = ("Escape", 27), ("Enter", 13)


@pytest.fixture
def named(database: Path) -> Path:
    """A workspace in a folder whose name a shell would take apart."""
    path = database.parent / "it's $HOME; a b" / database.name
    keep(path, workspace_of(Brief(id="one", title="First brief")))
    return path


def titles(path: Path) -> list[str]:
    """The briefs that are kept, also those beside the file."""
    return [each.title for each in TinyStore(path, "looking").load().briefs.values()]


async def eventually(path: Path, title: str) -> None:
    end = time.monotonic() + 15
    while title not in titles(path):
        assert time.monotonic() < end, titles(path)
        await asyncio.sleep(0.1)


async def begin(tab: Tab, title: str) -> None:
    """Begin a blank brief, and stay in its title."""
    await tab.type("n")
    await tab.wait_for("New brief")
    await tab.press(*ENTER)
    await tab.wait_for("Title")
    await tab.type(title)
    await tab.wait_for(title)


async def test_the_page_asks_nobody_else_and_its_keys_edit_the_file(home, named):
    with serving(home, "--db", named) as (address, _):
        async with browsing(address) as tab:
            await tab.wait_for("First brief")
            assert [each for each in tab.asked if f"//{address.split('/')[2]}/" not in each] == []
            assert not [each for each in tab.said if "Refused" in each or "violates" in each]
            assert len(await tab.picture()) > 20_000  # a page without a terminal has 7,000
            await begin(tab, "From the browser")
            await tab.press(*ESCAPE)
            await eventually(named, "From the browser")
            await tab.type("E")
            await tab.wait_for("can't be lent to an editor")
            await tab.do(
                "Browser.grantPermissions",
                permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
            )
            await tab.type("y")
            await tab.wait_for("Sent to the terminal")
            async with asyncio.timeout(15):
                while "# From the browser" not in await tab.value("navigator.clipboard.readText()"):
                    await asyncio.sleep(0.1)
            await tab.type("q")
            await tab.wait(lambda: tab.closed, "end")
            assert await tab.value("document.querySelector('.ended').checkVisibility()")
            assert "From the browser" not in await tab.value("document.body.innerText")


async def test_a_tab_that_is_closed_loses_nothing_and_frees_the_file(home, named):
    with serving(home, "--db", named) as (address, _):
        async with browsing(address) as tab:
            await tab.wait_for("First brief")
            await begin(tab, "Half typed")
        await eventually(named, "Half typed")
        async with browsing(address) as tab:
            await tab.wait_for("Half typed")
            await tab.wait_for("✓ saved")


async def test_a_server_that_is_killed_loses_nothing_and_leaves_no_app_behind(home, named):
    with serving(home, "--db", named) as (address, process):
        async with browsing(address) as tab:
            await tab.wait_for("First brief")
            await begin(tab, "Not yet an edit")
            holder = json.loads(named.with_name(f"{named.name}.lock").read_text())["pid"]
            os.kill(process.pid, signal.SIGKILL)
            await eventually(named, "Not yet an edit")
            end = time.monotonic() + 15
            while Path(f"/proc/{holder}").exists():
                assert time.monotonic() < end
                await asyncio.sleep(0.1)
