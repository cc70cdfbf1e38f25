"""Accessibility, as far as a program can tell: axe finds nothing on any kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from .conftest import Open

pytestmark = pytest.mark.browser

ROLE = "roles/machine-learning-engineer.html"
PAGES = (
    "index.html",
    ROLE,
    "roles/index.html",
    "levels.html",
    "skills.html",
    "faq.html",
    "guide/write-a-role.html",
    "hiring-roles.html",
    "hiring-skills.html",
    "search.html?q=degree",
)
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]


def faults(page: Page, rules: list[str]) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(
        "async (only) => (await axe.run({runOnly: only, resultTypes: ['violations']})).violations",
        rules,
    )
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def ready(page: Page) -> Page:
    """Open everything that is closed, since axe looks only at what is shown."""
    if "search" in page.url:
        page.locator("#search-results .search-summary").filter(has_text="found").wait_for()
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    page.evaluate(AXE_SCRIPT)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_page(open_page: Open, path: str) -> None:
    """A change of scheme changes nothing but colors; so the dark page is asked about these."""
    page = ready(open_page(path))
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert faults(page, EVERYTHING) == [], f"light, {width}"
        page.emulate_media(color_scheme="dark")
        page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
        assert faults(page, COLORS) == [], f"dark, {width}"


@pytest.mark.parametrize("name", ["Site navigation", "On this page", "Search"])
def test_dialogs(open_page: Open, name: str) -> None:
    page = ready(open_page(ROLE, width=390))
    page.get_by_role("button", name=name).locator("visible=true").first.click()
    page.get_by_role("dialog", name=name).wait_for()
    page.wait_for_timeout(300)  # the drawer slides in, and what moves has no color yet
    assert faults(page, EVERYTHING) == []
