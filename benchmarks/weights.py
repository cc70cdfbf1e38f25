"""What a browser downloads for a role's page, in bytes of gzip."""

from __future__ import annotations

import functools
import threading
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

from benchmarks.engines import Counter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser


class Cached(Counter):
    """A server like those of static sites: what it sent is good for ten minutes."""

    def end_headers(self) -> None:
        """Say how long the answer is good for."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()


def page_weights(browser: Browser, site: Path, pages: Sequence[str]) -> list[int]:
    """Return the bytes sent for each page of a site, opened one after another by a new reader."""
    handler = functools.partial(Cached, directory=str(site))
    weights = []
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context()
        view = context.new_page()
        for page in pages:
            Cached.sent = 0
            view.goto(f"http://127.0.0.1:{server.server_port}/{page}")
            view.wait_for_load_state("networkidle")
            weights.append(Cached.sent)
        context.close()
        server.shutdown()
    return weights
