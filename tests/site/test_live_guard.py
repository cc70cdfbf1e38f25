"""Who may ask the preview, and for what: pages of its own, in a browser of this machine."""

from __future__ import annotations

import re
import shutil
import socket
from typing import TYPE_CHECKING

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from hiring.site.headers import HEADERS
from tests.preview import Preview, start
from tests.support.waiting import LONG

from .conftest import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_HOSTS = [
    "127.0.0.1:{port}",
    "localhost:{port}",
    "LocalHost:{port}",
    "[::1]:{port}",
    "localhost",
]
FOREIGN_HOSTS = [
    *("evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil.example"),
    *("evil.example:127.0.0.1", "127.0.0.1:{port}.evil.example", "127.0.0.1@evil.example"),
    *("127.0.0.2", "127.1", "2130706433", "0.0.0.0:{port}", "[::]:{port}", "::1", "localhost."),
    *("192.168.0.1:{port}", "", "127.0.0.1:{port}, evil.example", "127.0.0.1:x"),
]
FOREIGN_ORIGINS = [
    *("null", "http://evil.example", "https://evil.example", "http://evil.example:{port}"),
    *("http://127.0.0.1.evil.example:{port}", "http://localhost:1", "http://127.0.0.1"),
    *("https://127.0.0.1:{port}", "http://127.0.0.1:{port}.evil.example", "file://"),
    *("http://localhost:{port}", "http://[::1]:{port}", "127.0.0.1:{port}"),
]
"""From pages of others; the last ones are this machine's too, under a name that was not asked."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview whose handbook no test changes."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("running") / "sample")
    with start(folder) as preview:
        yield preview


def test_listens_on_one_address_alone(running: Preview) -> None:
    """One that listened on all would answer on every other address of this machine, too."""
    with socket.create_connection(("127.0.0.1", running.port)):
        pass
    with pytest.raises(OSError, match=r"refused|unreachable|assign|timed out"):
        socket.create_connection(("127.0.0.2", running.port), timeout=LONG)


@pytest.mark.parametrize("host", OWN_HOSTS)
def test_own_host_is_answered(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for origin in ("", f"http://{host}"):
        answer = running.ask(Host=host, Origin=origin)
        assert (answer.status, "<h1>Sample" in answer.text) == (200, True)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_foreign_host_is_refused(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for path in ("/", "/handbook.json", "/_preview/preview.js", "/nowhere"):
        answer = running.ask(path, Host=host)
        assert answer.status in (400, 403)
        assert "Sample" not in answer.text
    refused = [b"HTTP/1.1 403 ", b"HTTP/1.1 400 "]
    assert any(_upgrade(running, host, "").startswith(line) for line in refused)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_foreign_origin_is_refused(running: Preview, origin: str) -> None:
    origin = origin.format(port=running.port)
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        answer = running.ask("/handbook.json", method, Origin=origin)
        assert answer.status == 403
        assert "access-control-allow-origin" not in answer.headers
    assert "another site" in running.ask(Origin=origin).text
    address = f"ws://127.0.0.1:{running.port}/websocket-reload"
    with pytest.raises(InvalidStatus) as refused:
        connect(address, origin=Origin(origin), open_timeout=LONG)
    assert refused.value.response.status_code == 403


def test_doubled_headers_are_refused(running: Preview) -> None:
    own = f"127.0.0.1:{running.port}"
    for host, origin in (
        (f"{own}\r\nHost: evil.example", ""),
        (own, f"http://{own}\r\nOrigin: null"),
        (own, f"http://{own}, null"),
    ):
        status = _upgrade(running, host, origin).split()[1]
        assert status in (b"400", b"403")


def _upgrade(preview: Preview, host: str, origin: str) -> bytes:
    """Ask for a websocket with exactly these headers; return the first of the answer."""
    lines = [
        "GET /websocket-reload HTTP/1.1",
        *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Host: {host}"] if host else []),
        *([f"Origin: {origin}"] if origin else []),
    ]
    with socket.create_connection(("127.0.0.1", preview.port), timeout=LONG) as client:
        client.sendall("\r\n".join([*lines, "", ""]).encode())
        return client.recv(1000)


@pytest.mark.parametrize("host", OWN_HOSTS)
def test_own_pages_may_listen(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for origin in ("", f"http://{host}"):
        assert _upgrade(running, host, origin).startswith(b"HTTP/1.1 101 ")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../sample/conf.py",
            "/../../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "//etc/passwd",
        ),
        *("/..%2f..%2f/etc/passwd", "/_static/../../doctrees/environment.pickle", "/%00", "/a%00b"),
        *("/_preview/../../server.py", "/_preview/%2e%2e/server.py", "/..\\..\\conf.py", "/%ff"),
        *("/" + "a" * 5000, "/" + "a/" * 3000, "/index.html/x", "/../site/x.html"),
    ],
)
def test_nothing_else_is_served(running: Preview, path: str) -> None:
    answer = running.ask(path)
    assert answer.status == 404
    assert "root:" not in answer.text
    assert "primary_domain" not in answer.text
    assert "No such page" in answer.text or path.startswith("/_preview/")


def test_every_answer_has_the_headers(running: Preview) -> None:
    for path in ("/", "/roles/baker.html", "/search/core.js", "/nowhere", "/_preview/preview.js"):
        answer = running.ask(path)
        assert {name: answer.headers[name.lower()] for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-cache"
    refused = running.ask(Host="evil.example").headers
    assert refused["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_nothing_inline_is_added(running: Preview) -> None:
    text = running.ask("/roles/baker.html").text
    assert re.search(r'<script defer src="/_preview/preview.js" data-build="\d+"></script>', text)
    assert not re.search(
        r"<script(?![^>]* (?:src=|type=.application/ld\+json))|<style| style=| on\w+=", text
    )
