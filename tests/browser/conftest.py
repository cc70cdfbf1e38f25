"""What the browser's tests share: the handbook built once, served with its own headers, opened.

Every page that a test opens is watched until the test ends. An error in the console, a script that
fails, a breach of the policy and a request to another host fail whatever test it was.
"""

from __future__ import annotations

import functools
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.conftest import DAY
from tools.chromium import HOW_TO_GET_ONE, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

PROJECT = Path(__file__).parents[2]
SAME_DAY = datetime.fromtimestamp(int(DAY), UTC)
LONG = 120_000
"""Milliseconds that a browser has for a step: only a net against what never comes."""

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


LISTEN = """
window.refused = [];
window.firstRefused = new Promise((done) => {
  addEventListener("securitypolicyviolation", (it) => {
    window.refused.push(`${it.effectiveDirective}: ${it.blockedURI} in ${it.sourceFile}`);
    done(it.effectiveDirective);
  });
  setTimeout(() => done("nothing is refused"), 20_000);
});
"""
"""What notes on a page whatever its policy refuses."""


class Open(Protocol):
    """Opens a page of the handbook, by its path, as a reader does for the first time."""

    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        script: bool = True,
    ) -> Page: ...


@pytest.fixture(scope="session")
def folder(employee_site: Path) -> Path:
    """Return the folder of the built handbook."""
    return employee_site


@functools.cache
def headers_in(folder: Path, path: str = "/") -> dict[str, str]:
    """Return the headers that a built site asks of its host for a path, read as a host does."""
    found: dict[str, str] = {}
    matches = False
    file = folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            matches = fnmatchcase(path, line)
        elif matches:
            name, _, value = line.strip().partition(": ")
            assert name not in found, f"{path} gets {name} twice, and hosts would send both"
            found[name] = value
    return found


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        path = urlsplit(self.path).path
        for name, value in headers_in(Path(self.directory), path).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what is missing shows in the browser's console."""


class _Server(ThreadingHTTPServer):
    # A browser asks for more at once than the five that Python lets wait; others try again later.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that closes a page breaks off what it was loading."""


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Handler) -> Iterator[str]:
    """Serve a built site, with the headers that it asks for; yield its address."""
    with _Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        # How often it looks whether it is to end is how long that takes.
        serve = functools.partial(server.serve_forever, poll_interval=0.02)
        threading.Thread(target=serve, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Return the address under which the handbook is served."""
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the browser of this process."""
    path = find()
    if path is None:
        # Skipped, nothing would be tested and nobody would know.
        pytest.fail(HOW_TO_GET_ONE, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        browser.on("context", lambda context: context.set_default_timeout(LONG))
        expect.set_options(timeout=LONG)
        yield browser
        browser.close()


class Tab:
    """A tab that stays open: opening one costs a browser more than most tests do."""

    def __init__(self, browser: Browser, address: str, script: bool) -> None:
        context = browser.new_context(java_script_enabled=script)
        # The site's own day: jobs that are open in it are so whenever the tests are run.
        context.clock.set_fixed_time(SAME_DAY)
        self.page = context.new_page()
        self.troubles: list[str] = []
        watch(self.page, address, self.troubles.append)

    def reset(self) -> list[str]:
        """Forget what the last test did; return what no page may do and this one did."""
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        self.page.mouse.move(0, 0)
        self.page.goto("about:blank")
        self.page.emulate_media(media="null", reduced_motion="null")
        found = self.troubles.copy()
        self.troubles.clear()
        return found


@pytest.fixture(scope="session")
def tabs(browser: Browser, address: str) -> Callable[[bool], Tab]:
    """Return the function that gives the tab with JavaScript, or the one without."""
    return functools.cache(lambda script: Tab(browser, address, script))


@pytest.fixture
def open_page(tabs: Callable[[bool], Tab], address: str) -> Iterator[Open]:
    """Return the function that opens pages."""
    used: set[Tab] = set()

    def open_one(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        script: bool = True,
    ) -> Page:
        tab = tabs(script)
        used.add(tab)
        tab.page.set_viewport_size({"width": width, "height": height})
        tab.page.emulate_media(color_scheme=scheme)
        tab.page.goto(path if "://" in path else address + path)
        return tab.page

    yield open_one
    assert [trouble for tab in used for trouble in tab.reset()] == []


@pytest.fixture(scope="session")
def noting_tab(browser: Browser) -> Iterator[Page]:
    """Return a tab that notes on each page what its policy refuses."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


@pytest.fixture
def noting_page(noting_tab: Page) -> Iterator[Page]:
    """Return that tab as a new one: what a test has done to it is undone."""
    yield noting_tab
    noting_tab.unroute_all()
    noting_tab.goto("about:blank")
    noting_tab.emulate_media(color_scheme="null")
    noting_tab.set_viewport_size({"width": 1280, "height": 720})


def pages_in(folder: Path) -> list[str]:
    """Return the path of every page of a built site, in order.

    What stands under ``postings/`` is there to paste, and what is under ``_static/`` a template of
    the theme: none of it is a page.
    """
    found = (file.relative_to(folder) for file in folder.rglob("*.html"))
    pages = sorted(it.as_posix() for it in found if it.parts[0] not in ("_static", "postings"))
    assert len(pages) > 20
    return pages


def watch(page: Page, address: str, report: Callable[[str], None]) -> None:
    """Report what no page may do. Breaches of the policy are errors in the console."""

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            report(f"{page.url}: console: {message.text}")

    def request(asked: Request) -> None:
        if not asked.url.startswith((address, "file://")):
            report(f"{page.url}: request to {asked.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: report(f"{page.url}: script: {error}"))
    page.on("request", request)
