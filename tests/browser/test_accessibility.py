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
"""One page of each kind: looked at wide and narrow, in light and dark."""
OTHERS = [
    ("levels.html", 390, "dark"),
    ("skills.html", 1280, "light"),
    ("faq.html", 390, "light"),
    ("guide/write-a-role.html", 1280, "dark"),
    ("hiring-skills.html", 390, "dark"),
    ("guide/reviews.html", 390, "dark"),
    ("openings/index.html", 390, "light"),
    ("openings/data-engineer-denver.html", 1280, "dark"),
]
"""Pages with something of their own: looked at once."""

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]

RUN = """async ([where, rules]) => {
    const options = {runOnly: rules, resultTypes: ["violations"], preload: false};
    return (await axe.run(where, options)).violations;
}"""


def faults(page: Page, rules: list[str] = EVERYTHING, where: str = "html") -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(RUN, [where, rules])
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def ready(page: Page) -> Page:
    """Open a few questions, since axe looks only at what is shown, and stop what moves."""
    page.emulate_media(reduced_motion="reduce")
    if "search" in page.url:
        page.get_by_role("status").filter(has_text="results on").wait_for()
    page.evaluate(
        "for (const it of [...document.querySelectorAll('details')].slice(0, 3)) it.open = true"
    )
    page.evaluate(AXE_SCRIPT)
    return page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", KINDS)
def test_kind_of_page(open_page: Open, path: str, width: int) -> None:
    """A change of scheme changes nothing but colors, so the dark page is asked about these."""
    page = ready(open_page(path, width=width))
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme='dark']").wait_for()
    assert faults(page, COLORS) == []


@pytest.mark.parametrize(("path", "width", "scheme"), OTHERS)
def test_page(open_page: Open, path: str, width: int, scheme: Literal["light", "dark"]) -> None:
    assert faults(ready(open_page(path, width=width, scheme=scheme))) == []


def test_dialogs(open_page: Open) -> None:
    page = ready(open_page(ROLE, width=390))
    for name in ("Site navigation", "On this page", "Search"):
        page.get_by_role("button", name=name).locator("visible=true").first.click()
        page.get_by_role("dialog", name=name).wait_for()
        if name == "Search":
            page.keyboard.type("machne learning")
            page.get_by_role("status").filter(has_text="results on").wait_for()
            page.locator("dialog summary").click()
        assert faults(page, where="dialog[open]") == [], name
        page.keyboard.press("Escape")
