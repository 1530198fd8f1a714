"""A real browser without a window: what its page asks for, is sent and shows."""

import asyncio
import base64
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 30.0
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--remote-debugging-port=0",
    "--window-size=1200,800",
)


class Tab:
    """One page, seen by what reaches its terminal, and driven by its keyboard."""

    def __init__(self, devtools: ClientWebSocketResponse) -> None:
        """Args: devtools: the connection to the page's own tools."""
        self._devtools = devtools
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._screen = pyte.Screen(200, 60)
        self._stream = pyte.ByteStream(self._screen)
        self.asked: list[str] = []
        """The address of every request of the page."""
        self.said: list[str] = []
        """What the page has written on its console, and what it was refused."""
        self.closed = False
        """The connection to the app has ended."""

    @property
    def text(self) -> str:
        """What the app shows in the page."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def do(self, method: str, **parameters: Any) -> Any:
        """Ask the page's tools to do something, and return their answer."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        await self._devtools.send_json(message)
        return await asyncio.wait_for(self._answers[number], PATIENCE)

    async def value(self, expression: str) -> Any:
        """What a piece of script is in the page."""
        answer = await self.do(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        return answer["result"].get("value", answer)

    async def type(self, text: str) -> None:
        """Type characters."""
        for each in text:
            for kind in ("keyDown", "keyUp"):
                await self.do("Input.dispatchKeyEvent", type=kind, text=each, key=each)

    async def press(self, key: str, code: int) -> None:
        """Press a key that is no character, by its name and its number."""
        for kind in ("rawKeyDown", "keyUp"):
            await self.do(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code
            )

    async def picture(self) -> bytes:
        """The page as a PNG."""
        answer = await self.do("Page.captureScreenshot")
        return base64.b64decode(answer["data"])

    async def wait(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds. AssertionError, with the screen, when it never does."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not holds():
                    await asyncio.sleep(0.02)
        except TimeoutError:
            raise AssertionError(f"no {what}; {self.said}; the page:\n{self.text}") from None

    async def wait_for(self, text: str) -> None:
        """Wait until the app shows a text."""
        await self.wait(lambda: text in self.text, repr(text))

    async def follow(self) -> None:
        """Take in what the tools tell until the page goes away."""
        async for message in self._devtools:
            event = message.json()
            told = event.get("params", {})
            if "id" in event:
                self._answers[event["id"]].set_result(event.get("result", event))
                continue
            match event["method"]:
                case "Network.requestWillBeSent":
                    self.asked.append(told["request"]["url"])
                case "Network.webSocketCreated":
                    self.asked.append(told["url"])
                    self.closed = False
                case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                    data = base64.b64decode(told["response"]["payloadData"])
                    self._stream.feed(data.replace(b"\x1b[<", b"\x1b[>"))
                case "Network.webSocketClosed":
                    self.closed = True
                case "Runtime.consoleAPICalled":
                    self.said += [str(each.get("value")) for each in told["args"]]
                case "Log.entryAdded":
                    self.said.append(told["entry"]["text"])


@asynccontextmanager
async def browsing(address: str) -> AsyncIterator[Tab]:
    """Chromium with one tab that opens an address."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [CHROMIUM, *_OPTIONS, f"--user-data-dir={folder}", "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            port = await _port(Path(folder) / "DevToolsActivePort")
            async with ClientSession() as client, client.get(f"{port}/json/list") as answer:
                page = next(each for each in await answer.json() if each["type"] == "page")
                async with client.ws_connect(
                    page["webSocketDebuggerUrl"], max_msg_size=0
                ) as devtools:
                    tab = Tab(devtools)
                    following = asyncio.create_task(tab.follow())
                    for each in ("Network", "Runtime", "Page", "Log"):
                        await tab.do(f"{each}.enable")
                    await tab.do("Page.navigate", url=address)
                    yield tab
                    following.cancel()
                    with suppress(asyncio.CancelledError):
                        await following
        finally:
            process.terminate()
            process.wait()


async def _port(file: Path) -> str:
    async with asyncio.timeout(PATIENCE):
        while True:
            with suppress(FileNotFoundError):
                lines = file.read_text().split()
                if len(lines) > 1:
                    return f"http://127.0.0.1:{lines[0]}"
            await asyncio.sleep(0.05)
