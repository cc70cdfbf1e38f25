"""How long the first result takes on a slow line, from the key that opens the box.

The line is made by the server and not by the browser, whose own emulation leaves workers out. A
built site is measured by ``python -m benchmarks.slow_line SITE [PAGE]``.
"""

from __future__ import annotations

import functools
import gzip
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tools.chromium import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PIECE = 4096
TIMES = 3
QUERY = "data scientist salary"


@dataclass(slots=True)
class Line:
    """A line that all connections share: seconds until an answer begins, and bytes a second.

    ``sent`` are the paths of what went over it, with their bytes.
    """

    latency: float
    rate: float
    compressed: bool
    free: float = 0.0
    sent: list[tuple[str, int]] = field(default_factory=list)
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
        self.line.sent.append((self.path.partition("?")[0], len(data)))
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


@contextmanager
def served(site: Path, line: Line) -> Iterator[str]:
    """Serve a built site over a line; yield its address."""
    handler = type("Handler", (SlowHandler,), {"line": line})
    with _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def slow_lines(browser: Browser, site: Path, page: str) -> Iterator[str]:
    """Yield a line of text for each kind of line: the median time until the first result.

    Bytes and requests are those of one time, and do not depend on what else the machine does.
    """
    for compressed in (True, False):
        for latency, megabits in LINES:
            line = Line(latency / 1000, megabits * 1e6 / 8, compressed)
            with served(site, line) as address:
                found = [_first_result(browser, address + page, line) for _ in range(TIMES)]
            kind = "gzip" if compressed else "plain"
            size = sum(size for _, size in line.sent)
            yield (
                f"{latency:>4} ms {megabits:>5} Mbit/s {kind:<6} {median(found):>6.2f} s"
                f" {size / 1000:>6.0f} KB {len(line.sent):>4} requests"
            )


def _first_result(browser: Browser, address: str, line: Line) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    line.sent.clear()
    began = time.monotonic()
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERY)
    page.locator("dialog .hiring-hit a").first.wait_for()
    took = time.monotonic() - began
    context.close()
    return took


def main(site: str, page: str = "index.html") -> None:
    """Print how long a built site takes over each kind of line."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for told in slow_lines(browser, Path(site), page):
            print(told, flush=True)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
