"""What axe finds on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]

RUN = """async ([where, rules]) => {
    const options = {runOnly: rules, resultTypes: ["violations"], preload: false};
    return (await axe.run(where, options)).violations;
}"""


def faults(page: Page, rules: list[str] = EVERYTHING, where: str = "html") -> list[str]:
    """Return what axe finds in a part of a page, by some of its rules."""
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
