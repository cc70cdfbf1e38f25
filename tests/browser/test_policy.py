"""The headers of the build: what is not ours would be refused. On every page: test_every_page.py.

The server gives every file the headers of the built ``_headers``: what it says is what is tested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from .conftest import headers_in, pages_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


PLANTED = {
    "an inline script": ("append('script', {textContent: 'window.ran = 1'})", "script-src-elem"),
    # Browsers ask whether a handler may run when it is set, or only when it is called.
    "a handler": (
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
        "script-src-attr",
    ),
    "text as a program": ("setTimeout('window.ran = 1')", "script-src"),
    "a script of others": ("append('script', {src: 'http://evil.example/x'})", "script-src-elem"),
    "a script as data": ("append('script', {src: 'data:,window.ran=1'})", "script-src-elem"),
    "an inline style": ("append('style', {textContent: 'p {color: red}'})", "style-src-elem"),
    "a style attribute": ("document.body.setAttribute('style', 'color: red')", "style-src-attr"),
    "a sheet of others": (
        "append('link', {rel: 'stylesheet', href: 'http://evil.example/x'})",
        "style-src-elem",
    ),
    "an image of others": ("append('img', {src: 'http://evil.example/x'})", "img-src"),
    "an image as data": ("append('img', {src: 'data:image/png;base64,AAAA'})", "img-src"),
    "a frame": ("append('iframe', {src: '/index.html'})", "frame-src"),
    "a frame of others": ("append('iframe', {src: 'http://evil.example/'})", "frame-src"),
    "an object": ("append('object', {data: '/index.html'})", "object-src"),
    "a worker": ("try { new Worker('data:,1') } catch {}", "worker-src"),
    "a film": ("append('video', {src: 'http://evil.example/x'})", "media-src"),
    "a question to others": ("fetch('http://evil.example/').catch(() => {})", "connect-src"),
    "a beacon": ("navigator.sendBeacon('http://evil.example/')", "connect-src"),
    "another base": ("append('base', {href: 'http://evil.example/'})", "base-uri"),
    "a form to others": (
        "append('form', {action: 'http://evil.example/'}).submit()",
        "form-action",
    ),
}
APPEND = """
const append = (tag, values) => {
  const made = Object.assign(document.createElement(tag), values);
  (tag === "base" || tag === "link" ? document.head : document.body).append(made);
  return made;
};
"""
MIGHT_LOAD = {"script": "src", "link": "href", "img": "src", "source": "srcset", "image": "href"}


@pytest.fixture
def page(noting_page: Page) -> Page:
    """Return a page that notes what its policy refuses."""
    return noting_page


def test_the_policy_is_strict(folder: Path) -> None:
    """Nothing where nothing is said; no way around it; nobody's frame; no host but this one."""
    headers = headers_in(folder)
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_in_any_page_would_be(folder: Path) -> None:
    """What a browser that knows no policy would run or load: read from the files themselves."""
    found: list[str] = []
    for path in pages_in(folder):
        soup = BeautifulSoup((folder / path).read_bytes(), "html.parser")
        for tag in soup.find_all(True):
            found += [f"{path}: {tag.name} {name}" for name in _inline(tag.attrs)]
            where = str(tag.get(MIGHT_LOAD.get(tag.name, ""), ""))
            if "//" in where or ":" in where:
                found.append(f"{path}: {tag.name} loads {where}")
        found += [f"{path}: {name.name}" for name in soup.find_all(["style", "base", "iframe"])]
        for script in soup.find_all("script", src=False):
            if script.get("type") != "application/ld+json":
                found.append(f"{path}: an inline script")
    assert found == []


def _inline(attributes: Mapping[str, object]) -> Iterator[str]:
    for name, value in attributes.items():
        written = "".join(str(value).split()).lower()
        if name == "style" or name.startswith("on") or written.startswith("javascript:"):
            yield name


@pytest.mark.parametrize("planted", PLANTED)
def test_what_is_planted_is_refused(address: str, page: Page, planted: str) -> None:
    """As a hole in the build would let it through: the policy still holds."""
    script, directive = PLANTED[planted]
    asked: list[str] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.goto(address + "index.html")
    page.evaluate("() => { " + APPEND + script + "; }")
    assert page.evaluate("window.firstRefused") == directive
    assert page.evaluate("window.ran ?? null") is None
    assert [url for url in asked if not url.startswith(address)] == []


def test_no_other_page_frames_ours(address: str, browser: Browser) -> None:
    page = browser.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.set_content(f'<iframe src="{address}index.html"></iframe>')
    assert page.evaluate("document.querySelector('iframe').contentDocument") is None
    page.close()


def test_no_other_page_reads_the_search_data(address: str, page: Page) -> None:
    """Loaded as a script by another site, it would hand every word of the handbook over."""
    other = address.replace("127.0.0.1", "localhost")
    page.route(f"{other}elsewhere", lambda route: route.fulfill(body="<p>Elsewhere</p>"))
    page.goto(f"{other}elsewhere")
    loaded = page.evaluate(
        """(src) => new Promise((done) => {
            const script = Object.assign(document.createElement("script"), {src});
            script.onload = () => done(true);
            script.onerror = () => done(false);
            document.head.append(script);
        })""",
        f"{address}search/core.js",
    )
    assert loaded is False
