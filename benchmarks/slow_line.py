"""How long the first result takes on a slow line, from the key that opens the box.

The line is made by the server and not by the browser, whose own emulation leaves workers out.
"""

from __future__ import annotations

import functools
import gzip
import threading
import time
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PIECE = 4096
TIMES = 3
QUERY = "data scientist salary"


@dataclass(slots=True)
class Line:
    """A line that all connections share: seconds until an answer begins, and bytes a second."""

    latency: float
    rate: float
    compressed: bool
    free: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, size: int) -> None:
        """Wait as long as so many bytes take behind those that others send."""
        with self.lock:
            now = time.monotonic()
            self.free = max(now, self.free) + size / self.rate
            ends = self.free - now
        time.sleep(ends)


class SlowHandler(SimpleHTTPRequestHandler):
    """Serves a folder over a line."""

    protocol_version = "HTTP/1.1"
    line: Line

    def setup(self) -> None:
        """Open the connection, which takes a way there and back."""
        super().setup()
        time.sleep(self.line.latency)

    def do_GET(self) -> None:
        """Send a file in pieces."""
        time.sleep(self.line.latency)
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Cache-Control", "no-cache")
        if self.line.compressed:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        for at in range(0, len(data), PIECE):
            piece = data[at : at + PIECE]
            self.line.wait(len(piece))
            self.wfile.write(piece)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that closes a page breaks off what it was loading."""


LINES = [(40, 10.0), (150, 1.6)]
"""Milliseconds until an answer begins, and megabits a second."""


def slow_lines(browser: Browser, site: Path, page: str) -> Iterator[str]:
    """Yield a line of text for each kind of line: the median time until the first result."""
    for compressed in (True, False):
        for latency, megabits in LINES:
            line = Line(latency / 1000, megabits * 1e6 / 8, compressed)
            handler = type("Handler", (SlowHandler,), {"line": line})
            found = _first_results(browser, functools.partial(handler, directory=str(site)), page)
            kind = "gzip" if compressed else "plain"
            yield f"{latency:>4} ms {megabits:>5} Mbit/s {kind:<6} {median(found):>6.2f} s"


def _first_results(browser: Browser, handler: Any, path: str) -> list[float]:
    found = []
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for _ in range(TIMES):
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            began = time.monotonic()
            page.keyboard.press("/")
            page.keyboard.insert_text(QUERY)
            page.locator("dialog .hiring-hit a").first.wait_for()
            found.append(time.monotonic() - began)
            context.close()
        server.shutdown()
    return found
