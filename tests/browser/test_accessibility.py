"""Accessibility, as far as a program can tell: axe finds nothing on any kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
KINDS = ("index.html", ROLE, "roles/index.html", "hiring-roles.html", "search.html?q=degree")
"""One page of each kind: looked at in light and dark, wide and narrow."""
OTHERS = ("levels.html", "skills.html", "faq.html", "guide/write-a-role.html", "hiring-skills.html")
"""Pages with something of their own: looked at twice, which covers both schemes and both widths."""

ALL = [(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")]
LOOKS = [
    *((path, *look) for path in KINDS for look in ALL),
    *((path, *look) for path in OTHERS for look in ALL[:2]),
]
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # of style sheets, for one rule on rotated screens
}


def faults(page: Page) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(
        "async (options) => (await axe.run(options)).violations", OPTIONS
    )
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def ready(page: Page) -> Page:
    """Open everything that is closed, since axe looks only at what is shown, and stop motion."""
    page.emulate_media(reduced_motion="reduce")
    if "search" in page.url:
        page.locator("#search-results .search-summary").filter(has_text="found").wait_for()
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    page.evaluate(AXE_SCRIPT)
    return page


@pytest.mark.parametrize(("path", "width", "scheme"), LOOKS)
def test_page(open_page: Open, path: str, width: int, scheme: Literal["light", "dark"]) -> None:
    assert faults(ready(open_page(path, width=width, scheme=scheme))) == []


@pytest.mark.parametrize("name", ["Site navigation", "On this page", "Search"])
def test_dialogs(open_page: Open, name: str) -> None:
    page = ready(open_page(ROLE, width=390))
    page.get_by_role("button", name=name).locator("visible=true").first.click()
    page.get_by_role("dialog", name=name).wait_for()
    assert faults(page) == []
