"""The app in a browser: a page, and a process of the app for each tab that opens it.

textual-serve brings the terminal in the page and speaks with the app's process. Which requests
reach them is settled here: whoever drives the app reads and edits everything.
"""

import asyncio
import html
import ipaddress
import secrets
import shlex
import signal
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from coalition_tui import paths

DRIVER = "coalition_tui.tui.browser:BrowserDriver"
HEADERS = {
    # The page takes nothing from elsewhere, stands in no other page, and tells nobody its address.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'nonce-{nonce}'; connect-src {websocket};"
        " style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
FAREWELL = 5.0
"""Seconds that apps have at the end to keep what is typed."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def is_loopback(name: str) -> bool:
    """Whether a host's name or address always is this machine."""
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost"


def called(host: str) -> str:
    """What a host to listen at is called in an address; every address is this machine's name."""
    try:
        everywhere = not host or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host
    if everywhere:
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host


class BrowserServer(Server):
    """Serves the app to those who know the address, which holds a key made anew at each start.

    Loopback alone keeps nobody out: every user of this machine reaches it, and so does every
    page in the browser. The key stops both. Besides, a request must name the host it is sent to
    (a page elsewhere whose name was led here, by DNS, does not), and the connection that drives
    the app must come from our own page.
    """

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], host: str, port: int
    ) -> None:
        """Nothing is opened yet.

        Args:
            arguments: the app's process: a program and its arguments.
            environment: what this process is told besides our own environment.
            host: the name or address to listen at.
            port: 0 for any that is free.
        """
        super().__init__(f"exec {shlex.join(arguments)}", host, port)
        self.environment = environment
        self.key = secrets.token_urlsafe(16)
        self._open: set[web.WebSocketResponse] = set()

    async def run(self, opened: Callable[[str], None]) -> None:
        """Serve until a signal ends it; `opened` is told the address. OSError when it is taken."""
        app = web.Application(middlewares=[self.refuse_strangers])
        app.add_routes(
            [
                web.get(f"/{self.key}/", self.handle_page),
                web.get(f"/{self.key}/ws", self.handle_websocket),
                web.static(f"/{self.key}/static", self.statics_path),
            ]
        )
        app.on_shutdown.append(self.on_shutdown)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=FAREWELL)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            opened(f"http://{called(self.host)}:{runner.addresses[0][1]}/{self.key}/")
            ended = asyncio.Event()
            for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(each, ended.set)
            await ended.wait()
        finally:
            await runner.cleanup()

    @web.middleware
    async def refuse_strangers(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let through what names this host, and where it says whence it comes, is our page."""
        if is_loopback(self.host) and not is_loopback(request.url.host or ""):
            raise web.HTTPForbidden(text="This is served to its own machine only.")
        origin = request.headers.get("Origin")
        drives = request.path.endswith("/ws")
        if (origin or drives) and urlsplit(origin or "").netloc != request.host:
            raise web.HTTPForbidden(text="This is served to its own page only.")
        return await handler(request)

    async def handle_page(self, request: web.Request) -> web.Response:
        """The page with the terminal."""
        scheme = "wss" if request.secure else "ws"
        websocket = f"{scheme}://{request.host}/{self.key}/ws"
        words = {"websocket": html.escape(websocket), "nonce": secrets.token_urlsafe(16)}
        page = paths.resource("styles", "browser.html").read_text(encoding="utf-8")
        for name, value in words.items():
            page = page.replace(f"{{{{ {name} }}}}", value)
        headers = {name: value.format_map(words) for name, value in HEADERS.items()}
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Begin the app for a tab, and end it when the tab is closed."""
        websocket = web.WebSocketResponse(heartbeat=15, timeout=FAREWELL)
        await websocket.prepare(request)
        self._open.add(websocket)
        service = Process(
            self.command,
            self.environment,
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,
            download_manager=self.download_manager,
        )
        size = (request.query.get(name, "") for name in ("width", "height"))
        await service.start(*(int(each) if each.isdecimal() else 0 for each in size))
        try:
            await self._process_messages(websocket, service)
        finally:
            self._open.discard(websocket)
            await service.stop()
        return websocket

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - aiohttp's signature
        """Close the tabs, so that each app keeps what is typed."""
        await asyncio.gather(*(each.close() for each in self._open))


class Process(AppService):
    """The app's process of one tab."""

    def __init__(self, command: str, environment: Mapping[str, str], **ways: Any) -> None:
        """Args: command: for the shell; environment: besides ours; ways: back to the tab."""
        super().__init__(command, **ways)
        self.environment = environment

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        """Our environment, for a terminal that is a page."""
        ours = super()._build_environment(width, height)
        for name in ("TMUX", "SSH_TTY", "SSH_CONNECTION"):
            ours.pop(name, None)
        return {**ours, "TERM": "xterm-256color", "TEXTUAL_DRIVER": DRIVER, **self.environment}

    async def run(self) -> None:
        """Pass on what the app shows until it ends; then the page says so."""
        try:
            await super().run()
        finally:
            await self.remote_close()
