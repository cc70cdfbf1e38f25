"""The search page: what to look for on it, and when it has answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from .conftest import Open

RESULT = "a[data-search-result]"
FIELD = "main form.hiring-search input"
A_TO_Z = "a[href$='hiring-a-z.html']"

ASK = """async (queries) => {
    const found = {};
    for (const query of queries) {
        const { groups } = await hiringSearch.shared.ask("ask", { query });
        found[query] = groups.flatMap(({ hits }) => hits.map(({ url }) => url));
    }
    return found;
}"""


def answered(page: Page, query: str) -> Page:
    """Wait until the results are those of a query."""
    page.wait_for_function(
        """query => [...document.querySelectorAll("[data-ready]")].some(
            (it) => it.previousElementSibling.elements.q.value === query
        )""",
        arg=query,
    )
    return page


def searched(open_page: Open, query: str, more: str = "", width: int = 1280) -> Page:
    """Open the results of a query on the search page; ``more`` follows the query in its address."""
    return answered(open_page(f"search.html?q={quote(query)}{more}", width=width), query)


def serve(page: Page, folder: Path) -> None:
    """Let a page have the search's data of a folder in place of the handbook's."""

    def other(route: Route) -> None:
        file = folder / urlsplit(route.request.url).path.lstrip("/")
        route.fulfill(body=file.read_bytes(), content_type="text/javascript; charset=utf-8")

    page.route(re.compile(r"/search/(core|words/\d+|pages/\d+)\.js"), other)
