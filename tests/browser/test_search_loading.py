"""What the first query loads: little and side by side, from any host and in any browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.slow_line import QUERY, Line, served

from .searching import RESULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = pytest.mark.browser

PAGE = "roles/data-engineer.html"
AT_FIRST = {"box.js", "worker.js", "core.js"}
"""What there must be before any query can be answered."""

MOST = {"gzip": 165_000, "plain": 285_000}
"""The bytes of the first query on a host that compresses, and on one that does not: at 1.6 Mbit/s
20,000 of them are a tenth of a second."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def first_results(page: Page, address: str) -> list[str | None]:
    """Return the addresses that somebody finds who types at once."""
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.insert_text(QUERY)
    page.locator(f"dialog {RESULT}").first.wait_for()
    links = page.locator(f"dialog {RESULT}").all()
    return [link.get_attribute("href") for link in links]


@pytest.mark.parametrize("host", MOST)
def test_the_first_query_is_light_on_any_host(
    folder: Path, context: BrowserContext, host: str
) -> None:
    line = Line(0, 1e9, host == "gzip")
    with served(folder, line) as address:
        page = context.new_page()
        page.goto(f"{address}{PAGE}")
        line.sent.clear()
        assert first_results(page, f"{address}{PAGE}#work")[0]
        paths = [path for path, _ in line.sent if "search" in path]
        assert len(paths) == len(set(paths)), "a file is loaded twice"
        assert sum(size for _, size in line.sent) < MOST[host]


def test_what_every_query_needs_is_asked_for_at_once(context: BrowserContext, address: str) -> None:
    """No part waits for another: each is answered when all have been asked for."""
    held = Held(AT_FIRST)
    page = context.new_page()
    for name in AT_FIRST:
        context.route(f"**/search/{name}*", held)
    assert first_results(page, address + PAGE)
    assert held.missing == set()


def test_parts_of_the_data_are_loaded_side_by_side(browser: Browser, address: str) -> None:
    asked: dict[str, set[str]] = {"words": set(), "pages": set()}
    found = []
    for _ in range(2):
        context = browser.new_context()
        page = context.new_page()
        for part, names in asked.items():
            held = Held(names)  # at first nothing is known, and nothing is held
            context.route(f"**/search/{part}/*.js*", held)
            asked[part] = held.names
        found.append(first_results(page, address + PAGE))
        context.close()
    assert len(asked["pages"]) > 5
    assert found[0] == found[1]


class Held:
    """Answers requests for files when all of them have been asked for."""

    def __init__(self, names: set[str]) -> None:
        self.missing = set(names)
        self.names: set[str] = set()
        self.routes: list[Route] = []

    def __call__(self, route: Route) -> None:
        name = route.request.url.partition("?")[0].rpartition("/")[2]
        self.names.add(name)
        self.missing.discard(name)
        self.routes.append(route)
        while self.routes and not self.missing:
            self.routes.pop().continue_()


OLD = "delete globalThis.DecompressionStream;\n"


@pytest.mark.parametrize("where", ["in a worker", "in the page", "from a disk"])
def test_browsers_that_cannot_decompress_find_as_much(
    context: BrowserContext, folder: Path, address: str, where: str
) -> None:
    """As Safari before 16.4 and Firefox before 113."""

    def older(route: Route) -> None:
        if where == "in a worker":
            route.fulfill(body=OLD + route.fetch().text(), content_type="text/javascript")
        else:
            route.abort()

    site = f"{folder.as_uri()}/" if where == "from a disk" else address
    usual = first_results(context.new_page(), site + PAGE)
    context.add_init_script(OLD)
    context.route("**/hiring/search/worker.js*", older)
    held = Held(set())
    context.route("**/hiring/search/inflate.js*", held)
    assert first_results(context.new_page(), site + PAGE) == usual
    assert held.names == {"inflate.js"}


def test_a_core_that_is_lost_beside_the_worker_is_loaded_by_it(
    context: BrowserContext, address: str
) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        if len(lost) == 1:
            route.abort()
        else:
            route.continue_()

    context.route("**/search/core.js*", lose)
    assert first_results(context.new_page(), address + PAGE)
    assert len(lost) == 2
