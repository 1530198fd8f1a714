"""The app in a browser: who is let in, and what the command says."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coalition_tui import cli
from coalition_tui.cli.commands import serve

pytest.importorskip("textual_serve", reason="the extra `web` is not installed")

PATIENCE = 30.0
STRANGER = "evil.example"


@contextmanager
def serving(
    home: Path, *options: str | Path, host: str = serve.HOST
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address that the program serves at, and its process."""
    command = [sys.executable, "-P", "-m", "coalition_tui", *map(str, options)]
    with subprocess.Popen(
        [*command, "serve", "--port", "0", "--host", host],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"},
    ) as process:
        assert process.stdout is not None
        try:
            address = process.stdout.readline().strip()
            assert address, process.stderr and process.stderr.read()
            yield address, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def asked(address: str, path: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
    """The answer to a request: status, headers, text."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=PATIENCE)
    connection.request("GET", parts.path + path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, dict(answer.getheaders()), text


def upgrade(origin: str = "") -> dict[str, str]:
    """What a browser says when its page opens a websocket."""
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    return headers | ({"Origin": origin} if origin else {})


@pytest.mark.slow
def test_only_who_knows_the_address_is_let_in_and_only_from_its_own_page(home, database):
    with serving(home, "--db", database) as (address, process):
        parts = urlsplit(address)
        assert parts.hostname == "127.0.0.1"
        root = f"http://{parts.netloc}"
        status, headers, page = asked(address)
        assert status == 200
        assert f'"ws://{parts.netloc}{parts.path}ws"' in page
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert asked(root, "/")[0] == 404
        assert asked(root, "/ws", **upgrade(root))[0] == 404
        assert asked(root, "/AAAAAAAAAAAAAAAAAAAAAA/")[0] == 404
        # A page elsewhere whose name was led to this machine.
        assert asked(address, Host=f"{STRANGER}:{parts.port}")[0] == 403
        # A page elsewhere that knows the address, a local file, and what is no browser.
        for origin in (f"http://{STRANGER}", "null", f"http://{STRANGER}:{parts.port}", ""):
            assert asked(address, "ws", **upgrade(origin))[0] == 403, origin
        assert asked(address, "static/")[0] == 403
        assert asked(address, "static/../../server.py")[0] == 404
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert process.stderr is not None
        assert process.stderr.read() == f"{serve.LOCAL}\n"
    assert not database.exists()


@pytest.mark.slow
def test_two_starts_have_two_keys_and_a_port_that_is_taken_is_told(home):
    with serving(home) as (one, _), serving(home) as (other, _):
        assert urlsplit(one).path != urlsplit(other).path
        port = urlsplit(one).port
        ended = subprocess.run(
            [sys.executable, "-m", "coalition_tui", "serve", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"coalition-tui: 127.0.0.1:{port}: ")
    assert ended.stderr.count("\n") == 1


@pytest.mark.slow
def test_this_machine_only_unless_told_otherwise_and_then_with_a_warning(home):
    with serving(home) as (address, _):
        port = urlsplit(address).port
        with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), 2):  # noqa: PT011 - refused, in each system's words
            pass
    with serving(home, host="0.0.0.0") as (address, process):
        name, port, path = (
            urlsplit(address).hostname,
            urlsplit(address).port,
            urlsplit(address).path,
        )
        assert name == socket.gethostname().lower()
        reached = f"http://127.0.0.2:{port}{path}"
        for host in (f"127.0.0.2:{port}", f"{name}:{port}", f"{name}.example:{port}"):
            status, _, page = asked(reached, Host=host)
            assert status == 200
            assert f"ws://{host}{path}ws" in page
            assert asked(reached, "ws", Host=host, **upgrade(f"http://{host}"))[0] == 101
            assert asked(reached, "ws", Host=host, **upgrade(f"http://{STRANGER}"))[0] == 403
        process.terminate()
        assert process.wait(PATIENCE) == 0
        assert process.stderr is not None
        assert process.stderr.read() == f"{serve.WARNING}\n"


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("0.0.0.0", None),
        ("::", None),
        ("", None),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "[::1]"),
        ("desk.example", "desk.example"),
    ],
)
def test_an_address_names_what_others_can_open(host, name):
    assert import_module("coalition_tui.cli.serving").called(host) == (name or socket.gethostname())


def test_without_the_extra_it_says_how_to_get_it(command, monkeypatch):
    monkeypatch.delitem(sys.modules, "coalition_tui.cli.serving", raising=False)
    monkeypatch.delattr(cli, "serving", raising=False)
    for name in ("", ".server", ".app_service"):
        monkeypatch.setitem(sys.modules, f"textual_serve{name}", None)
    done = command("serve")
    assert done.code == 2
    assert "coalition-tui[web]" in done.err
    assert command("serve", "--help").code == 0
